import { defineCause, look, change, risk } from '../../domain/cause.ts'
import type { Confidence, Match, Moment } from '../../domain/cause.ts'
import { CHECK_DELEGATION, SET_NAME_SERVERS } from './advice/dns-steps.ts'
import { cluesOf } from '../clues/clues.ts'
import { runnerIsOnline } from '../facts/exchange.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { dnsClues } from '../clues/dns.ts'
import { failsDnssec, hasAddress, runnerView, resolverViews } from '../facts/dns.ts'

export default defineCause({
  id: 'dns-server-failure',
  title: 'DNS lookups for the name fail',
  brief: 'cannot be resolved',
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    "Resolvers reply SERVFAIL: they could not resolve the name. Either the delegated name servers do not reply or do not have the zone, or the zone's signatures are invalid (DNSSEC). A resolver that validates then rejects the answer, and one that does not validate still serves it.",
    'The check distinguishes the two with a second query that disables validation. If a resolver then knows the name, its signatures are the reason.',
    'Signatures usually break during a move: the DS record at the registrar still names the key of the old name servers.',
  ],
  sources: [
    {
      claim:
        'A query with `+cd` shows whether SERVFAIL comes from DNSSEC. Often the DS record was not updated with the name servers.',
      at: 'https://developers.cloudflare.com/dns/dnssec/troubleshooting/',
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
        'A zone deleted for seven days is purged, and adding it again restores nothing. It gets new name servers.',
      at: 'https://developers.cloudflare.com/dns/zone-setups/reference/domain-status/',
      read: '2026-11-30',
    },
    {
      claim: 'Resolution failures are cached for one second to five minutes.',
      at: 'RFC 9520, section 3.2',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a broken resolver on the runner' },
      distinguishedBy:
        'Query another resolver, such as 1.1.1.1. If it resolves the name, visitors are not affected.',
    },
    {
      what: 'runner-offline',
      distinguishedBy: 'Check whether this runner can reach anything: the origin, another resolver, 1.1.1.1.',
    },
  ],
  needs: ['dns'],
  rule(moment): Match | undefined {
    const own = runnerView(moment)
    const clues = cluesOf(moment, ...dnsClues(moment))
    if (own === 'server-failure' || own === 'other') return unresolvedHere(moment, clues)
    const others = resolverViews(moment)
    const failing = others.filter(({ view }) => view === 'server-failure')
    if (failing.length < 2) return
    const signed = failing.some(failsDnssec)
    if (failing.length < others.length) {
      const because = `Some public resolvers cannot resolve the name, and others can.${signed ? ' Its signatures are not valid everywhere.' : ''}`
      return { outcome: 'warning', confidence: 'likely', because, clues }
    }
    if (!visitorsServed(moment)) return
    const because = signed
      ? "Every resolver that validates signatures rejects the name. Only this runner's resolver does not validate."
      : "No public resolver can resolve the name. Only this runner's resolver still can."
    return { outcome: 'unhealthy', confidence: signed ? 'certain' : 'likely', because, clues }
  },
  remedy: ({ host }) => ({
    summary: 'Fix the delegation or the DNSSEC signatures at the registrar.',
    steps: [
      look(
        'Check whether DNSSEC is the problem',
        `: \`dig @1.1.1.1 ${host}\`, then \`dig @1.1.1.1 +cd ${host}\`. If only the second one resolves, it is. Then compare \`dig +short DS ZONE\` with DNS → Settings → DNSSEC in the Cloudflare dashboard.`,
      ),
      CHECK_DELEGATION,
      change(
        'DNSSEC: replace the DS record at the registrar',
        ' with the one that the dashboard shows, if the zone is signed. Resolvers use the old one until its TTL has expired, usually within a day.',
        'enter the old DS record again.',
      ),
      SET_NAME_SERVERS,
      change(
        'Add the zone again',
        ' if its name servers refuse the query: it was removed, or moved to another account. After more than seven days, it comes back without its records. Enter them all first, MX and TXT too, and then set the new name servers.',
        'restore the old name servers.',
      ),
      risk(
        'DNSSEC: delete the DS record',
        " at the registrar, if the zone is not signed and won't be soon.",
        {
          exposes: 'Resolvers no longer detect forged answers for the whole domain.',
          limit: 'Leave it out until the zone is signed and its DS record is known.',
          undo: 'enter the DS record again.',
        },
      ),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/dns/dnssec/troubleshooting/',
  }),
})

/** The runner's own resolver fails. The replies of others show whose problem that is. */
function unresolvedHere(moment: Moment, clues: Match['clues']): Match | undefined {
  const others = resolverViews(moment)
  const failing = others.filter(({ view }) => view === 'server-failure')
  if (others.some(hasAddress)) {
    const because =
      "The runner's resolver fails, while others resolve the name. Visitors may be served, but the check could not see what they see."
    return { outcome: 'inconclusive', confidence: 'likely', because, clues }
  }
  if (failing.length > 0) {
    const two = failing.length > 1 || runnerView(moment) === 'server-failure'
    const confidence: Confidence = two ? 'certain' : 'likely'
    const because = failing.some(failsDnssec)
      ? "Resolvers reject the name, and resolve it when they don't check its signatures."
      : "Neither the runner's resolver nor any other can resolve the name."
    return { outcome: 'unhealthy', confidence, because, clues }
  }
  // Others report that the name does not exist: that is another cause.
  if (others.length > 0 || !runnerIsOnline(moment)) return
  if (runnerView(moment) === 'other') {
    const because =
      "The runner's resolver does not reply, although the runner is online. No other resolver replied."
    return { outcome: 'inconclusive', confidence: 'likely', because, clues }
  }
  const because = "The runner's resolver cannot resolve the name, and the runner is online."
  return { outcome: 'unhealthy', confidence: 'likely', because, clues }
}
