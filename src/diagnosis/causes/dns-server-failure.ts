import { defineCause, step } from '../../domain/cause.ts'
import type { Confidence, Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { runnerIsOnline } from '../facts/exchange.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { dnsClues } from '../clues/dns.ts'
import { failsDnssec, hasAddress, runnerView, resolverViews } from '../facts/dns.ts'

/** Resolvers cannot find out: the chain of name servers, or of signatures, is broken. */
export default defineCause({
  id: 'dns-server-failure',
  title: 'DNS fails for the name',
  brief: 'cannot be resolved',
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    'Resolvers answer SERVFAIL: they could not find out where the name leads. Either the name servers to which the parent zone points do not answer or do not have the zone, or the signatures of the zone do not hold (DNSSEC): then a resolver that validates rejects the answer, and one that does not validate serves it all the same.',
    'The check tells the two apart: it asks again with checking disabled. If a resolver then knows the name, it was held back by the signatures.',
    'Signatures usually break in a move: the DS record at the registrar still names the key of the old name servers.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a broken resolver of the runner' },
      distinguishedBy:
        'Ask another resolver: `dig @1.1.1.1 NAME`. If that leads somewhere, visitors notice nothing.',
    },
    {
      what: 'runner-offline',
      distinguishedBy: 'See whether this runner reaches anything: the origin, another resolver, 1.1.1.1.',
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
      const because = `some public resolvers cannot resolve the name, and others can${signed ? ': its signatures do not hold everywhere' : ''}`
      return { outcome: 'warning', confidence: 'likely', because, clues }
    }
    if (!visitorsServed(moment)) return
    const because = signed
      ? "every resolver that checks signatures rejects the name, and only this runner's does not check them"
      : "no public resolver can resolve the name, and only this runner's still can"
    return { outcome: 'unhealthy', confidence: signed ? 'certain' : 'likely', because, clues }
  },
  remedy: ({ host }) => ({
    summary: 'Repair the delegation, or the signatures, at the registrar.',
    steps: [
      step(
        '',
        `Tell the two apart: \`dig @1.1.1.1 ${host}\`, then \`dig @1.1.1.1 +cd ${host}\`. If only the second leads somewhere, it is DNSSEC; https://dnsviz.net/ shows where.`,
      ),
      step(
        '',
        'DNSSEC: at the registrar, compare the DS record with the one that Cloudflare names under DNS → Settings → DNSSEC. Replace it, or delete it if the zone is not signed. The name resolves again once the TTL of the old DS record is over, usually an hour to a day.',
      ),
      step(
        '',
        `Delegation: \`dig +trace ${host}\` shows where it ends. At the registrar, name exactly the two name servers that Cloudflare gives on the zone's overview page.`,
      ),
      step(
        '',
        'If the registrar names those and they refuse, the zone was removed from the account or moved to another. Add it again, and name its new name servers.',
      ),
      step(
        '',
        'A change of name servers takes 24 to 48 hours to be seen everywhere. A resolver keeps a failure for a few minutes only.',
      ),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/dns/dnssec/troubleshooting/',
  }),
})

/** The runner's own resolver does not find out; what others say tells whose trouble that is. */
function unresolvedHere(moment: Moment, clues: Match['clues']): Match | undefined {
  const others = resolverViews(moment)
  const failing = others.filter(({ view }) => view === 'server-failure')
  if (others.some(hasAddress)) {
    const because =
      "the runner's resolver fails, while others resolve the name: visitors may be fine, and nobody looked as they do"
    return { outcome: 'inconclusive', confidence: 'likely', because, clues }
  }
  if (failing.length > 0) {
    const two = failing.length > 1 || runnerView(moment) === 'server-failure'
    const confidence: Confidence = two ? 'certain' : 'likely'
    const because = failing.some(failsDnssec)
      ? 'resolvers reject the name, and know it once they are asked not to check its signatures'
      : "neither the runner's resolver nor any other can resolve the name"
    return { outcome: 'unhealthy', confidence, because, clues }
  }
  // Others say that there is nothing to resolve: that is what there is to tell.
  if (others.length > 0 || !runnerIsOnline(moment)) return
  if (runnerView(moment) === 'other') {
    const because =
      "the runner's resolver does not answer, though the runner has a network; no other answered"
    return { outcome: 'inconclusive', confidence: 'likely', because, clues }
  }
  const because = "the runner's resolver cannot resolve the name, and the runner has a network"
  return { outcome: 'unhealthy', confidence: 'likely', because, clues }
}
