import { writeFile } from 'node:fs/promises'
import { connect, isIPv6, type Socket } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hostAndPort } from '../../src/shared/authority.ts'
import {
  ADDRESSES,
  API_ADDRESSES,
  BASTION_SOURCES,
  EDGE_SOURCES,
  ELSEWHERE_SOURCES,
  GITHUB,
  RUNNER_RESOLVER,
  RUNNER_SOURCES,
} from './addresses.ts'
import { DNS_ADDRESSES } from '../dns/defaults.ts'
import { applyRules } from './firewall.ts'
import type { LabNetwork } from './network.ts'
import { bindUdp, listen } from './listen.ts'
import { errorWithCode } from './routes.ts'

const INIT_SCRIPT = fileURLToPath(new URL('namespace-init.sh', import.meta.url))
const BASTION_SCRIPT = fileURLToPath(new URL('bastion-init.sh', import.meta.url))

/** Addresses of clients. */
const CLIENTS = { edge: EDGE_SOURCES, runner: RUNNER_SOURCES, elsewhere: ELSEWHERE_SOURCES } as const
const CLIENT_ADDRESSES = Object.values(CLIENTS).flatMap((addresses) => Object.values(addresses))

/** Addresses of servers. */
const SERVER_ADDRESSES: readonly string[] = [
  ...Object.values(ADDRESSES),
  ...DNS_ADDRESSES,
  ...Object.values(API_ADDRESSES),
  GITHUB.address,
]

/**
 * The arguments that run a command in a new namespace. `folder` must be empty; it connects the command to the init
 * script.
 */
export async function namespaceCommand(
  folder: string,
  command: readonly string[],
): Promise<readonly [string, ...string[]]> {
  await Promise.all([
    writeFile(join(folder, 'addresses'), ADDRESS_BATCH),
    writeFile(join(folder, 'routes'), ROUTE_BATCH),
    writeFile(join(folder, 'bastion-routes'), BASTION_BATCH),
    writeFile(join(folder, 'uplink'), UPLINK_BATCH),
    writeFile(join(folder, 'resolv.conf'), `nameserver ${RUNNER_RESOLVER}\noptions timeout:1 attempts:2\n`),
  ])
  // A process namespace and --kill-child make sure that no server outlives the lab.
  return ['unshare', '-rnmp', '--fork', '--kill-child', 'sh', INIT_SCRIPT, folder, ...command]
}

/** A user and a mount namespace of its own, so that the bastion has other users and host names than the runner. */
const BASTION_MACHINE = ['unshare', '--user', '--map-root-user', '--mount'] as const

/**
 * The arguments that run a command as the user of a bastion, on this network. `folder` has the bastion's passwd and
 * hosts.
 */
export const bastionUserCommand = (
  folder: string,
  command: readonly string[],
): readonly [string, ...string[]] => [...BASTION_MACHINE, 'sh', BASTION_SCRIPT, '-', folder, ...command]

/** Every address of the lab is on `lo`. */
const ADDRESS_BATCH = [
  'link set lo up',
  ...[...CLIENT_ADDRESSES, ...SERVER_ADDRESSES].map((address) =>
    isIPv6(address) ? `addr add ${address}/128 dev lo nodad` : `addr add ${address}/32 dev lo`,
  ),
  '',
].join('\n')

/** Routes prefer the runner's address as the source, for clients that don't bind one. */
const ROUTE_BATCH = [
  ...SERVER_ADDRESSES.flatMap((address) => {
    const route = `local ${address} dev lo table local`
    // `change` can't find the kernel's IPv6 route, because its metric can't be given.
    return isIPv6(address)
      ? [`route del ${route}`, `route add ${route} src ${RUNNER_SOURCES[6]}`]
      : [`route change ${route} src ${RUNNER_SOURCES[4]}`]
  }),
  '',
].join('\n')

/** The bastion's IPv6 gateway. Linux doesn't announce addresses of `lo` on another link. */
const GATEWAY = 'fe80::1'

/** The near end of the link to the bastion. */
const BASTION_BATCH = [
  'link set bastion up',
  `addr add ${GATEWAY}/64 dev bastion nodad`,
  `route add ${BASTION_SOURCES[4]}/32 dev bastion src ${RUNNER_SOURCES[4]}`,
  `route add ${BASTION_SOURCES[6]}/128 dev bastion src ${RUNNER_SOURCES[6]}`,
  '',
].join('\n')

/** The far end. */
const UPLINK_BATCH = [
  'link set lo up',
  'link set uplink up',
  `addr add ${BASTION_SOURCES[4]}/32 dev uplink`,
  `addr add ${BASTION_SOURCES[6]}/128 dev uplink nodad`,
  'route add default dev uplink',
  `route add default via ${GATEWAY} dev uplink`,
  '',
].join('\n')

/** The network of a namespace, for a process that runs in it. `folder` is the one of `namespaceCommand`. */
export const openNamespace = (folder: string): LabNetwork & { readonly kind: 'namespace' } => ({
  kind: 'namespace',
  listen: (server, address, port) => listen(server, port, address),
  bindUdp: (socket, address, port) => bindUdp(socket, port, address),
  listenEndpoint: async (address, port) => ({ host: address, port }),
  dial: (from, address, port, limit) =>
    whenConnected(
      connect({
        host: address,
        port,
        localAddress: CLIENTS[from][isIPv6(address) ? 6 : 4],
      }),
      limit,
    ),
  configure: ({ rules }) => applyRules(folder, rules),
  onBastion: (machine, command) => [
    ...BASTION_MACHINE,
    '--net',
    'sh',
    BASTION_SCRIPT,
    folder,
    machine,
    ...command,
  ],
  curlArguments: (host, port, address) =>
    address === undefined ? [] : ['--connect-to', `${host}:${port}:${hostAndPort(address, port)}`],
  endpointOf: (address, port) => ({ host: address, port }),
  env: {},
  close: async () => {},
})

/** The socket, once connected. Fails with the kernel's code, or ETIMEDOUT after `limit` ms. */
function whenConnected(socket: Socket, limit: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => socket.destroy(errorWithCode('ETIMEDOUT')), limit)
    socket.once('connect', () => {
      clearTimeout(deadline)
      socket.off('error', reject)
      resolve(socket)
    })
    socket.once('error', reject)
    socket.once('close', () => clearTimeout(deadline))
  })
}
