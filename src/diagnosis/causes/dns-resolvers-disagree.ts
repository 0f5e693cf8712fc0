import { isPrivate } from '../../shared/ip.ts'
import { defineCause, look, change } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { phrase } from '../../domain/untrusted.ts'
import { NAME_SERVER_DELAY } from './advice/dns-steps.ts'
import { cluesOf } from '../clues/clues.ts'
import { servedPastCloudflare, visitorsServed } from '../facts/visitors.ts'
import { placesBypassing, placesPointToCloudflare } from '../vantage/dns.ts'
import { placesOf, servedEverywhereElse } from '../vantage/places.ts'
import { gotWords, placeNames } from '../vantage/words.ts'
import { dnsClues, serverList, remainingTtl } from '../clues/dns.ts'
import {
  hasNoRecord,
  otherServersHaveAddress,
  hasAddress,
  lateResolvers,
  runnerView,
  resolverViews,
  nameServerView,
  type ResolverView,
} from '../facts/dns.ts'

export default defineCause({
  id: 'dns-resolvers-disagree',
  title: 'DNS resolvers still return old answers for the name',
  brief: 'resolvers disagree',
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    'Resolvers return different answers for the name: some point to Cloudflare, others elsewhere or nowhere. That is normal for a while after a change to a record or to the name servers. A resolver that has cached the old answer keeps it until its TTL expires.',
    "Which visitors are served depends on their resolver. The check compares the runner's resolver with the public ones in `resolvers` and with the zone's own name servers. It reports which ones are late, and for how long. Different addresses that all belong to Cloudflare are not a disagreement.",
    'With `vantage-points`, the answers at those places count too. If two of them in different networks still reach the old server, and it fails, the site is unhealthy. If it serves the site, that is a warning.',
    'If the site is healthy through Cloudflare and several resolvers return addresses elsewhere, the check also requests the site there. If it gets the same site, the result is only a warning: some visitors bypass Cloudflare.',
  ],
  sources: [
    {
      claim: 'Proxied records have a TTL of 300 seconds, and DNS-only ones of 60 seconds or more.',
      at: 'https://developers.cloudflare.com/dns/manage-dns-records/reference/ttl/',
      read: '2026-11-30',
    },
    {
      claim:
        "The parent zone may take up to 24 hours. Standard zones have two name servers, advanced ones three, and a partial setup none of Cloudflare's.",
      at: 'https://developers.cloudflare.com/dns/zone-setups/troubleshooting/pending-nameservers/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a network with its own internal zone (split horizon)' },
      distinguishedBy:
        "Query the runner's resolver for the name. An address that begins with 10, 172.16 to 172.31 or 192.168 is internal.",
    },
    {
      what: { other: 'a resolver that blocks the name' },
      distinguishedBy: '`dig` shows an extended error (EDE) such as "Blocked" or "Filtered".',
    },
  ],
  needs: ['dns'],
  rule(moment): Match | undefined {
    const own = runnerView(moment)
    const others = resolverViews(moment)
    if (own === 'no-such-host' || own === 'no-address') {
      return otherServersHaveAddress(moment) ? runnerIsLate(moment, others.some(hasAddress)) : undefined
    }
    const pointsToCloudflare = others.some(({ view }) => view === 'cloudflare')
    if (own === 'elsewhere' && (pointsToCloudflare || placesPointToCloudflare(moment))) {
      // Behind a proxy that blocks the check, no failure was observed.
      return moment.edge === undefined ? undefined : runnerIsElsewhere(moment)
    }
    if (own !== 'cloudflare' && own !== 'elsewhere') return
    const late = lateResolvers(moment)
    // Then nothing fails: some visitors only bypass Cloudflare.
    if (servedPastCloudflare(moment)) return
    return late.length === 0 ? placesAreLate(moment) : othersAreLate(moment, late, others.length)
  },
  remedy: ({ host }) => ({
    summary: 'Wait until the old answers have expired, and keep the host they point to running until then.',
    steps: [
      look(
        'Compare the answers and their remaining TTLs',
        `: \`dig @1.1.1.1 ${host}\`, the same with \`@8.8.8.8\` and \`@9.9.9.9\`, and \`dig +trace ${host}\` for the name servers' own answer.`,
      ),
      look(
        'Check that the change was made',
        ' if the name servers still return the old answer. Check the record under DNS → Records, and the name servers at the registrar.',
      ),
      look('Keep the old host running', ` until the old record's TTL has expired. ${NAME_SERVER_DELAY}`),
      change(
        'Purge public resolvers',
        ': https://one.one.one.one/purge-cache/ and https://dns.google/cache clear the old answer immediately. On your own runner: `resolvectl flush-caches`.',
        'not needed, because they query the name again.',
      ),
      change(
        'Lower the TTL to 60 seconds',
        ' a day before the next move, if the record is DNS-only. Proxied ones have 300 seconds.',
        'raise it again.',
      ),
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/dns/manage-dns-records/reference/ttl/',
  }),
})

