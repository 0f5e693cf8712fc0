import { defineCause, look, change } from '../../domain/cause.ts'
import type { Remedy, RemedyContext } from '../../domain/cause.ts'
import { enumerated, phrase, quote } from '../../domain/untrusted.ts'
import { list } from '../../shared/text.ts'
import { certificateMatch } from '../rules/certificate.ts'
import { platformOfCertificate } from '../facts/pages/stand-in.ts'
import { unclaimedCertificate } from '../rules/stand-in.ts'
import { KEEP_STRICT, ORIGIN_CA, checkCertificate } from './shared-steps.ts'

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
  recoversByItself: false,
  lookalikes: [
    {
      what: { other: 'an Origin Rule that changes the server name' },
      distinguishedBy:
        'Check Rules → Origin Rules in the dashboard for a Host or SNI override. Set `origin-host` and `origin-sni` to the same values.',
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
  remedy: (context) =>
    context.form?.startsWith(PLATFORM) === true ? platformRemedy(context) : ownRemedy(context),
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

function platformRemedy({ host, form = '' }: RemedyContext): Remedy {
  const name = form.slice(PLATFORM.length)
  return {
    summary: `Have ${name} issue a certificate for the host.`,
    steps: [
      change(
        'Set the record to DNS only until the platform has issued a certificate',
        `, under DNS → Records. While Cloudflare proxies ${host}, most platforms cannot validate it. Until you turn the proxy on again, visitors bypass Cloudflare and its protection.`,
        '',
      ),
      look(
        'Check the state of the host',
        ` in the settings of ${name}: it shows whether the certificate is pending.`,
      ),
      look(
        'Check that an Origin Rule does not change the server name',
        ': Rules → Origin Rules. With an SNI override, the platform may present its own certificate.',
      ),
      KEEP_STRICT,
    ],
    difficulty: 'medium',
    reference: REFERENCE,
  }
}

const REFERENCE =
  'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/'

function ownRemedy(context: RemedyContext): Remedy {
  return {
    summary: 'Serve a certificate that covers the name.',
    steps: [
      change(
        'Issue a certificate that covers the name',
        `: \`certbot --nginx -d ${context.host}\`, or however the others were issued.`,
        '',
      ),
      look(
        'Check that the server has a site for the name',
        `: \`nginx -T | grep server_name\` must list \`${context.host}\`.`,
      ),
      checkCertificate(context),
      ORIGIN_CA,
      KEEP_STRICT,
    ],
    difficulty: 'hard',
    reference: REFERENCE,
  }
}
