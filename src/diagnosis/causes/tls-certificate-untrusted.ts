import { defineCause } from '../../domain/cause.ts'
import { certificateMatch } from '../certificates.ts'
import { NOT_FULL, ORIGIN_CA, showCertificate } from './steps.ts'

/** Self-signed, of an unknown issuer, or sent without its intermediate. */
export default defineCause({
  id: 'tls-certificate-untrusted',
  title: 'the certificate is not trusted',
  category: 'tls',
  owner: 'certificate',
  meaning: [
    'The certificate is self-signed, signed by an issuer that Cloudflare does not know, or served without the intermediate that links it to a known one. Under Full (strict) Cloudflare shows 526. A certificate of Cloudflare’s own Origin CA is trusted there, though by no browser.',
  ],
  heals: false,
  lookalikes: [
    {
      what: 'a chain without its intermediate',
      told: '`openssl s_client -showcerts`: a single certificate whose issuer is a public authority lacks its intermediate.',
    },
    {
      what: 'a revoked certificate',
      told: 'The issuer’s status page or its revocation list; this check does not ask for revocation.',
    },
  ],
  needs: ['edge'],
  match: (moment) =>
    certificateMatch(moment, 'untrusted', ({ chainError, issuer }) =>
      chainError === 'DEPTH_ZERO_SELF_SIGNED_CERT'
        ? 'is self-signed'
        : `was issued by “${issuer}”, which leads to no known authority (${chainError})`,
    ),
  remedy: (place) => ({
    summary: 'Serve a certificate that Cloudflare trusts, with its whole chain.',
    steps: [
      showCertificate(place),
      'If the issuer is a public authority, serve the full chain: `fullchain.pem`, not `cert.pem`, in `ssl_certificate`.',
      'If it is self-signed, get a public one: `certbot --nginx`.',
      ORIGIN_CA,
      NOT_FULL,
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
  }),
})
