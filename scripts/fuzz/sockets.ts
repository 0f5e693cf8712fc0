import { connect, createServer, type Socket } from 'node:net'
import { TLSSocket, createSecureContext } from 'node:tls'
import { makeCertificate, makeAuthorities } from '../../lab/tls/authorities.ts'
import { listen } from '../../lab/network/listen.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { rawTextOf } from '../../src/domain/untrusted.ts'
import { BODY_LIMIT } from '../../src/probe/http/body.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { exchange } from '../../src/probe/http/exchange.ts'
import { sendHttp2 } from '../../src/probe/http/http2.ts'
import { sendTwice } from '../../src/probe/http/keep-alive.ts'
import { connectThroughProxy } from '../../src/probe/network/http-connect.ts'
import { connectThroughSocks } from '../../src/probe/network/socks.ts'
import type { ProbeContext, ProbeRequest } from '../../src/probe/types.ts'
import { splitRandomly, type Random } from './bytes.ts'
import { RESPONSES } from './examples.ts'
import { assertThat, type Target } from './targets.ts'

const HOST = 'www.shop.example'
/** Milliseconds for one exchange, and for it to end after its deadline. */
const [TIMEOUT, GRACE] = [300, 5000]

/** A port on loopback. It responds to every request with the current input, and then closes or stays open. */
interface Peer {
  readonly port: number
  readonly sends: (input: Uint8Array, random: Random) => void
  readonly close: () => Promise<void>
}

async function openPeer(
  wrap: (wire: Socket) => Socket,
  opening: Uint8Array = new Uint8Array(),
): Promise<Peer> {
  let pieces: readonly Uint8Array[] = []
  let ending = 0
  const server = createServer({ noDelay: true }, (wire) => {
    wire.on('error', () => undefined)
    const stream = wrap(wire)
    stream.on('error', () => undefined)
    stream.on('data', () => {
      stream.write(opening)
      for (const piece of pieces) stream.write(piece)
      if (ending === 0) stream.end()
      if (ending === 1) wire.resetAndDestroy()
    })
  })
  const { port, close } = await listen(server)
  return {
    port,
    close,
    sends: (input, random) => {
      pieces = splitRandomly(input, random)
      // Most close. A connection that stays open costs the whole deadline.
      ending = random(50) === 0 ? 2 : random(8) === 0 ? 1 : 0
    },
  }
}

const requestTo = (port: number, tls: boolean): ProbeRequest => ({
  host: HOST,
  port,
  ...(tls && { tls: { servername: HOST, trust: 'cloudflare' } as const }),
  method: 'GET',
  path: '/',
  headers: { host: HOST },
})

const CONTEXT: ProbeContext = {
  network: {
    lookup: () => Promise.resolve([]),
    query: () => Promise.resolve([]),
    dial: (_, port) => connect(port, '127.0.0.1'),
    originCa: [],
  },
  clock: systemClock,
  signal: new AbortController().signal,
  timeout: TIMEOUT,
  onAddresses: () => undefined,
}

const NAME = Promise.resolve({
  host: HOST,
  elapsed: 0,
  kind: 'resolved',
  addresses: [{ address: '203.0.113.10', family: 4 }],
} as const)

function assertBounded(found: Exchange | undefined): void {
  if (found?.kind !== 'completed') return
  assertThat(rawTextOf(found.body.text).length <= BODY_LIMIT, 'the body is within its limit')
  assertThat(JSON.parse(JSON.stringify(found)) !== null, 'the exchange is plain JSON')
}

async function connectsThroughProxy(port: number): Promise<void> {
  const proxy = { protocol: 'http', host: '127.0.0.1', port, tls: false } as const
  const tunnel = await connectThroughProxy(proxy, HOST, 443, AbortSignal.timeout(TIMEOUT))
  if (tunnel.ok) tunnel.socket.on('error', () => undefined).destroy()
  else assertThat(tunnel.error.reason === 'proxy', 'the failure names the proxy')
}

