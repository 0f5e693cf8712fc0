import { APACHE } from './apache.ts'
import { CADDY } from './caddy.ts'
import { HAPROXY } from './haproxy.ts'
import { ANGIE, NGINX, OPENRESTY } from './nginx.ts'
import type { CommandTask, Server, Task } from './server.ts'

/** Named when the server is unknown, in this order. */
export const COMMON = [NGINX, APACHE, HAPROXY, CADDY] as const

export const SERVERS: readonly Server[] = [...COMMON, OPENRESTY, ANGIE]

/** The server or platform with this name, such as the one that generated a page. */
export function serverByName(name: string): Server | undefined {
  return SERVERS.find((server) => server.name === name)
}

const COMMANDS: ReadonlySet<Task> = new Set<CommandTask>([
  'errorLog',
  'reload',
  'restart',
  'sites',
  'rollback',
])

/** Where the texts of all common servers would be too long. */
const GENERIC: Readonly<Partial<Record<Task, string>>> = {
  restart: '`systemctl restart SERVICE`',
  realIp:
    "`set_real_ip_from` with `real_ip_header CF-Connecting-IP;` in nginx, `RemoteIPTrustedProxy` with `RemoteIPHeader CF-Connecting-IP` in Apache, `trusted_proxies` in Caddy, `forwardedHeaders.trustedIPs` in Traefik, each with Cloudflare's ranges",
  forwardedProto:
    "`trusted_proxies` of the framework or of Caddy, `forwardedHeaders.trustedIPs` in Traefik, `geo` with `map` in nginx, each with Cloudflare's ranges",
  rollback: "the platform's rollback, or a deploy of the previous version",
}

/**
 * What to do at this server, or at an unknown one: "`X` in nginx, `Y` in Apache, …". A platform without the task gets
 * that text too.
 */
export function howTo(task: Task, server?: Server): string {
  const own = server?.how[task]
  if (own !== undefined) return own
  const preposition = COMMANDS.has(task) ? 'for' : 'in'
  return (
    GENERIC[task] ??
    COMMON.flatMap(({ name, how }) =>
      how[task] === undefined ? [] : [`${how[task]} ${preposition} ${name}`],
    ).join(', ')
  )
}
