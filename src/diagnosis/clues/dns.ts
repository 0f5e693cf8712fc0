import type { Clue, Moment } from '../../domain/cause.ts'
import type { DnsAnswer } from '../../domain/dns.ts'
import { bogus, runnerView, resolverViews, zoneView, type View, type ResolverView } from '../facts/dns.ts'

/** What resolvers and name servers were heard to say of the site's name. No address is in it but those of resolvers. */
export function dnsClues(moment: Moment): readonly Clue[] {
  const own = runnerView(moment)
  const others = Map.groupBy(resolverViews(moment), ({ view }) => view)
  const said = [
    ...(own === undefined ? [] : [`the runner's resolver ${SAYS[own]}`]),
    ...[...others].map(([view, some]) => `${serversOf(some)} ${says(view, some.length)}`),
  ]
  const zone = zoneView(moment)
  return [
    ...(said.length === 0 ? [] : [clue(`Asked for ${moment.request.host}, ${said.join('; ')}.`)]),
    ...(zone === undefined ? [] : [clue(`The zone's own name servers ${says(zone, 2)}.`)]),
    ...reasonsOf(moment).map(clue),
  ]
}

const clue = (text: string): Clue => ({ from: 'dns', text })

const SAYS: Readonly<Record<View, string>> = {
  cloudflare: 'leads to Cloudflare',
  elsewhere: "leads to addresses outside of Cloudflare's ranges",
  'no-such-host': 'says that there is no such name (NXDOMAIN)',
  'no-address': 'knows the name, without an address',
  'server-failure': 'cannot find out (SERVFAIL)',
  other: 'gives no answer',
}

function says(view: View, count: number): string {
  const [verb = '', ...rest] = SAYS[view].split(' ')
  return [count > 1 && verb !== 'cannot' ? verb.replace(/s$/, '') : verb, ...rest].join(' ')
}

/** Why a resolver could not find out, as it says itself (RFC 8914): in our words, since its own hold addresses. */
function reasonsOf(moment: Moment): readonly string[] {
  const failing = resolverViews(moment).filter(({ view }) => view === 'server-failure')
  if (failing.some(bogus)) {
    return ['Asked not to check signatures, they know the name: it is DNSSEC that fails.']
  }
  const texts = failing.flatMap(({ told }) => textsOf(told))
  if (texts.some((text) => /\b(REFUSED|NOTAUTH|not authoritative|lame)\b/i.test(text))) {
    return ["They report that the zone's name servers refuse to speak of it: they do not have the zone."]
  }
  if (texts.some((text) => /time(d )?-?out|unreachable|no reachable/i.test(text))) {
    return ["They report that the zone's name servers do not answer."]
  }
  return []
}

/** Network error, no reachable authority, not authoritative (RFC 8914). */
const OF_SERVERS: ReadonlySet<number> = new Set([20, 22, 23])

function textsOf(told: DnsAnswer): readonly string[] {
  if (told.kind === 'resolved') return []
  return told.errors.filter(({ code }) => OF_SERVERS.has(code)).map(({ text }) => text)
}

/** `29 min`: how long those who are late may go on giving their answer. Undefined where nobody said. */
export function timeLeft(late: readonly DnsAnswer[]): string | undefined {
  const seconds = late.flatMap(({ ttl }) => ttl ?? [])
  return seconds.length === 0 ? undefined : inWords(Math.max(...seconds))
}

function inWords(seconds: number): string {
  if (seconds < 120) return `${seconds} s`
  return seconds < 7200 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`
}

/** The servers of witnesses, as one says them: `1.1.1.1, 8.8.8.8 and 9.9.9.9`. */
export function serversOf(some: readonly ResolverView[]): string {
  return listed(some.map(({ told }) => told.server))
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
