import { ERRORS_5XX } from './errors-5xx.ts'
import { ERRORS_1XXX } from './errors-1xxx.ts'

/** An error that the edge tells by itself. */
export interface EdgeError {
  /** What the page says: 500 to 526, or 1000 and up. */
  readonly code: number
  /** What the answer's status line says: for a 1xxx code something else. */
  readonly status: number
  readonly title: string
  /** `error_name`. Cloudflare documents a few; the others are of the same kind, and the lab's own. */
  readonly name: string
  readonly category: ErrorCategory
  /** Seconds. Absent where waiting does not mend it. */
  readonly retryAfter?: number
  readonly description: string
}

export type ErrorCategory =
  | 'origin'
  | 'cloudflare'
  | 'ssl'
  | 'dns'
  | 'config'
  | 'access_denied'
  | 'rate_limit'
  | 'worker'

/** Codes of the family that Cloudflare's own status codes belong to. */
export type ErrorCode5xx = keyof typeof ERRORS_5XX
/** Codes that stand in the body only. */
export type ErrorCode1xxx = keyof typeof ERRORS_1XXX
export type ErrorCode = ErrorCode5xx | ErrorCode1xxx

type ErrorRow = Omit<EdgeError, 'code' | 'status'> & { readonly status?: number }

const ERRORS: Readonly<Record<ErrorCode, ErrorRow>> = { ...ERRORS_5XX, ...ERRORS_1XXX }

export const edgeError = (code: ErrorCode): EdgeError => ({ code, status: code, ...ERRORS[code] })

export const isErrorCode = (code: number): code is ErrorCode => Object.hasOwn(ERRORS, code)
