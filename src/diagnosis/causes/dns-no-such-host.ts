import { defineCause, look } from '../../domain/cause.ts'
import type { Match, Remedy } from '../../domain/cause.ts'
import { phrase, quote } from '../../domain/untrusted.ts'
import { dnsClues } from '../clues/dns.ts'
import {
  hasAddress,
  hasNoRecord,
  nameServerView,
  otherServersHaveAddress,
  resolverViews,
  runnerView,
} from '../facts/dns.ts'
import { brokenAlias } from '../freshness/alias.ts'
import { foreignNameServers } from '../freshness/name-servers.ts'
import {
  aliasSteps,
  CHECK_DELEGATION,
  CHECK_DOMAIN,
  CREATE_RECORD,
  NAME_SERVER_DELAY,
  RAISE_WAIT,
  SET_NAME_SERVERS,
} from './advice/dns-steps.ts'
import { cluesOf } from '../clues/clues.ts'

/** RFC 9824, section 5.1: only resolvers that set a flag get NXDOMAIN from such a zone. */
const EMPTY_ANSWER = 'In a signed zone, an empty answer can mean the same (RFC 9824).'

export default defineCause({
  id: 'dns-no-such-host',
  title: 'the name does not exist in DNS',
  brief: 'no such name',
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    'DNS reports that the name does not exist (NXDOMAIN). The record was never created or was deleted, the domain has expired, or the zone is not delegated to the name servers that have the record.',
    `A new record may take a few minutes to appear everywhere. ${NAME_SERVER_DELAY}`,
  ],
  sources: [
    {
      claim: 'The default for caching negative answers (Minimum TTL of the SOA record) is 1800 seconds.',
      at: 'https://developers.cloudflare.com/dns/manage-dns-records/reference/dns-record-types/',
      read: '2026-11-30',
    },
    {
      claim:
        "The parent zone may take up to 24 hours. Standard zones have two name servers, advanced ones three, and a partial setup none of Cloudflare's.",
      at: 'https://developers.cloudflare.com/dns/zone-setups/troubleshooting/pending-nameservers/',
      read: '2026-11-30',
    },
    {
      claim:
        "A resolver keeps a negative answer for the lower of the SOA record's TTL and its MINIMUM field.",
      at: 'RFC 9077, section 1',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a resolver that still caches an old NXDOMAIN' },
      distinguishedBy:
        "Query another resolver, such as 1.1.1.1. The old answer is cached for as long as the zone's SOA record says.",
    },
    {
      what: { other: 'a misspelled name in the workflow' },
      distinguishedBy: 'Check the spelling of the `url` input.',
      isOpen: () => true,
    },
  ],
  needs: ['dns'],
  rule(moment): Match | undefined {
    const others = resolverViews(moment)
    // Old and new answers together are another cause.
    if (others.some(hasAddress)) return
    const agree = others.filter(({ view }) => view === 'no-such-host')
    const own = runnerView(moment)
    const target = brokenAlias(moment)
    const foreign = foreignNameServers(moment)
    const clues = cluesOf(moment, ...dnsClues(moment))
    const form =
      target !== undefined ? { form: 'alias' } : foreign !== undefined ? { form: 'name-servers' } : {}
    const missing =
      target === undefined
        ? 'the name does not exist'
        : phrase`the name is an alias of ${quote(target)}, which does not exist`
    const servers = foreign === undefined || target !== undefined ? '' : phrase` ${foreign}`
    if (own === 'no-such-host') {
      if (otherServersHaveAddress(moment)) return
      const sure = others.some(hasNoRecord)
      const because =
        agree.length > 0
          ? phrase`The runner's resolver and others report that ${missing}.${servers}`
          : phrase`The runner's resolver reports that ${missing}. ${sure ? 'Others have no address for it.' : 'No other resolver replied.'}${servers}`
      return { outcome: 'unhealthy', confidence: sure ? 'certain' : 'likely', because, clues, ...form }
    }
    if (own === 'no-address' && !otherServersHaveAddress(moment)) {
      const source =
        agree.length > 0
          ? 'others report'
          : nameServerView(moment) === 'no-such-host' && "the zone's name servers report"
      if (source === false) return
      const because = phrase`The runner's resolver has no address for the name, and ${source} that ${missing}. ${EMPTY_ANSWER}${servers}`
      return { outcome: 'unhealthy', confidence: 'likely', because, clues, ...form }
    }
    if (own !== 'server-failure' && own !== 'other') return
    if (agree.length === 0 || others.filter(hasNoRecord).length < 2) return
    const because = phrase`Public resolvers report that ${missing}, and the runner's own resolver cannot find it either.${servers}`
    return { outcome: 'unhealthy', confidence: 'likely', because, clues, ...form }
  },
  remedy: ({ host, form }) => ({
    summary:
      form === 'alias' ? 'Fix the target of the CNAME record.' : 'Create the record, or fix the delegation.',
    steps: form === 'alias' ? aliasSteps(host) : recordSteps(host, form === 'name-servers'),
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/dns/zone-setups/troubleshooting/pending-nameservers/',
  }),
})

/** @param registrarFirst the name servers aren't Cloudflare's, so the record there doesn't count */
function recordSteps(host: string, registrarFirst: boolean): Remedy['steps'] {
  const record = look(
    'Check the record',
    ` in the Cloudflare dashboard, under DNS → Records: the name needs an A, AAAA or CNAME record, proxied (orange). \`dig +trace ${host}\` shows where the lookup ends.`,
  )
  return registrarFirst
    ? [CHECK_DOMAIN, CHECK_DELEGATION, record, SET_NAME_SERVERS, CREATE_RECORD, RAISE_WAIT]
    : [record, CHECK_DELEGATION, CHECK_DOMAIN, CREATE_RECORD, SET_NAME_SERVERS, RAISE_WAIT]
}
