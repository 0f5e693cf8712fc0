import { decode, encode } from 'dns-packet'
import { RCODES, type DnsAnswer, type Question } from '../answer.ts'
import { encodeOptRecord, packetRecords } from './records.ts'

/** A parsed query packet. */
export interface Query {
  readonly id: number
  readonly question: Question
  /** The question's bytes. The response must repeat them, including their case. */
  readonly questionBytes: Buffer
  readonly recursionDesired: boolean
  readonly checkingDisabled: boolean
  /** Maximum bytes of a UDP response. */
  readonly maxUdpSize: number
  /** Whether the client supports EDNS (RFC 6891), and so extended errors. */
  readonly edns: boolean
}

/** Flags that depend on the server and on the response's size. */
export interface ResponseFlags {
  readonly authoritative: boolean
  readonly truncated: boolean
}

const HEADER = 12
/** Fits through every network without fragmentation, https://www.dnsflagday.net/2020/. */
const MAX_UDP_SIZE = 1232
const [QR, AA, TC, RD, RA, AD, CD] = [0x8000, 0x0400, 0x0200, 0x0100, 0x0080, 0x0020, 0x0010]

/** Parses a query. Undefined for anything else, including responses. Packets are hostile. */
export function parseQuery(bytes: Buffer): Query | undefined {
  try {
    const packet = decode(bytes)
    const [question, second] = packet.questions ?? []
    const end = endOfQuestion(bytes)
    if (packet.flag_qr || question === undefined || second !== undefined || end === undefined)
      return undefined
    const extension = packet.additionals?.find((record) => record.type === 'OPT')
    return {
      id: packet.id ?? 0,
      question: { name: question.name, type: question.type },
      questionBytes: bytes.subarray(HEADER, end),
      recursionDesired: packet.flag_rd,
      checkingDisabled: packet.flag_cd,
      maxUdpSize: Math.min(MAX_UDP_SIZE, Math.max(512, extension?.udpPayloadSize ?? 0)),
      edns: extension !== undefined,
    }
  } catch {
    return undefined
  }
}

/** A FORMERR response to any packet that has an id and isn't a response. */
export function formatError(bytes: Buffer): Buffer | undefined {
  if (bytes.length < HEADER || (bytes.readUInt16BE(2) & QR) !== 0) return undefined
  const complaint = Buffer.alloc(HEADER)
  bytes.copy(complaint, 0, 0, 2)
  complaint.writeUInt16BE(QR | RCODES.FORMERR, 2)
  return complaint
}

export function encodeResponse(
  query: Query,
  answer: DnsAnswer,
  { authoritative, truncated }: ResponseFlags,
): Buffer {
  const flags =
    RCODES[answer.rcode] |
    (authoritative ? AA : RA) |
    (truncated ? TC : 0) |
    (query.recursionDesired ? RD : 0) |
    (query.checkingDisabled ? CD : 0) |
    (answer.authentic ? AD : 0)
  const body = encode({
    type: 'response',
    id: query.id,
    flags,
    answers: truncated ? [] : answer.answers.flatMap(packetRecords),
    authorities: truncated ? [] : answer.authorities.flatMap(packetRecords),
  })
  // The package doesn't compress names, so the body may be moved.
  const header = body.subarray(0, HEADER)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(query.edns ? 1 : 0, 10)
  return Buffer.concat([
    header,
    query.questionBytes,
    body.subarray(HEADER),
    ...(query.edns ? [encodeOptRecord(answer.extendedErrors)] : []),
  ])
}

/** A question as in a packet. */
export const encodeQuestion = (name: string): Buffer =>
  encode({ questions: [{ name, type: 'A' }] }).subarray(HEADER)

/** The end of the first question. Undefined for names with pointers, which a first name never has. */
function endOfQuestion(bytes: Buffer): number | undefined {
  let at = HEADER
  for (let length = bytes.readUInt8(at); length !== 0; length = bytes.readUInt8(at)) {
    if (length > 63) return undefined
    at += length + 1
  }
  return at + 5
}
