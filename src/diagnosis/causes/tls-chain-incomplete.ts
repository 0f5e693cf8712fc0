import { defineCause, change } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import type { Certificate } from '../../domain/certificate.ts'
import { phrase, quote } from '../../domain/untrusted.ts'
import { sslModeOf, validates } from '../../cloudflare/ssl-mode.ts'
import { commonName } from '../facts/handshake/certificate-chain.ts'
import { certificateMatch, type CertificateWords } from '../rules/certificate.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { checkChain, KEEP_STRICT, ORIGIN_CA, RELOAD_SERVER } from './shared-steps.ts'

export default defineCause({
  id: 'tls-chain-incomplete',
  title: 'the intermediate certificate is missing',
  brief: { observedOr: 'certificate without its intermediate' },
  hop: 'TLS',
  owner: 'certificate',
  meaning: [
    'Public authorities sign with an intermediate certificate, which the server must send as well. If it is missing, browsers often fetch it or have it cached, so the site works in a manual test. Cloudflare seems to do neither, and shows 526 with Full (strict). Usually the server was given `cert.pem` instead of `fullchain.pem`, or an intermediate that is years old.',
    'The check does not fetch the issuer, because it connects to nothing but the site. It recognizes a public issuer by the certificate itself: Certificate Transparency timestamps, CA/Browser Forum policies, or the name of a trusted authority. This cause is therefore never certain.',
    "A chain that is complete but out of order is a warning: most clients sort it, strict ones don't.",
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: 'tls-certificate-untrusted',
      distinguishedBy:
        "Check the issuer's name: `openssl x509 -noout -issuer`. If it is not a public authority, nothing is missing: Cloudflare does not trust that issuer.",
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    return certificateMatch(moment, 'chain-incomplete', describeGap) ?? disorderMatch(moment)
  },
  remedy: (context) => ({
    summary: 'Serve the complete chain: the certificate first, then each issuer.',
    steps: [
      change(
        'Serve the full chain',
        ': `ssl_certificate …/fullchain.pem;` in nginx, `SSLCertificateFile …/fullchain.pem` in Apache 2.4.8 and later, `crt` with certificate, intermediates and key in HAProxy. Separate files belong in this order: `cat site.crt intermediate.crt > fullchain.pem`. The root is not needed.',
        '',
      ),
      RELOAD_SERVER,
      checkChain(context),
      ORIGIN_CA,
      KEEP_STRICT,
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
  }),
})

function describeGap({ chain, issuer }: Certificate): CertificateWords {
  const last = chain.findLast(({ linked }) => linked)
  const missing = quote(last?.issuer ?? issuer, commonName)
  return {
    text: phrase`is sent without the intermediate certificate "${missing}", which links it to a known authority`,
    maxConfidence: 'likely',
  }
}

/** The chain is complete but out of order. */
function disorderMatch(moment: Moment): Match | undefined {
  const { origin, edge, request } = moment
  if (disordered(origin?.tls?.certificate) && hasEdgeError(moment, 526)) {
    const because =
      'Cloudflare rejected the certificate (526), and its only fault is that its chain is out of order.'
    return { outcome: 'unhealthy', confidence: 'possible', because, clues: cluesOf(moment) }
  }
  const ofOrigin = disordered(origin?.tls?.certificate) && validates(sslModeOf(request, moment.zone?.ssl))
  if (!visitorsServed(moment) || !(ofOrigin || disordered(edge?.tls?.certificate))) return
  const whose = ofOrigin ? "the origin's certificate" : 'the certificate that visitors get'
  const because = `The chain of ${whose} is out of order. Most clients sort it, strict ones don't.`
  return {
    outcome: 'warning',
    confidence: 'certain',
    because,
    clues: [{ from: 'certificate', text: because }],
  }
}

function disordered(certificate: Certificate | undefined): boolean {
  return certificate?.disordered === true && certificate.faults.length === 0
}
