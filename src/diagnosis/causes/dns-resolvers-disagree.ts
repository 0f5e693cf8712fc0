import { isPrivate } from '../../shared/ip.ts'
import { defineCause, step } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { dnsClues, serverList, remainingTtl } from '../clues/dns.ts'
import {
  hasNoRecord,
  otherServersHaveAddress,
  hasAddress,
  runnerView,
  resolverViews,
  nameServerView,
  type ResolverView,
} from '../facts/dns.ts'

/** Propagation: some still have the answer of before. */
export default defineCause({
  id: 'dns-resolvers-disagree',
  title: 'resolvers still give old answers for the name',
  brief: 'resolvers disagree',
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    'Resolvers give different answers for the name: some lead to Cloudflare, others to another place or nowhere. That lasts a while after a record or the name servers were changed: a resolver that has asked before keeps the old answer until its TTL is over.',
    "Which visitors are served depends on whose resolver they ask. The check compares the runner's resolver with the public ones in `resolvers` and with the zone's own name servers, and tells who is late, and for how long. Different addresses that all belong to Cloudflare are no disagreement.",
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a network that has a zone of its own inside (split horizon)' },
      distinguishedBy:
        "Ask the runner's resolver for the name: an address that begins with 10, 172.16 to 172.31 or 192.168 is an internal one.",
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
    if (own === 'elsewhere' && others.some(({ view }) => view === 'cloudflare')) {
      // What the runner's proxy kept from us, nobody has seen fail.
      return moment.edge === undefined ? undefined : runnerIsElsewhere(moment)
    }
    if (own !== 'cloudflare' && own !== 'elsewhere') return
    const late = others.filter(
      (witness) => hasNoRecord(witness) || (own === 'cloudflare' && witness.view === 'elsewhere'),
    )
    return late.length === 0 ? undefined : othersAreLate(moment, late, others.length)
  },
  remedy: ({ host }) => ({
    summary: 'Wait until the old answers have expired, and keep what they lead to alive until then.',
    steps: [
      step(
        '',
        `See who says what, and for how many more seconds: \`dig @1.1.1.1 ${host}\`, the same with \`@8.8.8.8\` and \`@9.9.9.9\`, and \`dig +trace ${host}\` for what the name servers say.`,
      ),
      step(
        '',
        'If the name servers themselves still have the old answer, the change was not made: compare the record in the Cloudflare dashboard, under DNS → Records, and the name servers at the registrar.',
      ),
      step(
        '',
        'Keep the old host running until the TTL of the old record is over. After a change of name servers that takes 24 to 48 hours.',
      ),
      step(
        '',
        'Public resolvers drop their old answer at once when asked: https://one.one.one.one/purge-cache/ and https://dns.google/cache. On a runner of your own: `resolvectl flush-caches`.',
      ),
      step('', 'Before the next move, lower the TTL to 60 seconds, a day ahead.'),
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/dns/zone-setups/troubleshooting/',
  }),
})

/** The runner's resolver knows nothing of a name that others know. */
function runnerIsLate(moment: Moment, othersKnow: boolean): Match {
  const who = othersKnow
    ? "the runner's resolver does not know the name, while others do"
    : "no resolver knows the name yet, while the zone's own name servers do"
  const because = `${who}${forMore(moment)}`
  return { outcome: 'unhealthy', confidence: 'likely', because, clues: clues(moment) }
}

/** The runner is led past Cloudflare, others to it: what it saw is not what they see. */
function runnerIsElsewhere(moment: Moment): Match {
  const addresses = moment.dns?.kind === 'resolved' ? moment.dns.addresses : []
  if (addresses.every(({ address }) => isPrivate(address))) {
    const because =
      "the runner's resolver leads into a private network, and public ones to Cloudflare: nobody looked as visitors do"
    return { outcome: 'inconclusive', confidence: 'likely', because, clues: clues(moment) }
  }
  if (visitorsServed(moment)) {
    const because = `the runner's resolver leads past Cloudflare to something that answers, and others to Cloudflare, where nobody looked${forMore(moment)}`
    return { outcome: 'inconclusive', confidence: 'likely', because, clues: clues(moment) }
  }
  const because = `the runner's resolver leads past Cloudflare to something that fails, and others to Cloudflare${forMore(moment)}`
  return { outcome: 'unhealthy', confidence: 'likely', because, clues: clues(moment) }
}

/** The runner sees what it should; those who ask these resolvers do not. */
function othersAreLate(moment: Moment, late: readonly ResolverView[], of: number): Match {
  const left = remainingTtl(late.map(({ answer }) => answer))
  const still = left === undefined ? '' : `, for up to ${left}`
  const zone = nameServerView(moment)
  const who =
    zone !== undefined && late.every(({ view }) => view === zone) ? ", as the zone's name servers do" : ''
  const where = late.every(hasNoRecord) ? 'deny the name' : 'lead elsewhere'
  const because = `${serverList(late)} ${late.length > 1 ? where : where.replace(/^(\w+)y\b/, '$1ies').replace(/^lead\b/, 'leads')}${who}, unlike the runner's resolver${still}`
  // One alone may have its own reasons, and where visitors are not served anyway another cause says why.
  const several = late.length > 1 || late.length === of
  const outcome = several && visitorsServed(moment) ? 'unhealthy' : 'warning'
  return { outcome, confidence: 'likely', because, clues: clues(moment) }
}

function clues(moment: Moment): Match['clues'] {
  return cluesOf(moment, ...dnsClues(moment))
}

function forMore({ ownResolver = [] }: Moment): string {
  const left = remainingTtl(ownResolver)
  return left === undefined ? '' : `; this may last for up to ${left}`
}
