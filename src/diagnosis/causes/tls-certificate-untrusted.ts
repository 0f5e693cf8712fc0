import { defineCause, step } from '../../domain/cause.ts'
import type { Remedy, RemedyContext } from '../../domain/cause.ts'
import { isWeak, trustFaultText } from '../facts/handshake/certificate-chain.ts'
import { certificateMatch } from '../rules/certificate.ts'
import {
  checkCertificate,
  checkChain,
  FULL_CHAIN,
  KEEP_STRICT,
  ORIGIN_CA,
  RELOAD_SERVER,
} from './shared-steps.ts'

export default defineCause({
  id: 'tls-certificate-untrusted',
  title: 'the certificate is not trusted',
  brief: { observedOr: 'certificate not trusted' },
  hop: 'TLS',
  owner: 'certificate',
  meaning: [
    "The certificate is self-signed, or signed by an issuer that Cloudflare does not trust. With Full (strict), Cloudflare shows 526. Cloudflare trusts certificates of its own Origin CA, although browsers don't.",
    'Or a key or a signature in the chain is too weak for current clients: RSA below 2048 bits, SHA-1. The comment names the certificate.',
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: 'tls-chain-incomplete',
      distinguishedBy:
        'Run `openssl s_client -showcerts`. A single certificate with a public issuer lacks its intermediate.',
    },
    {
      what: { other: 'a revoked certificate' },
      distinguishedBy:
        "Check the issuer's status page or its revocation list. This check does not test revocation.",
    },
  ],
  needs: ['edge'],
  rule: (moment) =>
    certificateMatch(moment, 'untrusted', (certificate) => {
      const text = trustFaultText(certificate)
      // Cloudflare's limits are not documented. It may accept a key that this check's TLS library rejects.
      return isWeak(certificate)
        ? {
            text,
            maxConfidence: 'likely',
            form: 'weak',
            title: 'a key or a signature in the certificate chain is too weak',
            mayBeAccepted: true,
          }
        : { text }
    }),
  remedy: (context) => (context.form === 'weak' ? weakRemedy(context) : trustRemedy(context)),
})

/** A new certificate of the same authority solves it. The trust store doesn't matter. */
function weakRemedy(context: RemedyContext): Remedy {
  return {
    summary: 'Replace the weak certificate of the chain.',
    steps: [
      step(
        'Replace the certificate that has the weak key or signature',
        ': issue it with an RSA key of at least 2048 bits or an EC key, and with SHA-256. If it is an intermediate, its authority has a newer one.',
      ),
      FULL_CHAIN,
      RELOAD_SERVER,
      checkChain(context),
      KEEP_STRICT,
    ],
    difficulty: 'hard',
    reference: REFERENCE,
  }
}

function trustRemedy(context: RemedyContext): Remedy {
  return {
    summary: 'Serve a certificate that Cloudflare trusts.',
    steps: [
      step('Install a certificate from a public authority', ': `certbot --nginx`.'),
      ORIGIN_CA,
      step(
        'Set `origin-ca` for this check',
        ' if the certificate is from your own authority and Cloudflare trusts it (Custom Origin Trust Store).',
      ),
      checkCertificate(context),
      KEEP_STRICT,
    ],
    difficulty: 'hard',
    reference: REFERENCE,
  }
}

const REFERENCE =
  'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/'
