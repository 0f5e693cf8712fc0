import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ADDRESSES, INTERNAL_NAME } from './addresses.ts'
import type { Authorities } from '../tls/authorities.ts'
import { hostAndPort } from '../../src/shared/authority.ts'
import { openBlackhole, type Blackhole } from './blackhole.ts'
import { freePort } from './free-port.ts'
import type { LabNetwork, PacketSource, FirewallRule, FirewallAction } from './network.ts'
import { bindUdp, listen } from './listen.ts'
import { dialRoute, type LabFile, type NameTable, type Route, type Routes } from './routes.ts'

export interface LoopbackOptions {
  /** The lab file for the Action is written here. Absent: no file. */
  readonly folder?: string
  /** One of them replaces Cloudflare's Origin CA. */
  readonly authorities: Authorities
}

/** The codes with which `connect` fails on Linux. */
const CONNECT_ERRORS = {
  reset: 'ECONNREFUSED',
  'host-unreachable': 'EHOSTUNREACH',
  'net-unreachable': 'ENETUNREACH',
  prohibited: 'EHOSTUNREACH',
} as const satisfies Record<Exclude<FirewallAction, 'drop'>, Route>

/** The file with the network as it is for the bastion, for `lab/bastion/relay.ts`. */
export const BASTION_FILE = 'bastion.json'

/** Readers never see a part of the file. */
async function replaceFile(path: string, content: LabFile): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(content, null, 2))
  await rename(`${path}.new`, path)
}

/**
 * A network for any machine: each address and port of the lab is a port of 127.0.0.1, and the lab file maps them
 * for the Action. It holds firewall rules and names too. The Action reads it once, at its start.
 */
export function openLoopback({ folder, authorities }: LoopbackOptions): LabNetwork {
  const ports = new Map<string, { readonly address: string; readonly port: number }>()
  let names: NameTable = {}
  let rules: readonly FirewallRule[] = []
  let blackhole: Blackhole | undefined

  const routesFor = (party: PacketSource): Routes => {
    const route = (address: string, port: number): Route => {
      const action = rules.find(({ from, to }) => from === party && to.includes(address))?.action
      if (action === undefined) return port
      return action === 'drop' ? (blackhole?.route ?? 'drop') : CONNECT_ERRORS[action]
    }
    return Object.fromEntries([...ports].map(([key, { address, port }]) => [key, route(address, port)]))
  }
  const labFile = (): LabFile => ({
    names,
    routes: routesFor('runner'),
    cloudflareOriginCa: authorities.cloudflareOriginCa.certificate,
  })
  const labFilePath = folder === undefined ? undefined : join(folder, 'lab.json')

  return {
    kind: 'loopback',
    labFile,
    listen: async (server, address, port) => {
      // An address keeps its port, so that the Action still finds a server that is restarted.
      const key = hostAndPort(address, port)
      const listening = await listen(server, ports.get(key)?.port ?? (await freePort()))
      ports.set(key, { address, port: listening.port })
      return listening
    },
    bindUdp: (socket) => bindUdp(socket, 0, '127.0.0.1'),
    listenEndpoint: async (address, port) => {
      const key = hostAndPort(address, port)
      const mapped = ports.get(key) ?? { address, port: await freePort() }
      ports.set(key, mapped)
      return { host: '127.0.0.1', port: mapped.port }
    },
    dial: (from, address, port, limit) => dialRoute(routesFor(from), address, port, limit),
    configure: async (next) => {
      if (next.rules.some(({ action }) => action === 'drop')) blackhole ??= await openBlackhole()
      ;({ rules, names } = next)
      if (folder === undefined) return
      await replaceFile(join(folder, 'lab.json'), labFile())
      await replaceFile(join(folder, BASTION_FILE), {
        names: { ...names, [INTERNAL_NAME]: [ADDRESSES.origin] },
        routes: routesFor('bastion'),
      })
    },
    curlArguments: (host, port, address) => {
      const known = address === undefined ? (names[host] ?? 'ENOTFOUND') : (names[address] ?? [address])
      if (typeof known === 'string') return 'unresolved'
      const route = routesFor('runner')[hostAndPort(known[0] ?? '', port)] ?? 'ENETUNREACH'
      if (typeof route === 'number') return ['--connect-to', `${host}:${port}:127.0.0.1:${route}`]
      if (route === 'drop') return 'timeout'
      return route === 'ECONNREFUSED' ? 'refused' : 'unreachable'
    },
    endpointOf: (address, port) => {
      const route = routesFor('runner')[hostAndPort(address, port)]
      return typeof route === 'number' ? { host: '127.0.0.1', port: route } : undefined
    },
    env: labFilePath === undefined ? {} : { ORIGIN_GATE_LAB: labFilePath },
    close: async () => blackhole?.close(),
  }
}
