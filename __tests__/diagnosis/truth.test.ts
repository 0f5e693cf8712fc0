import { wholeText } from '../support/texts.ts'
import { describe, expect, test } from '@jest/globals'
import { CAUSES } from '../../src/diagnosis/causes/index.ts'
import { momentsOf } from '../../src/diagnosis/moments.ts'
import type { Moment } from '../../src/domain/cause.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { plainText } from '../../src/report/prose.ts'
import { caseNames, readCase, reportOf } from '../support/cases.ts'
import { claimsIn, isMeasured, type Claim } from '../support/claims.ts'
import { edgeError, evidenceWith, refusedConnection, response, type Case } from '../support/evidence.ts'
import { AWAY_CASES, CONTENT_CASES } from './content-cases.ts'
import { DNS_CASES } from './dns-cases.ts'
import { BLOCKED_CASES, EDGE_CASES } from './edge-cases.ts'
import { HTTP_CASES } from './http-cases.ts'
import { TLS_CASES } from './tls-cases.ts'
import { FIGURE_CASES, ZONE_CASES } from './zone-cases.ts'

// A sentence about a measurement is true: each date, port, host, status and side that it names is in the evidence for
// that very thing.

const RECORDED: readonly (readonly [string, readonly Evidence[]])[] = caseNames().map((name) => [
  name,
  readCase(name).recording.sites.flatMap(({ history }): readonly Evidence[] => history),
])

const WRITTEN: readonly (readonly [string, readonly Evidence[]])[] = [
  ...[EDGE_CASES, ZONE_CASES, DNS_CASES, HTTP_CASES, CONTENT_CASES, TLS_CASES].flatMap(
    Object.entries<readonly Case[]>,
  ),
  ['redirected to another host', AWAY_CASES] as const,
  ['blocked by the origin', BLOCKED_CASES] as const,
  ['analytics', FIGURE_CASES] as const,
].map(([name, cases]) => [name, cases.map(([, changes]) => evidenceWith(changes))])

/** Every false claim of every cause that explains one of these moments. */
function falseClaims(evidence: readonly Evidence[]): readonly string[] {
  const found = evidence.flatMap(momentsOf).flatMap((moment) =>
    CAUSES.flatMap((cause) => {
      const match = cause.explain(moment)
      if (match === undefined) return []
      const texts = [match.because, ...match.clues.map(({ text }) => text)].map(wholeText)
      return texts.flatMap((text) =>
        claimsIn(text)
          .filter((claim) => !isKnown(claim, moment))
          .map(({ kind, value, side }) => `${cause.id}: ${kind} ${value} (${side}) in "${text}"`),
      )
    }),
  )
  return [...new Set(found)]
}

/** Cloudflare's own limits and names, which sentences explain. Anything else must have been measured. */
function isKnown(claim: Claim, moment: Moment): boolean {
  const known = claim.kind === 'host' && /(?:^|\.)(?:cloudflare\.com|cfargotunnel\.com)$/.test(claim.value)
  return known || isMeasured(claim, moment)
}

describe.each([...RECORDED, ...WRITTEN])('%s', (_, evidence) => {
  test('every sentence is true of what was measured', () => {
    expect(falseClaims(evidence)).toEqual([])
  })
})

describe.each(caseNames())('the report of %s', (name) => {
  const { recording } = readCase(name)

  test('has a headline and a summary that are true of the measurements', () => {
    const [{ headline, summary }] = reportOf({ recording }).sites
    const rounds = recording.sites.flatMap(({ history }): readonly Evidence[] => history)
    // Causes don't get the origin of a site that redirects to another host, but the summary does.
    const direct = rounds.flatMap(({ origins = [], ...round }) =>
      origins.map((origin): Moment => Object.assign({}, round, { origin })),
    )
    const moments = rounds.flatMap(momentsOf).concat(direct)
    const claims = [headline, plainText(summary)].flatMap(claimsIn)
    expect(claims.filter((claim) => !moments.some((moment) => isKnown(claim, moment)))).toEqual([])
  })
})

test('a false sentence is found', () => {
  const [moment] = momentsOf(evidenceWith({ edge: edgeError(521), origin: refusedConnection }))
  const [unprobed] = momentsOf(evidenceWith({ edge: response(200), origin: undefined }))
  const isTrue = (text: string, at = moment): boolean =>
    at !== undefined && claimsIn(text).every((claim) => isMeasured(claim, at))
  expect(isTrue('Visitors get 521, and a direct request to the origin on port 443 is refused.')).toBe(true)
  expect(isTrue('Visitors get 522.')).toBe(false)
  expect(isTrue('The origin returns 521.')).toBe(false)
  expect(isTrue('A direct request to the origin on port 8443 is refused.')).toBe(false)
  expect(isTrue("The origin's certificate expired on 2026-01-02.")).toBe(false)
  expect(isTrue('The site redirects to other.example.')).toBe(false)
  expect(isTrue('The direct request got no response.', unprobed)).toBe(false)
})
