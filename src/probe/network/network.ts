import { getServers, promises as dns } from 'node:dns'
import { connect } from 'node:net'
import { CLOUDFLARE_ORIGIN_CA } from '../../cloudflare/origin-ca.ts'
import { familyOf, isIP } from '../../shared/ip.ts'
import { errorCode } from '../../shared/errors.ts'
import { proxyUrl, proxyVariable } from '../../shared/environment/proxies.ts'
import { cached, once, type CacheEntry } from '../cache.ts'
import { loadCommands, loadSocks } from '../late-imports.ts'
import { commandEnvironment } from '../route/environment.ts'
import type { Network, ProxyConnection } from '../types.ts'
import { systemClock, type Clock } from './clock.ts'
import { connectThroughProxy, proxyFailure } from './http-connect.ts'
import { labClockOf, labFileOf, labNetwork } from './lab.ts'
import { namesSocksProxy, proxiesOf, type Proxy, type ProxyFor } from './proxy.ts'

/** The system's network, through the proxies that the environment names, or a lab (`ORIGIN_GATE_LAB`). */
export function networkOf(env: NodeJS.ProcessEnv): Network {
  const lab = labFileOf(env)
  const proxyFor = proxiesOf(lab === undefined ? env : { ALL_PROXY: labProxy(env) })
  const network =
    lab === undefined
      ? systemNetwork(CLOUDFLARE_ORIGIN_CA, proxyFor)
      : { ...labNetwork(lab), ...throughProxies(proxyFor) }
  const complete = withCommands(network, env)
  return namesSocksProxy(env) ? { ...complete, load: loadSocks } : complete
}

/** The system's clock, or the one of a lab. */
export function clockOf(env: NodeJS.ProcessEnv): Clock {
  const lab = labFileOf(env)
  return (lab === undefined ? undefined : labClockOf(lab)) ?? systemClock
}

/** In a lab, a proxy is on loopback, so that nothing leaves this machine. The other variables are for GitHub only. */
function labProxy(env: NodeJS.ProcessEnv): string {
  const url = proxyVariable(env, 'ALL_PROXY')
  return LOOPBACK.has(proxyUrl(url)?.hostname ?? '') ? url : ''
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** A network that also starts the commands of sites, with this environment. */
export function withCommands(network: Network, env: NodeJS.ProcessEnv): Network {
  const environment = once(() => commandEnvironment(env))
  return {
    ...network,
    openThroughCommand: async (command, host, port) => {
      const { openThroughCommand } = await loadCommands()
      return openThroughCommand(command, host, port, environment.start())
    },
  }
}

/** The system's network. */
export function systemNetwork(originCa: readonly string[], proxyFor: ProxyFor): Network {
  return {
    lookup: async (host) => {
      const addresses = await dns.lookup(host, { all: true, order: 'verbatim' })
      return addresses.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
    },
    query: (host) => dns.resolve4(host),
    dial: (host, port) => connect({ host, port, autoSelectFamily: false, noDelay: true }),
    hasRoute,
    ...throughProxies(proxyFor),
    dns: {
      // A server with its own port or a zone index is not supported.
      servers: () => getServers().filter((server) => isIP(server) !== 0),
      datagram: (address, port) => {
        const { createSocket } = process.getBuiltinModule('node:dgram')
        const socket = createSocket(familyOf(address) === 6 ? 'udp6' : 'udp4')
        socket.connect(port, address)
        return socket
      },
    },
    originCa,
  }
}

function throughProxies(proxyFor: ProxyFor): Pick<Network, 'openThroughProxy' | 'resolvedByProxy'> {
  return {
    openThroughProxy: (host, port, tls) => {
      const proxy = proxyFor(host, port, tls)
      if (proxy === undefined) return
      return proxy === 'unusable'
        ? () => Promise.resolve(proxyFailure('UNUSABLE'))
        : (signal) => connectThrough(proxy, host, port, signal)
    },
    resolvedByProxy: (host, port, tls) => {
      const proxy = proxyFor(host, port, tls)
      return typeof proxy === 'object' && proxy.protocol === 'socks5'
    },
  }
}

async function connectThrough(
  proxy: Proxy,
  host: string,
  port: number,
  signal: AbortSignal,
): Promise<ProxyConnection> {
  if (proxy.protocol === 'http') return connectThroughProxy(proxy, host, port, signal)
  const { connectThroughSocks } = await loadSocks()
  return connectThroughSocks(proxy, host, port, signal)
}

/** The codes of a runner without a route, or without an address of that IP version. */
const NO_ROUTE: ReadonlySet<string> = new Set(['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'])

/**
 * Whether the runner can send packets to an address, from an address that gets replies. Connecting a UDP socket sends
 * nothing: the kernel
 * only chooses a route and an address to send from.
 */
function hasRoute(address: string): Promise<boolean> {
  const { createSocket } = process.getBuiltinModule('node:dgram')
  return new Promise((settle) => {
    const finish = (error?: unknown): void => {
      const from = error === undefined ? socket.address().address : ''
      socket.close()
      settle(error === undefined ? !isLocal(from) || isLocal(address) : !NO_ROUTE.has(errorCode(error) ?? ''))
    }
    const socket = createSocket(familyOf(address) === 6 ? 'udp6' : 'udp4')
    socket.once('error', finish)
    socket.connect(443, address, finish)
  })
}

/** An IPv6 address of a private network or of one link. From it, the internet can't be reached without NAT. */
function isLocal(address: string): boolean {
  return /^f[cde]/i.test(address)
}

/** Milliseconds for which sites share the result of a lookup. */
const LOOKUP_MAX_AGE = 1000

/** A network for many sites: it looks up a name once for all sites that need it at the same moment. */
export function sharedNetwork(network: Network, clock: Clock): Network {
  const lookups = new Map<string, CacheEntry<ReturnType<Network['lookup']>>>()
  return {
    ...network,
    lookup: (host) => cached(lookups, host, LOOKUP_MAX_AGE, clock, () => network.lookup(host)),
  }
}
