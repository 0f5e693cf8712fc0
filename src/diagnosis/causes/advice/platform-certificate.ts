import { change, look, risk, type Look, type Remedy, type RemedyContext } from '../../../domain/cause.ts'
import { nameInText, serverByName } from '../../servers/index.ts'
import { checkCertificate, KEEP_STRICT } from './certificate-steps.ts'

/**
 * For a host whose certificate the hosting platform issues. While Cloudflare proxies it, most can't validate it.
 *
 * @param start shows what the platform presents
 */
export function platformCertificate(
  name: string,
  context: RemedyContext,
  start: Look = checkCertificate(context),
): Remedy {
  const { host } = context
  const shown = nameInText(name)
  const how = serverByName(name)?.how ?? {}
  const text = (task: 'certificate' | 'customDomain'): string =>
    how[task] === undefined ? '' : `: ${how[task].replace(/\bHOST\b/g, () => host)}`
  return {
    summary: `Have ${shown} issue a certificate for the host.`,
    steps: [
      start,
      look('Check whether the certificate is pending', ` at ${shown}${text('certificate')}.`),
      look(
        'Check that an Origin Rule does not change the server name',
        ': Rules → Overview (Origin Rules). With an SNI override, the platform may present its own certificate.',
      ),
      change(
        `Add the host to ${shown} if it is missing`,
        `${text('customDomain')}. Complete the validation that the platform asks for, such as a TXT record.`,
        'remove the host there.',
      ),
      risk(
        'Set the record to DNS only until the platform has issued a certificate',
        ', under DNS → Records, if the validation fails because of the proxy.',
        {
          exposes: 'Visitors bypass Cloudflare and its protection.',
          limit: 'Turn the proxy on again as soon as the certificate is issued, after an hour at most.',
          undo: 'set the record to Proxied.',
        },
      ),
    ],
    avoid: KEEP_STRICT,
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
  }
}
