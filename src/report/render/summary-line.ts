import { plural } from '../../shared/text.ts'
import type { Verdict } from '../../domain/diagnosis.ts'
import type { Remark, Report, RunNote, SiteReport } from '../../domain/report.ts'

/** The whole report on one line: the headline of the only site, or how many sites are unhealthy. Not escaped yet. */
export function summaryLine({ sites, notes }: Report): string {
  if (sites.length === 1) return titleOf(sites[0])
  return notes.find(({ id }) => id === 'cancelled')?.text ?? countsOf(sites)
}

/** The headline of a site. If its run was cancelled, it is preceded by how much of it was done. Not escaped yet. */
export function titleOf(site: SiteReport): string {
  const { headline, host, availability } = site
  const { ended, rounds } = availability
  if (ended !== 'cancelled') return headline
  if (rounds === 0) return `Stopped before the first check of ${host} finished`
  // That headline says "so far" itself.
  const soFar = isHealthySoFar(site) ? '' : 'So far: '
  return `Stopped after ${plural(rounds, 'check')}. ${soFar}${headline}`
}

/** `Stopped after 57 checks of 40 sites. So far: 2 unhealthy, 37 healthy, 1 not checked`. */
export function stoppedLine(sites: readonly SiteReport[]): string {
  const [only, ...others] = sites
  if (only !== undefined && others.length === 0)
    return only.availability.ended === 'cancelled'
      ? titleOf(only)
      : `Stopped after the last check. ${only.headline}`
  if (sites.every(isUnchecked)) return 'Stopped before the first check of any site finished'
  const rounds = sites.reduce((sum, { availability }) => sum + availability.rounds, 0)
  return `Stopped after ${plural(rounds, 'check')} of ${plural(sites.length, 'site')}. So far: ${stateCounts(sites)}`
}

/** What a cancelled run concludes, whatever its sites are. */
export const CANCELLED = {
  verdict: 'inconclusive',
  promote: false,
  cause: '',
  category: '',
  confidence: '',
} as const satisfies Partial<Report>

/** How many sites a cancelled run had no time to report. */
export function missingText(missing: number, total: number): string {
  return `The run was cancelled, so ${missing} of the ${total} sites are not in this report.`
}

/** `2 unhealthy, 37 healthy, 1 not checked`. */
export function stateCounts(sites: readonly SiteReport[]): string {
  const counts = STATES.flatMap(([words, isSo]) => {
    const found = sites.filter(isSo).length
    return found === 0 ? [] : [`${found} ${words}`]
  })
  return counts.join(', ')
}

/** Whether the run was cancelled before the first check of the site finished. */
export const isUnchecked = ({ availability: { ended, rounds } }: SiteReport): boolean =>
  ended === 'cancelled' && rounds === 0

/** Whether the run was cancelled after the last check of the site was healthy. */
export const isHealthySoFar = ({ verdict, cause, availability: { ended, rounds } }: SiteReport): boolean =>
  ended === 'cancelled' && rounds > 0 && verdict === 'inconclusive' && cause === ''

/** Each site is in one of these states. */
const STATES: readonly (readonly [words: string, isSo: (site: SiteReport) => boolean])[] = [
  ['unhealthy', ({ verdict }) => verdict === 'unhealthy'],
  ['inconclusive', (site) => site.verdict === 'inconclusive' && !isHealthySoFar(site) && !isUnchecked(site)],
  ['healthy', ({ verdict }) => verdict === 'healthy'],
  ['healthy so far', isHealthySoFar],
  ['not checked', isUnchecked],
]

/** `2 of 40 sites are unhealthy, 1 is inconclusive`. */
function countsOf(sites: readonly SiteReport[]): string {
  const count = (verdict: Verdict): number => sites.filter((site) => site.verdict === verdict).length
  const [unhealthy, inconclusive] = [count('unhealthy'), count('inconclusive')]
  const total = plural(sites.length, 'site')
  if (unhealthy + inconclusive === 0) return `All ${total} are healthy`
  if (unhealthy === 0) return `${inconclusive} of ${total} ${verb(inconclusive)} inconclusive`
  const rest = inconclusive === 0 ? '' : `, ${inconclusive} ${verb(inconclusive)} inconclusive`
  return `${unhealthy} of ${total} ${verb(unhealthy)} unhealthy${rest}`
}

function verb(count: number): string {
  return count === 1 ? 'is' : 'are'
}

/** Pairs each site with an earlier one that has the same cause: its steps need not be repeated. */
export function withSameCause(
  sites: readonly SiteReport[],
): readonly { readonly site: SiteReport; readonly sameCauseAs?: SiteReport }[] {
  const first = new Map<string, SiteReport>()
  return sites.map((site) => {
    const sameCauseAs = site.remedy === null ? undefined : first.get(site.cause)
    if (sameCauseAs === undefined) first.set(site.cause, site)
    return { site, ...(sameCauseAs !== undefined && { sameCauseAs }) }
  })
}

/** Whether a note belongs to the run. All other notes have the id of a cause. */
export function isRunNote(id: Remark['id']): id is RunNote {
  return id === 'baseline' || id === 'cancelled' || id === 'merged'
}

/** The notes that belong to the run, not to one of its sites, unless they are the title already. */
export function runNotes(report: Report): readonly Remark[] {
  const title = summaryLine(report)
  return report.notes.filter(({ id, text }) => isRunNote(id) && (id !== 'cancelled' || text !== title))
}
