import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { throughCloudflare, fromCache as cached } from '../../src/cloudflare/response.ts'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import { momentsOf } from '../../src/diagnosis/moments.ts'
import type { Config, Site } from '../../src/domain/config.ts'
import type { Evidence, History } from '../../src/domain/evidence.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { conclude } from '../../src/run/conclude.ts'
import {
  REASONS,
  brokenExchange,
  evidence,
  followUps,
  plainEvidence,
  recheck,
  reuse,
  zone,
} from '../support/arbitrary-evidence.ts'
import { CONFIG, SITE } from '../support/config.ts'
import { REQUEST, failedExchange, nginxError, plainError } from '../support/evidence.ts'
import { repetitions } from '../support/effort.ts'

/** No other request of the round replaces the first response of an origin, see `momentsOf`. */
const judgedByFirstResponses = (evidence: Evidence): boolean =>
  momentsOf(evidence).every(
    ({ origin }) => origin === undefined || evidence.origins?.includes(origin) === true,
  )

const expectedBy = ({ request }: Evidence, exchange: Exchange | undefined): boolean =>
  exchange?.kind === 'completed' &&
  (request.expectedBody === undefined || exchange.content?.body === 'found') &&
  !['loop', 'limit', 'nowhere'].includes(exchange.redirectChain?.end ?? '') &&
  request.expectedStatus.some(([from, to]) => exchange.head.status >= from && exchange.head.status <= to)

/** The origin rejects the probe: no connection, no handshake, 400, 401, 403, or closed before the first byte. */
const rejected = (origin: Exchange): boolean =>
  origin.kind === 'failed'
    ? origin.phase !== 'transfer' && (origin.phase !== 'processing' || origin.error.received === 0)
    : [400, 401, 403].includes(origin.head.status)

/** Adds evidence that was missing. */
const withMore =
  (more: { readonly [K in keyof Evidence]?: Evidence[K] | undefined }) =>
  (evidence: Evidence): Evidence =>
    JSON.parse(JSON.stringify({ ...more, ...evidence }))

const check = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void =>
  fc.assert(fc.property(arbitrary, property), { numRuns: repetitions(500) })

