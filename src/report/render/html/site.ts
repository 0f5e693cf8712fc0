import { plural } from '../../../shared/text.ts'
import type { Step } from '../../../domain/cause.ts'
import type { Hop, SiteReport } from '../../../domain/report.ts'
import { failingHop } from '../../build/request-path.ts'
import { stepHints } from '../../steps.ts'
import { hopMark, MARKS, OWNERS } from '../../words.ts'
import type { HistoryStatistics } from '../../history/statistics.ts'
import { historyTitle } from '../history.ts'
import { keyPointsOf, remedyHeading } from '../key-points.ts'
import { referenceLabel } from '../links.ts'
import { titleOf } from '../summary-line.ts'
import {
  certificates,
  changesSince,
  commands,
  dnsServers,
  elsewhere,
  evidence,
  measurements,
  otherCauses,
  remarks,
  responses,
  ticket,
} from './details.ts'
import { advice, code, heading, link, mark, prose, sentence, unseen, verdictBadge } from './inline.ts'
import { type Markup, markup, NOTHING, printed, when } from './markup.ts'
import { historyPicture, historyWords } from './history.ts'
import { timelineChart } from './timeline.ts'
import { waterfall } from './waterfall.ts'

export interface SiteOptions {
  /** Unique in the page. */
  readonly id: string
  /** Of the headline, 1 or 2. */
  readonly level: number
  /** A site above with the same cause, with its id: the steps are not repeated. */
  readonly sameCauseAs?: { readonly host: string; readonly id: string }
  /** False: without the drawings, which are most of a healthy site's section. */
  readonly drawings?: boolean
  /** Of the run, if this is its only site. */
  readonly history?: HistoryStatistics | undefined
}

/** A site as an article. */
export function siteArticle(site: SiteReport, options: SiteOptions): Markup {
  const { id, level } = options
  return markup`<article class="site" id="${id}" data-verdict="${site.verdict}">
<header class="${site.verdict}">
<p>${verdictBadge(site.verdict)}</p>
${heading(level, level === 1 ? titleOf(site) : site.headline)}
<p class="summary">${prose(site.summary)}</p>
</header>
${contentOf(site, options)}</article>
`
}

/** A site of many, collapsed. */
export function foldedSite(site: SiteReport, options: SiteOptions): Markup {
  const { id, level } = options
  return markup`<details class="site" id="${id}" data-verdict="${site.verdict}"><summary>${heading(level, markup`${mark(MARKS[site.verdict])} ${site.headline}`)}</summary>
<p class="summary">${prose(site.summary)}</p>
${contentOf(site, options)}</details>
`
}

function contentOf(
  site: SiteReport,
  { id, level, sameCauseAs, drawings = true, history }: SiteOptions,
): Markup {
  const section = (title: string, content: Markup): Markup =>
    when(
      printed(content) !== '',
      () => markup`<section>\n${heading(level + 1, title)}\n${content}</section>\n`,
    )
  const { verdict, timeline, availability } = site
  const checks = timeline.length > 1 ? `Timeline of ${plural(availability.rounds, 'check')}` : 'Timeline'
  const remarked = section('Warnings and notes', remarks(site))
  const folds = [
    elsewhere(site),
    certificates(site),
    dnsServers(site),
    changesSince(site),
    ...responses(site),
    commands(site),
    ticket(site),
  ]
  const parts = [
    path(site.path, verdict, 'Path of the request'),
    path(site.route ?? [], verdict, 'Path of the request to the origin'),
    when(verdict === 'healthy', () => remarked),
    row('lead', [
      keyPoints(site, history),
      when(verdict !== 'healthy', () =>
        section(`${remedyHeading(site)}${difficulty(site)}`, steps(site, sameCauseAs)),
      ),
    ]),
    history === undefined
      ? NOTHING
      : section(historyTitle(history), historyPicture(history, `${id}-history`)),
    row(site.probes.origins.length > 1 ? 'stack' : 'pair wide-first', [
      when(drawings, () => section('Where the time goes', waterfall(site, `${id}-waterfall`))),
      section('Measurements', measurements(site)),
    ]),
    when(drawings, () => section(checks, timelineChart(site, `${id}-timeline`))),
    row('pair', [section('Evidence', evidence(site)), section('What else it could be', otherCauses(site))]),
    when(verdict !== 'healthy', () => remarked),
    section('Details', markup`${folds}`),
  ]
  return markup`${parts}`
}

