import { stepText } from '../../src/report/steps.ts'
import type { Cause, Match, Moment } from '../../src/domain/cause.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { AWAY_CASES, CONTENT_CASES } from '../diagnosis/content-cases.ts'
import { FRESHNESS_CASES } from '../diagnosis/freshness/freshness-cases.ts'
import { DNS_CASES } from '../diagnosis/dns-cases.ts'
import { BLOCKED_CASES, EDGE_CASES } from '../diagnosis/edge-cases.ts'
import { HTTP_CASES } from '../diagnosis/http-cases.ts'
import { MISSING_WORKER_CASES, REFUSED_CASES, STAND_IN_CASES } from '../diagnosis/stand-in-cases.ts'
import { TLS_CASES } from '../diagnosis/tls-cases.ts'
import { WALL_CASES } from '../diagnosis/wall-cases.ts'
import { FIGURE_CASES, ZONE_CASES } from '../diagnosis/zone-cases.ts'
import { evidenceWith, type Case } from './evidence.ts'
import { keptMoments } from './moments.ts'
import { wholeText } from './texts.ts'

const TABLES: readonly (readonly Case[])[] = [
  ...[
    EDGE_CASES,
    ZONE_CASES,
    DNS_CASES,
    HTTP_CASES,
    CONTENT_CASES,
    WALL_CASES,
    TLS_CASES,
    FRESHNESS_CASES,
  ].flatMap((table) => Object.values<readonly Case[]>(table)),
  AWAY_CASES,
  BLOCKED_CASES,
  FIGURE_CASES,
  MISSING_WORKER_CASES,
  REFUSED_CASES,
  STAND_IN_CASES,
]

/** The evidence of all tables. */
export const CASES_OF_TABLES: readonly (readonly [name: string, evidence: Evidence])[] = TABLES.flat().map(
  ([name, changes]) => [name, evidenceWith(changes)],
)

/** The moments of all tables of cases. */
const moments = keptMoments(() => CASES_OF_TABLES)

/**
 * Everything that a cause says about the tables of cases. Each text is printed once, with a number, and each case lists
 * the numbers of its texts. A change of words is then a change of one line.
 */
export function explainedBy(cause: Cause): string {
  const texts = new Map<string, number>()
  const numberOf = (text: string): number => {
    const number = texts.get(text) ?? texts.size + 1
    texts.set(text, number)
    return number
  }
  const cases = moments().flatMap(([name, moments]) =>
    moments.flatMap((moment) => {
      const match = cause.explain(moment)
      if (match === undefined) return []
      return [
        `- ${name}: ${match.outcome}, ${match.confidence}: ${textsOf(cause, match, moment).map(numberOf).join(' ')}`,
      ]
    }),
  )
  return [
    `# ${cause.id}`,
    '',
    ...[...texts].map(([text, number]) => `${number}. ${text}`),
    '',
    ...cases,
    '',
  ].join('\n')
}

export function textsOf(cause: Cause, match: Match, moment: Moment): readonly string[] {
  const { tls = true, port = 443 } = moment.request.origins[0] ?? {}
  const { summary, steps, ...more } = cause.remedy({
    host: 'www.shop.example',
    port,
    tls,
    ...(match.form !== undefined && { form: match.form }),
  })
  const lookalikes = cause.lookalikes.map((lookalike) => JSON.stringify(lookalike))
  return [
    wholeText(match.title ?? cause.title),
    wholeText(match.because),
    ...match.clues.map(({ from, text }) => `${from}: ${wholeText(text)}`),
    summary,
    ...steps.map(stepText),
    JSON.stringify([more, match.form, match.owner ?? cause.owner, match.permanent]),
    ...lookalikes,
  ].map((text) => text.replaceAll(/\s+/g, ' '))
}
