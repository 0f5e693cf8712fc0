import { plural } from '../../shared/text.ts'
import type { Verdict } from '../../domain/diagnosis.ts'
import type { Remark, Report, SiteReport } from '../../domain/report.ts'

/** The whole report on one line: the headline of the only site, or how many sites are unhealthy. Not escaped yet. */
export function summaryLine({ sites }: Report): string {
  return sites.length === 1 ? sites[0].headline : countsOf(sites)
}

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

/** The notes that belong to the run, not to one of its sites. */
export function runNotes({ notes }: Report): readonly Remark[] {
  return notes.filter(({ id }) => id === 'baseline' || id === 'cancelled')
}
