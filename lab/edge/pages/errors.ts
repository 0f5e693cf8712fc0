import { GATEWAY_ERRORS } from './errors-5xx.ts'
import { NUMBERED_ERRORS } from './errors-1xxx.ts'

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
  readonly happened: string
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
export type GatewayCode = keyof typeof GATEWAY_ERRORS
/** Codes that stand in the body only. */
export type NumberedCode = keyof typeof NUMBERED_ERRORS
export type ErrorCode = GatewayCode | NumberedCode

type Row = Omit<EdgeError, 'code' | 'status'> & { readonly status?: number }

const ERRORS: Readonly<Record<ErrorCode, Row>> = { ...GATEWAY_ERRORS, ...NUMBERED_ERRORS }

export const errorOf = (code: ErrorCode): EdgeError => ({ code, status: code, ...ERRORS[code] })

export const isErrorCode = (code: number): code is ErrorCode => Object.hasOwn(ERRORS, code)
