import { failureCode } from '../network/failure.ts'
import type { Network } from '../network/network.ts'
import { answers, readMessage, type Query } from './message.ts'
import { noReply, type ReplyOrError } from './udp.ts'

/** Asks by TCP, where an answer has all the room it needs: two bytes of length stand before it (RFC 1035, 4.2.2). */
export function overTcp(
  query: Query,
  address: string,
  { dial }: Network,
  signal: AbortSignal,
): Promise<ReplyOrError> {
  if (signal.aborted) return Promise.resolve(noReply('DEADLINE'))
  return new Promise((settle) => {
    const socket = dial(address, 53)
    const chunks: Uint8Array[] = []
    let bytes = 0
    const finish = (heard: ReplyOrError): void => {
      signal.removeEventListener('abort', abort)
      socket.removeAllListeners().on('error', () => undefined)
      socket.destroy()
      settle(heard)
    }
    const abort = (): void => finish(noReply('DEADLINE'))
    socket.on('error', (error) => finish(noReply(failureCode(error))))
    socket.on('close', () => finish(noReply('ECONNRESET')))
    socket.on('data', (chunk: Uint8Array) => {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes < 2) return
      const all = Buffer.concat(chunks)
      const end = 2 + all.readUInt16BE(0)
      if (bytes < end) return
      const message = readMessage(all.subarray(2, end))
      const fits = message !== undefined && answers(query, message)
      finish(fits ? { ok: true, message } : noReply('EBADRESP'))
    })
    socket.once('connect', () => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(query.bytes.length)
      socket.write(Buffer.concat([length, query.bytes]))
    })
    signal.addEventListener('abort', abort)
  })
}
