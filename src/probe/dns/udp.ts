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
  if (signal.aborted) return Promise.resolve(noReply('DEADLINE'))
  return new Promise((settle) => {
    const socket = datagram(address, 53)
    let timer: NodeJS.Timeout | undefined
    let sent = 0
    let unrelated = 0
    let finished = false
    const finish = (reply: ReplyOrError): void => {
      if (finished) return
      finished = true
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      // Not all listeners: a socket that isn't bound yet needs those of Node to close.
      socket.off('error', fail).off('message', receive).off('connect', send)
      socket.on('error', () => undefined).close()
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
    const receive = (bytes: Buffer): void => {
      const message = readMessage(bytes)
      if (message !== undefined && isReplyTo(query, message)) return finish({ ok: true, message })
      unrelated += 1
      if (unrelated > MAX_UNRELATED_PACKETS) finish(noReply('EBADRESP'))
    }
    socket.on('error', fail).on('message', receive).once('connect', send)
    signal.addEventListener('abort', abort)
  })
}
