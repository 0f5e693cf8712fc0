import type { Socket } from 'node:net'
import type { StreamHandler } from './listeners.ts'

/** One request and its connection. */
export interface HttpRequest {
  readonly method: string
  readonly path: string
  /** By lowercase name. The last one wins. */
  readonly headers: Readonly<Record<string, string>>
  /** For the response bytes. */
  readonly stream: Socket
  /** The TCP connection below TLS, which alone can be reset. */
  readonly socket: Socket
  readonly secure: boolean
  /** Number of this request on its connection, from 1. */
  readonly requestNumber: number
}

export type RequestHandler = (httpRequest: HttpRequest) => void | Promise<void>

/** Bytes. No client sends more. */
const MAX_HEAD = 256 * 1024

/** Parses requests and does nothing else: every response byte comes from the handler. */
export const http1Handler =
  (handle: RequestHandler): StreamHandler =>
  (stream, socket) => {
    let unread = Buffer.alloc(0)
    let requestNumber = 0
    stream.on('data', (chunk: Buffer) => {
      unread = Buffer.concat([unread, chunk])
      for (let request = parseRequest(unread); request; request = parseRequest(unread)) {
        unread = unread.subarray(request.length)
        requestNumber += 1
        const { method, path, headers } = request
        const httpRequest: HttpRequest = {
          method,
          path,
          headers,
          stream,
          socket,
          secure: stream !== socket,
          requestNumber,
        }
        invoke(handle, httpRequest).catch(() => socket.destroy())
      }
      if (unread.length > MAX_HEAD) socket.destroy()
    })
  }

/** Turns a synchronous error of the handler into a rejection. */
async function invoke(handle: RequestHandler, httpRequest: HttpRequest): Promise<void> {
  await handle(httpRequest)
}

interface ParsedRequest extends Pick<HttpRequest, 'method' | 'path' | 'headers'> {
  /** In bytes, including the body. */
  readonly length: number
}

function parseRequest(bytes: Buffer): ParsedRequest | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  const [method = '', path = ''] = first.split(' ')
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
  const length = end + 4 + (Number(headers['content-length']) || 0)
  return bytes.length < length ? undefined : { method, path, headers, length }
}
