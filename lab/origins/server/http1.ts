import type { Socket } from 'node:net'
import type { StreamHandler } from './listeners.ts'

/** One request, and the connection to do with as one likes. */
export interface HttpRequest {
  readonly method: string
  readonly path: string
  /** By name in lower case; the last of several. */
  readonly headers: Readonly<Record<string, string>>
  /** Takes the bytes of the answer. */
  readonly stream: Socket
  /** The TCP connection beneath: only it can be reset. */
  readonly socket: Socket
  readonly secure: boolean
  /** Counts the requests on this connection, from 1. */
  readonly requestNumber: number
}

export type RequestHandler = (visit: HttpRequest) => void | Promise<void>

/** No request of a visitor is as long. */
const MAX_HEAD = 256 * 1024

/** Reads requests one after the other and does nothing else: every byte of the answers is the handle's. */
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
        const visit: HttpRequest = {
          method,
          path,
          headers,
          stream,
          socket,
          secure: stream !== socket,
          requestNumber,
        }
        invoke(handle, visit).catch(() => socket.destroy())
      }
      if (unread.length > MAX_HEAD) socket.destroy()
    })
  }

/** A handle may fail before it waits for the first time: then, too, it fails as a promise. */
async function invoke(handle: RequestHandler, visit: HttpRequest): Promise<void> {
  await handle(visit)
}

interface ParsedRequest extends Pick<HttpRequest, 'method' | 'path' | 'headers'> {
  /** In bytes, with the body. */
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
