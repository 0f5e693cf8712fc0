import { look, change, type RemedyContext, type Step } from '../../domain/cause.ts'
import type { AlertForm } from '../facts/handshake/tls-alerts.ts'

/** What to change in a server that rejects the handshake, by what its alert stands for. */

interface Advice {
  readonly summary: string
  /** Four at most. */
  readonly steps: readonly [Step, ...Step[]]
}

/** Anything but a known form: the server sent no alert. */
export function handshakeAdvice(context: RemedyContext): Advice {
  const { form } = context
  return (isForm(form) ? ADVICE[form] : ADVICE.other)(context)
}

export const SERVER_LOG = look(
  "Check the server's log",
  ' from the time of this check: it shows why the server ended the handshake. `journalctl -u nginx` (or `apache2`, `haproxy`, `caddy`), `docker logs traefik`, `docker logs kamal-proxy`.',
)

/** Besides alerts: the ClientHello needs more than one packet. */
type Form = AlertForm | 'post-quantum'

const ADVICE: Readonly<Record<Form, (context: RemedyContext) => Advice>> = {
  'post-quantum': () => ({
    summary: 'Fix what rejects a ClientHello that needs two packets, or let Cloudflare send a smaller one.',
    steps: [
      change(
        'Update the firewall, load balancer or TLS library',
        ' that cuts the handshake. It must accept a ClientHello that spans several TCP packets: see https://tldr.fail/.',
        '',
      ),
      change(
        'Turn off automatic key exchange until then',
        ' in the dashboard, under SSL/TLS → Overview → Origin connection & post-quantum encryption. Cloudflare rolls it out from 1% to 100% of connections, so at first only some requests get 525.',
        '',
      ),
      look(
        "Don't rely on the API setting `origin_post_quantum_encryption`.",
        ' Cloudflare still accepts it, but `off` no longer changes the ClientHello.',
      ),
      look(
        'Compare both handshakes',
        ': `openssl s_client -connect $ORIGIN:443 -groups X25519` works, and with `-groups X25519MLKEM768` (OpenSSL 3.5) it does not.',
      ),
    ],
  }),
  name: ({ host }) => ({
    summary: 'Configure a site and a certificate for this name on the server.',
    steps: [siteFor(host), AUTOMATIC_CERTIFICATE, IN_FRONT],
  }),
  version: () => ({
    summary: 'Allow TLS 1.2 and 1.3.',
    steps: [VERSIONS, CIPHERS],
  }),
  parameters: ({ host }) => ({
    summary: 'Allow current ciphers and key exchanges, and check that the server has a site for this name.',
    steps: [CIPHERS, siteFor(host), VERSIONS],
  }),
  protocol: () => ({
    summary: 'Offer HTTP/1.1 on this port.',
    steps: [
      change(
        'Offer HTTP/1.1 in the handshake (ALPN)',
        ': `alpn h2,http/1.1` in HAProxy, `Protocols h2 http/1.1` in Apache, `protocols h1 h2` in Caddy, `alpnProtocols` in Traefik. nginx always offers it.',
        '',
      ),
      look(
        'Check which process listens on the port',
        ': `ss -ltnp`. A gRPC server, or one for ACME challenges only, offers other protocols.',
      ),
    ],
  }),
  'client-certificate': () => ({
    summary: 'Make Cloudflare present a client certificate that the server accepts.',
    steps: [
      look(
        'Check which client certificates the server accepts',
        ': `ssl_verify_client` and `ssl_client_certificate` in nginx, `SSLVerifyClient` in Apache, `verify` and `ca-file` in HAProxy, `client_auth` in Caddy, `clientAuth` in Traefik.',
      ),
      change(
        'Turn on Authenticated Origin Pulls',
        ' in the dashboard, under SSL/TLS → Origin Server, if the server requires a client certificate.',
        '',
      ),
    ],
  }),
  other: ({ host }) => ({
    summary: 'Make the server complete a TLS 1.2 or 1.3 handshake for this name.',
    steps: [siteFor(host), VERSIONS, IN_FRONT],
  }),
}

function isForm(form: string | undefined): form is Form {
  return form !== undefined && Object.hasOwn(ADVICE, form)
}

function siteFor(host: string): Step {
  return look(
    'Check that the server has a site with a certificate for the name',
    `, \`${host}\`: \`server_name\` and \`ssl_certificate\` in nginx (\`ssl_reject_handshake\` rejects other names), \`ServerName\` and \`SSLCertificateFile\` in Apache (\`apachectl -S\`), the site's address in the Caddyfile, a router with \`Host(…)\` and \`tls\` in Traefik, \`proxy: host\` with \`ssl: true\` in Kamal (\`kamal-proxy list\`), \`crt\` in HAProxy (\`strict-sni\` rejects other names).`,
  )
}

const AUTOMATIC_CERTIFICATE = look(
  'Check why an automatic certificate is missing',
  ', if Caddy, Traefik or kamal-proxy issues it: their log names the failed challenge. The TLS-ALPN challenge never works through Cloudflare. Use the HTTP or DNS challenge, or a Cloudflare Origin CA certificate.',
)

const VERSIONS = change(
  'Allow current TLS versions',
  ': `ssl_protocols TLSv1.2 TLSv1.3;` in nginx, `SSLProtocol -all +TLSv1.2 +TLSv1.3` in Apache, `ssl-min-ver TLSv1.2` in HAProxy, `protocols tls1.2 tls1.3` in Caddy, `minVersion: VersionTLS12` in Traefik. kamal-proxy needs no setting.',
  '',
)

const CIPHERS = change(
  'Remove custom lists of ciphers and curves',
  ': `ssl_ciphers` and `ssl_ecdh_curve` in nginx, `SSLCipherSuite` in Apache, `ciphers` and `curves` in HAProxy and Caddy, `cipherSuites` and `curvePreferences` in Traefik. The defaults work with Cloudflare.',
  '',
)

const IN_FRONT = look(
  'Check what reads the server name in front of the server',
  ': a load balancer without this host, a firewall, an intrusion detection system.',
)
