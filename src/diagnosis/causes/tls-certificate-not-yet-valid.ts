import { defineCause, change } from '../../domain/cause.ts'
import type { Remedy, RemedyContext } from '../../domain/cause.ts'
import type { Certificate } from '../../domain/certificate.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { dateFaultText } from '../facts/handshake/certificate-chain.ts'
import { certificateMatch, type CertificateWords } from '../rules/certificate.ts'
import { chainRemedy, dateForm, isIssuerForm, ISSUERS } from './certificate-chain-remedy.ts'
import { KEEP_STRICT, ORIGIN_CA, checkCertificate } from './shared-steps.ts'

export default defineCause({
  id: 'tls-certificate-not-yet-valid',
  title: 'the certificate is not valid yet',
  brief: { observedOr: 'certificate not valid yet' },
  hop: 'TLS',
  owner: 'certificate',
  meaning: [
    "The certificate's validity period has not begun. Usually the clock of the machine that issued it is ahead: at a private authority, or in a build that signs its own certificates. Sometimes it was installed too soon. With Full (strict), Cloudflare rejects it and shows 526.",
    'Or an intermediate certificate that the server sends is not valid yet. The comment names the certificate.',
    'It becomes valid on its start date, which is usually too late. The check does not wait for that.',
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: { other: 'a wrong clock on this runner' },
      distinguishedBy:
        "Run `date -u` on the runner. Cloudflare's 526 rules it out, because Cloudflare's clock is right.",
      isOpen: (moment) => !hasEdgeError(moment, 526),
    },
  ],
  needs: ['edge'],
  rule: (moment) =>
    certificateMatch(moment, 'not-yet-valid', (certificate) => notYetWords(certificate, moment.at)),
  remedy: (context) => {
    const { form } = context
    return isIssuerForm(form) ? chainRemedy(form, context) : leafRemedy(context)
  },
})

function notYetWords(certificate: Certificate, at: number): CertificateWords {
  const text = dateFaultText(certificate, 'not-yet-valid', at)
  const form = dateForm(certificate, 'not-yet-valid', at)
  return form === undefined ? { text } : { text, form, title: `${ISSUERS[form]} is not valid yet` }
}

function leafRemedy(context: RemedyContext): Remedy {
  return {
    summary: 'Install a certificate that is valid today.',
    steps: [
      change(
        'Install a valid certificate',
        ': issue it again, or restore the previous one while it is valid. Then reload the server: `nginx -t && systemctl reload nginx`.',
        '',
      ),
      change(
        'Set the clock of the machine that issues certificates',
        ': `timedatectl set-ntp true`, then `date -u`.',
        '',
      ),
      checkCertificate(context),
      ORIGIN_CA,
      KEEP_STRICT,
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
  }
}
