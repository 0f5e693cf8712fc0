import { failureCode } from '../network/failure.ts'
import type { Network } from '../types.ts'
import { isReplyTo, readMessage, type Query } from './message.ts'
import { noReply, type ReplyOrError } from './udp.ts'

/** Sends a query over TCP, where each message follows its length in two bytes (RFC 1035, section 4.2.2). */
export function queryOverTcp(
  query: Query,
  address: string,
  { dial }: Network,
  signal: AbortSignal,
): Promise<ReplyOrError> {
  if (signal.aborted) return Promise.resolve(noReply('DEADLINE'))
  return new Promise((settle) => {
    const socket = dial(address, 53)
    const chunks: Uint8Array[] = []
    let received = 0
    const finish = (reply: ReplyOrError): void => {
      signal.removeEventListener('abort', abort)
      socket.removeAllListeners().on('error', () => undefined)
      socket.destroy()
      settle(reply)
    }
    const abort = (): void => finish(noReply('DEADLINE'))
    socket.on('error', (error) => finish(noReply(failureCode(error))))
    socket.on('close', () => finish(noReply('ECONNRESET')))
    socket.on('data', (chunk: Uint8Array) => {
      chunks.push(chunk)
      received += chunk.length
      if (received < 2) return
      const bytes = Buffer.concat(chunks)
      const end = 2 + bytes.readUInt16BE(0)
      if (received < end) return
      const message = readMessage(bytes.subarray(2, end))
      const isReply = message !== undefined && isReplyTo(query, message)
      finish(isReply ? { ok: true, message } : noReply('EBADRESP'))
    })
    socket.once('connect', () => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(query.bytes.length)
      socket.write(Buffer.concat([length, query.bytes]))
    })
    signal.addEventListener('abort', abort)
  })
}