/** Contents next to each other, if the page is wide enough. */
function row(style: string, contents: readonly Markup[]): Markup {
  const all = markup`${contents}`
  return when(printed(all) !== '', () => markup`<div class="${style}">\n${all}</div>\n`)
}

function difficulty({ remedy }: SiteReport): string {
  return remedy === null ? '' : ` (${remedy.difficulty})`
}

/** The request path, one item per hop. */
function path(hops: readonly Hop[], verdict: SiteReport['verdict'], label: string): Markup {
  if (hops.length === 0) return NOTHING
  const failing = failingHop(hops)
  const items = hops.map((hop, index) => {
    const { name, state, detail } = hop
    const first = index === 0 && state === 'ok'
    const style = hop === failing ? ` failing ${verdict}` : ''
    const words =
      hop === failing ? `: ${STATES[state]}, the problem is here` : first ? '' : `: ${STATES[state]}`
    return markup`<li class="${state}${style}"><span class="dot" aria-hidden="true">${first ? '•' : hopMark(hop)}</span><span class="hop">${name}${unseen(words)}</span>${when(detail !== '', () => markup` <span class="detail">${detail}</span>`)}</li>`
  })
  return markup`<ol class="path" aria-label="${label}">${items}</ol>\n`
}

const STATES: Readonly<Record<Hop['state'], string>> = { ok: 'works', broken: 'fails', unknown: 'unknown' }

/** With more checks, only the chart shows the marks. */
const MAX_STRIP = 24

function keyPoints(site: SiteReport, history: HistoryStatistics | undefined): Markup {
  const points = [
    ...keyPointsOf(site, history).map(({ label, text, strip = '' }) => ({
      label,
      text: markup`${sentence(text)}${when(strip !== '' && strip.length <= MAX_STRIP, () => markup` <span class="strip" aria-hidden="true">${strip}</span>`)}`,
    })),
    ...(history === undefined ? [] : [historyWords(history)]),
    ...(site.owner === '' ? [] : [{ label: 'Where the problem is', text: markup`${OWNERS[site.owner]}` }]),
    ...(site.cause === '' ? [] : [{ label: 'Cause', text: link(code(site.cause), site.docs) }]),
  ]
  const items = points.map(({ label, text }) => markup`<div><dt>${label}</dt><dd>${text}</dd></div>\n`)
  return points.length === 0 ? NOTHING : markup`<dl>\n${items}</dl>\n`
}

function steps(site: SiteReport, sameCauseAs: SiteOptions['sameCauseAs']): Markup {
  const { remedy, docs } = site
  if (remedy === null) return NOTHING
  if (sameCauseAs !== undefined) {
    const { host, id } = sameCauseAs
    return markup`<p>Same as for <a href="#${id}">${host}</a> above.</p>\n`
  }
  const hints = stepHints(remedy)
  const label = referenceLabel(remedy.reference)
  return markup`<ol>${remedy.steps.map(stepItem)}
</ol>
${when(remedy.avoid !== undefined, () => markup`<p class="remark warning">${advice(remedy.avoid ?? '')}</p>\n`)}${when(
    hints.length > 0,
    () => markup`<p class="small">${advice(hints.join(' '))}</p>\n`,
  )}<p class="small">${link('About this cause', docs)}${when(label !== '', () => markup` · ${link(label, remedy.reference)}`)}</p>
`
}

function stepItem(step: Step): Markup {
  const effects =
    step.type === 'look'
      ? NOTHING
      : markup`${when(step.type === 'risk', () => effect('risk', '⚠', `Risk: ${step.type === 'risk' ? `${step.exposes} ${step.limit}` : ''}`))}${effect('undo', '↩', `Undo: ${step.undo}`)}`
  return markup`\n<li><b>${advice(step.action)}</b>${advice(step.details)}${effects}</li>`
}

function effect(style: string, sign: string, text: string): Markup {
  return markup`<span class="effect ${style}">${mark(sign)} ${advice(text)}</span>`
}
