import { duration } from '../../shared/text.ts'
import type { Change, ChangesReport, SiteReport } from '../../domain/report.ts'
import { type BaselineReport, viewsByUrl } from './baseline.ts'
import type { Sanitize } from '../build/probes.ts'
import { type CertificateView, type Side, type ComparableSite, comparableOf } from './comparable.ts'
import { FAULTS } from '../words.ts'

/** What two moments differ in at one place; undefined where one of them did not see it. */
type Pair = readonly [what: string, before: string | undefined, now: string | undefined]

/** The sites with what changed in each since an earlier report. `say` makes the text of that fit to be shown. */
export function withDiff(
  sites: readonly SiteReport[],
  baseline: BaselineReport,
  say: Sanitize,
): readonly SiteReport[] {
  const now = viewsByUrl(sites.map(comparableOf).filter((view) => view !== undefined))
  return sites.map((site) => {
    const [before, view] = [baseline.sites.get(site.url), now.get(site.url)]
    if (before === undefined || view === undefined) return site
    return { ...site, changes: changesOf(before, view, baseline.at, say) }
  })
}

/** What changed at one site. Pure. */
export function changesOf(
  before: ComparableSite,
  now: ComparableSite,
  since: string,
  say: Sanitize,
): ChangesReport {
  const places = placesOf(before, now)
  const told = (where: string, pairs: readonly Pair[]): readonly Change[] =>
    pairs.flatMap(([what, was, is]) => {
      if (was === undefined || is === undefined) return []
      // What was found is redacted already; what the file has is redacted by what is known of the origin now.
      const [then, found] = [say(was, LONGEST), say(is, LONGEST)]
      return then === found ? [] : [{ where, what, before: then, now: found }]
    })
  return {
    since,
    verdict: before.verdict,
    changes: [
      ...told('', [
        ['DNS answer', before.dns, now.dns],
        ['SSL mode', before.sslMode, now.sslMode],
        ['number of origins', String(before.origins.length), String(now.origins.length)],
      ]),
      ...places.flatMap(([where, was, is]) => told(where, reasons(was, is))),
    ],
    answers: places.flatMap(([where, was, is]) => told(where, consequences(was, is))),
  }
}

/** A text of a certificate or a header is no longer where it is shown. */
const LONGEST = 120

/** Origins first: what Cloudflare does seldom changes by itself. Of several origins those at the same place are compared. */
function placesOf(
  before: ComparableSite,
  now: ComparableSite,
): readonly (readonly [where: string, before: Side, now: Side])[] {
  const several = now.origins.length > 1
  const origins = now.origins.flatMap((side, index) => {
    const was = before.origins[index]
    return was === undefined ? [] : [[several ? `origin ${index + 1}` : 'directly', was, side] as const]
  })
  return [...origins, ['through Cloudflare', before.edge, now.edge]]
}

function reasons(before: Side, now: Side): readonly Pair[] {
  const pair = (what: string, read: (side: Side) => string | undefined): Pair => [
    what,
    read(before),
    read(now),
  ]
  return [
    pair('port', ({ port }) => (port === undefined ? undefined : String(port))),
    ...certificatePairs(before.certificate, now.certificate),
    pair('TLS version', ({ tls, status }) => tls ?? absent(status)),
    pair('HTTP version', ({ http }) => http),
    pair('server', ({ server, status }) => server ?? absent(status)),
  ]
}

/** Who answered and did not show it has none; who did not answer was not seen. */
function absent(status: number | undefined): string | undefined {
  return status === undefined ? undefined : 'none'
}

function certificatePairs(
  before: CertificateView | undefined,
  now: CertificateView | undefined,
): readonly Pair[] {
  if (before === undefined || now === undefined) return []
  const renamed = before.names.join() !== now.names.join()
  return [
    ['issuer', before.issuer, now.issuer],
    ...(renamed
      ? [['names', without(before.names, now.names), without(now.names, before.names)] as const]
      : [['subject', before.subject, now.subject] as const]),
    ['certificate', validity(before), validity(now)],
    ["certificate's faults", faultsOf(before), faultsOf(now)],
  ]
}

function without(names: readonly string[], others: readonly string[]): string {
  const only = names.filter((name) => !others.includes(name))
  return only.length === 0 ? 'no other' : only.join(', ')
}

function validity({ from, until }: CertificateView): string {
  return `${from} to ${until}`
}

function faultsOf({ faults }: CertificateView): string {
  return faults.map((fault) => FAULTS[fault]).join(', ') || 'none'
}

function consequences(before: Side, now: Side): readonly Pair[] {
  const pairs: readonly Pair[] = [['answer', before.answer, now.answer]]
  return beyondNoise(before, now)
    ? [...pairs, ['time', duration(before.took ?? 0), duration(now.took ?? 0)]]
    : pairs
}

/** Times differ from run to run. Beyond noise is more than double, or less than half, and more than 200 ms apart. */
const FACTOR = 2
const APART = 200

/** An error comes faster than a page: only times of the same answer are compared. */
function beyondNoise({ took: was, answer }: Side, { took: is, answer: same }: Side): boolean {
  if (was === undefined || is === undefined || answer !== same) return false
  return Math.max(was, is) > FACTOR * Math.min(was, is) && Math.abs(was - is) > APART
}
