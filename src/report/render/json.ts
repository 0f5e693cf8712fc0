import type { Report } from '../../domain/report.ts'
import { aroundSites, inSchema1, siteInSchema1 } from '../schema-1/convert.ts'

/** More sites than this get one line each: indentation would double the size of a large report. */
const MAX_INDENTED_SITES = 20

/** The JSON report, complete, in the keys of schema 1. */
export function jsonOf(report: Report): string {
  return [...jsonPieces(report)].join('')
}

/** The same in pieces, so that the text of a large report is never in memory as a whole. */
export function* jsonPieces(report: Report): Iterable<string> {
  const { sites } = report
  if (sites.length <= MAX_INDENTED_SITES) {
    // One line for each entry: indented, a history of 48 hours would be longer than the rest.
    const entries = report.history.map((entry) => `\n    ${JSON.stringify(entry)}`)
    const whole = JSON.stringify({ ...inSchema1(report), history: [] }, null, 2)
    yield `${whole.replace('\n  "history": []', () => `\n  "history": [${entries.join(',')}\n  ]`)}\n`
    return
  }
  const { head, tail } = aroundSites(report)
  yield `${JSON.stringify(head).slice(0, -1)},"sites":[\n`
  for (const [index, site] of sites.entries()) {
    yield `${index === 0 ? '' : ',\n'}${JSON.stringify(siteInSchema1(site))}`
  }
  yield `\n],${JSON.stringify(tail).slice(1)}\n`
}
