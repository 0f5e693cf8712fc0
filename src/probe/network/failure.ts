import type { Failure, FailureReason } from '../../domain/exchange.ts'
import { errorCode } from '../../shared/errors.ts'

const REASONS: Readonly<Record<string, FailureReason>> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EAFNOSUPPORT: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  EINVAL: 'unreachable',
  ETIMEDOUT: 'timeout',
  ABORT_ERR: 'timeout',
  UND_ERR_ABORTED: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'reset',
  // Linux reports it when the peer had closed the connection before it was reset (`tcp_reset` in net/ipv4/tcp_input.c).
  EPIPE: 'closed',
  UND_ERR_SOCKET: 'closed',
  CONNECTION_GONE: 'closed',
  UND_ERR_INFO: 'closed',
  HTTPParserError: 'protocol',
  UND_ERR_HEADERS_OVERFLOW: 'protocol',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'protocol',
  ERR_HTTP2_ERROR: 'protocol',
  ERR_HTTP2_SESSION_ERROR: 'protocol',
}

/** The error's code, or its class name if it has none (undici's `HTTPParserError`). Never its message. */
export function failureCode(error: unknown): string {
  return errorCode(error) ?? (Error.isError(error) ? error.name : 'UNKNOWN')
}

/** The failure for an error of Node or undici. `received` counts the bytes of the response so far. */
export function failureOf(error: unknown, received = 0): Failure {
  const code = failureCode(error)
  const tls = code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')
  const alert = alertOf(error)
  return {
    reason: REASONS[code] ?? (tls ? 'protocol' : 'other'),
    code,
    received,
    ...(alert !== undefined && { alert }),
  }
}

/** The number of the TLS alert that the server sent. OpenSSL reports it only in the error's message. */
export function alertOf(error: unknown): number | undefined {
  if (!failureCode(error).startsWith('ERR_SSL_')) return
  const message = Error.isError(error) ? error.message : ''
  const number = /:SSL alert number (\d{1,3})\b/.exec(message)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** Our own deadline passed. */
export function timedOut(received = 0): Failure {
  return { reason: 'timeout', code: 'DEADLINE', received }
}
