import { change, type Remedy, type RemedyContext } from '../../domain/cause.ts'
import type { Certificate } from '../../domain/certificate.ts'
import { outdated, type DateFault } from '../facts/handshake/certificate-chain.ts'
import { checkChain, KEEP_STRICT, ORIGIN_CA, reload, serveChain } from './advice/certificate-steps.ts'

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
          checkChain(context),
          change(
            'Replace the root certificate',
            " of your authority, and reissue the server's certificate.",
            'restore the old certificates, then reload.',
          ),
          change(
            'Upload the new root',
            " to the zone's custom origin trust store if the old root is there, and set `origin-ca` of this check to it.",
            'delete the new root there, and restore `origin-ca`.',
          ),
          reload(context),
          ORIGIN_CA,
        ],
        avoid: KEEP_STRICT,
        difficulty: 'hard',
        reference: REFERENCE,
      }
    : {
        summary:
          "Send an intermediate certificate that is valid today. The server's own certificate is fine.",
        steps: [
          checkChain(context),
          change(
            'Send the intermediate certificate that is valid today',
            `: it is in the \`fullchain.pem\` of a new certificate (\`certbot renew --force-renewal --cert-name ${context.host}\`) and on the authority's download page. Put it after the server's certificate, and remove the old one.`,
            'restore the old file, then reload.',
          ),
          serveChain(context),
          reload(context),
        ],
        avoid: KEEP_STRICT,
        difficulty: 'medium',
        reference: REFERENCE,
      }
}

const REFERENCE =
  'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/'
