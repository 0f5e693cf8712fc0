import { failureWords } from '../../../diagnosis/failure-words.ts'
import type { Verdict } from '../../../domain/diagnosis.ts'
import type { ProbeReport, Remark, Report, SiteReport } from '../../../domain/report.ts'
import { escapeMarkdown, withCode } from './escape.ts'
import { COMMENT_LIMIT, fit, type Piece } from './fit.ts'
import { detailsOf } from './details.ts'
import { historyFold, historyLine } from './history.ts'
import { fold, link, remarkLine, table } from './parts.ts'
import { type SiteOptions, visiblePart } from './site.ts'
import { runNotes, summaryLine, titleOf, withSameCause } from '../summary-line.ts'
import { dayOf, timeOfDay } from '../../words.ts'
import { type HistoryStatistics, statisticsOf } from '../../history/statistics.ts'

/** The run that the footer names. The command has none. */
export interface RunLinks {
  readonly commit?: string
  readonly runUrl?: string
  readonly runNumber?: number
}

export interface MarkdownOptions {
  readonly links?: RunLinks
  /** Maximum length in bytes of UTF-8. */
  readonly limit?: number
  /** Whether there are diagrams, which only GitHub's website draws. */
  readonly diagram?: boolean
}

const ICONS: Readonly<Record<Verdict, string>> = { healthy: '✅', unhealthy: '❌', inconclusive: '⚠️' }

/** Details are dropped before sites, sites before rows of the overview, and the history's line last. */
const DROP_ORDER = { details: 1_000_000, site: 10_000, row: 100, history: 1 } as const
/** The fold of the history is dropped like the third one of the worst site. */
const HISTORY_FOLD = DROP_ORDER.details + 2000

const SHORTENED = '\n<sub>Shortened to fit. The JSON report of the run is complete.</sub>\n'

/** The report for a comment or a job summary on GitHub. */
export function markdownOf(
  report: Report,
  { links = {}, limit = COMMENT_LIMIT, diagram = false }: MarkdownOptions = {},
): string {
  const [only] = report.sites
  const history = statisticsOf(report)
  const folded = history === undefined ? '' : historyFold(history, links, diagram)
  const pieces =
    report.sites.length === 1
      ? [...oneSite(only, { diagram, history }), { text: folded, dropOrder: HISTORY_FOLD }]
      : manySites(report, { limit, diagram, history, folded })
  return fit(
    [...pieces, ...notesOfRun(report), { text: footer(report, links), dropOrder: 0 }],
    limit,
    SHORTENED,
  )
}

/** Notes about the run. They belong to no cause, so they have no link. */
function notesOfRun(report: Report): readonly Piece[] {
  return runNotes(report).map(({ text }) => ({
    text: `**Note:** ${withCode(text)}\n\n`,
    dropOrder: DROP_ORDER.row,
  }))
}

/** The failing sites, worst first. Stops rendering when the limit is exceeded: a run may have thousands. */
function failingSites(sites: readonly SiteReport[], limit: number, diagram: boolean): readonly Piece[] {
  const pieces: Piece[] = []
  let pictured = 0
  const left = { visible: limit, details: limit }
  for (const [rank, { site, ...options }] of withSameCause(sites).entries()) {
    // `fit` adds its notice because of the one piece that is too many.
    if (left.visible < 0) break
    // A site with the same cause has the same pictures.
    const pictures = diagram && pictured < MAX_PICTURED && options.sameCauseAs === undefined
    if (pictures) pictured += 1
    const visible = visiblePieces(site, rank, '####', { ...options, diagram: pictures })
    const details = left.details < 0 ? [] : detailPieces(site, rank, pictures)
    left.visible -= sizeOf(visible)
    left.details -= sizeOf(details)
    pieces.push(...visible, ...details)
  }
  return pieces
}

/** Of many failing sites, more than these have no diagrams. */
const MAX_PICTURED = 3

function sizeOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0)
}

function oneSite(site: SiteReport, options: SiteOptions): readonly Piece[] {
  return [
    ...visiblePieces({ ...site, headline: titleOf(site) }, 0, '###', options),
    ...detailPieces(site, 0, options.diagram === true),
  ]
}

