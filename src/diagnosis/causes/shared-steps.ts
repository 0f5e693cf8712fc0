import { defaultPort } from '../../shared/authority.ts'
import { look, change, type RemedyContext, type Step } from '../../domain/cause.ts'
import { howTo, serverByName } from '../servers/index.ts'
import type { Server } from '../servers/server.ts'

/** Steps that several remedies share. */

/** The origin's server, if it is one that the advice knows. */
export function serverOf({ server }: RemedyContext): Server | undefined {
  return serverByName(server)
}

/** Completes a change of the server's configuration: " Then run `systemctl reload caddy`." */
export function thenReload(context: RemedyContext): string {
  const server = serverOf(context)
  if (server?.how.reload !== undefined) return ` Then run ${server.how.reload}.`
  return server?.platform === true ? '' : ' Then check the configuration and reload the server.'
}

/** A setting as sentences, with what makes the server apply it: a reload, unless the setting names a reboot. */
export function applied(setting: string, context: RemedyContext): string {
  return setting.endsWith('(needs a reboot)') ? `${setting}.` : `${setting}.${thenReload(context)}`
}

/** The server's unit, or a placeholder. */
export function unitOf(context: RemedyContext): string {
  return serverOf(context)?.unit ?? 'SERVICE'
}

export function checkListener({ port }: RemedyContext): Step {
  return look(
    'Check that a process listens on the port Cloudflare connects to',
    `: \`ss -ltnp 'sport = :${port}'\` on the origin. Listening on \`127.0.0.1\` or \`[::1]\` alone is not enough.`,
  )
}

/** The site's URL with the port on which the origin responds. */
export function originUrl({ host, port, tls }: RemedyContext): string {
  return `${tls ? 'https' : 'http'}://${host}${port === defaultPort(tls) ? '' : `:${port}`}/`
}

export function requestDirectly(context: RemedyContext): Step {
  return look(
    'Request the page directly from the origin',
    `, from a machine that its firewall allows: \`curl -ksv -o /dev/null '${originUrl(context)}' --connect-to "::$ORIGIN:${context.port}"\`.`,
  )
}

/** A command that prints what the origin sends, byte by byte. `nc` takes an IPv6 address without brackets. */
export function rawResponse({ host, port, tls }: RemedyContext): string {
  const request = `printf 'GET / HTTP/1.1\\r\\nHost: ${host}\\r\\nConnection: close\\r\\n\\r\\n'`
  const connect = tls
    ? `openssl s_client -quiet -connect "$ORIGIN:${port}" -servername ${host}`
    : `nc "$(echo "$ORIGIN" | tr -d '[]')" ${port}`
  return `${request} | ${connect}`
}

export const ALLOW_CLOUDFLARE = change(
  "Allow Cloudflare's IP ranges",
  " in every firewall in front of the origin: the cloud security group, the host's own firewall (`nft list ruleset`) and fail2ban (`fail2ban-client banned`). Current list: https://www.cloudflare.com/ips/",
  'remove the new rules.',
)

/** Without this, a limit or ban per address counts all visitors as one, or none. */
export function countVisitors(context: RemedyContext): Step {
  return change(
    'Make rate limits and bans count visitors',
    `, not Cloudflare's addresses, which all visitors share: ${howTo('realIp', context.server)}.${thenReload(context)} Current list: https://www.cloudflare.com/ips/`,
    'remove these lines, then reload.',
  )
}

export const COMPARE_RECORDS = look(
  "Compare the A and AAAA records with the origin's address",
  ' in the Cloudflare dashboard, under DNS → Records. One stale AAAA record is enough to break the site. Cloudflare uses a changed record within five minutes.',
)

export const CORRECT_RECORD = change(
  "Point the record to the origin's current address",
  ', under DNS → Records, or delete a stale AAAA record. Keep the record proxied.',
  'restore the old record.',
)

/** Completes "Cloudflare returns …". A custom error page has the status only. */
export const WITHOUT_CODE =
  "530 without a code. It means 1016 (the origin's name does not resolve) or 1033 (no connector of the tunnel is online)."
