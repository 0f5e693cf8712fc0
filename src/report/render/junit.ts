import type { Report, SiteReport } from '../../domain/report.ts'
import { clean } from '../../redact/visible.ts'
import { titleOf } from './summary-line.ts'
import { textOf } from './text/text.ts'

/**
 * The report in JUnit XML, one test case per site. An unhealthy site is a failure with the cause as its type, an
 * inconclusive one is skipped. Format: https://github.com/testmoapp/junitxml
 */
export function junitOf(report: Report): string {
  return [...junitPieces(report)].join('')
}

/** The same in pieces, so that the text of a large report is never in memory as a whole. */
export function* junitPieces(report: Report): Iterable<string> {
  const { sites, at, version } = report
  const counts =
    `tests="${sites.length}" failures="${count(sites, 'unhealthy')}" errors="0" ` +
    `skipped="${count(sites, 'inconclusive')}" time="${seconds(Math.max(...sites.map(durationOf)))}"`
  yield [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="origin-gate" ${counts}>`,
    `  <testsuite name="origin-gate" ${counts} timestamp="${attribute(at)}">`,
    `    <properties><property name="version" value="${attribute(version)}"/></properties>`,
    '',
  ].join('\n')
  for (const site of sites) yield `${testcase(site, report)}\n`
  yield '  </testsuite>\n</testsuites>\n'
}

function testcase(site: SiteReport, report: Report): string {
  const { url, host, cause } = site
  const { monitoring: _, history, ...rest } = report
  // A test case is about one run.
  const words = content(textOf({ ...rest, sites: [site], history: [history.at(-1) ?? history[0]] }))
  const message = `message="${attribute(titleOf(site))}"`
  const body = {
    healthy: `<system-out>${words}</system-out>`,
    unhealthy: `<failure type="${attribute(cause)}" ${message}>${words}</failure>`,
    inconclusive: `<skipped ${message}/>\n      <system-out>${words}</system-out>`,
  }[verdictOf(site)]
  return [
    `    <testcase classname="${attribute(host)}" name="${attribute(url)}" time="${seconds(durationOf(site))}">`,
    `      ${body}`,
    '    </testcase>',
  ].join('\n')
}

const count = (sites: Report['sites'], verdict: SiteReport['verdict']): number =>
  sites.filter((site) => verdictOf(site) === verdict).length

/** A site whose checks were cut short has not failed yet. */
const verdictOf = ({ verdict, availability: { ended } }: SiteReport): SiteReport['verdict'] =>
  ended === 'cancelled' ? 'inconclusive' : verdict

/** Milliseconds from the first round to the last. */
function durationOf({ timeline }: SiteReport): number {
  const [first, last] = [timeline[0], timeline.at(-1)]
  if (first === undefined || last === undefined) return 0
  const { edgeTime = 0, originTimes = [] } = last
  // `at` is when a check started.
  const span = Date.parse(last.at) - Date.parse(first.at) + Math.max(edgeTime, ...originTimes)
  return Number.isFinite(span) ? Math.max(0, span) : 0
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3)

/** On one line, because XML turns line breaks in attributes into spaces. */
function attribute(text: string): string {
  return content(clean(text))
}

/** Escapes markup, and replaces characters that XML 1.0 does not allow: one of them would make the file invalid. */
function content(text: string): string {
  return text
    .replace(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
