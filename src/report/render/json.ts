import type { Remedy } from '../../domain/cause.ts'
import type { Report, SiteReport } from '../../domain/report.ts'
import { plainText } from '../prose.ts'
import { stepText } from '../steps.ts'

/** More sites than this get one line each: indentation would double the size of a large report. */
const MAX_INDENTED_SITES = 20

/** The JSON report, complete, in the keys of schema 1. */
export function jsonOf(report: Report): string {
  return [...jsonPieces(report)].join('')
}

/** The same in pieces, so that the text of a large report is never in memory as a whole. */
export function* jsonPieces(report: Report): Iterable<string> {
  const { sites, ...run } = report
  if (sites.length <= MAX_INDENTED_SITES) {
    yield `${JSON.stringify({ ...run, sites: sites.map(siteInSchema1) }, null, 2)}\n`
    return
  }
  yield `${JSON.stringify(run).slice(0, -1)},"sites":[\n`
  for (const [index, site] of sites.entries()) {
    yield `${index === 0 ? '' : ',\n'}${JSON.stringify(siteInSchema1(site))}`
  }
  yield '\n]}\n'
}

/** One site in the keys of schema 1. */
export function siteInSchema1(site: SiteReport): unknown {
  const remedy = site.remedy === null ? null : remedyInSchema1(site.remedy)
  const clues = site.clues.map(({ from, text }) => ({ from: from === 'trace' ? 'control' : from, text }))
  // The responses are only for the HTML report: they would make this one many times larger.
  return withSchema1Keys(
    { ...site, summary: plainText(site.summary), clues, remedy, responses: undefined },
    '',
  )
}

/** In schema 1, a step is one text. `typedSteps` has the same steps with their types, in parts. */
function remedyInSchema1(remedy: Remedy): unknown {
  return { ...remedy, steps: remedy.steps.map(stepText), typedSteps: remedy.steps }
}

/**
 * Keys of a site's report that schema 1 spells differently, by their path. Users read schema 1: keys may be added, and
 * none may change.
 */
const SCHEMA_1_KEYS: ReadonlyMap<string, string> = new Map([
  ['availability', 'course'],
  ['availability.rounds', 'looks'],
  ['availability.inconclusive', 'unseen'],
  ['availability.transitions', 'flaps'],
  ['availability.firstFailure', 'firstBad'],
  ['availability.lastFailure', 'lastBad'],
  ['alternatives[].distinguishedBy', 'told'],
  ['lookalikes[].title', 'what'],
  ['lookalikes[].distinguishedBy', 'told'],
  ['timeline[].skipped.rounds', 'looks'],
  ['timeline[].skipped.identical', 'alike'],
  ['changes.baselineAt', 'since'],
  ['changes.responses', 'answers'],
  ['probes.trace', 'control'],
  ['probes.trace.failure', 'broke'],
  ['probes.edge.failure', 'broke'],
  ['probes.edge.median', 'typical'],
  ['probes.origins[].failure', 'broke'],
  ['probes.origins[].median', 'typical'],
  ['probes.dns.elapsed', 'took'],
  ['probes.dns.servers[].answer', 'says'],
])

/** The paths of everything that contains such a key. The rest is not copied. */
const CONTAINERS: ReadonlySet<string> = new Set([
  '',
  ...[...SCHEMA_1_KEYS.keys()].flatMap((path) =>
    [...path.matchAll(/[.[]/g)].map(({ index }) => path.slice(0, index)),
  ),
])

function withSchema1Keys(value: unknown, path: string): unknown {
  if (!CONTAINERS.has(path)) return value
  if (Array.isArray(value)) return value.map((item) => withSchema1Keys(item, `${path}[]`))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const here = path === '' ? key : `${path}.${key}`
      return [SCHEMA_1_KEYS.get(here) ?? key, withSchema1Keys(inner, here)]
    }),
  )
}
