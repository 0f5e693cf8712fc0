import { connect, Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { errorWithCode } from '../../../lab/network/routes.ts'
import { judge } from '../../../src/diagnosis/judge.ts'
import { followUpQuestions } from '../../../src/diagnosis/next/questions.ts'
import { worstPage } from '../../../src/diagnosis/site-addresses.ts'
import type { Evidence } from '../../../src/domain/evidence.ts'
import { probeSite } from '../../../src/probe/index.ts'
import { systemClock } from '../../../src/probe/network/clock.ts'
import { systemNetwork } from '../../../src/probe/network/network.ts'
import { planOf } from '../../../src/probe/plan/plan.ts'
import type { Network, ProbeContext } from '../../../src/probe/types.ts'
import { SITE } from '../../support/config.ts'
import { address, HOST, network, serve, type Server } from '../../support/wire.ts'

const V4 = '203.0.113.10'
const OTHER_V4 = '203.0.113.20'
const V6 = '2001:db8::10'
const EDGE = '104.16.10.10'
const ORIGIN = 'origin.example'

let server: Server
beforeEach(async () => {
  server = await serve((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'))
})
afterEach(() => server.close())

interface Round {
  readonly evidence: Evidence
  /** Connections by address, without those of the trace. */
  readonly dialed: readonly string[]
  readonly connections: number
}

async function runRound(
  names: Readonly<Record<string, readonly string[]>>,
  { failing = [], ...changes }: Partial<Network> & { readonly failing?: readonly string[] } = {},
): Promise<Round> {
  const dialed: string[] = []
  let connections = 0
  const context: ProbeContext = {
    network: network({
      lookup: (host) => Promise.resolve((names[host] ?? []).map(address)),
      dial: (to) => {
        dialed.push(to)
        if (!failing.includes(to)) return connect(server.port, '127.0.0.1')
        const socket = new Socket()
        process.nextTick(() => socket.destroy(errorWithCode('ECONNREFUSED')))
        return socket
      },
      ...changes,
    }),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout: 10_000,
    onAddresses: () => undefined,
    onConnections: (count) => (connections = count),
  }
  const site = {
    ...SITE,
    url: `http://${HOST}/`,
    origins: [{ scheme: 'http:', host: ORIGIN, port: 80 }],
    resolvers: [],
  } as const
  const plan = { ...planOf(site), traceAtOnce: false }
  const evidence = await probeSite(plan, context, followUpQuestions, undefined, undefined, (pages) =>
    worstPage(plan.request, pages),
  )
  return { evidence, dialed, connections }
}

const directOf = ({ evidence: { request, origins = [] } }: Round) =>
  origins.map((origin, index) => [
    request.origins[index]?.address?.family,
    origin.kind === 'failed' ? origin.error.reason : origin.head.status,
  ])

const withoutIpv6 = (to: string): Promise<boolean> => Promise.resolve(!to.includes(':'))
const withoutRoutes = (): Promise<boolean> => Promise.resolve(false)

const throughProxy: NonNullable<Network['openThroughProxy']> = () => async () => ({
  ok: true,
  socket: connect(server.port, '127.0.0.1'),
})

describe('a round requests', () => {
  test('each address of an origin once', async () => {
    const round = await runRound({ [HOST]: [EDGE], [ORIGIN]: [V6, V4] }, { failing: [V6] })
    expect(directOf(round)).toEqual([
      [4, 200],
      [6, 'refused'],
    ])
    expect(round.dialed.filter((to) => to !== EDGE).toSorted()).toEqual([V6, V4].toSorted())
    expect(round.connections).toBe(3)
  })

  test('the same, in whatever order the addresses arrive', async () => {
    const [one, other] = await Promise.all([
      runRound({ [HOST]: [EDGE], [ORIGIN]: [V4, OTHER_V4] }, { failing: [V4] }),
      runRound({ [HOST]: [EDGE], [ORIGIN]: [OTHER_V4, V4] }, { failing: [V4] }),
    ])
    expect(directOf(other)).toEqual(directOf(one))
    expect(judge(other.evidence).warnings[0]?.origin).toEqual(judge(one.evidence).warnings[0]?.origin)
  })

  test('one address, if the name has no other, without a word about it', async () => {
    const round = await runRound({ [HOST]: [EDGE, '104.16.20.20'], [ORIGIN]: [V4, V4] })
    expect(round.dialed.filter((to) => to === V4)).toEqual([V4])
    expect(round.connections).toBe(2)
    expect(round.evidence.request.origins).toEqual([{ tls: false, port: 80, named: true }])
    expect(round.evidence.request).not.toHaveProperty('siteAddress')
  })

  test('one address of an origin at Cloudflare', async () => {
    const round = await runRound({ [HOST]: [EDGE], [ORIGIN]: ['104.16.30.30', '104.16.40.40'] })
    expect(round.evidence.origins).toHaveLength(1)
    expect(round.evidence.request.origins).toEqual([{ tls: false, port: 80, named: true }])
  })

  test('no IPv6 address without a route to it, and counts it', async () => {
    const network = { hasRoute: withoutIpv6, failing: [V6] }
    const round = await runRound({ [HOST]: [EDGE], [ORIGIN]: [V4, V6] }, network)
    expect(round.dialed).not.toContain(V6)
    expect(round.evidence.request.origins[0]?.unchecked).toEqual({ withoutIpv6: 1 })
    expect(judge(round.evidence)).toMatchObject({
      verdict: 'healthy',
      warnings: [],
      notes: [{ cause: { id: 'origin-unreachable' } }],
    })
  })

  test('all of them without any route: then the failure is shown', async () => {
    const network = { hasRoute: withoutRoutes, failing: [V4, V6] }
    const round = await runRound({ [HOST]: [EDGE], [ORIGIN]: [V4, V6] }, network)
    expect(directOf(round)).toEqual([
      [4, 'refused'],
      [6, 'refused'],
    ])
  })

  test('one address through a proxy, which chooses it', async () => {
    const round = await runRound(
      { [HOST]: [EDGE], [ORIGIN]: [V4, V6, OTHER_V4] },
      { openThroughProxy: throughProxy },
    )
    expect(round.dialed).toEqual([])
    expect(round.evidence.origins).toHaveLength(1)
    expect(round.evidence.request.origins[0]?.unchecked).toEqual({ byProxy: 2 })
  })

  test('each address of a site without Cloudflare, and judges the one that fails', async () => {
    const names = { [HOST]: [V4, OTHER_V4], [ORIGIN]: [V4] }
    const round = await runRound(names, { failing: [OTHER_V4] })
    expect(round.evidence).toMatchObject({
      edge: { kind: 'failed', error: { reason: 'refused' } },
      request: { siteAddress: { position: 2, of: 2, family: 4 } },
      otherAddresses: [{ address: { position: 1 }, exchange: { kind: 'completed' } }],
    })
    expect(judge(round.evidence).findings[0]).toMatchObject({
      cause: { id: 'origin-refused' },
      origin: { site: true, address: { position: 2 } },
    })
  })

  describe('of a site at Cloudflare and elsewhere', () => {
    const EDGES = [EDGE, '104.16.20.20', '2606:4700::6810:a0a']
    const rotations = [...EDGES, V4, OTHER_V4].map((_, by, all) => all.slice(by).concat(all.slice(0, by)))
    test.each(rotations)(
      'one at Cloudflare and each of the others, however they rotate: %s',
      async (...all) => {
        const round = await runRound({ [HOST]: all, [ORIGIN]: ['192.0.2.1'] }, { failing: [OTHER_V4] })
        expect(new Set(round.dialed)).toEqual(new Set([EDGE, '192.0.2.1', V4, OTHER_V4]))
        expect(round.connections).toBe(4)
        expect(round.evidence).toMatchObject({
          edge: { kind: 'failed' },
          request: { siteAddress: { position: 3, of: 3, family: 4, ofFamily: 2, outside: true } },
          otherAddresses: [{ address: { position: 1 } }, { address: { position: 2, outside: true } }],
        })
        const [finding] = judge(round.evidence).findings
        expect(finding).toMatchObject({ cause: { id: 'origin-refused' }, origin: { site: true } })
      },
    )

    test('four at most', async () => {
      const others = ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4', V6]
      const round = await runRound({ [HOST]: [...others, ...EDGES], [ORIGIN]: ['192.0.2.1'] })
      expect(new Set(round.dialed)).toEqual(new Set([EDGE, '192.0.2.1', '203.0.113.1', '203.0.113.2', V6]))
      expect(round.evidence.request.siteUnchecked).toEqual({ overLimit: 2 })
    })

    test('once, if DNS64 made one of them from the other', async () => {
      const round = await runRound({ [HOST]: [EDGE, '64:ff9b::6810:a0a'], [ORIGIN]: [V4] })
      expect(round.connections).toBe(2)
    })
  })

  test('follow-ups go to the address that leaves the question', async () => {
    const text = 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'
    const broken = await serve((socket) => socket.end(text))
    const dial = (to: string): Socket => connect(to === OTHER_V4 ? broken.port : server.port, '127.0.0.1')
    const { evidence } = await runRound({ [HOST]: [EDGE], [ORIGIN]: [V4, OTHER_V4] }, { dial })
    await broken.close()
    expect(evidence.rechecks?.map((recheck) => Object.keys(recheck).length > 0)).toEqual([false, true])
  })
})

test('the system has a route to itself', async () => {
  const { hasRoute } = systemNetwork([], () => undefined)
  expect(await hasRoute?.('127.0.0.1')).toBe(true)
})
