import type { IncomingHttpHeaders } from 'node:http'

/** A request to one of the lab's APIs. */
export interface ApiRequest {
  readonly host: string
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** Parsed JSON. Undefined without a body, or if it isn't JSON. */
  readonly body: unknown
}

export interface ApiResponse {
  readonly status: number
  /** Strings are sent as they are, everything else as JSON. */
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A fault of an API. */
export interface ApiFault {
  readonly host: string
  /** Prefix of the affected paths. Empty: all of them. */
  readonly path: string
  /** A response of its own, a delay of the usual one in milliseconds, a reset connection, or no response. */
  readonly effect: ApiResponse | number | 'reset' | 'silence'
}

/** The value of a field of parsed JSON. Undefined if there is none. */
export function field(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null) return undefined
  return Object.getOwnPropertyDescriptor(body, name)?.value
}

export const textField = (body: unknown, name: string): string | undefined => {
  const value = field(body, name)
  return typeof value === 'string' ? value : undefined
}

/** The token of `Authorization: Bearer …`. Undefined without the header, empty if it has another form. */
export function bearerToken({ authorization }: IncomingHttpHeaders): string | undefined {
  if (authorization === undefined) return undefined
  return /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? ''
}
