import type { LinkReport, ProbeReport, SiteReport } from '../domain/report.ts'
import { code, md } from './escape.ts'
import { table, verbatim } from './markdown-parts.ts'
import { counted, dayOf } from './words.ts'

type Tls = NonNullable<ProbeReport['tls']>

/** What each side showed: the certificate, and below it the chain behind it, as it was served. */
export function certificates({ probes: { edge, origins } }: SiteReport): string {
  const sides: readonly (readonly [name: string, tls: Tls | undefined])[] = [
    ['edge', edge?.tls],
    ...origins.map(
      ({ tls }, index) => [origins.length === 1 ? 'origin' : `origin ${index + 1}`, tls] as const,
    ),
  ]
  const rows = sides.flatMap(([name, tls]) => (tls === undefined ? [] : rowsOf(name, tls)))
  if (rows.length === 0) return ''
  return table(['', 'subject', 'issuer', 'names', 'key', 'valid', 'faults'], rows)
}

function rowsOf(name: string, tls: Tls): readonly (readonly string[])[] {
  return [leafRow(name, tls), ...tls.chain.slice(1).map(linkRow)]
}

function leafRow(
  name: string,
  { subject, issuer, names, daysLeft, chain, faults, ...dates }: Tls,
): readonly string[] {
  const left = daysLeft < 0 ? '' : `, ${counted(daysLeft, 'day')} left`
  return [
    name,
    code(subject),
    code(issuer),
    verbatim(names),
    md(chain[0]?.key ?? ''),
    `${validity(dates)}${left}`,
    md(faults.join(', ')) || 'none',
  ]
}

function linkRow(link: LinkReport): readonly string[] {
  const { subject, issuer, key, linked } = link
  return ['', code(subject), code(issuer), '', md(key), validity(link), linked ? '' : 'not needed']
}

function validity({ notBefore, notAfter }: Pick<LinkReport, 'notBefore' | 'notAfter'>): string {
  return `${dayOf(notBefore)} to ${dayOf(notAfter)}`
}
