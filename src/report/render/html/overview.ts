import { VERDICTS } from '../../../domain/diagnosis.ts'
import type { ProbeReport, Report, SiteReport } from '../../../domain/report.ts'
import { failureWords } from '../../../diagnosis/failure-words.ts'
import { summaryLine } from '../summary-line.ts'
import { code, verdictBadge } from './inline.ts'
import { type Markup, markup } from './markup.ts'

/** Rows of one piece. */
const BATCH = 100

/** How many sites have which verdict, a filter, and one row per site with a link to its section. In pieces. */
export function* overview(report: Report, idOf: (index: number) => string): Iterable<Markup> {
  const { sites, verdict } = report
  const counts = VERDICTS.map((each) => ({
    verdict: each,
    count: sites.filter((site) => site.verdict === each).length,
  })).filter(({ count }) => count > 0)
  yield markup`<section class="overview" aria-label="Overview">
<header class="${verdict}">
<h1>${summaryLine(report)}</h1>
<ul class="counts">${counts.map(({ verdict, count }) => markup`<li><b>${count}</b> ${verdictBadge(verdict)}</li>`)}</ul>
</header>
<div class="filter" id="filter" hidden="">
<label>Filter <input type="search" id="filter-text" placeholder="site, cause or response" autocomplete="off"/></label>
<fieldset><legend class="unseen">Verdicts</legend>${counts.map(
    ({ verdict }) =>
      markup`<label><input type="checkbox" value="${verdict}" checked=""/> ${verdict}</label> `,
  )}</fieldset>
<p id="filter-count" role="status"></p>
</div>
<div class="scroll" role="group" aria-label="Sites" tabindex="0"><table class="sites">
<caption class="unseen">Sites</caption>
<thead><tr><th scope="col">site</th><th scope="col">verdict</th><th scope="col">cause</th><th scope="col">confidence</th><th scope="col">edge</th><th scope="col">direct</th></tr></thead>
<tbody>`
  for (let start = 0; start < sites.length; start += BATCH) {
    const rows = sites.slice(start, start + BATCH).map((site, index) => row(site, idOf(start + index)))
    yield markup`${rows}`
  }
  yield markup`\n</tbody>
</table></div>
</section>
`
}

function row({ url, verdict, cause, confidence, probes: { edge, origins } }: SiteReport, id: string): Markup {
  const shown = url.replace(/^https:\/\//, '').replace(/\/$/, '')
  const direct = [...new Set(origins.map(outcomeOf))].join(', ')
  return markup`
<tr data-verdict="${verdict}"><th scope="row"><a href="#${id}">${shown}</a></th><td>${verdictBadge(verdict)}</td><td>${cause === '' ? '–' : code(cause)}</td><td>${confidence === '' ? '–' : confidence}</td><td>${edge === undefined ? '–' : outcomeOf(edge)}</td><td>${direct === '' ? '–' : direct}</td></tr>`
}

function outcomeOf({ status, failure }: ProbeReport): string {
  return failure === undefined ? String(status ?? '–') : failureWords(failure).brief
}
