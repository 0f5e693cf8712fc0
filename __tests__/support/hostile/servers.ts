import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Ports on loopback by what the servers do, see the tables in this folder. */
export interface HostileServers {
  /** The root of their certificates, in PEM. */
  readonly authority: string
  /** Cloudflare's edge with an origin whose responses it can't use. */
  readonly edge: number
  readonly http: Readonly<Record<string, number>>
  readonly tls: Readonly<Record<string, number>>
  /** They serve a page over HTTP/1.1. */
  readonly http2: Readonly<Record<string, number>>
}

export interface RunningServers extends HostileServers {
  /** The ports of the servers that have begun to attack. */
  readonly attacked: ReadonlySet<number>
  readonly close: () => void
}

/** Starts all hostile servers, in a process of their own. */
export async function startHostileServers(): Promise<RunningServers> {
  const child = fork(fileURLToPath(new URL('main.ts', import.meta.url)), { execArgv: [] })
  const [servers]: HostileServers[] = await once(child, 'message')
  if (servers === undefined) throw new Error('The hostile servers did not start')
  const attacked = new Set<number>()
  child.on('message', (port) => attacked.add(Number(port)))
  return { ...servers, attacked, close: () => child.kill() }
}
