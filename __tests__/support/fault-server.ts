import type { Socket } from 'node:net'
import { makeAuthorities, makeCertificate } from '../../lab/tls/authorities.ts'
import { openPort, plainHandler, tlsHandler, type StreamHandler } from '../../lab/origins/server/listeners.ts'
import { HOST } from './wire.ts'

// A process of its own, so that its reactions race with the client's system calls. It sends its ports to its parent.

const HEAD = 'HTTP/1.1 200 OK\r\nServer: ngi'
const BODY = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshop'

const reset = (socket: Socket): void => {
  socket.resetAndDestroy()
}
const onRequest =
  (react: StreamHandler): StreamHandler =>
  (stream, socket) =>
    stream.once('data', () => react(stream, socket))

/** What happens to the connection, below TLS. */
const BELOW_TLS: Readonly<Record<string, (socket: Socket) => void>> = {
  'reset on accept': reset,
  'reset soon after accept': (socket) => {
    setTimeout(reset, 3, socket)
  },
  'destroyed on accept': (socket) => socket.destroy(),
  'destroyed soon after accept': (socket) => {
    setTimeout(() => socket.destroy(), 3)
  },
  'closed on accept': (socket) => socket.end(),
}

/** What happens after the TLS handshake, if there is one. */
const ABOVE_TLS: Readonly<Record<string, StreamHandler>> = {
  'closed after the request': onRequest((stream) => stream.end()),
  'destroyed after the request': onRequest((_, socket) => socket.destroy()),
  'reset after the request': onRequest((_, socket) => reset(socket)),
  'reset in the head': onRequest((stream, socket) => {
    stream.write(HEAD, () => reset(socket))
  }),
  'closed in the head': onRequest((stream) => stream.end(HEAD)),
  'reset in the body': onRequest((stream, socket) => {
    stream.write(BODY, () => reset(socket))
  }),
  'closed in the body': onRequest((stream) => stream.end(BODY)),
  'destroyed in the body': onRequest((stream, socket) => {
    stream.write(BODY, () => socket.destroy())
  }),
}

const credentials = makeCertificate('valid', HOST, makeAuthorities())
const loopback = { host: '127.0.0.1', port: 0 }
const ports: Record<string, number> = {}
for (const [name, handler] of Object.entries(BELOW_TLS)) {
  const { port } = await openPort(loopback, handler)
  ports[`plain: ${name}`] = port
  ports[`TLS: ${name}`] = port
}
for (const [name, handler] of Object.entries(ABOVE_TLS)) {
  const [plain, secure] = await Promise.all([
    openPort(loopback, plainHandler(handler)),
    openPort(loopback, tlsHandler(credentials, handler)),
  ])
  ports[`plain: ${name}`] = plain.port
  ports[`TLS: ${name}`] = secure.port
}
process.send?.(ports)
