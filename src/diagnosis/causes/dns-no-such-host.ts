import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { dnsClues } from '../clues/dns.ts'
import { otherServersHaveAddress, hasAddress, runnerView, resolverViews } from '../facts/dns.ts'
import { cluesOf } from '../clues/clues.ts'

/** NXDOMAIN: the name is not in DNS. */
export default defineCause({
  id: 'dns-no-such-host',
  title: 'the name does not exist in DNS',
  brief: 'no such name',
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    'DNS answers that there is no such name (NXDOMAIN): the record was never made or was deleted, the domain has expired, or the zone is not delegated to the name servers that have the record.',
    'A new record may take some minutes to be seen everywhere, a new delegation 24 to 48 hours.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a resolver that keeps an old "no such name"' },
      distinguishedBy:
        "Ask another resolver: `dig @1.1.1.1 NAME`. The old answer is kept as long as the zone's SOA says.",
    },
    {
      what: { other: 'a misspelt name in the workflow' },
      distinguishedBy: 'Read the `url` input letter by letter.',
      isOpen: () => true,
    },
  ],
  needs: ['dns'],
  rule(moment): Match | undefined {
    const others = resolverViews(moment)
    // Old and new side by side is another matter.
    if (others.some(hasAddress)) return
    const agree = others.filter(({ view }) => view === 'no-such-host')
    const own = runnerView(moment)
    const clues = cluesOf(moment, ...dnsClues(moment))
    if (own === 'no-such-host') {
      if (otherServersHaveAddress(moment)) return
      const sure = agree.length > 0
      const because = sure
        ? "the runner's resolver and others say that the name does not exist"
        : "the runner's resolver says that the name does not exist; no other resolver answered"
      return { outcome: 'unhealthy', confidence: sure ? 'certain' : 'likely', because, clues }
    }
    if ((own !== 'server-failure' && own !== 'other') || agree.length < 2) return
    const because =
      "public resolvers say that the name does not exist, and the runner's own finds nothing either"
    return { outcome: 'unhealthy', confidence: 'likely', because, clues }
  },
  remedy: ({ host }) => ({
    summary: 'Create the record, or repair the delegation.',
    steps: [
      step(
        '',
        `Ask another resolver: \`dig @1.1.1.1 ${host}\` and \`dig +trace ${host}\`, which shows where the name is lost.`,
      ),
      step(
        '',
        'In the Cloudflare dashboard, under DNS → Records, see that the name has an A, AAAA or CNAME record, and that it is proxied (orange).',
      ),
      step(
        '',
        'At the registrar, see that the domain has not expired and that its name servers are the two that Cloudflare names.',
      ),
      step(
        '',
        'If the deploy has just made the record, raise `wait` by some minutes: resolvers keep a "no such name" for as long as the zone\'s SOA says, at Cloudflare 30 minutes. A new delegation takes 24 to 48 hours: run the job again later.',
      ),
      step(
        '',
        'Public resolvers drop their old answer at once when asked: https://one.one.one.one/purge-cache/ and https://dns.google/cache.',
      ),
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/dns/zone-setups/troubleshooting/',
  }),
})
