import { plural } from '../../shared/text.ts'
import type { Verdict } from '../../domain/diagnosis.ts'
import type { Report, SiteReport } from '../../domain/report.ts'

/** The whole report in one line: what became of the site, or of how many. Not escaped for anything yet. */
export function summaryLine({ sites }: Report): string {
  return sites.length === 1 ? sites[0].headline : tallyOf(sites)
}

/** `2 of 40 sites are not healthy, 1 could not be judged`. */
function tallyOf(sites: readonly SiteReport[]): string {
  const many = (verdict: Verdict): number => sites.filter((site) => site.verdict === verdict).length
  const [bad, unsure] = [many('unhealthy'), many('inconclusive')]
  if (bad + unsure === 0) return `All ${sites.length} sites are healthy`
  const unjudged = `${unsure} could not be judged`
  if (bad === 0) return `Of ${sites.length} sites, ${unjudged}`
  return `${bad} of ${plural(sites.length, 'site')} ${bad === 1 ? 'is' : 'are'} not healthy${unsure === 0 ? '' : `, ${unjudged}`}`
}

/** Each site with the one before it that fails for the same cause: its steps need not be told again. */
export function withLike(
  sites: readonly SiteReport[],
): readonly { readonly site: SiteReport; readonly like?: SiteReport }[] {
  const told = new Map<string, SiteReport>()
  return sites.map((site) => {
    const like = site.remedy === null ? undefined : told.get(site.cause)
    if (like === undefined) told.set(site.cause, site)
    return { site, ...(like !== undefined && { like }) }
  })
}