/** The runner's resolver does not know a name that others know. */
function runnerIsLate(moment: Moment, othersKnow: boolean): Match {
  const who = othersKnow
    ? "The runner's resolver does not know the name, while others do"
    : "No resolver knows the name yet, but the zone's own name servers do"
  const because = `${who}.${forMore(moment)}`
  return { outcome: 'unhealthy', confidence: 'likely', because, clues: clues(moment) }
}

/** The runner's resolver points past Cloudflare, others to it: visitors may get something else than the runner. */
function runnerIsElsewhere(moment: Moment): Match {
  const addresses = moment.dns?.kind === 'resolved' ? moment.dns.addresses : []
  if (addresses.every(({ address }) => isPrivate(address))) {
    const because =
      "The runner's resolver points into a private network, while public resolvers point to Cloudflare. What visitors get was not checked."
    return { outcome: 'inconclusive', confidence: 'likely', because, clues: clues(moment) }
  }
  if (visitorsServed(moment) && servedEverywhereElse(moment)) {
    const places = placesOf(moment)
    const because = phrase`The runner's resolver points to a server outside Cloudflare that responds. Visitors in ${placeNames(places)} get ${gotWords(places)} from Cloudflare.`
    return { outcome: 'warning', confidence: 'likely', because, clues: clues(moment) }
  }
  if (visitorsServed(moment)) {
    const because = `The runner's resolver points to a server outside Cloudflare that responds. Others point to Cloudflare, which was not checked.${forMore(moment)}`
    return { outcome: 'inconclusive', confidence: 'likely', because, clues: clues(moment) }
  }
  const because = `The runner's resolver points to a failing server outside Cloudflare, while others point to Cloudflare.${forMore(moment)}`
  return { outcome: 'unhealthy', confidence: 'likely', because, clues: clues(moment) }
}

/** The runner gets the current answer; visitors who use these resolvers do not. */
function othersAreLate(moment: Moment, late: readonly ResolverView[], of: number): Match {
  const left = remainingTtl(late.map(({ answer }) => answer))
  const still = left === undefined ? '' : ` This may last up to ${left}.`
  const zone = nameServerView(moment)
  const who =
    zone !== undefined && late.every(({ view }) => view === zone)
      ? " The zone's name servers do the same."
      : ''
  const one = late.length === 1
  const answer = late.every(hasNoRecord)
    ? `${one ? 'has' : 'have'} no record of the name`
    : `${one ? 'points' : 'point'} elsewhere`
  const places = placesBypassing(moment)
  const also = places === undefined ? '' : phrase` So do the resolvers in ${placeNames(places.places)}.`
  const because = phrase`${serverList(late)} ${answer}, unlike the runner's resolver.${who}${also}${still}`
  // A single resolver may have its own reason. If visitors are not served, another cause explains that.
  const several = late.length > 1 || late.length === of
  const outcome = several && visitorsServed(moment) ? 'unhealthy' : 'warning'
  return { outcome, confidence: 'likely', because, clues: clues(moment) }
}

/** Only vantage points show that resolvers still return the old answer. */
function placesAreLate(moment: Moment): Match | undefined {
  const bypassing = runnerView(moment) === 'cloudflare' ? placesBypassing(moment) : undefined
  if (bypassing === undefined) return
  const { places, served, fails } = bypassing
  const outcome = fails && visitorsServed(moment) ? 'unhealthy' : 'warning'
  const there = served ? 'It serves the site, without Cloudflare.' : phrase`They get ${gotWords(places)}.`
  const because = phrase`Unlike the runner's resolver, those in ${placeNames(places)} point to a server outside Cloudflare. ${there}`
  return { outcome, confidence: 'likely', because, clues: clues(moment), elsewhere: true }
}

function clues(moment: Moment): Match['clues'] {
  return cluesOf(moment, ...dnsClues(moment))
}

function forMore({ ownResolver = [] }: Moment): string {
  const left = remainingTtl(ownResolver)
  return left === undefined ? '' : ` This may last up to ${left}.`
}
