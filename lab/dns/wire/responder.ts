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
    serverAt: (address: string) => DnsServer | undefined,
    onQuery: (query: ReceivedQuery) => void,
  ): RespondToPacket =>
  async (packet, transport) => {
    const query = parseQuery(packet)
    if (query === undefined) {
      const error = formatError(packet)
      return error === undefined ? [] : [error]
    }
    onQuery({ server: address, transport, ...query.question })
    const server = serverAt(address)
    if (server === undefined || server.behavior[transport] !== 'open') return []
    const { behavior, authoritative } = server
    const answer = await server.answer(query.question, query.checkingDisabled)
    const complete = encodeResponse(query, answer, { authoritative, truncated: false })
    const truncated = transport === 'udp' && (behavior.truncates || complete.length > query.maxUdpSize)
    const response = truncated ? encodeResponse(query, answer, { authoritative, truncated }) : complete
    if (transport === 'udp' && behavior.forged !== 'nothing')
      return [forgedPacket(query, behavior.forged), response]
    return [response]
  }

function forgedPacket(query: Query, what: 'id' | 'question'): Buffer {
  const flags = { authoritative: false, truncated: false }
  if (what === 'id')
    return encodeResponse({ ...query, id: query.id ^ 0x5555 }, forgedAnswer(query.question), flags)
  const other = { name: 'elsewhere.example', type: 'A' }
  return encodeResponse({ ...query, questionBytes: encodeQuestion(other.name) }, forgedAnswer(other), flags)
}
