import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Judgment } from '../../src/domain/diagnosis.ts'
import type { Address, Resolution } from '../../src/domain/dns.ts'
import type { Evidence, Recheck } from '../../src/domain/evidence.ts'
import type { Exchange, Head } from '../../src/domain/exchange.ts'
import { responseReader } from '../../src/probe/http/reader/response-reader.ts'
import { conclude } from '../../src/run/conclude.ts'
import {
  brokenExchange,
  evidence,
  plainEvidence,
  recheck,
  reuse,
  simple,
} from '../support/arbitrary-evidence.ts'
import { CONFIG, SITE } from '../support/config.ts'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import {
  edgeError,
  edgeResponse,
  evidenceWith,
  failedExchange,
  nginxError,
  plainError,
  refusedConnection,
  response,
  timedOutConnection,
} from '../support/evidence.ts'
import { repetitions } from '../support/effort.ts'

/** What must not depend on an order: verdict, cause and confidence, and the ids of warnings and notes. */
const resultOf = ({ verdict, findings: [lead], warnings, notes }: Judgment): unknown => ({
  verdict,
  cause: lead?.cause.id,
  confidence: lead?.match.confidence,
  warnings: warnings.map(({ cause }) => cause.id).toSorted(),
  notes: notes.map(({ cause }) => cause.id).toSorted(),
})

const permutation = (length: number): fc.Arbitrary<readonly number[]> => {
  const all = Array.from({ length }, (_, index) => index)
  return fc.shuffledSubarray(all, { minLength: length, maxLength: length })
}

function permuted<T>(values: readonly T[], order: readonly number[]): readonly T[] {
  return order.flatMap((index) => (index < values.length ? values.slice(index, index + 1) : []))
}

type Resolved = Extract<Resolution, { kind: 'resolved' }>

/** One row for each origin: everything that is known about it. */
interface OriginRow {
  readonly origin: Exchange
  readonly dialed: Evidence['request']['origins'][number]
  readonly recheck: Recheck
  readonly reuse: NonNullable<Evidence['idleConnections']>[number]
  readonly pointsHere: boolean | null
}

const row: fc.Arbitrary<OriginRow> = fc.record({
  origin: fc.oneof(simple, brokenExchange),
  dialed: fc.constantFrom({ tls: true, port: 443 }, { tls: false, port: 80 }),
  recheck,
  reuse,
  pointsHere: fc.constantFrom(true, false, null),
})

function withOrigins(base: Evidence, rows: readonly OriginRow[]): Evidence {
  const { zone } = base
  const record = zone?.record
  return {
    ...base,
    origins: rows.map(({ origin }) => origin),
    rechecks: rows.map((each) => each.recheck),
    idleConnections: rows.map((each) => each.reuse),
    request: { ...base.request, origins: rows.map(({ dialed }) => dialed) },
    ...(zone !== undefined &&
      record !== undefined && {
        zone: { ...zone, record: { ...record, pointsToOrigins: rows.map(({ pointsHere }) => pointsHere) } },
      }),
  }
}

function withAddresses(dns: Resolved, [first, ...rest]: readonly Address[]): Resolved {
  return first === undefined ? dns : { ...dns, addresses: [first, ...rest] }
}

function headersReversed(exchange: Exchange): Exchange {
  if (exchange.kind !== 'completed') return exchange
  const headers = Object.fromEntries(Object.entries(exchange.head.headers).toReversed())
  return { ...exchange, head: { ...exchange.head, headers } }
}

