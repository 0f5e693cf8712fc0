import { defineCause, look, change } from '../../domain/cause.ts'
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
import {
  atServer,
  checkCertificate,
  checkErrorLog,
  issuesItself,
  KEEP_STRICT,
  ORIGIN_CA,
  reload,
} from './advice/certificate-steps.ts'
import { platformCertificate } from './advice/platform-certificate.ts'
import { hasShell } from './application-steps.ts'
import { serverOf } from './shared-steps.ts'

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
  sources: [
    {
      claim: 'Full (strict) requires a certificate that has not expired.',
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/full-strict/',
      read: '2026-11-30',
    },
    {
      claim: 'With Full (strict), a certificate that Cloudflare cannot validate gives 526.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
      read: '2026-11-30',
    },
    {
      claim:
        "The HTTP-01 challenge starts on port 80 and follows redirects to HTTPS. Let's Encrypt then does not validate certificates.",
      at: 'https://letsencrypt.org/docs/challenge-types/',
      read: '2026-11-30',
    },
    {
      claim: 'Behind Full (strict), a challenge that Cloudflare redirects to HTTPS gets 526.',
      at: 'https://github.com/lucaslorentz/caddy-docker-proxy/issues/165',
      read: '2026-11-30',
    },
    {
      claim: 'Always Use HTTPS redirects all visitor requests from http to https.',
      at: 'https://developers.cloudflare.com/ssl/edge-certificates/additional-options/always-use-https/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: 'tls-certificate-untrusted',
      distinguishedBy: 'Check the dates of the certificate in the report.',
      isOpen: ({ origin, edge }) => origin?.tls === undefined && edge?.tls === undefined,
    },
    {
      what: { other: 'a wrong clock' },
      distinguishedBy: 'Compare `date -u` on this runner with that of another machine.',
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
  const server = serverOf(context)
  if (server?.platform === true) return platformCertificate(server.name, context)
  return {
    summary: 'Renew the certificate and reload the server.',
    steps: [
      checkCertificate(context),
      issuesItself(context)
        ? checkErrorLog(context, 'why the renewal failed')
        : !hasShell(context)
          ? look('Check whether the renewal failed', ', in the log of the tool that renews it.')
          : look(
              'Check whether the renewal failed',
              `: \`openssl x509 -noout -enddate -in ${server?.name === 'HAProxy' ? '/etc/ssl/site.pem' : '/etc/ssl/fullchain.pem'}\` prints the date in the server's file. If it is later than the served one, only the reload is missing. Otherwise, read \`/var/log/letsencrypt/letsencrypt.log\`. The file's name: ${atServer('certificateFile', context)}.`,
            ),
      change(
        'Renew the certificate',
        `: ${atServer('renew', context)}.`,
        'not needed, because the old certificate has expired.',
      ),
      change(
        'Let the ACME challenge through if the log shows 526',
        `: Cloudflare or the origin redirects it to HTTPS, where the expired certificate fails. Exempt \`/.well-known/acme-challenge/\` with a Redirect Rule in place of Always Use HTTPS. Or validate by DNS${issuesItself(context) || !hasShell(context) ? '' : ', with the plug-in certbot-dns-cloudflare: `certbot renew --dns-cloudflare --dns-cloudflare-credentials /root/cloudflare.ini`'}.`,
        'restore the old redirects and challenge.',
      ),
      reload(context),
      ORIGIN_CA,
    ],
    avoid: KEEP_STRICT,
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
