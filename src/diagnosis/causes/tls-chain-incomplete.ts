import { defineCause, step } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import type { Certificate } from '../../domain/certificate.ts'
import { sslModeOf, validates } from '../../cloudflare/ssl-mode.ts'
import { certificateMatch } from '../rules/certificate.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { KEEP_STRICT, ORIGIN_CA } from './shared-steps.ts'

/** The link between the certificate and a root that everybody knows was not sent, or not where it belongs. */
export default defineCause({
  id: 'tls-chain-incomplete',
  title: 'the certificate is served without its intermediate',
  brief: { observedOr: 'certificate without its intermediate' },
  hop: 'TLS',
  owner: 'certificate',
  meaning: [
    'Public authorities sign with an intermediate certificate, and the server has to send it along. Where it is missing, browsers often fetch it or remember it, so the site works for whoever tests it. Cloudflare does neither, and shows 526 under Full (strict). Usually the server was given `cert.pem` instead of `fullchain.pem`, or an intermediate that is years old.',
    'The check does not fetch the issuer: it talks to nobody but the site. It takes the issuer for a public one by what the certificate itself has: stamps of Certificate Transparency, policies of the CA/Browser Forum, or the name of an authority that is trusted here. So it is never certain.',
    'A chain that is complete but out of order is a warning: most clients sort it, strict ones do not.',
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: 'tls-certificate-untrusted',
      distinguishedBy:
        "Read the issuer's name: `openssl x509 -noout -issuer`. If no public authority bears it, nothing is missing: Cloudflare does not know that issuer.",
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    return certificateMatch(moment, 'chain-incomplete', lackOf, 'likely') ?? disorderMatch(moment)
  },
  remedy: ({ host, port }) => ({
    summary: 'Serve the whole chain, the certificate first and each issuer after it.',
    steps: [
      step(
        '',
        `See what is sent: \`openssl s_client -showcerts -connect $ORIGIN:${port} -servername ${host} </dev/null | grep -E ' [si]:'\`. Each issuer (\`i:\`) must be the next subject (\`s:\`).`,
      ),
      step(
        '',
        'Give the server the full chain: `ssl_certificate …/fullchain.pem;` in nginx, `SSLCertificateFile …/fullchain.pem` in Apache 2.4.8 and later.',
      ),
      step(
        '',
        'Where the authority sent separate files, put them together in this order: `cat site.crt intermediate.crt > fullchain.pem`. The root is not needed.',
      ),
      step('', 'Reload the server: `nginx -t && systemctl reload nginx`.'),
      ORIGIN_CA,
      KEEP_STRICT,
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
  }),
})

function lackOf({ chain, issuer }: Certificate): string {
  const last = chain.findLast(({ linked }) => linked)
  return `comes without that of "${last?.issuer ?? issuer}", which links it to a known authority`
}

/** Nothing is missing, and it is not in its place. */
function disorderMatch(moment: Moment): Match | undefined {
  const { origin, edge, request } = moment
  if (disordered(origin?.tls?.certificate) && hasEdgeError(moment, 526)) {
    const because =
      'Cloudflare turned the certificate down (526), and the only thing wrong with it is that its chain is out of order'
    return { outcome: 'unhealthy', confidence: 'possible', because, clues: cluesOf(moment) }
  }
  const ofOrigin = disordered(origin?.tls?.certificate) && validates(sslModeOf(request, moment.zone?.ssl))
  if (!visitorsServed(moment) || !(ofOrigin || disordered(edge?.tls?.certificate))) return
  const whose = ofOrigin ? "the origin's certificate" : 'the certificate that visitors are shown'
  const because = `the chain of ${whose} is served out of order, which most clients sort and strict ones do not`
  return {
    outcome: 'warning',
    confidence: 'certain',
    because,
    clues: [{ from: 'certificate', text: `${because}.` }],
  }
}

function disordered(certificate: Certificate | undefined): boolean {
  return certificate?.disordered === true && certificate.faults.length === 0
}
