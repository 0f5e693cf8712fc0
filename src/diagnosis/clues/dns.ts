import { roughDuration } from '../../shared/text.ts'
import type { Clue, Moment } from '../../domain/cause.ts'
import type { DnsAnswer } from '../../domain/dns.ts'
import {
  joined,
  listed,
  matches,
  phrase,
  quote,
  type Sentence,
  type Untrusted,
} from '../../domain/untrusted.ts'
import {
  failsDnssec,
  runnerView,
  resolverViews,
  nameServerView,
  type DnsView,
  type ResolverView,
} from '../facts/dns.ts'

/** What resolvers and name servers return for the site's name. Contains no addresses but those of resolvers. */
export function dnsClues(moment: Moment): readonly Clue[] {
  const own = runnerView(moment)
  const others = Map.groupBy(resolverViews(moment), ({ view }) => view)
  const results = [
    ...(own === undefined ? [] : [`the runner's resolver ${VERBS[own].one}`]),
    ...[...others].map(
      ([view, group]) => phrase`${serverList(group)} ${VERBS[view][group.length === 1 ? 'one' : 'many']}`,
    ),
  ]
  const zone = nameServerView(moment)
  return [
    ...(results.length === 0 ? [] : [clue(phrase`For ${moment.request.host}, ${joined(results, '; ')}.`)]),
    ...(zone === undefined ? [] : [clue(`The zone's name servers ${VERBS[zone].many}.`)]),
    ...failureReasons(moment).map(clue),
  ]
}

const clue = (text: Sentence): Clue => ({ from: 'dns', text })

/** What one resolver does, and what several do. */
const VERBS: Readonly<Record<DnsView, { readonly one: string; readonly many: string }>> = {
  cloudflare: { one: 'returns Cloudflare addresses', many: 'return Cloudflare addresses' },
  elsewhere: {
    one: "returns addresses outside Cloudflare's ranges",
    many: "return addresses outside Cloudflare's ranges",
  },
  'no-such-host': {
    one: 'reports that the name does not exist (NXDOMAIN)',
    many: 'report that the name does not exist (NXDOMAIN)',
  },
  'no-address': { one: 'has no address for the name', many: 'have no address for the name' },
  'server-failure': { one: 'fails with SERVFAIL', many: 'fail with SERVFAIL' },
  other: { one: 'does not respond', many: 'do not respond' },
}

/** Why resolvers fail, by their extended errors (RFC 8914). In our words, because theirs contain addresses. */
function failureReasons(moment: Moment): readonly string[] {
  const failing = resolverViews(moment).filter(({ view }) => view === 'server-failure')
  if (failing.some(failsDnssec)) {
    return ['Without DNSSEC validation, these resolvers do resolve the name: its signatures are invalid.']
  }
  const texts = failing.flatMap(({ answer }) => nameServerErrors(answer))
  if (texts.some((text) => matches(text, /\b(REFUSED|NOTAUTH|not authoritative|lame)\b/i))) {
    return ["The resolvers report that the zone's name servers do not serve the zone."]
  }
  if (texts.some((text) => matches(text, /time(d )?-?out|unreachable|no reachable/i))) {
    return ["The resolvers report that the zone's name servers do not respond."]
  }
  return []
}

/** Network error, no reachable authority, not authoritative (RFC 8914). */
const NAME_SERVER_CODES: ReadonlySet<number> = new Set([20, 22, 23])

function nameServerErrors(answer: DnsAnswer): readonly Untrusted[] {
  if (answer.kind === 'resolved') return []
  return answer.errors.filter(({ code }) => NAME_SERVER_CODES.has(code)).map(({ text }) => text)
}

/** How long resolvers may keep returning these cached answers, such as `29 min`; undefined when no answer has a TTL. */
export function remainingTtl(cached: readonly DnsAnswer[]): string | undefined {
  const seconds = cached.flatMap(({ ttl }) => ttl ?? [])
  return seconds.length === 0 ? undefined : ttlText(Math.max(...seconds))
}

function ttlText(seconds: number): string {
  return roughDuration(seconds * 1000, Math.ceil)
}

/** The resolvers' addresses: `1.1.1.1, 8.8.8.8 and 9.9.9.9`. */
export function serverList(resolvers: readonly ResolverView[]): Sentence {
  return listed(resolvers.map(({ answer }) => quote(answer.server)))
}
