import { plural } from '../../../shared/text.ts'
import type { ChainCertificateReport, ProbeReport, SiteReport } from '../../../domain/report.ts'
import { code, escapeMarkdown } from './escape.ts'
import { table, unbroken, verbatim } from './parts.ts'
import { ORIGIN } from '../../../redact/address.ts'
import { dayOf, FAULTS, issuerFault } from '../../words.ts'

type Tls = NonNullable<ProbeReport['tls']>

/** The certificate and the chain that each side presented, one column per side. */
export function certificates({ probes: { edge, origins } }: SiteReport): string {
  const sides = [
    ...(edge?.tls === undefined ? [] : [{ name: 'edge', tls: edge.tls }]),
    ...origins.flatMap(({ tls, name }, index) => {
      const which = name ?? (origins.length === 1 ? 'origin' : `origin ${index + 1}`)
      return tls === undefined ? [] : [{ name: which, tls }]
    }),
  ]
  if (sides.length === 0) return ''
  const row = (label: string, cell: (tls: Tls) => string): readonly string[] => [
    label,
    ...sides.map(({ tls }) => cell(tls)),
  ]
  return table(
    ['', ...sides.map(({ name }) => name)],
    [
      row('subject', ({ subject }) => code(subject)),
      row('issuer', ({ issuer }) => code(issuer)),
      row('names', ({ names }) => namesIn(names)),
      row('key', ({ chain }) => escapeMarkdown(chain[0]?.key ?? '')),
      row('valid', validity),
      row('faults', faultsOf),
      row('chain', ({ chain }) => chain.slice(1).map(linkWords).join('<br>') || 'leaf only'),
    ],
  )
}

/** Hidden names are counted. */
function namesIn(names: readonly string[]): string {
  const shown = names.filter((name) => name !== ORIGIN)
  const hidden = names.length - shown.length
  return [
    ...(shown.length === 0 ? [] : [verbatim(shown)]),
    ...(hidden === 0 ? [] : [plural(hidden, 'hidden name')]),
  ].join(', ')
}

function validity({ notBefore, notAfter, daysLeft }: Tls): string {
  const left = daysLeft < 0 ? '' : `, ${plural(daysLeft, 'day')} left`
  return `${unbroken(`${dayOf(notBefore)} to ${dayOf(notAfter)}`)}${left}`
}

function faultsOf({ faults, outdatedIssuer }: Tls): string {
  const words = faults.map((fault) =>
    outdatedIssuer?.fault === fault ? issuerFault(outdatedIssuer) : FAULTS[fault],
  )
  return words.join(', ') || 'none'
}

function linkWords({ subject, notAfter, linked }: ChainCertificateReport): string {
  return `${code(subject)}, until ${unbroken(dayOf(notAfter))}${linked ? '' : ', not needed'}`
}