async function connectsThroughSocks(port: number, random: Random): Promise<void> {
  const login = random(2) === 0 ? {} : { login: { user: 'ci', password: 'word' } }
  const proxy = { protocol: 'socks5', host: '127.0.0.1', port, ...login } as const
  const tunnel = await connectThroughSocks(proxy, HOST, 443, AbortSignal.timeout(TIMEOUT))
  if (tunnel.ok) tunnel.socket.on('error', () => undefined).destroy()
  else
    assertThat(SOCKS_FAILURES.has(tunnel.error.reason), 'the failure is of the proxy or of the destination')
}

/** The proxy reports all but the first. */
const SOCKS_FAILURES: ReadonlySet<string> = new Set(['proxy', 'refused', 'unreachable', 'timeout'])

async function withinDeadline(work: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('violated: it ends at its deadline')), TIMEOUT + GRACE)
  try {
    await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** Targets with a real socket. They take milliseconds each, so they get few inputs. `close` frees the ports. */
export async function socketTargets(): Promise<{
  readonly targets: readonly Target[]
  readonly close: () => Promise<void>
}> {
  const credentials = makeCertificate('valid', HOST, makeAuthorities())
  const secureContext = createSecureContext(credentials)
  const plain = await openPeer((wire) => wire)
  // An empty SETTINGS frame (RFC 9113, section 6.5), before the input.
  const settings = Uint8Array.of(0, 0, 0, 4, 0, 0, 0, 0, 0)
  const http2 = await openPeer(
    (wire) => new TLSSocket(wire, { isServer: true, secureContext, ALPNProtocols: ['h2'] }),
    settings,
  )
  const frames = [
    [0, 0, 1, 1, 4, 0, 0, 0, 1, 0x88],
    [0, 0, 2, 0, 1, 0, 0, 0, 1, 104, 105],
    [0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 8],
    [0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11],
    [0, 0, 1, 1, 4, 0, 0, 0, 1, 0x88, 0, 0, 2, 0, 1, 0, 0, 0, 1, 104, 105],
  ].map((frame) => Uint8Array.from(frame))
  const targets: readonly Target[] = [
    {
      id: 'exchange',
      share: 6,
      examples: RESPONSES,
      read(input, random) {
        plain.sends(input, random)
        return withinDeadline(exchange(requestTo(plain.port, false), NAME, CONTEXT).then(assertBounded))
      },
    },
    {
      id: 'keep-alive',
      share: 2,
      examples: RESPONSES,
      read(input, random) {
        plain.sends(input, random)
        const sent = sendTwice(requestTo(plain.port, false), NAME, CONTEXT)
        return withinDeadline(
          sent.then((second) => assertBounded(second.reused ? second.exchange : undefined)),
        )
      },
    },
    {
      id: 'http2',
      share: 1,
      examples: frames,
      read(input, random) {
        http2.sends(input, random)
        const sent = sendHttp2(requestTo(http2.port, true), NAME, CONTEXT)
        return withinDeadline(sent.then((found) => assertBounded(found.agreed ? found.exchange : undefined)))
      },
    },
    {
      id: 'proxy-connect',
      share: 1,
      examples: ['HTTP/1.1 200 Connection established\r\n\r\n', 'HTTP/1.1 407 No\r\n\r\n'].map((text) =>
        Buffer.from(text),
      ),
      read(input, random) {
        plain.sends(input, random)
        return withinDeadline(connectsThroughProxy(plain.port))
      },
    },
    {
      id: 'socks-connect',
      share: 1,
      examples: [
        [5, 0, 5, 0, 0, 1, 0, 0, 0, 0, 0, 0],
        [5, 0],
        [5, 2, 1, 0],
        [5, 5, 0, 3, 3, 97, 98, 99, 0, 80],
      ].map((reply) => Uint8Array.from(reply)),
      read(input, random) {
        plain.sends(input, random)
        return withinDeadline(connectsThroughSocks(plain.port, random))
      },
    },
  ]
  return {
    targets,
    close: async () => {
      await Promise.all([plain.close(), http2.close()])
    },
  }
}
