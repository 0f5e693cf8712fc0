import { defineCause } from '../../domain/cause.ts'
import { certificateMatch } from '../rules/certificate.ts'
import { NOT_FULL, ORIGIN_CA, showCertificate } from './shared-steps.ts'

/** Mostly the server's default site answers, because none is configured for this name. */
export default defineCause({
  id: 'tls-certificate-name-mismatch',
  title: 'the certificate is for another name',
  category: 'tls',
  owner: 'certificate',
  meaning: [
    'The certificate does not cover the name that Cloudflare asks for. Usually the server has no site for this name and answers with its default one, or the name was added after the certificate was made. Under Full (strict) Cloudflare shows 526.',
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: 'an Origin Rule that changes the server name',
      distinguishedBy:
        'Dashboard, Rules → Origin Rules: a Host or SNI override. Give the same to `origin-host` and `origin-sni`.',
    },
  ],
  needs: ['edge'],
  rule: (moment) =>
    certificateMatch(moment, 'name-mismatch', ({ names, expectedName }) => {
      const covers = names.length === 0 ? 'no name at all' : names.slice(0, 3).join(', ')
      return `covers ${covers}${names.length > 3 ? ' and others' : ''}, not ${expectedName}`
    }),
  remedy: (place) => ({
    summary: 'Serve a certificate that covers the name.',
    steps: [
      showCertificate(place),
      `See that the server has a site for the name: \`nginx -T | grep server_name\` must list \`${place.host}\`.`,
      `Make a certificate that covers it: \`certbot --nginx -d ${place.host}\`, or as the others were made.`,
      ORIGIN_CA,
      NOT_FULL,
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
  }),
})
