import { defineCause, step } from '../../domain/cause.ts'
import type { Certificate } from '../../domain/certificate.ts'
import { certificateMatch, isoDate } from '../rules/certificate.ts'
import { expiryMatch } from '../rules/certificate-expiry.ts'
import { KEEP_STRICT, ORIGIN_CA, checkCertificate } from './shared-steps.ts'

/** The renewal did not happen, or the server was not reloaded after it. */
export default defineCause({
  id: 'tls-certificate-expired',
  title: 'the certificate has expired',
  brief: { observedOr: 'certificate expired' },
  hop: 'TLS',
  owner: 'certificate',
  meaning: [
    "The certificate's time is over. Under Full (strict) Cloudflare rejects it and shows 526. Either the renewal failed, or it worked and the server still serves the old file.",
    "A certificate that ends within `certificate-days` is a warning: the origin's, and the one that Cloudflare shows visitors.",
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: 'tls-certificate-untrusted',
      distinguishedBy: 'The dates of the certificate: `openssl x509 -noout -dates`.',
    },
    {
      what: { other: 'a wrong clock' },
      distinguishedBy: 'Compare `date -u` on the machine that judges with any other.',
    },
  ],
  needs: ['edge'],
  rule: (moment) => certificateMatch(moment, 'expired', endOf) ?? expiryMatch(moment),
  remedy: (place) => ({
    summary: 'Renew the certificate and reload the server.',
    steps: [
      checkCertificate(place),
      step(
        '',
        'Renew it: `certbot renew`, or as it was made; read the log of the renewal to see why it did not happen by itself.',
      ),
      step(
        '',
        'Reload the server, which keeps the old certificate in memory: `nginx -t && systemctl reload nginx`.',
      ),
      ORIGIN_CA,
      KEEP_STRICT,
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
  }),
})

/** The leaf may be in its time while an intermediate is not. */
function endOf({ notAfter, chain, faults }: Certificate): string {
  const link = chain.find((link) => link.linked && link.notAfter < notAfter)
  return link !== undefined && faults.includes('expired') && link !== chain[0]
    ? `is signed by one of "${link.subject}" that ended on ${isoDate(link.notAfter)}`
    : `ended on ${isoDate(notAfter)}`
}
