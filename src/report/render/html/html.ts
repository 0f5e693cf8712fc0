import type { Report, SiteReport } from '../../../domain/report.ts'
import { DOCS, dayOf, MARKS, timeOfDay } from '../../words.ts'
import { type HistoryStatistics, statisticsOf } from '../../history/statistics.ts'
import { historyTitle } from '../history.ts'
import { runNotes, summaryLine, withSameCause } from '../summary-line.ts'
import { historyPicture, historyWords } from './history.ts'
import { link, sentence } from './inline.ts'
import { type Markup, markup, printed, when } from './markup.ts'
import { overview } from './overview.ts'
import { SCRIPT, SCRIPT_HASH } from './script.ts'
import { foldedSite, siteArticle } from './site.ts'
import { STYLE, STYLE_HASH } from './style.ts'

/** The report as one page that needs no network and no script. */
export function htmlOf(report: Report): string {
  return [...htmlPieces(report)].join('')
}

/** The same in pieces, so that the text of a large report is never in memory as a whole. */
export function* htmlPieces(report: Report): Iterable<string> {
  const [only] = report.sites
  const many = report.sites.length > 1
  yield `<!doctype html>\n<html lang="en">\n<head>\n${printed(head(report, many))}<style>${STYLE}</style>\n</head>\n<body>\n`
  yield printed(top(report))
  if (many) {
    for (const piece of manySites(report)) yield printed(piece)
  } else {
    yield printed(siteArticle(only, { id: idOf(0), level: 1, history: statisticsOf(report) }))
  }
  yield printed(bottom(report))
  if (many) yield `<script>${SCRIPT}</script>\n`
  yield '</body>\n</html>\n'
}

/** The identifier of a site's section, by its place in the report. */
function idOf(index: number): string {
  return `site-${index + 1}`
}

function head(report: Report, many: boolean): Markup {
  const policy = [
    "default-src 'none'",
    `style-src '${STYLE_HASH}'`,
    ...(many ? [`script-src '${SCRIPT_HASH}'`] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return markup`<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policy}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="referrer" content="no-referrer"/>
<meta name="generator" content="origin-gate ${report.version}"/>
<title>${MARKS[report.verdict]} ${summaryLine(report)}</title>
`
}

/** The header, and what all drawings share. */
function top({ at }: Report): Markup {
  return markup`<header class="top"><p><b>Origin Gate</b> report, ${moment(at)}</p></header>
<svg class="shared" width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7"/></pattern></defs></svg>
<main>
`
}

function bottom(report: Report): Markup {
  const notes = runNotes(report)
  return markup`${when(notes.length > 0, () => markup`<section>\n${notes.map(({ text }) => markup`<p class="remark note"><b>Note:</b> ${sentence(text)}</p>\n`)}</section>\n`)}</main>
<footer><p>${report.verdict} · ${moment(report.at)} · origin-gate ${report.version} · ${link('Documentation', DOCS)}</p></footer>
`
}

function moment(at: string): Markup {
  return markup`<time datetime="${at}">${dayOf(at)} ${timeOfDay(at)} UTC</time>`
}

/** With more sites than this, most have no charts: a browser would take seconds to render them. */
const MAX_DRAWN = 100

/** The history of a run with many sites. */
function historySection(history: HistoryStatistics): Markup {
  const { label, text } = historyWords(history)
  return markup`<section class="overview past">
<h2>${historyTitle(history)}</h2>
<p><b>${label}:</b> ${text}</p>
${historyPicture(history, 'history')}</section>
`
}

/**
 * The overview, the failing sites, and the healthy ones, which are collapsed. With very many sites, those that fail for
 * the same cause as an earlier one are collapsed too.
 */
function* manySites(report: Report): Iterable<Markup> {
  const { sites } = report
  const few = sites.length <= MAX_DRAWN
  const note = `With more than ${MAX_DRAWN} sites, some have no charts: those that are always healthy, and those that fail for the same cause as a site above.`
  yield* overview(report, idOf)
  const history = statisticsOf(report)
  if (history !== undefined) yield historySection(history)
  if (!few) yield markup`<p class="small">${note}</p>\n`
  const numbered = sites.map((site, index) => ({ site, id: idOf(index) }))
  const failing = numbered.filter(({ site }) => site.verdict !== 'healthy')
  const causes = withSameCause(failing.map(({ site }) => site))
  const ids = new Map<SiteReport, string>()
  for (const [index, { site, id }] of failing.entries()) {
    ids.set(site, id)
    const same = causes[index]?.sameCauseAs
    if (same === undefined) {
      yield siteArticle(site, { id, level: 2 })
      continue
    }
    const options = { id, level: 2, sameCauseAs: { host: same.host, id: ids.get(same) ?? '' } }
    yield few ? siteArticle(site, options) : foldedSite(site, { ...options, drawings: false })
  }
  const healthy = numbered.filter(({ site }) => site.verdict === 'healthy')
  if (healthy.length === 0) return
  yield markup`<section class="healthy-sites">\n<h2>Healthy sites</h2>\n`
  for (const { site, id } of healthy)
    yield foldedSite(site, { id, level: 3, drawings: few || site.trend !== 'steady' })
  yield markup`</section>\n`
}
