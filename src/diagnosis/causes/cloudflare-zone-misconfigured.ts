import { defineCause, step } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { edgeErrorCode, certainlyFromCloudflare, hasZoneError } from '../facts/edge.ts'

/** https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/ */
const FAULTS: Readonly<Record<number, string>> = {
  1001: 'it has no zone for this name, or cannot resolve it',
  1002: 'the record points to an address that no public host can have',
  1003: 'the request was for an address instead of a name',
  1004: 'the settings of this host are not active yet',
  1014: 'the record points to a host of another account, which does not allow it',
  1018: 'it does not know this host, at least not yet',
  1023: 'it does not know this host, at least not yet',
  1034: 'the record points to a Cloudflare address that is not for web traffic',
  1035: 'a rule rewrites the path to an invalid one',
  1036: 'a rule rewrites the request to one that is too long',
  1037: 'the expression of a rewrite rule fails',
  1040: 'a rule changes a header that no rule may change',
  1041: 'a rule sets a header to an invalid value',
}

export default defineCause({
  id: 'cloudflare-zone-misconfigured',
  title: 'Cloudflare is not configured for this host',
  brief: { observedOr: 'not configured for this host' },
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'The name points to Cloudflare, and Cloudflare returns one of its own codes without requesting an origin. It has no zone for the name (1001), does not know the host yet (1004, 1018, 1023), or may not use the record (1002, 1014, 1034). Or a rule of the zone rewrites the request to something invalid (1035 to 1041).',
    'For a host that was just added, the error clears within minutes. Otherwise, the zone needs a change.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a host that was just added' },
      distinguishedBy: 'The error clears within minutes. A certificate for a new host may take up to a day.',
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
      because: `Cloudflare returns code ${code}: ${what}.`,
      clues: cluesOf(moment),
    }
  },
  remedy: ({ host }) => ({
    summary: 'Configure the host in the zone that should serve it.',
    steps: [
      step(
        'Check the zone and the record',
        ` in the Cloudflare dashboard: the zone of \`${host}\` must be active, and in the account that you expect. DNS → Records must list the host as proxied (orange).`,
      ),
      step(
        'Check the name servers',
        ': `dig +short NS ZONE` must return the two that the dashboard shows. New ones take 24 to 48 hours to propagate.',
      ),
      step(
        'With code 1014, add a custom hostname.',
        " The CNAME's target belongs to another account: its owner must add this host under SSL/TLS → Custom Hostnames. Or point the record elsewhere.",
      ),
      step('With codes 1035 to 1041, check the rewrite rules', ': Rules → Transform Rules.'),
      step('If the host is new, wait a few minutes', ', and give this step a longer `wait`.'),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
  }),
})