describe('for any evidence', () => {
  test('there is a verdict, and a cause exactly when it is not healthy', () => {
    check(evidence, (evidence) => {
      const { verdict, findings } = judge(evidence)
      expect(findings.length > 0).toBe(verdict !== 'healthy')
      if (findings[0] !== undefined)
        expect(['unhealthy', 'inconclusive']).toContain(findings[0].match.outcome)
      expect(findings.every(({ match }) => match.because !== '' && match.clues.length > 0)).toBe(true)
    })
  })

  test('healthy means that visitors got the expected response', () => {
    check(evidence, (evidence) => {
      if (judge(evidence).verdict === 'healthy') expect(expectedBy(evidence, evidence.edge)).toBe(true)
    })
  })

  test('a failing direct response is never healthy', () => {
    const failure = fc.oneof(
      fc
        .constantFrom(500, 502, 503, 504, 507, 599)
        .chain((status) => fc.constantFrom(plainError(status), nginxError(status))),
      fc
        .constantFrom(...REASONS.filter((reason) => reason !== 'proxy'))
        .map((reason) => failedExchange('transfer', reason, { received: 99 })),
    )
    check(fc.tuple(evidence, failure, fc.nat(3)), ([evidence, failure, at]) => {
      if (expectedBy(evidence, failure)) return
      const origins = (evidence.origins ?? []).toSpliced(at, 0, failure)
      const changed = {
        ...evidence,
        origins,
        request: { ...evidence.request, origins: origins.map(() => ({ tls: true, port: 443 })) },
      }
      fc.pre(judgedByFirstResponses(changed))
      expect(judge(changed).verdict).not.toBe('healthy')
    })
  })

  test("a healthy site's origins all respond as expected, or reject the direct probe", () => {
    check(evidence, (evidence) => {
      if (judge(evidence).verdict !== 'healthy' || !judgedByFirstResponses(evidence)) return
      for (const origin of evidence.origins ?? []) {
        const away = origin.redirectChain?.end === 'elsewhere' && origin.kind === 'completed'
        expect(away || expectedBy(evidence, origin) || rejected(origin)).toBe(true)
      }
    })
  })

  test('more evidence of failure never makes a site healthy', () => {
    const failure = fc.oneof(brokenExchange, fc.constantFrom(403, 404, 500, 502, 503).map(plainError))
    const question: fc.Arbitrary<(evidence: Evidence) => Evidence> = fc.oneof(
      failure.map((uncached) => withMore({ uncached })),
      followUps.map(({ resolvers, ownResolver, nameServers, analytics, statusPage, addressFamilies }) =>
        withMore({ resolvers, ownResolver, nameServers, analytics, statusPage, addressFamilies }),
      ),
      zone.map((zone) => withMore({ zone })),
      fc.array(recheck, { maxLength: 3 }).map((rechecks) => withMore({ rechecks })),
      fc.array(reuse, { maxLength: 3 }).map((idleConnections) => withMore({ idleConnections })),
      failure.map((origin) => (evidence: Evidence) => {
        const origins = [...(evidence.origins ?? []), origin]
        const request = { ...evidence.request, origins: origins.map(() => ({ tls: true, port: 443 })) }
        return { ...evidence, origins, request }
      }),
    )
    check(fc.tuple(evidence, question), ([evidence, more]) => {
      const before = judge(evidence)
      fc.pre(judgedByFirstResponses(more(evidence)))
      if (before.verdict !== 'healthy') expect(judge(more(evidence)).verdict).not.toBe('healthy')
    })
  })

  test('a failed direct connection leaves a site healthy that Cloudflare just served', () => {
    const closed = fc.oneof(
      fc
        .constantFrom(...REASONS.filter((reason) => reason !== 'unresolved' && reason !== 'proxy'))
        .map((reason) => failedExchange('connect', reason)),
      fc
        .constantFrom('reset', 'closed', 'protocol', 'timeout', 'other')
        .map((reason) => failedExchange('tls', reason)),
      fc.constantFrom(401, 403).map(plainError),
    )
    check(fc.tuple(plainEvidence, closed), ([evidence, origin]) => {
      // A record that points to another host is a failure by itself.
      const { zone: _, ...unread } = evidence
      const alone = { ...unread, origins: [] }
      fc.pre(judge(alone).verdict === 'healthy' && !cached(evidence.edge) && throughCloudflare(evidence.edge))
      fc.pre(!expectedBy(evidence, origin))
      const { verdict, notes } = judge({
        ...alone,
        origins: [origin],
        rechecks: [],
        request: { ...evidence.request, origins: [{ tls: true, port: 443 }] },
      })
      expect(verdict).toBe('healthy')
      expect(notes.map(({ cause }) => cause.id)).toContain('origin-locked-to-cloudflare')
    })
  })

  test("a failure of the runner's proxy is never blamed on the site", () => {
    const kept = failedExchange('connect', 'proxy')
    check(evidence, (evidence) => {
      const { verdict, findings } = judge({ ...evidence, edge: kept, trace: kept, origins: [kept] })
      expect([verdict, findings[0]?.cause.id]).toEqual(['inconclusive', 'runner-offline'])
    })
    check(evidence, (whole) => {
      const { zone: _, ...evidence } = whole
      const alone = judge({ ...evidence, origins: [] })
      const { verdict, findings } = judge({
        ...evidence,
        origins: [kept],
        request: { ...evidence.request, origins: [{ tls: true, port: 443 }] },
      })
      expect([verdict, findings[0]?.cause.id]).toEqual([alone.verdict, alone.findings[0]?.cause.id])
    })
  })

  test('no lead is certain without a probe through the edge', () => {
    check(evidence, (evidence) => {
      const blind = judge(withoutEdge(evidence))
      expect(blind.verdict).not.toBe('healthy')
      expect(
        [...blind.findings, ...blind.warnings].filter(({ match }) => match.confidence === 'certain'),
      ).toEqual([])
    })
  })

  test("Cloudflare's error codes count only in responses from Cloudflare", () => {
    check(evidence, (evidence) => {
      const [lead] = judge(evidence).findings
      if (lead?.cause.id === 'cloudflare-tunnel-down') expect(throughCloudflare(evidence.edge)).toBe(true)
      if (lead?.cause.id === 'origin-refused' && lead.match.confidence === 'certain')
        expect(throughCloudflare(evidence.edge)).toBe(true)
    })
  })

  test('a run that ends with an unhealthy round is never healthy', () => {
    check(
      fc.tuple(fc.array(evidence, { maxLength: 4 }), evidence, fc.integer({ min: 1, max: 3 })),
      ([before, last, streak]) => {
        const [first = last, ...rest] = before
        const history: History = before.length === 0 ? [last] : [first, ...rest, last]
        const { verdict, cause, judgments } = diagnose(history, streak)
        if (judge(last).verdict !== 'healthy') expect(verdict).not.toBe('healthy')
        if (verdict === 'healthy') {
          expect(cause).toBeUndefined()
          expect(judgments.slice(-streak).map((judgment) => judgment.verdict)).toEqual(
            Array.from({ length: streak }, () => 'healthy'),
          )
        }
      },
    )
  })

  test('there is a report in every format, and only a healthy site is promoted', () => {
    const config = configOf()
    fc.assert(
      fc.property(evidence, (evidence) => {
        const {
          sites: [site],
        } = config
        const report = conclude(
          [{ site, history: [evidence], diagnosis: diagnose([evidence], 1), addresses: [] }],
          config,
          evidence.at,
        )
        expect(report.promote).toBe(report.verdict === 'healthy')
        for (const render of Object.values(RENDERERS))
          expect(render(report)).not.toMatch(/203\.0\.113\.10|\bundefined\b|\bNaN\b/)
      }),
      { numRuns: 200 },
    )
  })
})

function withoutEdge({ at, request, origins = [], trace, dns }: Evidence): Evidence {
  return { at, request, origins, ...(trace !== undefined && { trace }), ...(dns !== undefined && { dns }) }
}

function configOf(): Config {
  const site: Site = {
    ...SITE,
    url: REQUEST.url,
    origins: [{ scheme: 'https:', host: '203.0.113.10', port: 443 }],
    originHost: REQUEST.host,
    originSni: REQUEST.host,
  }
  return { ...CONFIG, sites: [site] }
}
