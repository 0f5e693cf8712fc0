import type { IncomingHttpHeaders } from 'node:http'

/** A request to one of the lab's APIs, as it came. */
export interface ApiRequest {
  readonly host: string
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** Parsed JSON; undefined when there was no body, or none that is JSON. */
  readonly body: unknown
}

export interface ApiResponse {
  readonly status: number
  /** Text is sent as it is, everything else as JSON. */
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Something in the way of an API. */
export interface ApiFault {
  readonly host: string
  /** Concerns the paths that begin so. Empty: all of them. */
  readonly path: string
  /**
   * An answer of its own; a delay in milliseconds before the usual one; a connection that is cut, or one that stays
   * open without a word.
   */
  readonly effect: ApiResponse | number | 'reset' | 'silence'
}

/** The value of a field of parsed JSON; undefined when there is none. */
export function field(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null) return undefined
  return Object.getOwnPropertyDescriptor(body, name)?.value
}

export const textField = (body: unknown, name: string): string | undefined => {
  const value = field(body, name)
  return typeof value === 'string' ? value : undefined
}

/** The token of `Authorization: Bearer …`; undefined without the header, empty when it is of another form. */
export function bearerToken({ authorization }: IncomingHttpHeaders): string | undefined {
  if (authorization === undefined) return undefined
  return /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? ''
}
