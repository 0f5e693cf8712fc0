import { failureCode } from '../network/failure.ts'
import type { DnsAccess } from '../types.ts'
import { isReplyTo, readMessage, type Message, type Query } from './message.ts'

/** The reply to a query, or Node's code for why there is none. */
export type ReplyOrError =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly code: string }

export const noReply = (code: string): ReplyOrError => ({ ok: false, code })

/** Milliseconds to wait for each packet before it is sent again. After the last one the query fails. */
const RETRY_DELAYS = [700, 900, 900] as const
/** Unrelated packets before the query fails: more than this is a flood. */
const MAX_UNRELATED_PACKETS = 100

/** Sends a query over UDP. Packets that don't reply to it, late or forged, are ignored. */
export function queryOverUdp(
  query: Query,
  address: string,
  { datagram }: DnsAccess,
  signal: AbortSignal,
): Promise<ReplyOrError> {
  return new Promise((settle) => {
    const socket = datagram(address, 53)
    let timer: NodeJS.Timeout | undefined
    let sent = 0
    let unrelated = 0
    const finish = (reply: ReplyOrError): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      socket.removeAllListeners().on('error', () => undefined)
      socket.close()
      settle(reply)
    }
    const abort = (): void => finish(noReply('DEADLINE'))
    const fail = (error: unknown): void => finish(noReply(failureCode(error)))
    const send = (): void => {
      const delay = RETRY_DELAYS[sent]
      if (delay === undefined) return finish(noReply('ETIMEOUT'))
      sent += 1
      timer = setTimeout(send, delay)
      socket.send(query.bytes, (error) => {
        if (error !== null) fail(error)
      })
    }
    socket.on('error', fail)
    socket.on('message', (bytes) => {
      const message = readMessage(bytes)
      if (message !== undefined && isReplyTo(query, message)) return finish({ ok: true, message })
      unrelated += 1
      if (unrelated > MAX_UNRELATED_PACKETS) finish(noReply('EBADRESP'))
    })
    socket.once('connect', send)
    signal.addEventListener('abort', abort)
    if (signal.aborted) abort()
  })
}
