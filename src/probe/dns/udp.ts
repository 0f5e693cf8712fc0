import { failureCode } from '../network/failure.ts'
import type { DnsAccess } from '../network/network.ts'
import { answers, readMessage, type Message, type Query } from './message.ts'

/** What became of a question: an answer to it, or why there is none, by Node's code. */
export type ReplyOrError =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly code: string }

export const noReply = (code: string): ReplyOrError => ({ ok: false, code })

/** Milliseconds after which a packet counts as lost, and is sent again, or given up after the last of them. */
const WAITS = [700, 900, 900] as const
/** Packets that are no answer to the question; more of them than this, and somebody floods us. */
const MOST_STRAYS = 100

/** Asks by UDP. What does not answer the question, be it late or forged, is not read. */
export function overUdp(
  query: Query,
  address: string,
  { datagram }: DnsAccess,
  signal: AbortSignal,
): Promise<ReplyOrError> {
  return new Promise((settle) => {
    const socket = datagram(address, 53)
    let timer: NodeJS.Timeout | undefined
    let sent = 0
    let strays = 0
    const finish = (heard: ReplyOrError): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      socket.removeAllListeners().on('error', () => undefined)
      socket.close()
      settle(heard)
    }
    const abort = (): void => finish(noReply('DEADLINE'))
    const fail = (error: unknown): void => finish(noReply(failureCode(error)))
    const send = (): void => {
      const wait = WAITS[sent]
      if (wait === undefined) return finish(noReply('ETIMEOUT'))
      sent += 1
      timer = setTimeout(send, wait)
      socket.send(query.bytes, (error) => {
        if (error !== null) fail(error)
      })
    }
    socket.on('error', fail)
    socket.on('message', (bytes) => {
      const message = readMessage(bytes)
      if (message !== undefined && answers(query, message)) return finish({ ok: true, message })
      strays += 1
      if (strays > MOST_STRAYS) finish(noReply('EBADRESP'))
    })
    socket.once('connect', send)
    signal.addEventListener('abort', abort)
    if (signal.aborted) abort()
  })
}
