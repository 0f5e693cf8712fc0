import { defineCause, step } from '../../domain/cause.ts'
import type { Clue, Match } from '../../domain/cause.ts'
import { alertName } from '../facts/tls-alerts.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, passedThroughCloudflare } from '../facts/edge.ts'
import { servedFromOrigin } from '../facts/visitors.ts'
import { tlsAlert, originRequiresClientCertificate, asksForClientCertificate } from '../facts/tls.ts'

/** The door that only Cloudflare's certificate opens: good practice, as long as Cloudflare shows it. */
export default defineCause({
  id: 'tls-client-certificate-required',
  title: 'the origin demands a client certificate',
  brief: 'requires a client certificate',
  hop: 'TLS',
  owner: 'origin',
  meaning: [
    'The origin lets nobody in without a client certificate: authenticated origin pulls, as Cloudflare calls it. While Cloudflare shows one and is served, that is good practice and no fault: the direct probe is not let in, and the site is judged by what Cloudflare answers.',
    'When Cloudflare has none to show, nobody is let in. It then shows 525 or 520, or passes on the server\'s own "400 No required SSL certificate was sent". Usually the server was set up before the zone, the zone\'s setting was turned off, or the certificate that Cloudflare shows is not the one that the server trusts.',
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: 'tls-handshake-failed',
      distinguishedBy:
        'Ask with a client certificate, by `origin-client-cert` and `origin-client-key`: if the handshake still fails, it is not that.',
    },
    {
      what: { other: 'a client certificate that the origin no longer trusts' },
      distinguishedBy:
        'The server\'s error log: "client SSL certificate verify error" names the reason. Cloudflare\'s own origin pull certificate expires too.',
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const { edge, origin } = moment
    if (asksForClientCertificate(moment, edge) && passedThroughCloudflare(moment)) {
      const both = asksForClientCertificate(moment, origin)
      const because = both
        ? 'Cloudflare and this runner are both told that a client certificate is wanted'
        : "Cloudflare passes on the server's word that a client certificate is wanted"
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
        ? 'The origin says that no client certificate was sent.'
        : `The origin asks for a client certificate, and ends with the TLS alert ${alertName(alert)}.`
    const clue: Clue = { from: 'origin', text }
    if (servedFromOrigin(moment)) {
      const because =
        'the origin demands a client certificate, which Cloudflare shows and this runner does not have: the direct probe was not let in'
      return { outcome: 'note', confidence: 'certain', because, clues: cluesOf(moment, clue) }
    }
    if (!hasEdgeError(moment, 525, 520)) return
    const because =
      'the origin demands a client certificate, and Cloudflare does not get through to it either: it seems to have none that the origin takes'
    return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment, clue) }
  },
  remedy: () => ({
    summary: 'Have Cloudflare show the certificate that the origin demands.',
    steps: [
      step(
        '',
        'Turn it on in the dashboard: SSL/TLS → Origin Server → Authenticated Origin Pulls. It works with Full and Full (strict), not with Flexible.',
      ),
      step(
        '',
        'On the origin, trust the certificate that Cloudflare shows: its own `authenticated_origin_pull_ca.pem`, or yours if you uploaded one; `ssl_client_certificate` in nginx, `SSLCACertificateFile` in Apache.',
      ),
      step(
        '',
        'To bring the site back at once, stop demanding the certificate until the zone is set: `ssl_verify_client optional;` in nginx, then reload. Turn it on again right afterwards: until then anybody can ask the origin.',
      ),
      step(
        '',
        'To let this check look at the origin itself, give it a certificate: `origin-client-cert` and `origin-client-key`.',
      ),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/',
  }),
})
