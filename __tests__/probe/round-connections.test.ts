import { connect } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { errorWithCode } from '../../lab/network/routes.ts'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { probeSite } from '../../src/probe/index.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import { SITE } from '../support/config.ts'
import { responseOf, servePersistently, type PersistentServer, type Turn } from '../support/persistent.ts'
import { address, HOST, network } from '../support/wire.ts'

const EDGE = '104.16.10.10'
const ORIGIN = '203.0.113.10'
const RAY = ['Server: cloudflare', 'CF-Ray: 8f2a1c0d9e7b6543-SJC']
const TRACE = responseOf('200 OK', RAY, 'fl=1\nvisit_scheme=http\ncolo=SJC\n')

type Respond = (turn: Turn) => unknown

const page =
  (status: string, ...headers: readonly string[]): Respond =>
  ({ socket }) =>
    socket.write(responseOf(status, headers, 'shop'))

const edgePage =
  (respond: Respond): Respond =>
  (turn) =>
    turn.path === '/cdn-cgi/trace' ? turn.socket.write(TRACE) : respond(turn)

let servers: readonly PersistentServer[] = []
afterEach(async () => {
  await Promise.all(servers.map(({ close }) => close()))
})

interface Round {
  readonly evidence: Evidence
  /** The requests to each server, as `connection: path`. */
  readonly edge: string
  readonly origin: string
}

/** Runs a round and waits until every connection is closed. */
async function runRound(
  atEdge: Respond,
  atOrigin: Respond,
  {
    traceAtOnce = false,
    timeout = 20_000,
  }: { readonly traceAtOnce?: boolean; readonly timeout?: number } = {},
): Promise<Round> {
  const [edge, origin] = await Promise.all([servePersistently(edgePage(atEdge)), servePersistently(atOrigin)])
  servers = [edge, origin]
  const site = {
    ...SITE,
    url: `http://${HOST}/`,
    origins: [{ scheme: 'http:', host: ORIGIN, port: 80 }],
    resolvers: [],
  } as const
  const context = {
    network: network({
      // Cloudflare's status page is not part of this network.
      lookup: (host) =>
        host === HOST ? Promise.resolve([address(EDGE)]) : Promise.reject(errorWithCode('ENOTFOUND')),
      dial: (to) => connect(to === ORIGIN ? origin.port : edge.port, '127.0.0.1'),
    }),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout,
    onAddresses: () => undefined,
  }
  const evidence = await probeSite({ ...planOf(site), traceAtOnce }, context, followUpQuestions)
  await Promise.all([edge.allClosed(), origin.allClosed()])
  return {
    evidence,
    edge: edge.requests().replace(/\?origin-gate=\w+/, '?uncached'),
    origin: origin.requests(),
  }
}

describe('a round without a trace', () => {
  test('sends one request to each side of a healthy site', async () => {
    const { evidence, edge, origin } = await runRound(page('200 OK', ...RAY), page('200 OK'))
    expect([edge, origin]).toEqual(['1: /', '1: /'])
    expect(evidence).toMatchObject({ edge: { kind: 'completed' }, origins: [{ kind: 'completed' }] })
    expect(evidence).not.toHaveProperty('trace')
  })

  test('requests it when the page does not show that Cloudflare responded', async () => {
    const { evidence, edge } = await runRound(page('200 OK'), page('200 OK'))
    expect(edge).toBe('1: /, 2: /cdn-cgi/trace')
    expect(evidence.trace).toMatchObject({
      kind: 'completed',
      body: { text: expect.stringContaining('colo=SJC') },
    })
  })

  test('requests it when the page fails', async () => {
    const { evidence } = await runRound(({ socket }) => socket.resetAndDestroy(), page('200 OK'))
    expect(evidence).toMatchObject({ edge: { kind: 'failed' }, trace: { kind: 'completed' } })
  })

  test('requests it before the deadline when the page never arrives', async () => {
    const { evidence } = await runRound(() => undefined, page('200 OK'), { timeout: 600 })
    expect(evidence).toMatchObject({
      edge: { kind: 'failed', error: { reason: 'timeout' } },
      trace: { kind: 'completed' },
    })
  })
})

test('a round requests the trace at once by default', async () => {
  const { evidence, edge } = await runRound(page('200 OK', ...RAY), page('200 OK'), { traceAtOnce: true })
  expect(edge.split(', ')).toHaveLength(2)
  expect(evidence.trace).toMatchObject({ kind: 'completed' })
})

describe('a follow-up over the open connection', () => {
  test('bypasses the cache', async () => {
    const { evidence, edge } = await runRound(page('200 OK', ...RAY, 'CF-Cache-Status: HIT'), page('200 OK'))
    expect(edge).toBe('1: /, 1: /?uncached')
    expect(evidence.uncached).toMatchObject({ kind: 'completed', head: { status: 200 } })
  })

  test("leaves out Cloudflare's headers, and nothing is repeated if the origin still fails", async () => {
    const { evidence, origin } = await runRound(page('502 Bad Gateway', ...RAY), page('502 Bad Gateway'))
    expect(origin).toBe('1: /, 1: /')
    expect(evidence.rechecks).toMatchObject([{ withoutCloudflareHeaders: { head: { status: 502 } } }])
    expect(evidence.rechecks?.[0]).not.toHaveProperty('repeated')
  })

  test('is followed by a repetition over a new connection if the origin then responds', async () => {
    const { evidence, origin } = await runRound(page('502 Bad Gateway', ...RAY), ({ socket, place }) =>
      socket.write(responseOf(place === 1 ? '502 Bad Gateway' : '200 OK')),
    )
    expect(origin).toBe('1: /, 1: /, 2: /')
    expect(evidence.rechecks).toMatchObject([
      { withoutCloudflareHeaders: { head: { status: 200 } }, repeated: { head: { status: 502 } } },
    ])
  })

  test('uses a new connection if the server closed it', async () => {
    const { evidence, origin } = await runRound(page('502 Bad Gateway', ...RAY), ({ socket }) =>
      socket.end(responseOf('502 Bad Gateway', ['Connection: close'])),
    )
    expect(origin).toBe('1: /, 2: /')
    expect(evidence.rechecks).toMatchObject([{ withoutCloudflareHeaders: { head: { status: 502 } } }])
  })
})
