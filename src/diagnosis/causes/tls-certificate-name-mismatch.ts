import { defineCause, look, change } from '../../domain/cause.ts'
import type { Remedy, RemedyContext } from '../../domain/cause.ts'
import { enumerated, phrase, quote } from '../../domain/untrusted.ts'
import { list } from '../../shared/text.ts'
import { certificateMatch } from '../rules/certificate.ts'
import { platformOfCertificate } from '../facts/pages/stand-in.ts'
import { unclaimedCertificate } from '../rules/stand-in.ts'
import {
  atServer,
  checkCertificate,
  issuesItself,
  KEEP_STRICT,
  ORIGIN_CA,
  reload,
} from './advice/certificate-steps.ts'
import { platformCertificate } from './advice/platform-certificate.ts'
import { hasShell } from './application-steps.ts'
import { serverOf } from './shared-steps.ts'

/** Usually the server's default site responds, because none is configured for this name. */
export default defineCause({
  id: 'tls-certificate-name-mismatch',
  title: 'the certificate is for another name',
  brief: { observedOr: 'certificate for another name' },
  hop: 'TLS',
  owner: 'certificate',
  meaning: [
    'The certificate does not cover the name that Cloudflare requests. Usually the server has no site for this name and serves its default one, or the name was added after the certificate was issued. With Full (strict), Cloudflare shows 526.',
  ],
  sources: [
    {
      claim: 'Full (strict) requires a certificate that covers the requested or target name.',
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/full-strict/',
      read: '2026-11-30',
    },
    {
      claim: 'With `--expand`, `-d` must list all existing names and the new ones.',
      at: 'https://eff-certbot.readthedocs.io/en/stable/using.html',
      read: '2026-11-30',
    },
    {
      claim: 'An Origin CA certificate covers up to 200 names, with wildcards for one level.',
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: { other: 'an Origin Rule that changes the server name' },
      distinguishedBy:
        'Check Rules → Overview (Origin Rules) in the dashboard for a Host or SNI override. Set `origin-host` and `origin-sni` to the same values.',
    },
  ],
  needs: ['edge'],
  rule(moment) {
    // A platform presents its own certificate for a host that it doesn't know. A certificate would not fix that.
    if (unclaimedCertificate(moment) !== undefined) return
    return certificateMatch(moment, 'name-mismatch', ({ names, expectedName }) => {
      const covers = names.length === 0 ? 'no name at all' : quote(enumerated(names), coveredNames)
      const platform = platformOfCertificate(moment)
      return {
        text: phrase`covers ${covers}, not ${quote(expectedName)}`,
        ...(platform !== undefined && { form: `${PLATFORM}${platform.name}` }),
      }
    })
  },
  remedy: (context) => {
    const { form = '' } = context
    const server = serverOf(context)
    if (form.startsWith(PLATFORM)) return platformCertificate(form.slice(PLATFORM.length), context)
    return server?.platform === true ? platformCertificate(server.name, context) : ownRemedy(context)
  },
})

/** The first three names. Hidden ones are only counted: they may resolve to the origin. */
function coveredNames(redacted: string): string {
  const names = redacted.split(', ')
  const shown = names.filter((name) => name !== '$ORIGIN')
  const hidden = names.length - shown.length
  return list([
    ...shown.slice(0, 3),
    ...(shown.length > 3 ? ['others'] : []),
    ...(hidden === 1 ? ['one hidden name (`show-origin: true` shows it)'] : []),
    ...(hidden > 1 ? [`${hidden} hidden names (\`show-origin: true\` shows them)`] : []),
  ])
}

/** The form of a hosting platform's own certificate, followed by the platform's name. */
const PLATFORM = 'own certificate of '

const REFERENCE =
  'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/'

const LIST_CERTIFICATES = look(
  'List the certificates and their names',
  ': `certbot certificates`. If one covers the name, the site may only need to use it.',
)

function ownRemedy(context: RemedyContext): Remedy {
  return {
    summary: 'Serve a certificate that covers the name.',
    steps: [
      checkCertificate(context),
      look(
        'Check that the server has a site for the name',
        `, \`${context.host}\`, with ${atServer('sites', context)}. Without one, its default site responds.`,
      ),
      ...(issuesItself(context)
        ? [
            change(
              'Issue a certificate for the name',
              `: ${atServer('issue', context)}. The log shows a failed challenge: ${atServer('errorLog', context)}.`,
              'remove the name again.',
            ),
          ]
        : [
            ...(hasShell(context) ? [LIST_CERTIFICATES] : []),
            change(
              'Issue a certificate that covers the name and all names of the site',
              `: ${atServer('issue', context)}. With this name alone, the site's other names would lose their certificate.`,
              'issue it again with the old names only.',
            ),
            reload(context, 'restore the old certificate, then reload.'),
          ]),
      ORIGIN_CA,
    ],
    avoid: KEEP_STRICT,
    difficulty: 'hard',
    reference: REFERENCE,
  }
}
