import { defineCause, look, change } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { phrase, quote } from '../../domain/untrusted.ts'
import { brokenAlias } from '../freshness/alias.ts'
import { aliasSteps } from './shared-steps.ts'
import { cluesOf } from '../clues/clues.ts'
import { dnsClues } from '../clues/dns.ts'
import { nameServerView, otherServersHaveAddress, resolverViews, runnerView } from '../facts/dns.ts'

export default defineCause({
  id: 'dns-no-address',
  title: 'the name has no address in DNS',
  brief: 'no address',
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    'The name exists in DNS without an address: no A and no AAAA record. The record was deleted while another one, such as a TXT record, remains. Or only names below it exist, or the target of a CNAME lost its address.',
    'Or the name does not exist at all. For such a name, a zone that Cloudflare signs (DNSSEC) may return NOERROR without an answer instead of NXDOMAIN (RFC 9824). If any server returns NXDOMAIN, the cause is `dns-no-such-host`.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'dns-no-such-host',
      distinguishedBy:
        'In that case, `dig NAME` returns NXDOMAIN. In a zone that Cloudflare signs, it may not: there, `dig +dnssec NAME` lists the type NXNAME (TYPE128 in older versions) for a name that does not exist.',
      isOpen: () => true,
    },
    {
      what: { other: 'a name with IPv6 addresses only, queried through a resolver that omits them' },
      distinguishedBy: 'Run `dig AAAA NAME @1.1.1.1`.',
    },
  ],
  needs: ['dns'],
  rule(moment): Match | undefined {
    const others = resolverViews(moment)
    // Old and new answers together are another cause.
    if (runnerView(moment) !== 'no-address' || otherServersHaveAddress(moment)) return
    const views = [...others.map(({ view }) => view), nameServerView(moment)]
    if (views.includes('no-such-host')) return
    const sure = others.some(({ view }) => view === 'no-address')
    const target = brokenAlias(moment)
    const name = target === undefined ? 'the name' : phrase`the name, an alias of ${quote(target)}`
    const because = sure
      ? phrase`The runner's resolver and others have no address for ${name}.`
      : phrase`The runner's resolver has no address for ${name}. No other resolver replied.`
    return {
      outcome: 'unhealthy',
      confidence: sure ? 'certain' : 'likely',
      because,
      clues: cluesOf(moment, ...dnsClues(moment)),
      ...(target !== undefined && { form: 'alias' }),
    }
  },
  remedy: ({ host, form }) => ({
    summary:
      form === 'alias'
        ? 'Fix the target of the CNAME record.'
        : 'Create or restore the A, AAAA or CNAME record.',
    steps:
      form === 'alias'
        ? aliasSteps(host)
        : [
            change(
              'Create the A, AAAA or CNAME record',
              ' for the name in the Cloudflare dashboard, under DNS → Records, proxied (orange). The audit log under Manage Account shows who deleted it.',
              '',
            ),
            look(
              'Check which records remain',
              `: \`dig ${host} A\`, \`dig ${host} AAAA\`, \`dig ${host} CNAME\`.`,
            ),
            look(
              'Check the target of a CNAME',
              ' with `dig` too. If the target has no address, neither does the name.',
            ),
            look(
              'Check again after 30 minutes.',
              ' Resolvers cache "no address" for as long as the zone\'s SOA record says: 30 minutes at Cloudflare.',
            ),
          ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/dns/manage-dns-records/how-to/create-dns-records/',
  }),
})
