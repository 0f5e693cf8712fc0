import { defineCause, look } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { phrase, quote } from '../../domain/untrusted.ts'
import { brokenAlias } from '../freshness/alias.ts'
import { aliasSteps, AUDIT_LOGS, CREATE_RECORD, RAISE_WAIT } from './advice/dns-steps.ts'
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
  sources: [
    {
      claim:
        'A signed answer for a nonexistent name may claim that the name exists without data, and marks it with NXNAME.',
      at: 'RFC 9824',
      read: '2026-11-30',
    },
    {
      claim: 'The default for caching negative answers (Minimum TTL of the SOA record) is 1800 seconds.',
      at: 'https://developers.cloudflare.com/dns/manage-dns-records/reference/dns-record-types/',
      read: '2026-11-30',
    },
    {
      claim: 'Audit logs are under Manage Account → Audit Logs.',
      at: 'https://developers.cloudflare.com/fundamentals/account/account-security/audit-logs/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'dns-no-such-host',
      distinguishedBy:
        'In that case, `dig` returns NXDOMAIN. Zones that Cloudflare signs may return NOERROR instead: there, `dig +dnssec` lists the type NXNAME (TYPE128) for a name that does not exist.',
      isOpen: () => true,
    },
    {
      what: { other: 'a name with IPv6 addresses only, queried through a resolver that omits them' },
      distinguishedBy: 'Query 1.1.1.1 for the AAAA record.',
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
            look(
              'Check which records remain',
              `: \`dig ${host} A\`, \`dig ${host} AAAA\`, \`dig ${host} CNAME\`. If the target of a CNAME has no address, neither does the name.`,
            ),
            look(
              'Check whether the name exists at all',
              `, if the zone is signed: \`dig +dnssec ${host}\` lists the type NXNAME (TYPE128 in older versions) if it does not.`,
            ),
            AUDIT_LOGS,
            CREATE_RECORD,
            RAISE_WAIT,
          ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/dns/manage-dns-records/how-to/create-dns-records/',
  }),
})