describe('verdict, cause and confidence never depend on', () => {
  test('the order of the lines in `origin`', () => {
    const property = fc.property(
      fc.oneof(evidence, plainEvidence),
      fc.array(row, { minLength: 2, maxLength: 4 }),
      permutation(4),
      (base, rows, order) => {
        const shuffled = permuted(rows, order)
        expect(resultOf(judge(withOrigins(base, shuffled)))).toEqual(resultOf(judge(withOrigins(base, rows))))
      },
    )
    fc.assert(property, { numRuns: repetitions(300) })
  })

  test('the order of two origins that fail in different ways', () => {
    const kinds = [
      response(200),
      refusedConnection,
      timedOutConnection,
      nginxError(502),
      plainError(403),
      plainError(404),
      plainError(500),
      ...(['closed', 'reset', 'timeout', 'protocol'] as const).flatMap((reason) => [
        failedExchange('tls', reason),
        failedExchange('processing', reason),
        failedExchange('transfer', reason, { received: 9 }),
      ]),
    ]
    const edges = [
      edgeResponse(200),
      edgeResponse(404),
      ...[502, 520, 521, 522, 523, 524, 525].map(edgeError),
    ]
    for (const edge of edges)
      for (const [index, first] of kinds.entries())
        for (const second of kinds.slice(index + 1)) {
          const [one, other] = [[first, second] as const, [second, first] as const].map((origin) =>
            resultOf(judge(evidenceWith({ edge, origin }))),
          )
          expect(one).toEqual(other)
        }
  })

  test('the order of DNS answers, of resolvers and of load balancer pools', () => {
    const property = fc.property(evidence, permutation(6), (base, order) => {
      const { resolvers, ownResolver, nameServers, dns, zone } = base
      const shuffled: Evidence = {
        ...base,
        ...(resolvers !== undefined && { resolvers: permuted(resolvers, order) }),
        ...(ownResolver !== undefined && { ownResolver: permuted(ownResolver, order) }),
        ...(nameServers !== undefined && { nameServers: permuted(nameServers, order) }),
        ...(dns?.kind === 'resolved' && { dns: withAddresses(dns, permuted(dns.addresses, order)) }),
        ...(zone?.pools !== undefined && { zone: { ...zone, pools: permuted(zone.pools, order) } }),
      }
      expect(resultOf(judge(shuffled))).toEqual(resultOf(judge(base)))
    })
    fc.assert(property, { numRuns: repetitions(200) })
  })

  test('the order of header names', () => {
    const property = fc.property(evidence, (base) => {
      const { edge, origins = [], uncached } = base
      const reversed: Evidence = {
        ...base,
        ...(edge !== undefined && { edge: headersReversed(edge) }),
        ...(uncached !== undefined && { uncached: headersReversed(uncached) }),
        origins: origins.map(headersReversed),
      }
      expect(resultOf(judge(reversed))).toEqual(resultOf(judge(base)))
    })
    fc.assert(property, { numRuns: repetitions(200) })
  })

  test('the order of the sites in `config`', () => {
    const site = fc.oneof(evidence, plainEvidence)
    const property = fc.property(
      fc.array(site, { minLength: 2, maxLength: 4 }),
      permutation(4),
      (all, order) => {
        const outcome = (rounds: readonly Evidence[]): unknown => {
          const [first, ...rest] = rounds.map((round, index) => ({
            site: { ...SITE, url: `https://site-${all.indexOf(round)}-${index}.example/` },
            addresses: [],
            history: [round] as const,
            diagnosis: diagnose([round], 1),
          }))
          if (first === undefined) return
          const { verdict, cause, confidence } = conclude(
            [first, ...rest],
            { showOrigin: false, publish: CONFIG.publish },
            0,
          )
          return { verdict, cause, confidence }
        }
        expect(outcome(permuted(all, order))).toEqual(outcome(all))
      },
    )
    fc.assert(property, { numRuns: 40 })
  })
})

function headOf(fields: readonly string[]): { readonly head: Head | undefined; readonly state: string } {
  const reader = responseReader('GET', { onHead: () => undefined, onBody: () => undefined })
  reader.take(Buffer.from(`HTTP/1.1 200 OK\r\n${fields.join('\r\n')}\r\n\r\nshop`))
  reader.close()
  return { head: reader.head(), state: reader.state() }
}

/**
 * The order of header lines with different names is not significant (RFC 9110, section 5.3). Lines with the same name
 * keep their order here.
 */
describe('the head of a response', () => {
  const lines = [
    'Server: nginx',
    'Content-Type: text/html',
    'Content-Length: 4',
    'Set-Cookie: a=1',
    'Set-Cookie: b=2',
    'Cache-Control: no-store',
    'X-Note: one',
    'Connection: close',
  ]
  test('has the same meaning in any order of its lines', () => {
    const original = headOf(lines)
    expect(original.state).toBe('complete')
    const property = fc.property(permutation(lines.length), (order) => {
      const cookies = lines.filter((line) => line.startsWith('Set-Cookie'))
      const shuffled = permuted(lines, order).map((line) =>
        line.startsWith('Set-Cookie') ? (cookies.shift() ?? line) : line,
      )
      expect(headOf(shuffled)).toEqual(original)
    })
    fc.assert(property, { numRuns: repetitions(200) })
  })
})
