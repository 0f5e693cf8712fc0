import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import type { OriginTarget, Site } from '../../src/domain/config.ts'
import type { Address } from '../../src/domain/dns.ts'
import { probeSite } from '../../src/probe/index.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import type { Network, ProbeContext } from '../../src/probe/types.ts'
import { SITE as ANY_SITE } from '../support/config.ts'
import { address, network, serve, type Server } from '../support/wire.ts'

const SITE: Site = {
  ...ANY_SITE,
  url: 'http://www.shop.example/cart?id=1',
  headers: [['X-Gate', 'open']],
}
const target = (host: string, port = 80, scheme: OriginTarget['scheme'] = 'http:'): OriginTarget => ({
  scheme,
  host,
  port,
})

describe('a round', () => {
  let server: Server
  beforeEach(async () => {
    server = await serve((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'))
  })
  afterEach(() => server.close())

  async function runRound(origins: readonly OriginTarget[], changes: Partial<Network> = {}) {
    const lookups: string[] = []
    const events: string[] = []
    const names: Readonly<Record<string, readonly string[]>> = {
      'www.shop.example': ['104.16.10.10'],
      'origin.example': ['203.0.113.10', '2001:db8::10'],
    }
    const context: ProbeContext = {
      network: network({
        lookup: async (host): Promise<readonly Address[]> => {
          lookups.push(host)
          return (names[host] ?? []).map(address)
        },
        dial: (at) => {
          events.push(`dial ${at}`)
          return connect(server.port, '127.0.0.1')
        },
        ...changes,
      }),
      clock: systemClock,
      signal: new AbortController().signal,
      timeout: 1000,
      onAddresses: (addresses) => events.push(`report ${addresses.join(' ')}`),
    }
    const evidence = await probeSite(planOf({ ...SITE, origins }), context, followUpQuestions)
    return { evidence, lookups, events }
  }

  test('requests the edge, the trace and every origin, and resolves the name once', async () => {
    const { evidence, lookups } = await runRound([target('203.0.113.10'), target('203.0.113.11')])
    expect(evidence).toMatchObject({
      at: expect.any(Number),
      request: {
        url: SITE.url,
        origins: [
          { tls: false, port: 80 },
          { tls: false, port: 80 },
        ],
      },
      edge: { kind: 'completed' },
      trace: { kind: 'completed' },
      dns: { kind: 'resolved', addresses: [{ address: '104.16.10.10', family: 4 }] },
      origins: [{ kind: 'completed' }, { kind: 'completed' }],
    })
    expect(lookups).toEqual(['www.shop.example'])
    expect(server.received().match(/GET \/cart\?id=1 /g)).toHaveLength(3)
    expect(server.received().match(/GET \/cdn-cgi\/trace /g)).toHaveLength(1)
  })

  test("reports the addresses of an origin's name before connecting to them", async () => {
    const { events } = await runRound([target('origin.example')])
    const reported = events.indexOf('report 203.0.113.10 2001:db8::10')
    expect(reported).toBeGreaterThanOrEqual(0)
    expect(events.indexOf('dial 203.0.113.10')).toBeGreaterThan(reported)
    expect(
      events.filter((line) => line.includes('104.16.10.10')).every((line) => line.startsWith('dial')),
    ).toBe(true)
  })

  test('is plain JSON', async () => {
    const { evidence } = await runRound([target('203.0.113.10')])
    expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence)
  })
})
