import { defineCause, step } from '../../domain/cause.ts'
import { certificateMatch } from '../rules/certificate.ts'
import { KEEP_STRICT, ORIGIN_CA, checkCertificate } from './shared-steps.ts'

export default defineCause({
  id: 'tls-certificate-untrusted',
  title: 'the certificate is not trusted',
  brief: { observedOr: 'certificate not trusted' },
  hop: 'TLS',
  owner: 'certificate',
  meaning: [
    "The certificate is self-signed, or signed by an issuer that Cloudflare does not trust. With Full (strict), Cloudflare shows 526. Cloudflare trusts certificates of its own Origin CA, although browsers don't.",
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
    certificateMatch(moment, 'untrusted', ({ chainError, issuer }) =>
      chainError === 'DEPTH_ZERO_SELF_SIGNED_CERT'
        ? 'is self-signed'
        : `was issued by "${issuer}", which does not chain to a known authority (${chainError})`,
    ),
  remedy: (context) => ({
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
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
  }),
})
