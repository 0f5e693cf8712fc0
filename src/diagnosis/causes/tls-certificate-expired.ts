import { defineCause, step } from '../../domain/cause.ts'
import type { Certificate } from '../../domain/certificate.ts'
import { certificateMatch, isoDate } from '../rules/certificate.ts'
import { expiryMatch } from '../rules/certificate-expiry.ts'
import { KEEP_STRICT, ORIGIN_CA, checkCertificate } from './shared-steps.ts'

export default defineCause({
  id: 'tls-certificate-expired',
  title: 'the certificate has expired',
  brief: { observedOr: 'certificate expired' },
  hop: 'TLS',
  owner: 'certificate',
  meaning: [
    'The certificate has expired. With Full (strict), Cloudflare rejects it and shows 526. Either the renewal failed, or it worked and the server still serves the old file.',
    "A certificate that expires within `certificate-days` is a warning: the origin's, and the one that Cloudflare presents to visitors.",
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: 'tls-certificate-untrusted',
      distinguishedBy: 'Check the dates of the certificate: `openssl x509 -noout -dates`.',
    },
    {
      what: { other: 'a wrong clock' },
      distinguishedBy: 'Compare `date -u` on the machine that validates with any other machine.',
    },
  ],
  needs: ['edge'],
  rule: (moment) => certificateMatch(moment, 'expired', expiryText) ?? expiryMatch(moment),
  remedy: (context) => ({
    summary: 'Renew the certificate and reload the server.',
    steps: [
      step(
        'Renew the certificate',
        ': `certbot renew`, or however it was issued. Check the renewal log to see why it was not renewed automatically.',
      ),
      step(
        'Reload the server',
        ', which keeps the old certificate in memory: `nginx -t && systemctl reload nginx`.',
      ),
      checkCertificate(context),
      ORIGIN_CA,
      KEEP_STRICT,
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
  }),
})

/** The leaf may be valid while an intermediate has expired. */
function expiryText({ notAfter, chain, faults }: Certificate): string {
  const link = chain.find((link) => link.linked && link.notAfter < notAfter)
  return link !== undefined && faults.includes('expired') && link !== chain[0]
    ? `is signed by the certificate of "${link.subject}", which expired on ${isoDate(link.notAfter)}`
    : `expired on ${isoDate(notAfter)}`
}
