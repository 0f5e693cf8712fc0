import { defineCause, change } from '../../domain/cause.ts'
import type { Match, Moment, Remedy, RemedyContext } from '../../domain/cause.ts'
import type { Certificate } from '../../domain/certificate.ts'
import { phrase, quote } from '../../domain/untrusted.ts'
import { cluesOf } from '../clues/clues.ts'
import {
  commonName,
  dateFaultText,
  isoDate,
  superfluousExpired,
} from '../facts/handshake/certificate-chain.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { certificateMatch, type CertificateWords } from '../rules/certificate.ts'
import { expiryMatch } from '../rules/certificate-expiry.ts'
import { chainRemedy, dateForm, isIssuerForm, ISSUERS } from './certificate-chain-remedy.ts'
import { KEEP_STRICT, ORIGIN_CA, RELOAD_SERVER, checkCertificate } from './shared-steps.ts'

export default defineCause({
  id: 'tls-certificate-expired',
  title: 'the certificate has expired',
  brief: { observedOr: 'certificate expired' },
  hop: 'TLS',
  owner: 'certificate',
  meaning: [
    'The certificate has expired. With Full (strict), Cloudflare rejects it and shows 526. Either the renewal failed, or it worked and the server still serves the old file.',
    'Or the certificate is valid, but an intermediate certificate that the server sends with it has expired. A renewed certificate often comes with a new intermediate, which the server must send too. The comment names the certificate that has expired.',
    "A certificate that expires within `certificate-days` is a warning: the origin's, an intermediate of its chain, and the one that Cloudflare presents to visitors.",
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: 'tls-certificate-untrusted',
      distinguishedBy: 'Check the dates of the certificate: `openssl x509 -noout -dates`.',
      isOpen: ({ origin, edge }) => origin?.tls === undefined && edge?.tls === undefined,
    },
    {
      what: { other: 'a wrong clock' },
      distinguishedBy: 'Compare `date -u` on the machine that validates with any other machine.',
    },
  ],
  needs: ['edge'],
  rule: (moment) =>
    certificateMatch(moment, 'expired', (certificate) => expiryWords(certificate, moment.at)) ??
    superfluousMatch(moment) ??
    expiryMatch(moment),
  remedy: (context) => {
    const { form } = context
    return isIssuerForm(form) ? chainRemedy(form, context) : leafRemedy(context)
  },
})

function leafRemedy(context: RemedyContext): Remedy {
  return {
    summary: 'Renew the certificate and reload the server.',
    steps: [
      change(
        'Renew the certificate',
        ': `certbot renew`, or however it was issued. Check the renewal log to see why it was not renewed automatically.',
        '',
      ),
      RELOAD_SERVER,
      checkCertificate(context),
      ORIGIN_CA,
      KEEP_STRICT,
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
  }
}

/** The words for the certificate of the chain that has expired. */
function expiryWords(certificate: Certificate, at: number): CertificateWords {
  const text = dateFaultText(certificate, 'expired', at)
  const form = dateForm(certificate, 'expired', at)
  return form === undefined ? { text } : { text, form, title: `${ISSUERS[form]} has expired` }
}

/** Cloudflare rejects the certificate, and the only fault is an expired certificate that the chain doesn't need. */
function superfluousMatch(moment: Moment): Match | undefined {
  const certificate = moment.origin?.tls?.certificate
  if (certificate === undefined || certificate.faults.length > 0 || !hasEdgeError(moment, 526)) return
  const [old] = superfluousExpired(certificate, moment.at)
  if (old === undefined) return
  const name = phrase`"${quote(old.subject, commonName)}" (issued by "${quote(old.issuer, commonName)}")`
  const text = phrase`The origin also sends the certificate ${name}, which expired on ${isoDate(old.notAfter)}. Its chain doesn't need it.`
  const because =
    'Cloudflare rejected the certificate (526), and the only fault found is an expired certificate in its chain.'
  const clues = cluesOf(moment, { from: 'certificate', text })
  const title = 'the server sends an intermediate certificate that has expired'
  return { outcome: 'unhealthy', confidence: 'possible', because, clues, form: 'intermediate', title }
}
