import { change, type Remedy, type RemedyContext } from '../../domain/cause.ts'
import type { Certificate } from '../../domain/certificate.ts'
import { outdated, type DateFault } from '../facts/handshake/certificate-chain.ts'
import { checkChain, FULL_CHAIN, KEEP_STRICT, ORIGIN_CA, RELOAD_SERVER } from './shared-steps.ts'

/** The remedies for a certificate that is valid itself, while one that it depends on is not. */

/** Which issuer is at fault, with its name in a title. */
export const ISSUERS = {
  intermediate: 'an intermediate certificate',
  root: 'the root certificate',
} as const

export type IssuerForm = keyof typeof ISSUERS

export function isIssuerForm(form: string | undefined): form is IssuerForm {
  return form !== undefined && Object.hasOwn(ISSUERS, form)
}

/** Undefined: the certificate itself has the fault. */
export function dateForm(certificate: Certificate, fault: DateFault, at: number): IssuerForm | undefined {
  const [first] = outdated(certificate, fault, at)
  return first === undefined || first.role === 'leaf' ? undefined : first.role
}

export function chainRemedy(form: IssuerForm, context: RemedyContext): Remedy {
  return form === 'root'
    ? {
        summary: 'Use an authority whose root certificate is valid today.',
        steps: [
          change(
            'Replace the root certificate',
            " of your authority, reissue the server's certificate, and reload the server.",
            '',
          ),
          change(
            'Upload the new root',
            " to the zone's custom origin trust store if the old root is there, and set `origin-ca` of this check to it.",
            '',
          ),
          ORIGIN_CA,
          checkChain(context),
          KEEP_STRICT,
        ],
        difficulty: 'hard',
        reference: REFERENCE,
      }
    : {
        summary:
          "Send an intermediate certificate that is valid today. The server's own certificate is fine.",
        steps: [
          change(
            'Send the intermediate certificate that is valid today',
            " after the server's certificate, and remove the old one. It is in the `fullchain.pem` of the last renewal (`certbot renew --force-renewal` fetches it) and on the authority's download page.",
            '',
          ),
          FULL_CHAIN,
          RELOAD_SERVER,
          checkChain(context),
          KEEP_STRICT,
        ],
        difficulty: 'medium',
        reference: REFERENCE,
      }
}

const REFERENCE =
  'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/'
