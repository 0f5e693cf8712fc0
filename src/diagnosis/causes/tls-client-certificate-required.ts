import { defineCause, change } from '../../domain/cause.ts'
import type { Clue, Match } from '../../domain/cause.ts'
import { alertText } from '../facts/handshake/tls-alerts.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, passedThroughCloudflare } from '../facts/edge.ts'
import { servedFromOrigin } from '../facts/visitors.ts'
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
  remedy: () => ({
    summary: 'Make Cloudflare present the certificate that the origin requires.',
    steps: [
      change(
        'Turn on Authenticated Origin Pulls',
        ' in the dashboard, under SSL/TLS → Origin Server. It works with Full and Full (strict), not with Flexible.',
        '',
      ),
      change(
        'Trust the certificate that Cloudflare presents',
        " on the origin: Cloudflare's `authenticated_origin_pull_ca.pem`, or yours if you uploaded one. `ssl_client_certificate` in nginx, `SSLCACertificateFile` in Apache.",
        '',
      ),
      change(
        'Stop requiring the certificate',
        ' to restore the site right away: `ssl_verify_client optional;` in nginx, then reload. Require it again right afterward: until then, anyone can connect to the origin.',
        '',
      ),
      change(
        'Pass a certificate to this check',
        ' to check the origin directly: `origin-client-cert` and `origin-client-key`.',
        '',
      ),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/',
  }),
})
