import { defineCause, look, change } from '../../domain/cause.ts'
import type { Remedy, RemedyContext } from '../../domain/cause.ts'
import type { Certificate } from '../../domain/certificate.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { dateFaultText } from '../facts/handshake/certificate-chain.ts'
import { certificateMatch, type CertificateWords } from '../rules/certificate.ts'
import { chainRemedy, dateForm, isIssuerForm, ISSUERS } from './certificate-chain-remedy.ts'
import { platformCertificate } from './advice/platform-certificate.ts'
import { serverOf } from './shared-steps.ts'
import { checkCertificate, KEEP_STRICT, ORIGIN_CA, reload } from './advice/certificate-steps.ts'

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
  sources: [
    {
      claim: 'Full (strict) requires a certificate whose `notBefore` date has passed.',
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/full-strict/',
      read: '2026-11-30',
    },
    {
      claim: 'With Full (strict), a certificate that Cloudflare cannot validate gives 526.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
      read: '2026-11-30',
    },
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
  const server = serverOf(context)
  if (server?.platform === true) return platformCertificate(server.name, context)
  return {
    summary: 'Install a certificate that is valid today.',
    steps: [
      checkCertificate(context),
      look(
        'Compare the clocks',
        ': `date -u` on the server, and on the machine that issued the certificate.',
      ),
      change(
        'Install a certificate that is valid today',
        ': the previous one while it is valid, or issue it again on a machine whose clock is right.',
        'restore the old file, then reload.',
      ),
      reload(context),
      change(
        'Set the clock of the machine that is ahead',
        ': `timedatectl set-ntp true`.',
        '`timedatectl set-ntp false`.',
      ),
      ORIGIN_CA,
    ],
    avoid: KEEP_STRICT,
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
  }
}
