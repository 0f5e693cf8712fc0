import { ERRORS_5XX } from './errors-5xx.ts'
import { ERRORS_1XXX } from './errors-1xxx.ts'

/** An error that the edge itself returns. */
export interface EdgeError {
  /** In the page: 500 to 526, or 1000 and above. */
  readonly code: number
  /** In the status line. Differs from the code for 1xxx. */
  readonly status: number
  readonly title: string
  /** `error_name`. Cloudflare documents some; the lab chose the others. */
  readonly name: string
  readonly category: ErrorCategory
  /** Seconds. Absent where retrying doesn't help. */
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
  | 'snippet'

/** Codes that are also statuses. */
export type ErrorCode5xx = keyof typeof ERRORS_5XX
/** Codes that are only in the body. */
export type ErrorCode1xxx = keyof typeof ERRORS_1XXX
export type ErrorCode = ErrorCode5xx | ErrorCode1xxx

type ErrorRow = Omit<EdgeError, 'code' | 'status'> & { readonly status?: number }

const ERRORS: Readonly<Record<ErrorCode, ErrorRow>> = { ...ERRORS_5XX, ...ERRORS_1XXX }

export const edgeError = (code: ErrorCode): EdgeError => ({ code, status: code, ...ERRORS[code] })

export const isErrorCode = (code: number): code is ErrorCode => Object.hasOwn(ERRORS, code)
