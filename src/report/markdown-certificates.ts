import type { LinkReport, ProbeReport, SiteReport } from '../domain/report.ts'
import { code, md } from './escape.ts'
import { table, unbroken, verbatim } from './markdown-parts.ts'
import { counted, dayOf, FAULTS } from './words.ts'

type Tls = NonNullable<ProbeReport['tls']>

/** What each side showed, a column a side so that it fits a phone: the certificate, and the chain behind it as it was served. */
export function certificates({ probes: { edge, origins } }: SiteReport): string {
  const sides = [
    ...(edge?.tls === undefined ? [] : [{ name: 'edge', tls: edge.tls }]),
    ...origins.flatMap(({ tls }, index) =>
      tls === undefined ? [] : [{ name: origins.length === 1 ? 'origin' : `origin ${index + 1}`, tls }],
    ),
  ]
  if (sides.length === 0) return ''
  const rows = ROWS.map(([label, cell]) => [label].concat(sides.map(({ tls }) => cell(tls))))
  const told = rows.filter(([, ...cells]) => cells.some((cell) => cell !== ''))
  return table(['', ...sides.map(({ name }) => name)], told)
}

const ROWS: readonly (readonly [label: string, cell: (tls: Tls) => string])[] = [
  ['subject', ({ subject }) => code(subject)],
  ['issuer', ({ issuer }) => code(issuer)],
  ['names', ({ names }) => verbatim(names)],
  ['key', ({ chain }) => md(chain[0]?.key ?? '')],
  ['valid', validity],
  ['faults', ({ faults }) => faults.map((fault) => FAULTS[fault]).join(', ') || 'none'],
  ['behind it', ({ chain }) => chain.slice(1).map(linkCell).join('<br>')],
]

function validity({ daysLeft, notBefore, notAfter }: Tls): string {
  const left = daysLeft < 0 ? '' : `, ${counted(daysLeft, 'day')} left`
  return unbroken(`${dayOf(notBefore)} to ${dayOf(notAfter)}${left}`)
}

function linkCell({ subject, key, notAfter, linked }: LinkReport): string {
  const words = [md(key), `until ${dayOf(notAfter)}`, ...(linked ? [] : ['not needed'])]
  return unbroken(`${code(subject)}: ${words.filter((word) => word !== '').join(', ')}`)
}
