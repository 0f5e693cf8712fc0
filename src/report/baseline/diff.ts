import { duration } from '../../shared/text.ts'
import type { Change, ChangesReport, SiteReport } from '../../domain/report.ts'
import { isSameSentence, joined, quote, type Sentence, type Untrusted } from '../../domain/untrusted.ts'
import { type BaselineReport, sitesByUrl } from './baseline.ts'
import type { Sanitize } from '../build/sanitize.ts'
import {
  type ComparableCertificate,
  type ComparableProbe,
  type ComparableSite,
  comparableOf,
} from './comparable.ts'
import { addressesDiffer, addressList } from '../history/observed.ts'
import { siteInSchema1 } from '../schema-1/convert.ts'
import { fromWhere } from '../../diagnosis/route/observer.ts'
import { FAULTS } from '../words.ts'

/** A compared value then and now; undefined when it was not observed. */
type Pair = readonly [what: string, before: Sentence | undefined, now: Sentence | undefined]

/** How the text of a report is hidden: of the earlier one also every address, because its origin may have moved. */
export interface Sanitizers {
  readonly earlier: Sanitize
  readonly now: Sanitize
}

/** Adds to each site what changed since the baseline. */
export function withDiff(
  sites: readonly SiteReport[],
  baseline: BaselineReport,
  now: BaselineReport['sites'],
  sanitize: Sanitizers,
): readonly SiteReport[] {
  return sites.map((site) => {
    const [before, current] = [baseline.sites.get(site.url), now.get(site.url)]
    if (before === undefined || current === undefined) return site
    return { ...site, changes: changesOf(before, current, baseline.at, sanitize) }
  })
}

/** The sites of a report, as those of an earlier one are read. */
export function comparableSites(sites: readonly SiteReport[]): BaselineReport['sites'] {
  return sitesByUrl(
    sites.map((site) => comparableOf(siteInSchema1(site))).filter((site) => site !== undefined),
  )
}

/** What changed at one site. */
export function changesOf(
  before: ComparableSite,
  now: ComparableSite,
  baselineAt: string,
  sanitize: Sanitizers,
): ChangesReport {
  const places = placesOf(before, now)
  const changed = (where: string, pairs: readonly Pair[]): readonly Change[] =>
    pairs.flatMap(([what, was, is]) => {
      if (was === undefined || is === undefined || isSameSentence(was, is)) return []
      const before = sanitize.earlier(was, MAX_TEXT)
      // An address that only one of the two reports hides did not change.
      if (before === sanitize.earlier(is, MAX_TEXT)) return []
      return [{ where, what, before, now: sanitize.now(is, MAX_TEXT) }]
    })
  return {
    baselineAt,
    verdict: before.verdict,
    changes: [
      ...changed('', [
        ['DNS answer', before.dns, now.dns],
        ...addressPairs(before.domain, now.domain),
        ['SSL mode', quoted(before.sslMode), quoted(now.sslMode)],
        [
          [...before.origins, ...now.origins].some(({ isAddress }) => isAddress === true)
            ? 'number of addresses'
            : 'number of origins',
          String(before.origins.length),
          String(now.origins.length),
        ],
      ]),
      ...places.flatMap(([where, was, is]) => changed(where, reasons(was, is))),
    ],
    responses: places.flatMap(([where, was, is]) => changed(where, consequences(was, is))),
  }
}

function addressPairs(before: ComparableSite['domain'], now: ComparableSite['domain']): readonly Pair[] {
  if (before === undefined || now === undefined) return []
  return [
    ...addressPair('IPv4 addresses', before.ipv4, now.ipv4),
    ...addressPair('IPv6 addresses', before.ipv6, now.ipv6),
  ]
}

function addressPair(what: string, before: readonly string[], now: readonly string[]): readonly Pair[] {
  return addressesDiffer(before, now) ? [[what, addressList(before), addressList(now)]] : []
}