/** @param rank 0 for the worst site, which is never dropped */
function visiblePieces(
  site: SiteReport,
  rank: number,
  level: string,
  options: SiteOptions,
): readonly Piece[] {
  const dropOrder = rank === 0 ? 0 : DROP_ORDER.site + rank
  return [
    { text: `${level} ${ICONS[site.verdict]} ${escapeMarkdown(site.headline)}\n\n`, dropOrder },
    { text: visiblePart(site, options), dropOrder },
  ]
}

function detailPieces(site: SiteReport, rank: number, pictures: boolean): readonly Piece[] {
  return detailsOf(site, pictures).map((text, place) => ({
    text,
    dropOrder: DROP_ORDER.details + place * 1000 + rank,
  }))
}

/** More healthy sites than this are collapsed. */
const MAX_HEALTHY_ROWS = 8

interface ManyOptions {
  readonly limit: number
  readonly diagram: boolean
  readonly history: HistoryStatistics | undefined
  /** The collapsed section of the history. */
  readonly folded: string
}

function manySites(report: Report, { limit, diagram, history, folded: past }: ManyOptions): readonly Piece[] {
  const { sites } = report
  const failing = sites.filter(({ verdict }) => verdict !== 'healthy')
  const healthy = sites.filter(({ verdict }) => verdict === 'healthy')
  const folded = healthy.length > MAX_HEALTHY_ROWS
  const [columns = '', rule = '', ...rows] = table(COLUMNS, (folded ? failing : sites).map(rowOf)).split('\n')
  const overview = rows.map((row, index) => ({
    text: `${row}\n`,
    dropOrder: index === 0 ? 0 : DROP_ORDER.row + index,
  }))
  return [
    { text: `### ${ICONS[sites[0].verdict]} ${escapeMarkdown(summaryLine(report))}\n\n`, dropOrder: 0 },
    ...(history === undefined
      ? []
      : [
          { text: `${historyLine(history)}\n\n`, dropOrder: DROP_ORDER.history },
          { text: past, dropOrder: HISTORY_FOLD },
        ]),
    ...(rows.length === 0
      ? []
      : [{ text: `${columns}\n${rule}\n`, dropOrder: 0 }, ...overview, { text: '\n', dropOrder: 0 }]),
    ...healthy.flatMap(remarksOfHealthy),
    ...failingSites(failing, limit, diagram),
    ...(folded
      ? [
          {
            text: fold(`${healthy.length} healthy sites`, table(COLUMNS, healthy.map(rowOf))),
            dropOrder: DROP_ORDER.details,
          },
        ]
      : []),
  ]
}

/** The mark has no column of its own, so that a phone shows more of the others. */
const COLUMNS = ['site', 'cause', 'edge', 'direct']

function rowOf({ verdict, url, probes, cause, docs }: SiteReport): readonly string[] {
  const { edge, origins } = probes
  const direct = origins.map(outcomeOf)
  return [
    `${ICONS[verdict]}\u00a0${escapeMarkdown(url.replace(/^https:\/\//, '').replace(/\/$/, ''))}`,
    cause === '' ? '–' : link(cause, docs),
    edge === undefined ? '–' : escapeMarkdown(outcomeOf(edge)),
    direct.length === 0 ? '–' : escapeMarkdown([...new Set(direct)].join(', ')),
  ]
}

function outcomeOf({ status, failure }: ProbeReport): string {
  return failure === undefined ? String(status ?? '–') : failureWords(failure).brief
}

function remarksOfHealthy({ host, warnings }: SiteReport): readonly Piece[] {
  const named = ({ id, text }: Remark): Remark => ({ id, text: `${host}: ${text}` })
  return warnings.map((warning, index) => ({
    text: remarkLine('Warning', named(warning)),
    dropOrder: DROP_ORDER.site + 5000 + index,
  }))
}

/** The verdict here is the one of the output `verdict`. */
function footer({ verdict, at, version }: Report, { commit, runUrl, runNumber }: RunLinks): string {
  const run = runNumber === undefined ? 'run' : `run ${runNumber}`
  const parts = [
    verdict,
    ...(commit !== undefined && /^[0-9a-f]{7,64}$/.test(commit) ? [`commit ${commit.slice(0, 7)}`] : []),
    ...(runUrl === undefined ? [] : [link(run, runUrl)]),
    `${dayOf(at)} ${timeOfDay(at)} UTC`,
    `origin-gate v${escapeMarkdown(version)}`,
  ]
  return `<sub>${parts.join(' · ')}</sub>\n`
}
