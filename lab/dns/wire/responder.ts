import { forgedAnswer, type ReceivedQuery, type DnsServer, type Transport } from '../servers.ts'
import { encodeResponse, formatError, parseQuery, encodeQuestion, type Query } from './message.ts'

/** Packets to send back, in this order. */
export type RespondToPacket = (packet: Buffer, transport: Transport) => Promise<readonly Buffer[]>

/**
 * Answers packets for the server at an address. `serverAt` finds that server; `onQuery` is called for each query.
 */
export const packetResponder =
  (
    address: string,
    hostAt: (address: string) => DnsServer | undefined,
    hear: (heard: ReceivedQuery) => void,
  ): RespondToPacket =>
  async (packet, transport) => {
    const query = parseQuery(packet)
    if (query === undefined) {
      const complaint = formatError(packet)
      return complaint === undefined ? [] : [complaint]
    }
    hear({ server: address, transport, ...query.question })
    const host = hostAt(address)
    if (host === undefined || host.behavior[transport] !== 'open') return []
    const { behavior, authoritative } = host
    const answer = await host.answer(query.question, query.checkingDisabled)
    const whole = encodeResponse(query, answer, { authoritative, truncated: false })
    const truncated = transport === 'udp' && (behavior.truncates || whole.length > query.maxUdpSize)
    const own = truncated ? encodeResponse(query, answer, { authoritative, truncated }) : whole
    if (transport === 'udp' && behavior.forged !== 'nothing')
      return [forgedPacket(query, behavior.forged), own]
    return [own]
  }

function forgedPacket(query: Query, what: 'id' | 'question'): Buffer {
  const marks = { authoritative: false, truncated: false }
  if (what === 'id')
    return encodeResponse({ ...query, id: query.id ^ 0x5555 }, forgedAnswer(query.question), marks)
  const other = { name: 'elsewhere.example', type: 'A' }
  return encodeResponse({ ...query, questionBytes: encodeQuestion(other.name) }, forgedAnswer(other), marks)
}
