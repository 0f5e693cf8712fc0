import { connect, createServer, type Socket } from 'node:net'
import { TLSSocket, createSecureContext } from 'node:tls'
import { makeCertificate, makeAuthorities } from '../../lab/tls/authorities.ts'
import { listen } from '../../lab/network/listen.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { BODY_LIMIT } from '../../src/probe/http/body.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { exchange, type ProbeContext } from '../../src/probe/http/exchange.ts'
import { sendHttp2 } from '../../src/probe/http/http2.ts'
import { sendTwice } from '../../src/probe/http/keep-alive.ts'
import type { ProbeRequest } from '../../src/probe/plan/plan.ts'
import { connectThroughProxy } from '../../src/probe/network/http-connect.ts'
import { inPieces, type Dice } from './bytes.ts'
import { ANSWERS, holds, type Target } from './targets.ts'

const HOST = 'www.shop.example'
/** Milliseconds for one exchange, and for it to end after that. */
const [PATIENCE, GRACE] = [300, 5000]

/** A port of loopback that answers whatever it is asked with the input of the moment, and closes or stays. */
interface Peer {
  readonly port: number
  readonly says: (input: Uint8Array, dice: Dice) => void
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
    says: (input, dice) => {
      pieces = inPieces(input, dice)
      // Most close. One that stays costs the whole deadline.
      ending = dice(50) === 0 ? 2 : dice(8) === 0 ? 1 : 0
    },
  }
}

const askAt = (port: number, tls: boolean): ProbeRequest => ({
  host: HOST,
  port,
  ...(tls && { tls: { servername: HOST, trust: 'cloudflare' } as const }),
  method: 'GET',
  path: '/',
  headers: { host: HOST },
})

const WAY: ProbeContext = {
  network: {
    lookup: () => Promise.resolve([]),
    query: () => Promise.resolve([]),
    dial: (_, port) => connect(port, '127.0.0.1'),
    originCa: [],
  },
  clock: systemClock,
  signal: new AbortController().signal,
  timeout: PATIENCE,
  onAddresses: () => undefined,
}

const NAME = Promise.resolve({
  host: HOST,
  elapsed: 0,
  kind: 'resolved',
  addresses: [{ address: '203.0.113.10', family: 4 }],
} as const)

function bounded(found: Exchange | undefined): void {
  if (found?.kind !== 'completed') return
  holds(found.body.text.length <= BODY_LIMIT, 'a body has its limit')
  holds(JSON.parse(JSON.stringify(found)) !== null, 'it is plain JSON')
}

async function tunnelled(port: number): Promise<void> {
  const proxy = { host: '127.0.0.1', port, tls: false }
  const tunnel = await connectThroughProxy(proxy, HOST, 443, AbortSignal.timeout(PATIENCE))
  if (tunnel.ok) tunnel.socket.on('error', () => undefined).destroy()
  else holds(tunnel.error.reason === 'proxy', 'the proxy alone is blamed')
}

async function inTime(work: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => late.reject(new Error('not kept: it ends with its deadline')),
    PATIENCE + GRACE,
  )
  try {
    await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** Targets that speak with a real socket: milliseconds each, so they get few inputs. `close` frees the ports. */
export async function socketTargets(): Promise<{
  readonly targets: readonly Target[]
  readonly close: () => Promise<void>
}> {
  const credentials = makeCertificate('valid', HOST, makeAuthorities())
  const secureContext = createSecureContext(credentials)
  const plain = await openPeer((wire) => wire)
  // An empty SETTINGS frame, and whatever comes then (RFC 9113, section 6.5).
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
      examples: ANSWERS,
      read(input, dice) {
        plain.says(input, dice)
        return inTime(exchange(askAt(plain.port, false), NAME, WAY).then(bounded))
      },
    },
    {
      id: 'kept',
      share: 2,
      examples: ANSWERS,
      read(input, dice) {
        plain.says(input, dice)
        const asked = sendTwice(askAt(plain.port, false), NAME, WAY)
        return inTime(asked.then((kept) => bounded(kept.reused ? kept.exchange : undefined)))
      },
    },
    {
      id: 'http2',
      share: 1,
      examples: frames,
      read(input, dice) {
        http2.says(input, dice)
        const asked = sendHttp2(askAt(http2.port, true), NAME, WAY)
        return inTime(asked.then((found) => bounded(found.agreed ? found.exchange : undefined)))
      },
    },
    {
      id: 'tunnel',
      share: 1,
      examples: ['HTTP/1.1 200 Connection established\r\n\r\n', 'HTTP/1.1 407 No\r\n\r\n'].map((text) =>
        Buffer.from(text),
      ),
      read(input, dice) {
        plain.says(input, dice)
        return inTime(tunnelled(plain.port))
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