/** As long as a certificate's text in the report. */
const MAX_TEXT = 120

/** Origins first, because Cloudflare's side seldom changes by itself. Several origins are compared by position. */
function placesOf(
  before: ComparableSite,
  now: ComparableSite,
): readonly (readonly [where: string, before: ComparableProbe, now: ComparableProbe])[] {
  const several = now.origins.length > 1
  const origins = now.origins.flatMap((side, index) => {
    const was = before.origins[index]
    return was === undefined
      ? []
      : [
          [
            several
              ? `${side.isAddress === true ? 'address' : 'origin'} ${index + 1}`
              : fromWhere(side.route === '' ? undefined : side.route),
            was,
            side,
          ] as const,
        ]
  })
  return [...origins, ['through Cloudflare', before.edge, now.edge]]
}

function reasons(before: ComparableProbe, now: ComparableProbe): readonly Pair[] {
  const pair = (what: string, read: (side: ComparableProbe) => Sentence | undefined): Pair => [
    what,
    read(before),
    read(now),
  ]
  return [
    pair('port', ({ port }) => (port === undefined ? undefined : String(port))),
    ...certificatePairs(before.certificate, now.certificate),
    pair('TLS version', ({ tls, status }) => tls ?? absent(status)),
    pair('HTTP version', ({ http }) => quoted(http)),
    pair('server', ({ server, status }) => quoted(server) ?? absent(status)),
  ]
}

/** A server that responded without it has none. Without a response nothing was observed. */
function absent(status: number | undefined): string | undefined {
  return status === undefined ? undefined : 'none'
}

function certificatePairs(
  before: ComparableCertificate | undefined,
  now: ComparableCertificate | undefined,
): readonly Pair[] {
  if (before === undefined || now === undefined) return []
  const renamed = without(before.names, now.names).length + without(now.names, before.names).length > 0
  return [
    ['issuer', quote(before.issuer), quote(now.issuer)],
    ...(renamed
      ? [
          [
            'names',
            namesOf(without(before.names, now.names)),
            namesOf(without(now.names, before.names)),
          ] as const,
        ]
      : [['subject', quote(before.subject), quote(now.subject)] as const]),
    ['certificate', validity(before), validity(now)],
    ["certificate's faults", faultsOf(before), faultsOf(now)],
  ]
}

function without(names: readonly Untrusted[], others: readonly Untrusted[]): readonly Untrusted[] {
  return names.filter((name) => !others.includes(name))
}

function namesOf(names: readonly Untrusted[]): Sentence {
  if (names.length === 0) return 'no other'
  return joined(
    names.map((name) => quote(name)),
    ', ',
  )
}

function quoted(text: Untrusted | undefined): Sentence | undefined {
  return text && quote(text)
}

function validity({ from, until }: ComparableCertificate): string {
  return `${from} to ${until}`
}

function faultsOf({ faults }: ComparableCertificate): string {
  return faults.map((fault) => FAULTS[fault]).join(', ') || 'none'
}

function consequences(before: ComparableProbe, now: ComparableProbe): readonly Pair[] {
  const pairs: readonly Pair[] = [['response', before.response, now.response]]
  return beyondNoise(before, now)
    ? [...pairs, ['time', duration(before.elapsed ?? 0), duration(now.elapsed ?? 0)]]
    : pairs
}

/** Times vary from run to run. A change counts when they differ by this factor and by this many milliseconds. */
const MIN_FACTOR = 2
const MIN_DIFFERENCE = 200

/** Only times of the same response are compared, because an error is faster than a page. */
function beyondNoise(
  { elapsed: was, response, route }: ComparableProbe,
  { elapsed: is, response: same, route: sameRoute }: ComparableProbe,
): boolean {
  if (route !== sameRoute || was === undefined || is === undefined || response !== same) return false
  return Math.max(was, is) > MIN_FACTOR * Math.min(was, is) && Math.abs(was - is) > MIN_DIFFERENCE
}
