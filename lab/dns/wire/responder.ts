import { forgery, type Heard, type Host, type Transport } from '../servers.ts'
import { answerBytes, complaintAbout, queryIn, rawQuestion, type Query } from './message.ts'

/** Packets to send back, in this order. */
export type Respond = (packet: Buffer, over: Transport) => Promise<readonly Buffer[]>

/** How the server at an address answers packets. `hostAt` tells who lives there at the moment; `hear` keeps a log. */
export const responder =
  (address: string, hostAt: (address: string) => Host | undefined, hear: (heard: Heard) => void): Respond =>
  async (packet, over) => {
    const query = queryIn(packet)
    if (query === undefined) {
      const complaint = complaintAbout(packet)
      return complaint === undefined ? [] : [complaint]
    }
    hear({ at: address, over, ...query.question })
    const host = hostAt(address)
    if (host === undefined || host.conduct[over] !== 'open') return []
    const { conduct, authoritative } = host
    const answer = await host.answer(query.question, query.checkingDisabled)
    const whole = answerBytes(query, answer, { authoritative, truncated: false })
    const truncated = over === 'udp' && (conduct.truncates || whole.length > query.room)
    const own = truncated ? answerBytes(query, answer, { authoritative, truncated }) : whole
    if (over === 'udp' && conduct.forged !== 'nothing') return [forged(query, conduct.forged), own]
    return [own]
  }

function forged(query: Query, what: 'id' | 'question'): Buffer {
  const marks = { authoritative: false, truncated: false }
  if (what === 'id') return answerBytes({ ...query, id: query.id ^ 0x5555 }, forgery(query.question), marks)
  const other = { name: 'elsewhere.example', type: 'A' }
  return answerBytes({ ...query, raw: rawQuestion(other.name) }, forgery(other), marks)
}
