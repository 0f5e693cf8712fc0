import type { Socket } from 'node:net'
import { openPorts, plainHandler, tlsHandler, type ConnectionHandler } from '../server/listeners.ts'
import { http1Handler, type RequestHandler } from '../server/http1.ts'
import type { OriginDefinition } from '../origin.ts'

/** The payload of one packet on Ethernet with IPv4 (RFC 879, section 7), without TCP options. */
const ONE_PACKET = 1460

/** The size of the first TLS record, with its header (RFC 8446, section 5.1). */
const recordSize = (bytes: Buffer): number => (bytes.length < 5 ? 0 : 5 + bytes.readUInt16BE(3))

/**
 * A middlebox that expects the whole ClientHello in the first packet, in front of an origin. `reject` ends the
 * connection of one that is larger.
 */
export const needsSmallClientHello = (
  sentence: string,
  reject: (socket: Socket) => void,
  handle: RequestHandler,
): OriginDefinition => ({
  sentence,
  start: (options) => {
    const behind = tlsHandler(options.credentials, http1Handler(handle))
    const https: ConnectionHandler = (socket) => {
      socket.once('data', (first: Buffer) => {
        if (recordSize(first) > ONE_PACKET) return reject(socket)
        socket.pause()
        socket.unshift(first)
        behind(socket)
      })
    }
    return openPorts(options, { https, http: plainHandler(http1Handler(handle)) })
  },
})
