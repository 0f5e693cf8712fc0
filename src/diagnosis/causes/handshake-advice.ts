import { change, look, type Change, type Look, type Remedy, type RemedyContext } from '../../domain/cause.ts'
import type { AlertForm } from '../facts/handshake/tls-alerts.ts'
import { atServer, checkErrorLog, tryHandshake } from './advice/certificate-steps.ts'
import { platformCertificate } from './advice/platform-certificate.ts'
import { applied, serverOf } from './shared-steps.ts'

/** What to check and to change in a server that rejects the handshake, by what its alert stands for. */

interface Advice {
  readonly summary: string
  /** Two at most: two more come before them. */
  readonly looks: readonly Look[]
  readonly changes: readonly Change[]
}

/** Anything but a known form: the server sent no alert. */
export function handshakeAdvice(context: RemedyContext): Pick<Remedy, 'summary' | 'steps'> {
  const { form } = context
  if (form === 'post-quantum') return splitHello(context)
  const server = serverOf(context)
  if (server?.platform === true && form !== 'client-certificate')
    return platformCertificate(server.name, context, tryHandshake(context))
  const { summary, looks, changes } = (isForm(form) ? ADVICE[form] : ADVICE.other)(context)
  const log = checkErrorLog(context, 'why the server ended the handshake')
  return { summary, steps: [tryHandshake(context), log, ...looks, ...changes] }
}

/** https://developers.cloudflare.com/ssl/origin-configuration/automatic-key-exchange/ */
function splitHello({ host, port }: RemedyContext): Pick<Remedy, 'summary' | 'steps'> {
  const handshake = `openssl s_client -connect "$ORIGIN:${port}" -servername ${host}`
  return {
    summary: 'Fix what rejects a ClientHello that needs two packets, or let Cloudflare send a smaller one.',
    steps: [
      look(
        'Compare both handshakes',
        `: \`${handshake} -groups X25519:P-256 </dev/null\` works, and with \`-groups X25519MLKEM768:X25519:P-256\` (OpenSSL 3.5) it does not.`,
      ),
      look(
        'Find where the handshake is cut',
        ': repeat both on the origin itself, with `ORIGIN=127.0.0.1`. If both work there, a device in front of it cuts the handshake.',
      ),
      change(
        'Turn off automatic key exchange',
        ', under SSL/TLS → Overview → Origin connection & post-quantum encryption. Cloudflare rolls it out from 1% to 100% of connections, so at first only some get 525. The older API setting `origin_post_quantum_encryption` has no effect.',
        'turn it on again.',
      ),
      change(
        'Update the firewall, load balancer or TLS library',
        ' that cuts the handshake. It must accept a ClientHello that spans several TCP packets: see https://tldr.fail/.',
        'install the previous version.',
      ),
    ],
  }
}

const ADVICE: Readonly<Record<AlertForm, (context: RemedyContext) => Advice>> = {
  name: (context) => ({
    summary: 'Configure a site and a certificate for this name on the server.',
    looks: [checkSite(context), IN_FRONT],
    changes: [addSite(context)],
  }),
  version: (context) => ({
    summary: 'Allow TLS 1.2 and 1.3.',
    looks: [],
    changes: [allowVersions(context), useDefaultCiphers(context)],
  }),
  parameters: (context) => ({
    summary: 'Allow current ciphers and key exchanges, and check that the server has a site for this name.',
    looks: [checkSite(context)],
    changes: [useDefaultCiphers(context), allowVersions(context)],
  }),
  protocol: (context) => ({
    summary: 'Offer HTTP/1.1 on this port.',
    looks: [
      look(
        'Check which process listens on the port',
        `: \`ss -ltnp 'sport = :${context.port}'\`. A gRPC server, or one for ACME challenges only, offers other protocols.`,
      ),
    ],
    changes: [change('Offer HTTP/1.1 in the handshake (ALPN)', `: ${atServer('alpn', context)}.`, RESTORE)],
  }),
  'client-certificate': (context) => ({
    summary: 'Make Cloudflare present a client certificate that the server accepts.',
    looks: [
      look('Check which client certificates the server accepts', `: ${atServer('clientCa', context)}.`),
    ],
    changes: [
      change(
        'Turn on Authenticated Origin Pulls',
        ' in the dashboard, under SSL/TLS → Origin Server, if the server requires a client certificate.',
        'turn it off again.',
      ),
    ],
  }),
  other: (context) => ({
    summary: 'Make the server complete a TLS 1.2 or 1.3 handshake for this name.',
    looks: [checkSite(context), IN_FRONT],
    changes: [addSite(context), allowVersions(context)],
  }),
}

function isForm(form: string | undefined): form is AlertForm {
  return form !== undefined && Object.hasOwn(ADVICE, form)
}

const RESTORE = 'restore the old lines, then reload.'

function checkSite(context: RemedyContext): Look {
  return look(
    'Check that the server has a site with a certificate for the name',
    `, \`${context.host}\`, with ${atServer('sites', context)}.`,
  )
}

function addSite(context: RemedyContext): Change {
  return change(
    'Add the name and its certificate to the site',
    `: ${atServer('site', context)}${context.server === undefined ? ', a router with `tls` in Traefik, `proxy: host` with `ssl: true` for kamal-proxy' : ''}. If the server issues certificates itself, its log shows why this failed. Through Cloudflare, the TLS-ALPN challenge never works: use HTTP or DNS.`,
    RESTORE,
  )
}

function allowVersions(context: RemedyContext): Change {
  return change(
    'Allow current TLS versions',
    `: ${applied(atServer('tlsVersions', context), context)}`,
    RESTORE,
  )
}

function useDefaultCiphers(context: RemedyContext): Change {
  return change(
    'Remove custom lists of ciphers and curves',
    `: ${atServer('ciphers', context)}. The defaults work with Cloudflare. Then reload.`,
    RESTORE,
  )
}

const IN_FRONT = look(
  'Check what reads the server name in front of the server',
  ': a load balancer without this host, a firewall, an intrusion detection system.',
)
