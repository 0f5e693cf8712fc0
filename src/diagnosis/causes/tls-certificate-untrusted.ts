import { defineCause, look, change, risk } from '../../domain/cause.ts'
import type { Remedy, RemedyContext } from '../../domain/cause.ts'
import { isWeak, trustFaultText } from '../facts/handshake/certificate-chain.ts'
import { certificateMatch } from '../rules/certificate.ts'
import { rejectsValidCertificate, trustStoreMatch } from '../rules/trust-store.ts'
import { COMPARE_RECORDS, serverOf } from './shared-steps.ts'
import { platformCertificate } from './advice/platform-certificate.ts'
import {
  atServer,
  checkCertificate,
  checkChain,
  checkErrorLog,
  issuesItself,
  KEEP_STRICT,
  ORIGIN_CA,
  reload,
  serveChain,
} from './advice/certificate-steps.ts'

export default defineCause({
  id: 'tls-certificate-untrusted',
  title: 'the certificate is not trusted',
  brief: { observedOr: 'certificate not trusted' },
  hop: 'TLS',
  owner: 'certificate',
  meaning: [
    "The certificate is self-signed, or signed by an issuer that Cloudflare does not trust. With Full (strict), Cloudflare shows 526. Cloudflare trusts certificates of its own Origin CA, although browsers don't.",
    'A proxy such as Traefik or ingress-nginx presents a self-signed placeholder until it has a certificate. After a deploy, the check keeps waiting for that one.',
    'Or a key or a signature in the chain is too weak for current clients: RSA below 2048 bits, SHA-1. The comment names the certificate.',
    "Or the zone has a custom origin trust store. With a CA in it, Cloudflare trusts only the uploaded CAs, so a certificate that every browser accepts is rejected. The input `origin-ca` names the store's CAs.",
  ],
  sources: [
    {
      claim:
        'Full (strict) requires a certificate that is issued by a publicly trusted CA or by the Origin CA.',
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/full-strict/',
      read: '2026-11-30',
    },
    {
      claim:
        'With an uploaded CA, Cloudflare ignores all default public CAs and uses only the uploaded ones. It requires Advanced Certificate Manager.',
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/custom-origin-trust-store/',
      read: '2026-11-30',
    },
    {
      claim: 'Without the proxy, visitors may see errors for Origin CA certificates.',
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/',
      read: '2026-11-30',
    },
    {
      claim: 'A revoked certificate gives 526 too.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: 'tls-chain-incomplete',
      distinguishedBy:
        'Run `openssl s_client -showcerts`. A single certificate with a public issuer lacks its intermediate.',
      isOpen: (moment) => !rejectsValidCertificate(moment),
    },
    {
      what: { other: 'an Origin Rule that changes the Host header or the server name' },
      distinguishedBy:
        'Check Rules → Overview (Origin Rules) in the dashboard. Cloudflare expects the certificate to cover that name. Set `origin-host` or `origin-sni` to it.',
      isOpen: (moment) => rejectsValidCertificate(moment) && moment.zone?.rules?.host !== false,
    },
    {
      what: { other: 'a record or a rule that points Cloudflare to another server' },
      distinguishedBy: "Compare DNS → Records and Rules → Overview (Origin Rules) with the origin's address.",
      isOpen: (moment) => rejectsValidCertificate(moment),
    },
    {
      what: { other: 'a revoked certificate' },
      distinguishedBy:
        "Check the issuer's status page or its revocation list. This check does not test revocation.",
    },
  ],
  needs: ['edge'],
  rule: (moment) =>
    trustStoreMatch(moment) ??
    certificateMatch(moment, 'untrusted', (certificate) => {
      const text = trustFaultText(certificate)
      // Cloudflare's limits are not documented. It may accept a key that this check's TLS library rejects.
      return isWeak(certificate)
        ? {
            text,
            maxConfidence: 'likely',
            form: 'weak',
            title: 'a key or a signature in the certificate chain is too weak',
            mayBeAccepted: true,
          }
        : { text }
    }),
  remedy: (context) => {
    if (context.form === 'trust-store') return trustStoreRemedy(context)
    if (context.form === 'valid-here') return validHereRemedy(context)
    return context.form === 'weak' ? weakRemedy(context) : trustRemedy(context)
  },
})

