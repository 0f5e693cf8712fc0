import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { dnsClues } from '../clues/dns.ts'
import { otherServersHaveAddress, runnerView, resolverViews } from '../facts/dns.ts'

/** The name is in DNS, and has neither an A nor an AAAA record. */
export default defineCause({
  id: 'dns-no-address',
  title: 'the name has no address in DNS',
  brief: 'no address',
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    'DNS knows the name but no address for it: no A and no AAAA record. The record was deleted while another, such as a TXT record, stayed; or only names below it exist; or the target of a CNAME lost its address.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'dns-no-such-host',
      distinguishedBy: '`dig NAME` says NXDOMAIN there. Here it says NOERROR and lists no answer.',
    },
    {
      what: { other: 'a name with IPv6 addresses only, seen by a resolver that leaves them out' },
      distinguishedBy: '`dig AAAA NAME @1.1.1.1`.',
    },
  ],
  needs: ['dns'],
  rule(moment): Match | undefined {
    const others = resolverViews(moment)
    // Old and new side by side is another matter.
    if (runnerView(moment) !== 'no-address' || otherServersHaveAddress(moment)) return
    const sure = others.some(({ view }) => view === 'no-address')
    const because = sure
      ? "the runner's resolver and others know the name but no address for it"
      : "the runner's resolver knows the name but no address for it; no other resolver answered"
    return {
      outcome: 'unhealthy',
      confidence: sure ? 'certain' : 'likely',
      because,
      clues: cluesOf(moment, ...dnsClues(moment)),
    }
  },
  remedy: ({ host }) => ({
    summary: 'Give the name its address back.',
    steps: [
      step('', `See what is left of it: \`dig ${host} A\`, \`dig ${host} AAAA\`, \`dig ${host} CNAME\`.`),
      step(
        '',
        'In the Cloudflare dashboard, under DNS → Records, create the A, AAAA or CNAME record of the name, proxied (orange). The audit log under Manage Account tells who deleted it.',
      ),
      step(
        '',
        'If it is a CNAME, look up its target with `dig` too: a target without an address leaves the name without one.',
      ),
      step(
        '',
        'Resolvers keep a "no address" for as long as the zone\'s SOA says, at Cloudflare 30 minutes: look again after that.',
      ),
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/dns/manage-dns-records/how-to/create-dns-records/',
  }),
})
