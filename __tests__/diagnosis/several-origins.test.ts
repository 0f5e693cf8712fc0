import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { ChosenAddress } from '../../src/domain/address.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import { momentsOf } from '../../src/diagnosis/moments.ts'
import { trimEvidence } from '../../src/diagnosis/trim-evidence.ts'
import {
  cachedResponse,
  challenge,
  edgeError,
  edgeResponse,
  evidenceWith,
  failedExchange,
  nginxError,
  refusedConnection,
  response,
} from '../support/evidence.ts'
import { agrees } from '../support/golden.ts'
import { CASES_OF_TABLES } from '../support/explained.ts'
import { shortName } from '../support/short-name.ts'

// What is judged of evidence as a whole: which origin is named, and what several of them make of each other.

const golden = (name: string, lines: readonly string[]): void => {
  agrees(
    join(import.meta.dirname, '..', 'golden', 'tables', `${name}.md`),
    `# ${name}\n\n${lines.join('\n')}\n`,
  )
}

const HTML = { 'content-type': 'text/html' }
const redirecting: Exchange = Object.assign({}, response(302, '', { location: 'https://other.example/' }), {
  redirectChain: { redirects: [], next: untrusted('https://other.example/'), end: 'elsewhere' },
})
const ORIGINS: Readonly<Record<string, Exchange>> = {
  good: response(200, '<title>Shop</title>shop', HTML),
  'another page': response(200, '<title>Quarry</title>stone', HTML),
  '502': nginxError(502),
  refused: refusedConnection,
  'timed out': failedExchange('connect', 'timeout'),
  redirects: redirecting,
  '403': response(403, 'no'),
}
const EDGES: Readonly<Record<string, Exchange>> = {
  good: edgeResponse(200, '<title>Shop</title>shop', HTML),
  cached: cachedResponse(),
  '502': edgeError(502),
  '522': edgeError(522),
  challenged: challenge('header'),
}
const entry = { tls: true, port: 443 }
const addressed = (position: number, of: number, family: 4 | 6) => ({
  ...entry,
  named: true as const,
  address: { position, of, family },
})
const LAYOUTS: Readonly<Record<string, Evidence['request']['origins']>> = {
  'two origins': [entry, entry],
  'two addresses': [addressed(1, 2, 4), addressed(2, 2, 6)],
  'two addresses and an origin': [addressed(1, 2, 4), addressed(2, 2, 4), entry],
}

/** The verdict, and everything that is found. */
const judged = (evidence: Evidence): string => {
  const { verdict, findings, warnings, notes } = judge(evidence)
  const found = [...findings, ...warnings, ...notes].map(({ cause, match, origin }) => {
    const { position = 0, of = 0, address, alike, site } = origin ?? {}
    const which =
      origin &&
      ` (${[position, of, address && `address ${address.position}`, alike, site].filter((part) => part !== undefined).join(' ')})`
    return `${match.outcome} ${match.confidence} ${cause.id}${match.form === undefined ? '' : `/${match.form}`}${which ?? ''}`
  })
  return [verdict, ...found].join('; ')
}

test('two origins, or two addresses of one', () => {
  const lines = Object.entries(LAYOUTS).flatMap(([layout, entries]) =>
    Object.entries(EDGES).flatMap(([atEdge, edge]) =>
      Object.entries(ORIGINS).flatMap(([one, first]) =>
        Object.entries(ORIGINS).map(([other, second]) => {
          const origin = [first, second, ...(entries.length > 2 ? [first] : [])]
          const evidence = evidenceWith({ edge, origin, request: { origins: entries } })
          const dialed = momentsOf(evidence).map(({ dialedOrigin }) => shortName(dialedOrigin ?? null))
          return `- ${layout}, visitors ${atEdge}, ${one} and ${other}: ${judged(evidence)} [${dialed.join(' ')}]`
        }),
      ),
    ),
  )
  golden('several origins', lines)
})

