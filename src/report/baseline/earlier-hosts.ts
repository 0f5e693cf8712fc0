import { isOfHosts, namesToHide } from '../../redact/certificate-names.ts'
import type { ComparableSite } from './comparable.ts'

/** The names of a site's origins in an earlier report: in its commands and in their certificates. */
export function earlierHosts(
  site: ComparableSite | undefined,
  shownHosts: readonly string[],
): readonly string[] {
  if (site === undefined) return []
  const [ofEdge = [], ...ofOrigins] = [site.edge, ...site.origins].map(({ certificate }) =>
    certificate === undefined ? [] : namesToHide(certificate),
  )
  const isPublic = isOfHosts(shownHosts)
  return [...site.hosts, ...ofOrigins.flat().filter((name) => !ofEdge.includes(name) && !isPublic(name))]
}
