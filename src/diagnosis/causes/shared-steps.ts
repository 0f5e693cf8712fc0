import { defaultPort } from '../../shared/authority.ts'
import { look, change, type Remedy, type RemedyContext, type Step } from '../../domain/cause.ts'

/** Steps that several remedies share. */

export function checkListener({ port }: RemedyContext): Step {
  return look(
    'Check that a process listens on the port Cloudflare connects to',
    `: \`ss -ltnp 'sport = :${port}'\`. Listening on \`127.0.0.1\` alone is not enough.`,
  )
}

export function requestDirectly({ host, port, tls }: RemedyContext): Step {
  const url = `${tls ? 'https' : 'http'}://${host}${port === defaultPort(tls) ? '' : `:${port}`}/`
  return look(
    'Request the page directly from the origin',
    `, from a machine that it admits: \`curl -sv -o /dev/null '${url}' --connect-to "::$ORIGIN:${port}"\`.`,
  )
}

export const ALLOW_CLOUDFLARE = change(
  "Allow Cloudflare's IP ranges",
  " in every firewall in front of the origin: the cloud security group, the host's own firewall (`nft list ruleset`) and fail2ban (`fail2ban-client status`). Current list: https://www.cloudflare.com/ips/",
  '',
)

export const EXEMPT_CLOUDFLARE = change(
  'Exempt them from rate limits and geo blocks.',
  " Cloudflare sends all visitors' requests from a small set of addresses. For scripts: https://www.cloudflare.com/ips-v4 and https://www.cloudflare.com/ips-v6",
  '',
)

export const COMPARE_RECORDS = look(
  "Compare the A and AAAA records with the origin's address",
  ' in the Cloudflare dashboard, under DNS → Records. One stale AAAA record is enough to break the site. Cloudflare uses a changed record within seconds.',
)

export function checkCertificate({ host, port }: RemedyContext): Step {
  return look(
    'Check the certificate that the origin serves',
    `: \`openssl s_client -connect $ORIGIN:${port} -servername ${host} </dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName\`.`,
  )
}

/** Shows every certificate that the server sends, with its dates. `s_client` prints the dates since OpenSSL 3.0. */
export function checkChain({ host, port }: RemedyContext): Step {
  return look(
    'Check every certificate that the origin sends',
    `: \`openssl s_client -showcerts -connect $ORIGIN:${port} -servername ${host} </dev/null | grep -E ' [siv]:'\`. Each issuer (\`i:\`) must be the next subject (\`s:\`), and \`v:\` shows the dates (OpenSSL 3).`,
  )
}

export const FULL_CHAIN = change(
  'Point the server to the full chain',
  ': `ssl_certificate …/fullchain.pem;` in nginx, `SSLCertificateFile …/fullchain.pem` in Apache 2.4.8 and later, one file with certificate, intermediates and key for `crt` in HAProxy, `tls …/fullchain.pem …/key.pem` in Caddy, `certFile` in Traefik. The root is not needed.',
  '',
)

export const RELOAD_SERVER = change(
  'Reload the server',
  ', which keeps the old certificate in memory: `systemctl reload nginx` (or `apache2`, `haproxy`, `caddy`). A container needs a restart, or its own reload command.',
  '',
)

export const ORIGIN_CA = change(
  'Or install a free Cloudflare Origin CA certificate',
  ', valid for up to 15 years, under SSL/TLS → Origin Server in the dashboard.',
  '',
)

export const KEEP_STRICT = look(
  "Don't switch to Full mode instead.",
  ' That would hide the next fault, and anyone on the network path could impersonate the origin.',
)

export function tryHandshake({ host, port }: RemedyContext): Step {
  return look(
    'Check how the handshake ends',
    `: \`openssl s_client -connect $ORIGIN:${port} -servername ${host} </dev/null\`. The line with "alert" shows why the server refuses.`,
  )
}

/** Completes "Cloudflare returns …". A custom error page has the status only. */
export const WITHOUT_CODE =
  "530 without a code. It means 1016 (the origin's name does not resolve) or 1033 (no connector of the tunnel is online)."

/** For a CNAME whose target doesn't resolve. */
export function aliasSteps(host: string): Remedy['steps'] {
  return [
    look(
      'Check the CNAME record',
      ` in the Cloudflare dashboard, under DNS → Records: its target, which this report names, does not resolve. \`dig ${host} CNAME\` shows it.`,
    ),
    change(
      'Restore the target, or point the record to the new one.',
      ' The app, bucket or load balancer with that name was probably deleted or renamed, or its domain has expired.',
      '',
    ),
    change(
      'Delete the record if nothing replaces the target.',
      ' Otherwise, the next owner of that name could serve content under your host (subdomain takeover).',
      '',
    ),
    look(
      'Check again when the old answer has expired.',
      " Resolvers cache it for as long as the SOA record of the target's zone says.",
    ),
  ]
}
