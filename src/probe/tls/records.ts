import type { WireProtocol } from '../../domain/recheck.ts'

/** What the unencrypted records of a server's response to a TLS ClientHello show. */
export interface PlaintextRecords {
  readonly protocol: WireProtocol
  readonly requestsCertificate: boolean
}

/** Content type of a TLS record (RFC 5246, section 6.2.1). */
const HANDSHAKE = 22
/** Type of a handshake message (RFC 5246, section 7.4). */
const CERTIFICATE_REQUEST = 13

/** Reads TLS records until the first encrypted one, and recognizes plain HTTP. Never throws on hostile input. */
export function plaintextRecordsOf(bytes: Uint8Array): PlaintextRecords {
  const protocol = wireProtocolOf(bytes)
  return {
    protocol,
    requestsCertificate: protocol === 'tls' && messageTypes(bytes).includes(CERTIFICATE_REQUEST),
  }
}

function wireProtocolOf(bytes: Uint8Array): WireProtocol {
  if (bytes.length === 0) return 'nothing'
  if (isRecord(bytes, 0)) return 'tls'
  const opening = Buffer.from(bytes.subarray(0, 60)).toString('latin1')
  // A server that takes the ClientHello for an HTTP/0.9 request responds with a page and no status line.
  return /^(?:HTTP\/\d|\s*<(?:!doctype )?html\b)/i.test(opening) ? 'http' : 'other'
}

/** Content types are 20 to 23. The major version of every TLS is 3. */
function isRecord(bytes: Uint8Array, at: number): boolean {
  const [type = 0, major, minor = 255] = bytes.subarray(at, at + 3)
  return type >= 20 && type <= 23 && major === 3 && minor <= 4
}

/** The types of the handshake messages before the first other record. Everything after it is encrypted. */
function messageTypes(bytes: Uint8Array): readonly number[] {
  const messages = Buffer.concat(handshakeRecords(bytes))
  const types: number[] = []
  for (let at = 0; at + 4 <= messages.length; at += 4 + messages.readUIntBE(at + 1, 3)) {
    types.push(messages.readUInt8(at))
  }
  return types
}

function handshakeRecords(bytes: Uint8Array): readonly Uint8Array[] {
  const records: Uint8Array[] = []
  for (let at = 0; isRecord(bytes, at) && bytes[at] === HANDSHAKE;) {
    const [high = 0, low = 0] = bytes.subarray(at + 3, at + 5)
    const end = at + 5 + high * 256 + low
    records.push(bytes.subarray(at + 5, end))
    at = end
  }
  return records
}
