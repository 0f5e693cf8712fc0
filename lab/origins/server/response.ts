import { STATUS_CODES } from 'node:http'
import type { HttpRequest } from './http1.ts'

/** A valid response. */
export interface HttpResponse {
  readonly status: number
  readonly type?: string
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly body?: string | Uint8Array
  /** Absent: nginx. Empty: no Server header. */
  readonly server?: string
}

export type Headers = NonNullable<HttpResponse['headers']>

/** Status line and headers, including the blank line. */
export function responseHead(status: number, headers: Headers, server = 'nginx'): string {
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...(server === '' ? [] : [`Server: ${server}`]),
    `Date: ${new Date().toUTCString()}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n')
}

/** Sends a response and keeps the connection open. */
export function send(
  { method, stream }: Pick<HttpRequest, 'method' | 'stream'>,
  response: HttpResponse,
): void {
  const { status, type = 'text/html', headers = [], body = '', server } = response
  const head = responseHead(
    status,
    [
      ...(status === 204
        ? []
        : ([
            ['Content-Type', type],
            ['Content-Length', String(Buffer.byteLength(body))],
          ] as const)),
      ['Connection', 'keep-alive'],
      ...headers,
    ],
    server,
  )
  stream.write(head)
  if (method !== 'HEAD') stream.write(body)
}

/** The site's only page. */
export const HOME_PAGE = '<!DOCTYPE html>\n<title>Shop</title>\n<h1>Welcome to the shop</h1>\n'

export const sendHome = (request: HttpRequest): void => send(request, { status: 200, body: HOME_PAGE })
