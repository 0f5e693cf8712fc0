import type { Verdict } from '../../../domain/diagnosis.ts'
import type { ProbeReport, Remark, Report, SiteReport } from '../../../domain/report.ts'
import { md, spans } from './escape.ts'
import { COMMENT_LIMIT, fit, type Piece } from './fit.ts'
import { detailsOf } from './details.ts'
import { fold, link, remarkLine, table } from './parts.ts'
import { type SiteOptions, siteInFull } from './site.ts'
import { summaryLine, withLike } from '../summary-line.ts'
import { briefly, dayOf, timeOfDay } from '../../words.ts'

/** What a comment says of the run that made it. All of it is optional: the command has no run. */
export interface RunLinks {
  readonly commit?: string
  readonly runUrl?: string
  readonly runNumber?: number
}

export interface MarkdownOptions {
  readonly links?: RunLinks
  /** Bytes of UTF-8 that the text may have. */
  readonly limit?: number
  /** Whether the path is drawn too: for places that no e-mail and no app shows. */
  readonly diagram?: boolean
}

const ICONS: Readonly<Record<Verdict, string>> = { healthy: '✅', unhealthy: '❌', inconclusive: '⚠️' }

/** Order in which pieces are given up: details before sites, sites before rows of the table of all. */
const SPARE = { details: 1_000_000, site: 10_000, row: 100 } as const

const SHORTENED = '\n<sub>Shortened to fit here: the JSON report of the run has all of it.</sub>\n'

/** The report as GitHub shows it, in a comment and in the summary of a job. */
export function markdownOf(
  report: Report,
  { links = {}, limit = COMMENT_LIMIT, diagram = false }: MarkdownOptions = {},
): string {
  const [only] = report.sites
  const pieces = report.sites.length === 1 ? siteAlone(only, diagram) : sitesTogether(report, limit)
  return fit([...pieces, ...ofTheRun(report), { text: footer(report, links), spare: 0 }], limit, SHORTENED)
}

/** A note that is of no site and of no cause: there is no page to lead to. */
function ofTheRun({ notes }: Report): readonly Piece[] {
  return notes
    .filter(({ id }) => id === 'baseline')
    .map(({ text }) => ({ text: `**Note:** ${spans(text)}\n\n`, spare: SPARE.row }))
}

/** The sites in full, worst first, and no more of them than could stay: that a thousand fail takes no thousand stories to see. */
function stories(troubled: readonly SiteReport[], limit: number): readonly Piece[] {
  const pieces: Piece[] = []
  const left = { story: limit, details: limit }
  for (const [rank, { site, ...manner }] of withLike(troubled).entries()) {
    // The piece that is one too many tells `fit` that something is missing.
    if (left.story < 0) break
    const story = storyOf(site, rank, '####', manner)
    const details = left.details < 0 ? [] : detailPieces(site, rank, manner)
    left.story -= sizeOf(story)
    left.details -= sizeOf(details)
    pieces.push(...story, ...details)
  }
  return pieces
}

function sizeOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0)
}

function siteAlone(site: SiteReport, drawn: boolean): readonly Piece[] {
  return [...storyOf(site, 0, '###', { drawn }), ...detailPieces(site, 0)]
}

/** @param rank 0 for the worst site, whose story is told whatever happens to the others' */
function storyOf(site: SiteReport, rank: number, level: string, manner: SiteOptions): readonly Piece[] {
  const spare = rank === 0 ? 0 : SPARE.site + rank
  return [
    { text: `${level} ${ICONS[site.verdict]} ${md(site.headline)}\n\n`, spare },
    { text: siteInFull(site, manner), spare },
  ]
}

function detailPieces(site: SiteReport, rank: number, { like }: SiteOptions = {}): readonly Piece[] {
  return detailsOf(site, like !== undefined).map((text, place) => ({
    text,
    spare: SPARE.details + place * 1000 + rank,
  }))
}

/** More healthy sites than this would push down what needs attention: they are folded. */
const MOST_HEALTHY_SHOWN = 8

function sitesTogether(report: Report, limit: number): readonly Piece[] {
  const { sites } = report
  const troubled = sites.filter(({ verdict }) => verdict !== 'healthy')
  const calm = sites.filter(({ verdict }) => verdict === 'healthy')
  const folded = calm.length > MOST_HEALTHY_SHOWN
  const [columns = '', rule = '', ...rows] = table(COLUMNS, (folded ? troubled : sites).map(rowOf)).split(
    '\n',
  )
  const overview = rows.map((row, index) => ({
    text: `${row}\n`,
    spare: index === 0 ? 0 : SPARE.row + index,
  }))
  return [
    { text: `### ${ICONS[sites[0].verdict]} ${summaryLine(report)}\n\n`, spare: 0 },
    ...(rows.length === 0
      ? []
      : [{ text: `${columns}\n${rule}\n`, spare: 0 }, ...overview, { text: '\n', spare: 0 }]),
    ...calm.flatMap(remarksOfHealthy),
    ...stories(troubled, limit),
    ...(folded
      ? [
          {
            text: fold(`${calm.length} healthy sites`, table(COLUMNS, calm.map(rowOf))),
            spare: SPARE.details,
          },
        ]
      : []),
  ]
}

const COLUMNS = ['', 'site', 'what it is', 'visitors get', 'directly']

function rowOf({ verdict, url, probes, cause, docs }: SiteReport): readonly string[] {
  const { edge, origins } = probes
  const direct = origins.map(outcomeOf)
  return [
    ICONS[verdict],
    md(url.replace(/^https:\/\//, '').replace(/\/$/, '')),
    cause === '' ? 'healthy' : link(cause, docs),
    edge === undefined ? '–' : md(outcomeOf(edge)),
    direct.length === 0 ? '–' : md([...new Set(direct)].join(', ')),
  ]
}

function outcomeOf({ status, broke }: ProbeReport): string {
  return broke === undefined ? String(status ?? '–') : briefly(broke)
}

function remarksOfHealthy({ host, warnings }: SiteReport): readonly Piece[] {
  const named = ({ id, text }: Remark): Remark => ({ id, text: `${host}: ${text}` })
  return warnings.map((warning, index) => ({
    text: remarkLine('Warning', named(warning)),
    spare: SPARE.site + 5000 + index,
  }))
}

function footer({ at, version }: Report, { commit, runUrl, runNumber }: RunLinks): string {
  const run = runNumber === undefined ? 'run' : `run ${runNumber}`
  const parts = [
    ...(commit !== undefined && /^[0-9a-f]{7,64}$/.test(commit) ? [`commit ${commit.slice(0, 7)}`] : []),
    ...(runUrl === undefined ? [] : [link(run, runUrl)]),
    `${dayOf(at)} ${timeOfDay(at)} UTC`,
    `origin-gate v${md(version)}`,
  ]
  return `<sub>${parts.join(' · ')}</sub>\n`
}
