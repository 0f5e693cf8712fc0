import { defineCause, step } from '../../domain/cause.ts'
import { certificateMatch } from '../rules/certificate.ts'
import { KEEP_STRICT, ORIGIN_CA, checkCertificate } from './shared-steps.ts'

/** Self-signed, or of an issuer that nobody knows. */
export default defineCause({
  id: 'tls-certificate-untrusted',
  title: 'the certificate is not trusted',
  brief: { observedOr: 'certificate not trusted' },
  hop: 'TLS',
  owner: 'certificate',
  meaning: [
    'The certificate is self-signed, or signed by an issuer that Cloudflare does not know. Under Full (strict) Cloudflare shows 526. Cloudflare trusts a certificate of its own Origin CA, though no browser does.',
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: 'tls-chain-incomplete',
      distinguishedBy:
        '`openssl s_client -showcerts`: a single certificate whose issuer is a public authority lacks its intermediate.',
    },
    {
      what: { other: 'a revoked certificate' },
      distinguishedBy:
        "The issuer's status page or its revocation list; this check does not ask for revocation.",
    },
  ],
  needs: ['edge'],
  rule: (moment) =>
    certificateMatch(moment, 'untrusted', ({ chainError, issuer }) =>
      chainError === 'DEPTH_ZERO_SELF_SIGNED_CERT'
        ? 'is self-signed'
        : `was issued by "${issuer}", which leads to no known authority (${chainError})`,
    ),
  remedy: (place) => ({
    summary: 'Serve a certificate that Cloudflare trusts.',
    steps: [
      checkCertificate(place),
      step('', 'Get a public one: `certbot --nginx`.'),
      step(
        '',
        'If it is from your own authority and Cloudflare knows that (Custom Origin Trust Store), tell this check too: `origin-ca`.',
      ),
      ORIGIN_CA,
      KEEP_STRICT,
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
  }),
})
