import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Authorities } from '../tls/authorities.ts'
import { openBlackhole, type Blackhole } from './blackhole.ts'
import { freePort } from './free-port.ts'
import type { Ground, Party, Rule, Shut } from './network.ts'
import { bindUdp, listen } from './listen.ts'
import { dial, routeKey, type LabFile, type Names, type Route, type Routes } from './routes.ts'

export interface LoopbackOptions {
  /** Where the plan for the product is written; absent: nowhere. */
  readonly folder?: string
  /** Of which one takes the place of Cloudflare's Origin CA. */
  readonly authorities: Authorities
}

/** As `connect` fails on Linux. */
const CODES = {
  reset: 'ECONNREFUSED',
  'host-unreachable': 'EHOSTUNREACH',
  'net-unreachable': 'ENETUNREACH',
  prohibited: 'EHOSTUNREACH',
} as const satisfies Record<Exclude<Shut, 'drop'>, Route>

/**
 * A ground that every machine has: each address and port of the lab is some port of 127.0.0.1, and a file tells the
 * product which. Firewalls and names are words in that file; the Action reads it once, when it starts.
 */
export function openLoopback({ folder, authorities }: LoopbackOptions): Ground {
  const ports = new Map<string, { readonly address: string; readonly port: number }>()
  let names: Names = {}
  let rules: readonly Rule[] = []
  let blackhole: Blackhole | undefined

  const routesOf = (party: Party): Routes => {
    const route = (address: string, port: number): Route => {
      const way = rules.find(({ from, to }) => from === party && to.includes(address))?.way
      if (way === undefined) return port
      return way === 'drop' ? (blackhole?.route ?? 'drop') : CODES[way]
    }
    return Object.fromEntries([...ports].map(([key, { address, port }]) => [key, route(address, port)]))
  }
  const view = (): LabFile => ({
    names,
    routes: routesOf('runner'),
    cloudflareOriginCa: authorities.cloudflareOriginCa.certificate,
  })
  const plan = folder === undefined ? undefined : join(folder, 'lab.json')

  return {
    kind: 'loopback',
    view,
    listen: async (server, address, port) => {
      // An address keeps its port, so that who began to wait for a server finds it where it was.
      const key = routeKey(address, port)
      const listening = await listen(server, ports.get(key)?.port ?? (await freePort()))
      ports.set(key, { address, port: listening.port })
      return listening
    },
    bindUdp: (socket) => bindUdp(socket, 0, '127.0.0.1'),
    place: async (address, port) => {
      const key = routeKey(address, port)
      const spot = ports.get(key) ?? { address, port: await freePort() }
      ports.set(key, spot)
      return { host: '127.0.0.1', port: spot.port }
    },
    dial: (from, address, port, limit) => dial(routesOf(from), address, port, limit),
    settle: async (order) => {
      if (order.rules.some(({ way }) => way === 'drop')) blackhole ??= await openBlackhole()
      ;({ rules, names } = order)
      if (plan === undefined) return
      await writeFile(`${plan}.new`, JSON.stringify(view(), null, 2))
      await rename(`${plan}.new`, plan)
    },
    curl: (host, port, address) => {
      const known = address === undefined ? (names[host] ?? 'ENOTFOUND') : [address]
      if (typeof known === 'string') return 'unresolved'
      const route = routesOf('runner')[routeKey(known[0] ?? '', port)] ?? 'ENETUNREACH'
      if (typeof route === 'number') return ['--connect-to', `${host}:${port}:127.0.0.1:${route}`]
      if (route === 'drop') return 'timeout'
      return route === 'ECONNREFUSED' ? 'refused' : 'unreachable'
    },
    spotOf: (address, port) => {
      const route = routesOf('runner')[routeKey(address, port)]
      return typeof route === 'number' ? { host: '127.0.0.1', port: route } : undefined
    },
    env: plan === undefined ? {} : { ORIGIN_GATE_LAB: plan },
    close: async () => blackhole?.close(),
  }
}
