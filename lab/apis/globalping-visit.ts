import { request as httpRequest, type IncomingMessage } from 'node:http'
import { isIP, type Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { connect as tlsConnect, type TLSSocket } from 'node:tls'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { field, textField } from './api.ts'
import type { Visit } from './globalping-probes.ts'

/** How a probe reaches the lab's servers. */
export interface ProbeNetwork {
  /** The addresses of a name, or the code of the failure. */
  readonly resolve: (name: string) => readonly string[] | string
  /** Connects. Fails with the kernel's code. */
  readonly dial: (address: string, port: number) => Promise<Socket>
  /** PEM of the public roots. */
  readonly trusted: readonly string[]
}

/** Milliseconds. Globalping's probes wait ten seconds, which is too long for a lab. */
const REQUEST_TIMEOUT = 1500

/** Requests as Globalping's probes do: one request, every certificate accepted, redirects not followed. */
export const visitThrough =
  ({ resolve, dial, trusted }: ProbeNetwork): Visit =>
  async ({ target, options }, at) => {
    const request = field(options, 'request')
    const plain = textField(options, 'protocol') === 'HTTP'
    const given = field(options, 'port')
    const port = typeof given === 'number' ? given : plain ? 80 : 443
    const host = textField(request, 'host') ?? target
    const known = isIP(target) !== 0 ? [target] : at === undefined ? resolve(target) : [at]
    if (typeof known === 'string') return { failure: `queryA ${known} ${target}` }
    const [address = ''] = known
    const timer = { passed: false }
    const sockets: Socket[] = []
    const timeout = setTimeout(() => {
      timer.passed = true
      for (const socket of sockets) socket.destroy()
    }, REQUEST_TIMEOUT)
    try {
      const wire = await dial(address, port)
      sockets.push(wire)
      const socket = plain ? wire : await secure(wire, isIP(target) === 0 ? target : host, trusted)
      const response = await send(socket, host, request)
      const raw = await buffer(response)
      return {
        status: response.statusCode ?? 0,
        headers: fieldsOf(response),
        body: decoded(raw, response.headers['content-encoding']).toString(),
        address,
        ...(isSecure(socket) &&
          !socket.authorized && { certificateError: String(socket.authorizationError) }),
      }
    } catch (cause) {
      if (timer.passed) return { failure: 'Request timeout.' }
      return { failure: messageOf(cause, address, port) }
    } finally {
      clearTimeout(timeout)
      for (const socket of sockets) socket.destroy()
    }
  }

const isSecure = (socket: Socket | TLSSocket): socket is TLSSocket => 'authorized' in socket

const secure = (socket: Socket, servername: string, trusted: readonly string[]): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const tls = tlsConnect({
      socket,
      servername,
      rejectUnauthorized: false,
      ca: [...trusted],
      ALPNProtocols: ['http/1.1'],
    })
    tls.once('secureConnect', () => resolve(tls))
    tls.once('error', reject)
    tls.once('close', () =>
      reject(new Error('Client network socket disconnected before secure TLS connection was established')),
    )
  })

const send = (socket: Socket, host: string, request: unknown): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const query = textField(request, 'query') ?? ''
    const headers = field(request, 'headers')
    const outgoing = httpRequest({
      createConnection: () => socket,
      method: textField(request, 'method') ?? 'HEAD',
      path: `${`/${textField(request, 'path') ?? ''}`.replace(/^\/\//, '/')}${query === '' ? '' : `?${query}`}`,
      headers: {
        'accept-encoding': 'gzip, deflate, br',
        ...(typeof headers === 'object' && headers),
        'user-agent': 'globalping probe (https://github.com/jsdelivr/globalping)',
        host,
        connection: 'close',
      },
    })
    outgoing.once('error', reject)
    outgoing.once('response', resolve)
    outgoing.end()
  })

function fieldsOf({
  headersDistinct,
}: IncomingMessage): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(
    Object.entries(headersDistinct).map(([name, values = []]) => [
      name,
      values.length === 1 ? (values[0] ?? '') : values,
    ]),
  )
}

function decoded(body: Buffer, encoding: string | undefined): Buffer {
  if (body.length === 0) return body
  if (encoding === 'gzip') return gunzipSync(body)
  return encoding === 'br' ? brotliDecompressSync(body) : body
}

/** The lab's errors have a code only, and Node's messages have its addresses and ports. */
function messageOf(cause: unknown, address: string, port: number): string {
  const code = textField(cause, 'code') ?? ''
  if (/^E(?:CONNREFUSED|HOSTUNREACH|NETUNREACH|TIMEDOUT)$/.test(code))
    return `connect ${code} ${address}:${port}`
  return code === 'ECONNRESET' && textField(cause, 'message') !== 'socket hang up'
    ? 'read ECONNRESET'
    : (textField(cause, 'message') ?? 'unknown')
}