const CHECK_STORE = look(
  'Check the custom origin trust store',
  ' in the Cloudflare dashboard, under SSL/TLS → Origin Server. With a CA in it, Cloudflare trusts only the uploaded CAs.',
)

/** A new certificate of the same authority solves it. The trust store doesn't matter. */
function weakRemedy(context: RemedyContext): Remedy {
  return {
    summary: 'Replace the weak certificate of the chain.',
    steps: [
      checkChain(context),
      change(
        'Replace the certificate that has the weak key or signature',
        ': issue it with an RSA key of at least 2048 bits or an EC key, and with SHA-256. If it is an intermediate, its authority has a newer one.',
        'restore the old certificate, then reload.',
      ),
      serveChain(context),
      reload(context),
    ],
    avoid: KEEP_STRICT,
    difficulty: 'hard',
    reference: REFERENCE,
  }
}

/** A public certificate is the fault, or the store is. */
function trustStoreRemedy(context: RemedyContext): Remedy {
  return {
    summary: "Serve a certificate from a CA of the trust store, or change the zone's trust store.",
    steps: [
      checkCertificate(context),
      look(
        'Compare `origin-ca` with the uploaded CAs',
        ' in the Cloudflare dashboard, under SSL/TLS → Origin Server: it must contain the same ones.',
      ),
      change(
        'Install a certificate from a CA in the trust store',
        `, then reload: ${atServer('reload', context)}. While the store has a CA, a public certificate is not accepted.`,
        'restore the old certificate, then reload.',
      ),
      change(
        "Or upload the root CA of the origin's certificate",
        ' to the trust store, next to the others.',
        'delete this CA from the store.',
      ),
      risk('Or delete all uploaded CAs', ' to trust the public ones again.', {
        exposes:
          'Origins of the zone with a private CA get 526, and a certificate of any public CA is accepted.',
        limit: 'Do it only if no origin of the zone uses the private CA.',
        undo: 'upload the CAs again.',
      }),
    ],
    avoid: KEEP_STRICT,
    difficulty: 'hard',
    reference: TRUST_STORE,
  }
}

function validHereRemedy(context: RemedyContext): Remedy {
  return {
    summary: 'Find out why Cloudflare rejects this certificate, or gets another one.',
    steps: [
      CHECK_STORE,
      COMPARE_RECORDS,
      look(
        'Check the Origin Rules',
        ' for one that sets the Host header or the server name (SNI): Cloudflare then expects that name in the certificate.',
      ),
      look(
        'Check whether the certificate is revoked',
        `: \`openssl s_client -connect "$ORIGIN:${context.port}" -servername ${context.host} -status </dev/null | grep 'Cert Status'\`. If the server sends no status, search for the certificate on https://crt.sh/.`,
      ),
      change(
        'Set `origin-ca` to the CAs of the trust store',
        ' if it has some. Set `origin-host` or `origin-sni` to the name that an Origin Rule sets.',
        'remove the inputs.',
      ),
    ],
    avoid: KEEP_STRICT,
    difficulty: 'hard',
    reference: REFERENCE,
  }
}

function trustRemedy(context: RemedyContext): Remedy {
  const server = serverOf(context)
  if (server?.platform === true) return platformCertificate(server.name, context)
  return {
    summary: 'Serve a certificate that Cloudflare trusts.',
    steps: [
      checkCertificate(context),
      issuesItself(context) ? checkErrorLog(context, 'why it has no public certificate yet') : CHECK_STORE,
      issuesItself(context)
        ? change(
            'Let it issue a public certificate',
            ': fix what the log names, such as the challenge. Remove `tls internal` in Caddy, or set `certResolver` in Traefik.',
            'restore the old lines, then reload.',
          )
        : change(
            'Install a certificate from a public authority',
            `: ${atServer('issue', context)}. It must cover all names of the site. With a custom origin trust store, only a certificate from its CAs is accepted.`,
            'restore the old certificate, then reload.',
          ),
      reload(context),
      ORIGIN_CA,
      change(
        'Set `origin-ca` for this check',
        ' if the certificate is from your own authority, whose CA is in the custom origin trust store.',
        'remove the input.',
      ),
    ],
    avoid: KEEP_STRICT,
    difficulty: 'hard',
    reference: REFERENCE,
  }
}

const TRUST_STORE = 'https://developers.cloudflare.com/ssl/origin-configuration/custom-origin-trust-store/'
const REFERENCE =
  'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/'
