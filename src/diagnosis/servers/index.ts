import { APACHE } from './apache.ts'
import { CADDY } from './caddy.ts'
import { HAPROXY } from './haproxy.ts'
import { IIS } from './iis.ts'
import { INGRESS_NGINX } from './ingress-nginx.ts'
import { LITESPEED } from './litespeed.ts'
import { ANGIE, NGINX, OPENRESTY, TENGINE } from './nginx.ts'
import { PLATFORMS } from './platforms.ts'
import type { CommandTask, Server, Task } from './server.ts'
import { TRAEFIK } from './traefik.ts'
import { VARNISH } from './varnish.ts'

/** Named when the server is unknown, in this order. */
export const COMMON = [NGINX, APACHE, HAPROXY, CADDY] as const

export const SERVERS: readonly Server[] = [
  ...COMMON,
  TRAEFIK,
  INGRESS_NGINX,
  IIS,
  LITESPEED,
  VARNISH,
  OPENRESTY,
  TENGINE,
  ANGIE,
  ...PLATFORMS,
]

/** The server or platform with this name, such as the one that generated a page. */
export function serverByName(name: string | undefined): Server | undefined {
  return SERVERS.find((server) => server.name === name)
}

const COMMANDS: ReadonlySet<Task> = new Set<CommandTask>([
  'errorLog',
  'reload',
  'restart',
  'sites',
  'certificateFile',
  'renew',
  'issue',
  'joinChain',
  'rollback',
])

/** For every server without a text of its own. A load balancer leaves the first two to the servers behind it. */
const GENERIC: Readonly<Partial<Record<Task, string>>> = {
  realIp:
    "`set_real_ip_from` with `real_ip_header CF-Connecting-IP;` in nginx, `RemoteIPTrustedProxy` with `RemoteIPHeader CF-Connecting-IP` in Apache, `trusted_proxies` in Caddy, `forwardedHeaders.trustedIPs` in Traefik, each with Cloudflare's IP ranges",
  forwardedProto:
    "`trusted_proxies` of the framework or of Caddy, `forwardedHeaders.trustedIPs` in Traefik, `geo` with `map` in nginx, each with Cloudflare's IP ranges",
  restart: '`systemctl restart SERVICE`',
  appLog: '`journalctl -u APP --since -15min` or `docker logs --since 15m APP`',
  appStatus: '`systemctl status APP` or `docker ps -a`',
  appRestart: '`systemctl restart APP` or `docker restart APP`',
  scale: '`pm.max_children` of PHP-FPM, `--workers` of Gunicorn or Puma, or more containers',
  renew: '`certbot renew`, or the tool that issued it',
  issue: '`certbot --expand -d NAMES,HOST`, or the tool that issued the others',
  joinChain: '`cat /etc/ssl/site.pem intermediate.pem > /etc/ssl/fullchain.pem`',
  rollback: "the platform's rollback, or a deploy of the previous version",
}

/**
 * What to do at the server with this name, or at an unknown one: "`X` in nginx, `Y` in Apache, …". A known server
 * without the task gets no text of another server.
 */
export function howTo(task: Task, name?: string): string {
  const server = serverByName(name)
  const own = server?.how[task] ?? GENERIC[task]
  if (own !== undefined) return own
  if (server !== undefined && server.plainHttp === undefined)
    return `the settings of ${nameInText(server.name)}`
  return COMMON.flatMap((each) => named(task, each)).join(', ')
}

/** "Heroku", "the AWS load balancer". */
export function nameInText(name = ''): string {
  return name.endsWith('load balancer') ? `the ${name}` : name
}

/** Whether this is a platform, on which no server can be configured. */
export function isPlatform(name: string | undefined): boolean {
  return name !== undefined && serverByName(name)?.platform === true
}

function named(task: Task, { name, how }: Server): readonly string[] {
  const text = how[task]
  return text === undefined ? [] : [`${text} ${COMMANDS.has(task) ? 'for' : 'in'} ${name}`]
}
