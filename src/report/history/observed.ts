import type { HistoryChange } from '../../domain/history/entry.ts'
import type { LastSeen } from '../../domain/report.ts'
import { isSameSentence, joined, quote, untrusted, type Sentence } from '../../domain/untrusted.ts'
import { fromWhere } from '../../diagnosis/route/observer.ts'
import { cut } from '../../redact/visible.ts'
import { plural } from '../../shared/text.ts'
import type { ComparableProbe, ComparableSite, WHATS } from '../baseline/comparable.ts'
import type { Sanitize } from '../build/sanitize.ts'
import { FAULTS } from '../words.ts'
import { MAX_TEXT } from './entries.ts'

/** What later runs compare: something of a site that seldom changes, and whose change may explain an outage. */
interface Observed {
  readonly where: string
  readonly what: (typeof WHATS)[number]
  readonly value: Sentence
}

/** Characters of a value that is compared. The longest are eight IPv6 addresses. */
const MAX_VALUE = 400
/** Further values of a site are not remembered. A site with ten origins has 80. */
const MAX_SEEN = 100

/** What a run saw at one site. Parts that were not observed, or only in an error, are absent. */
function observedIn({ edge, origins, domain, sslMode }: ComparableSite): readonly Observed[] {
  const addresses = origins.some(({ isAddress }) => isAddress === true)
  const [first] = origins
  const route = fromWhere(first === undefined || first.route === '' ? undefined : first.route)
  return [
    ...made('', [
      ['DNS answer', domain?.kind],
      ['IPv4 addresses', addressList(domain?.ipv4)],
      ['IPv6 addresses', addressList(domain?.ipv6)],
      ['SSL mode', sslMode && quote(sslMode)],
      // Of a name, the number of addresses may change with every answer, and so may their order.
      ['number of origins', addresses || origins.length === 0 ? undefined : String(origins.length)],
    ]),
    ...(addresses
      ? common(origins.map((origin) => ofProbe(route, origin)))
      : origins.flatMap((origin, index) =>
          ofProbe(origins.length === 1 ? route : `origin ${index + 1}`, origin),
        )),
    ...ofProbe('through Cloudflare', edge),
  ]
}

type Pairs = readonly (readonly [what: Observed['what'], value: Sentence | undefined])[]

function made(where: string, pairs: Pairs): readonly Observed[] {
  return pairs.flatMap(([what, value]) => (value === undefined ? [] : [{ where, what, value }]))
}

/** Error pages often come from another program than pages, so only a success says what the server is. */
function ofProbe(
  where: string,
  { port, tls, certificate, http, server, status = 0, failed }: ComparableProbe,
): readonly Observed[] {
  const succeeded = status > 0 && status < 400 && failed !== true
  return made(where, [
    ['port', port === undefined ? undefined : String(port)],
    ...(certificate === undefined
      ? []
      : ([
          ['issuer', quote(certificate.issuer)],
          ['certificate', `${certificate.from} to ${certificate.until}`],
          ['names', plural(certificate.names.length, 'name')],
          ["certificate's faults", certificate.faults.map((fault) => FAULTS[fault]).join(' and ') || 'none'],
        ] as const)),
    ['TLS version', tls],
    ['HTTP version', succeeded ? http && quote(http) : undefined],
    ['server', succeeded ? (server === undefined ? 'none' : quote(server)) : undefined],
  ])
}

/** What all addresses of a name have in common. */
function common(all: readonly (readonly Observed[])[]): readonly Observed[] {
  const [first = [], ...others] = all
  return first.filter((one) =>
    others.every((other) =>
      other.every(({ what, value }) => what !== one.what || isSameSentence(value, one.value)),
    ),
  )
}

/** Not a list with commas: with them, two addresses can be read as a third one, which is hidden. */
const AND = ' and '

export function addressList(addresses: readonly string[] | undefined): Sentence | undefined {
  if (addresses === undefined || addresses.length === 0) return undefined
  return joined(
    addresses.map((address) => quote(untrusted(address))),
    AND,
  )
}

/** What changed at a site since it was last seen, and what this run did not see. */
export interface SeenChanges {
  readonly changes: readonly Omit<HistoryChange, 'site'>[]
  readonly lastSeen: readonly LastSeen[]
}

/**
 * Compares a site with what earlier runs saw last. So a change is found even if the run in between saw nothing.
 *
 * @param sanitize hides every address outside Cloudflare, because histories outlive `show-origin`
 * @param earlierAt when the earlier report was made; ISO 8601, UTC
 * @param from milliseconds since the epoch. What was seen before that is forgotten
 */
export function seenChanges(
  earlier: ComparableSite,
  now: ComparableSite,
  sanitize: Sanitize,
  earlierAt: string,
  from: number,
): SeenChanges {
  const seenIn = (site: ComparableSite, at: string): readonly LastSeen[] =>
    observedIn(site).map(({ where, what, value }) => ({ where, what, value: sanitize(value, MAX_VALUE), at }))
  const then = seenIn(earlier, earlierAt)
  const known = new Set(then.map(keyOf))
  const older = earlier.lastSeen
    .filter((seen) => !known.has(keyOf(seen)) && Date.parse(seen.at) >= from)
    .map(({ where, what, value, at }) => ({ where, what, value: sanitize(quote(value), MAX_VALUE), at }))
  const before = [...then, ...older]
  const current = new Map(seenIn(now, '').map((seen) => [keyOf(seen), seen.value]))
  return {
    changes: before.flatMap(({ where, what, value }) => {
      const is = current.get(keyOf({ where, what }))
      if (is === undefined || !differs(what, value, is)) return []
      return [{ where, what, before: shown(what, value), now: shown(what, is) }]
    }),
    lastSeen: before.filter((seen) => !current.has(keyOf(seen))).slice(0, MAX_SEEN),
  }
}

function keyOf({ where, what }: { readonly where: string; readonly what: string }): string {
  return `${where}\n${what}`
}

/** What is hidden depends on what a run knew, so a value that only one run hides did not change. */
const HIDDEN = /\$ORIGIN|\*\*\*/

function differs(what: string, before: string, now: string): boolean {
  if (before === now || HIDDEN.test(before) !== HIDDEN.test(now)) return false
  return !isAddresses(what) || addressesDiffer(before.split(AND), now.split(AND))
}

function isAddresses(what: string): boolean {
  return what.endsWith(' addresses')
}

/** Some answers have only a part of the addresses, so each side must have one that the other lacks. */
export function addressesDiffer(before: readonly string[], now: readonly string[]): boolean {
  return before.some((address) => !now.includes(address)) && now.some((address) => !before.includes(address))
}

/** An address that is cut would be another address, which is hidden in the next run. */
function shown(what: string, value: string): string {
  if (value.length <= MAX_TEXT) return value
  if (!isAddresses(what)) return cut(value, MAX_TEXT)
  const all = value.split(AND)
  const fitting = all.filter((_, index) => all.slice(0, index + 1).join(AND).length <= MAX_TEXT - 12)
  return [...fitting, `${all.length - fitting.length} more`].join(AND)
}
