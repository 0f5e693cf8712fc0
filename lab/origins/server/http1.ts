import type { Socket } from 'node:net'
import type { Talk } from './listeners.ts'

/** One request, and the connection to do with as one likes. */
export interface Visit {
  readonly method: string
  readonly path: string
  /** By name in lower case; the last of several. */
  readonly headers: Readonly<Record<string, string>>
  /** Takes the bytes of the answer. */
  readonly stream: Socket
  /** The TCP connection beneath: only it can be reset. */
  readonly wire: Socket
  readonly secure: boolean
  /** Counts the requests on this connection, from 1. */
  readonly turn: number
}

export type Conduct = (visit: Visit) => void | Promise<void>

/** No request of a visitor is as long. */
const LONGEST_HEAD = 256 * 1024

/** Reads requests one after the other and does nothing else: every byte of the answers is the conduct's. */
export const http1 =
  (conduct: Conduct): Talk =>
  (stream, wire) => {
    let unread = Buffer.alloc(0)
    let turn = 0
    stream.on('data', (chunk: Buffer) => {
      unread = Buffer.concat([unread, chunk])
      for (let request = requestIn(unread); request; request = requestIn(unread)) {
        unread = unread.subarray(request.length)
        turn += 1
        const { method, path, headers } = request
        const visit: Visit = { method, path, headers, stream, wire, secure: stream !== wire, turn }
        carryOut(conduct, visit).catch(() => wire.destroy())
      }
      if (unread.length > LONGEST_HEAD) wire.destroy()
    })
  }

/** A conduct may fail before it waits for the first time: then, too, it fails as a promise. */
async function carryOut(conduct: Conduct, visit: Visit): Promise<void> {
  await conduct(visit)
}

interface Request extends Pick<Visit, 'method' | 'path' | 'headers'> {
  /** In bytes, with the body. */
  readonly length: number
}

function requestIn(bytes: Buffer): Request | undefined {
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