test('two addresses of the site', () => {
  const places: readonly (readonly [ChosenAddress, ChosenAddress])[] = [
    [
      { position: 1, of: 2, family: 4 },
      { position: 2, of: 2, family: 6 },
    ],
    [
      { position: 1, of: 2, family: 4, outside: true },
      { position: 2, of: 2, family: 4 },
    ],
    [
      { position: 1, of: 2, family: 4 },
      { position: 2, of: 2, family: 4, outside: true },
    ],
  ]
  const pages = {
    ...ORIGINS,
    'good at Cloudflare': edgeResponse(200, '<title>Shop</title>shop', HTML),
    '522 at Cloudflare': edgeError(522),
  }
  const lines = places.flatMap(([siteAddress, address], index) =>
    Object.entries(pages).flatMap(([one, edge]) =>
      Object.entries(pages).map(([other, exchange]) => {
        const evidence = {
          ...evidenceWith({ edge, request: { siteAddress } }),
          otherAddresses: [{ address, exchange }],
        }
        return `- ${index}: ${one} and ${other}: ${judged(evidence)}`
      }),
    ),
  )
  golden('two addresses of the site', lines)
})

test('all cases are judged as reviewed', () => {
  const byJudgment = Map.groupBy(CASES_OF_TABLES, ([, evidence]) => judged(evidence))
  golden(
    'judgments',
    [...byJudgment]
      .map(([judgment, cases]) => `- ${judgment}: ${cases.map(([name]) => shortName(name)).join(' ')}`)
      .toSorted(),
  )
})

test('runs of three rounds are concluded as reviewed', () => {
  const rounds: Readonly<Record<string, Evidence>> = {
    healthy: evidenceWith(),
    502: evidenceWith({ edge: edgeError(502), origin: nginxError(502) }),
    possible: evidenceWith({ edge: edgeError(522), origin: refusedConnection }),
    offline: evidenceWith({
      edge: failedExchange('connect', 'unreachable'),
      trace: failedExchange('connect', 'unreachable'),
      origin: failedExchange('connect', 'unreachable'),
    }),
    challenged: evidenceWith({ edge: challenge('header') }),
    'another page': evidenceWith({ edge: EDGES['good'], origin: ORIGINS['another page'] }),
  }
  const lines = Object.entries(rounds).flatMap(([one, first]) =>
    Object.entries(rounds).flatMap(([other, second]) =>
      Object.entries(rounds).flatMap(([last, third]) =>
        [1, 2].map((needed) => {
          const { verdict, cause, alternatives, trend, warnings } = diagnose([first, second, third], needed)
          const ids = [cause, ...alternatives].map((each) => each?.cause.id ?? 'none')
          return `- ${one}, ${other}, ${last}; ${needed} needed: ${verdict}, ${trend}: ${ids.join(' ')}; ${warnings.map(({ cause, match }) => `${cause.id}/${match.form}`).join(' ')}`
        }),
      ),
    ),
  )
  golden('runs of three rounds', lines)
})

const long = (status: number, text = ''): Exchange => edgeResponse(status, `${text}${'x'.repeat(20_000)}`)
const page = (): Exchange => long(503, '<h1>Scheduled maintenance</h1>')
const late = (): Exchange =>
  edgeResponse(503, `${'x'.repeat(10_000)}<h1>Scheduled maintenance</h1>${'x'.repeat(20_000)}`)

test('bodies are cut as far as the judgment allows', () => {
  const lines = [() => long(200), page, late].flatMap((body, index) => {
    const evidence: Evidence = {
      ...evidenceWith({ edge: body(), origin: body(), uncached: body() }),
      edgeWithGet: body(),
      otherAddresses: [{ address: { position: 2, of: 2, family: 4 }, exchange: body() }],
      assets: [
        { kind: 'script', url: untrusted('https://www.shop.example/a.js'), edge: body(), uncached: body() },
      ],
      rechecks: [
        {
          withoutCloudflareHeaders: body(),
          visitorHeaders: body(),
          withGet: body(),
          classicalKeyExchange: body(),
          repeated: body(),
          otherScheme: body(),
        },
      ],
    }
    const trimmed = trimEvidence(evidence, judge(evidence))
    const lengths = (value: unknown, path: string): readonly string[] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, each]) =>
            key === 'text' && typeof each === 'string'
              ? [`${path}: ${each.length}`]
              : lengths(each, `${path}.${key}`),
          )
    expect(judged(trimmed)).toBe(judged(evidence))
    return [`## ${index}\n`].concat(
      lengths(trimmed, '').map((line) => `- ${line}`),
      '',
    )
  })
  golden('trimmed bodies', lines)
})
