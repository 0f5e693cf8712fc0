import { defineCause, step } from '../../domain/cause.ts'
import { certificateMatch, isoDate } from '../rules/certificate.ts'
import { KEEP_STRICT, ORIGIN_CA, checkCertificate } from './shared-steps.ts'

/** Whoever made it had a clock that is ahead of everybody else's, or dated it on purpose. */
export default defineCause({
  id: 'tls-certificate-not-yet-valid',
  title: 'the certificate is not valid yet',
  brief: { observedOr: 'certificate not valid yet' },
  hop: 'TLS',
  owner: 'certificate',
  meaning: [
    "The certificate's time has not begun. Usually the clock of the machine that made it is ahead, at a private authority or in a build that signs its own. Now and then a certificate made for later was installed too soon. Under Full (strict) Cloudflare rejects it and shows 526.",
    'It heals by itself on the day it begins, which is usually too late: the check does not wait for it.',
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: { other: 'a wrong clock of this runner' },
      distinguishedBy: "`date -u` on the runner. Cloudflare's 526 rules it out: its clock is right.",
    },
  ],
  needs: ['edge'],
  rule: (moment) =>
    certificateMatch(moment, 'not-yet-valid', ({ notBefore }) => `begins on ${isoDate(notBefore)}`),
  remedy: (place) => ({
    summary: 'Install a certificate that is valid today.',
    steps: [
      checkCertificate(place),
      step(
        '',
        'Set the clock of the machine that makes certificates: `timedatectl set-ntp true`, then `date -u`.',
      ),
      step(
        '',
        'Make the certificate again, or put the previous one back while it is valid, and reload the server: `nginx -t && systemctl reload nginx`.',
      ),
      ORIGIN_CA,
      KEEP_STRICT,
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
  }),
})
