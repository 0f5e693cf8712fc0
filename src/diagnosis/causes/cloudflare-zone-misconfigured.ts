import { defineCause, step } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { edgeErrorCode, certainlyFromCloudflare, hasZoneError } from '../facts/edge.ts'

/** https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/ */
const FAULTS: Readonly<Record<number, string>> = {
  1001: 'it has no zone for this name, or cannot resolve it',
  1002: 'the record leads to an address that no public host can have',
  1003: 'it was asked for an address instead of a name',
  1004: 'the settings of this host are not in place yet',
  1014: 'the record leads to a host of another account, which does not allow it',
  1018: 'it does not know this host, or not yet',
  1023: 'it does not know this host, or not yet',
  1034: 'the record leads to an address of Cloudflare that is not for web traffic',
  1035: 'a rule rewrites the path to one that is not valid',
  1036: 'a rule rewrites the request to something too long',
  1037: 'the expression of a rewriting rule fails',
  1040: 'a rule changes a header that no rule may change',
  1041: 'a rule sets a header to a value that is not valid',
}

/** Cloudflare answers for the name and does not know what to do with it. */
export default defineCause({
  id: 'cloudflare-zone-misconfigured',
  title: 'Cloudflare is not set up for this host',
  brief: { observedOr: 'zone misconfigured' },
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'The name leads to Cloudflare, and Cloudflare answers with a code of its own before it asks any origin: it has no zone for the name (1001), does not know the host yet (1004, 1018, 1023), may not follow the record (1002, 1014, 1034), or a rule of the zone rewrites the request to nonsense (1035 to 1041).',
    'Just after a host was added, this passes within minutes. Otherwise somebody has to change the zone.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a host that was added a moment ago' },
      distinguishedBy: 'It passes within minutes. A certificate for a new host may take up to a day.',
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment) {
    const code = edgeErrorCode(moment) ?? 0
    const what = FAULTS[code]
    if (what === undefined || !hasZoneError(moment, code)) return
    return {
      outcome: 'unhealthy',
      confidence: certainlyFromCloudflare(moment) ? 'certain' : 'likely',
      because: `Cloudflare says with code ${code} that ${what}`,
      clues: cluesOf(moment),
    }
  },
  remedy: ({ host }) => ({
    summary: 'Set the host up in the zone that should serve it.',
    steps: [
      step(
        '',
        `In the Cloudflare dashboard, see whether the zone of \`${host}\` is active, in the account that you expect, and whether DNS → Records has the host, proxied (orange).`,
      ),
      step(
        '',
        `Ask for its name servers: \`dig +short NS ZONE\`. They must be the two that the dashboard names. New ones take 24 to 48 hours to be seen everywhere.`,
      ),
      step(
        '',
        'With code 1014, the target of the CNAME belongs to another account: its owner has to add this host as a custom hostname (SSL/TLS → Custom Hostnames), or the record has to lead elsewhere.',
      ),
      step('', 'With code 1035 to 1041, look at the rules that rewrite: Rules → Transform Rules.'),
      step('', 'If the host is new, wait a few minutes, and give this step a longer `wait`.'),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
  }),
})
