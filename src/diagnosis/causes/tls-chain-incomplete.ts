import { defineCause, look, change } from '../../domain/cause.ts'
import type { Match, Moment, Remedy, RemedyContext } from '../../domain/cause.ts'
import type { Certificate } from '../../domain/certificate.ts'
import { phrase, quote } from '../../domain/untrusted.ts'
import { sslModeOf, validates } from '../../cloudflare/ssl-mode.ts'
import { commonName } from '../facts/handshake/certificate-chain.ts'
import { certificateMatch, type CertificateWords } from '../rules/certificate.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { visitorsServed } from '../facts/visitors.ts'
import {
  atServer,
  checkChain,
  downloadIssuer,
  KEEP_STRICT,
  ORIGIN_CA,
  reload,
  serveChain,
} from './advice/certificate-steps.ts'
import { hasShell } from './application-steps.ts'
import { nameInText } from '../servers/index.ts'
import { serverOf } from './shared-steps.ts'

export default defineCause({
  id: 'tls-chain-incomplete',
  title: 'the intermediate certificate is missing',
  brief: { observedOr: 'certificate without its intermediate' },
  hop: 'TLS',
  owner: 'certificate',
  meaning: [
    'Public authorities sign with an intermediate certificate, which the server must send as well. If it is missing, browsers often fetch it or have it cached, so the site works in a manual test. Cloudflare seems to do neither, and shows 526 with Full (strict). Usually the server uses `cert.pem` instead of `fullchain.pem`, or an intermediate that is years old.',
    'The check does not fetch the issuer, because it connects to nothing but the site. It recognizes a public issuer by the certificate itself: Certificate Transparency timestamps, CA/Browser Forum policies, or the name of a trusted authority. This cause is therefore never certain.',
    "A chain that is complete but out of order is a warning: most clients sort it, strict ones don't.",
  ],
  sources: [
    {
      claim:
        'Full (strict) requires a certificate that is issued by a publicly trusted CA or by the Origin CA.',
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/full-strict/',
      read: '2026-11-30',
    },
    {
      claim: "The sender's certificate comes first, and each following one should certify the one before it.",
      at: 'RFC 8446, section 4.4.2',
      read: '2026-11-30',
    },
    {
      claim:
        'The file of `crt` has the certificate and its key, and intermediate certificates can be appended.',
      at: 'https://docs.haproxy.org/2.6/configuration.html#5.1-crt',
      read: '2026-11-30',
    },
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
    steps: stepsFor(context),
    avoid: KEEP_STRICT,
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
  }),
})

function stepsFor(context: RemedyContext): Remedy['steps'] {
  const server = serverOf(context)
  if (server?.platform === true) {
    return [
      checkChain(context),
      downloadIssuer(context),
      change(
        `Upload the certificate to ${nameInText(server.name)} again, with its chain`,
        ': `cat site.pem intermediate.pem > fullchain.pem`. Or let the platform issue one, whose chain is complete.',
        'upload the old file again.',
      ),
    ]
  }
  if (!hasShell(context))
    return [checkChain(context), downloadIssuer(context), serveChain(context), reload(context), ORIGIN_CA]
  return [
    checkChain(context),
    look(
      'Find the certificate file of the server',
      `: ${atServer('certificateFile', context)}. Certbot's \`fullchain.pem\`, next to \`cert.pem\`, is already complete.`,
    ),
    downloadIssuer(context),
    server?.name === 'HAProxy'
      ? change(
          'Add it to the certificate file',
          `: ${atServer('joinChain', context)}. Instead of \`/etc/ssl/site.pem\`, use the file that \`crt\` names. Each renewal must do the same.`,
          '`cp -p ~/site.pem.old /etc/ssl/site.pem`, then reload.',
        )
      : change(
          'Build the full chain, and point the server to it',
          `: ${atServer('joinChain', context)} with the file found above, then ${atServer('fullChain', context)}. The root is not needed.`,
          'restore the old file, then reload.',
        ),
    reload(context),
    ORIGIN_CA,
  ]
}

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
