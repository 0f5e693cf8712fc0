import { defineCause, look, change, risk } from '../../domain/cause.ts'
import type { Clue, Match } from '../../domain/cause.ts'
import { alertText } from '../facts/handshake/tls-alerts.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, passedThroughCloudflare } from '../facts/edge.ts'
import { servedFromOrigin } from '../facts/visitors.ts'
import { atServer, checkErrorLog } from './advice/certificate-steps.ts'
import { tlsAlert, originRequiresClientCertificate, requestsClientCertificate } from '../facts/tls.ts'

/** Authenticated origin pulls: good practice, as long as Cloudflare presents the certificate. */
export default defineCause({
  id: 'tls-client-certificate-required',
  title: 'the origin requires a client certificate',
  brief: 'requires a client certificate',
  hop: 'TLS',
  owner: 'origin',
  meaning: [
    'The origin rejects clients without a certificate. Cloudflare calls this Authenticated Origin Pulls. While Cloudflare presents one and is served, that is good practice and not a fault. The direct request is rejected, and the site is judged by the responses through Cloudflare.',
    'If Cloudflare presents none, all visitors are rejected. It then shows 525 or 520, or passes on the server\'s own "400 No required SSL certificate was sent". Usually the server was configured before the zone, the zone\'s setting was turned off, or the server does not trust the certificate that Cloudflare presents.',
  ],
  sources: [
    {
      claim:
        'Authenticated Origin Pulls do not apply with Off and Flexible. The three levels are independent, and the most specific one wins. The global certificate is shared across all accounts.',
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/',
      read: '2026-11-30',
    },
    {
      claim:
        'Global Authenticated Origin Pulls are turned on under SSL/TLS → Origin Server, and use authenticated_origin_pull_ca.pem.',
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/set-up/global/',
      read: '2026-11-30',
    },
    {
      claim:
        'Cloudflare shows 520 when Authenticated Origin Pulls are on and the origin is not set up for them.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: 'tls-handshake-failed',
      distinguishedBy:
        'Send a client certificate with `origin-client-cert` and `origin-client-key`: if the handshake still fails, the client certificate is not the reason.',
    },
    {
      what: { other: 'a client certificate that the origin no longer trusts' },
      distinguishedBy:
        'Check the server\'s error log: "client SSL certificate verify error" names the reason. Cloudflare\'s own origin pull certificate expires too.',
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const { edge, origin } = moment
    if (requestsClientCertificate(moment, edge) && passedThroughCloudflare(moment)) {
      const both = requestsClientCertificate(moment, origin)
      const because = both
        ? 'Cloudflare and this runner both get the response that a client certificate is required.'
        : "Cloudflare passes on the server's response that a client certificate is required."
      return {
        outcome: 'unhealthy',
        confidence: both ? 'certain' : 'likely',
        because,
        clues: cluesOf(moment),
      }
    }
    if (!originRequiresClientCertificate(moment)) return
    const alert = tlsAlert(moment)
    const text =
      alert === undefined
        ? 'The origin responds that no client certificate was sent.'
        : `The origin requests a client certificate, and rejects this runner: ${alertText(alert)}.`
    const clue: Clue = { from: 'origin', text }
    if (servedFromOrigin(moment)) {
      const because =
        'The origin requires a client certificate, which Cloudflare presents and this runner does not have. It rejected the direct request.'
      return { outcome: 'note', confidence: 'certain', because, clues: cluesOf(moment, clue) }
    }
    if (!hasEdgeError(moment, 525, 520)) return
    const because =
      "The origin requires a client certificate, and Cloudflare's connection fails too. It seems to present none that the origin accepts."
    return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment, clue) }
  },
  remedy: (context) => ({
    summary: 'Make Cloudflare present the certificate that the origin requires.',
    steps: [
      checkErrorLog(
        context,
        'whether Cloudflare sent no certificate, or one that the server does not trust, such as an expired one',
      ),
      look(
        'Check which certificate the zone presents',
        ", under SSL/TLS → Origin Server → Authenticated Origin Pulls. Its three levels are independent: one for the host overrides the zone's, and the zone's overrides the global one.",
      ),
      change(
        'Turn on Authenticated Origin Pulls',
        ' at the level that the origin expects. It needs the SSL mode Full or Full (strict). The global certificate is the same for all Cloudflare accounts, so prefer your own for the zone.',
        'turn it off at this level.',
      ),
      change(
        'Trust the certificate that Cloudflare presents',
        `: ${atServer('clientCa', context)}, then reload. The CA of the global one: https://developers.cloudflare.com/ssl/static/authenticated_origin_pull_ca.pem`,
        'restore the old CA, then reload.',
      ),
      change(
        'Pass a client certificate to this check',
        ', so that it can request the origin directly: `origin-client-cert` and `origin-client-key`.',
        'remove the inputs.',
      ),
      risk(
        'Stop requiring the certificate',
        `, if visitors cannot wait. First allow only Cloudflare's IP ranges (https://www.cloudflare.com/ips/) in the firewall. Then change the server: ${atServer('clientOptional', context)}. Then reload.`,
        {
          exposes:
            'Any Cloudflare account, and without the firewall anyone, can send requests to the origin past your rules.',
          limit: 'Keep it for minutes, until Cloudflare presents the right certificate.',
          undo: 'require the certificate again, then reload.',
        },
      ),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/',
  }),
})
