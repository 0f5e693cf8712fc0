import { createSocket } from 'node:dgram'
import { connect } from 'node:net'
import type { DnsSetup } from '../../lab/dns/setup.ts'
import { startDns, type Dns } from '../../lab/dns/start.ts'
import { makeAuthorities } from '../../lab/tls/authorities.ts'
import { makeLeaf } from '../../lab/tls/certificates.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import type { Network, ProbeContext } from '../../src/probe/types.ts'
import { loopback } from '../lab/dns/network.ts'
import { errorWithCode } from '../../lab/network/routes.ts'
import { network } from './wire.ts'

/** The lab's DNS servers on loopback, and a context to query them with. */
export interface DnsLab extends Dns {
  readonly context: ProbeContext
  /** PEM of the root of the DNS over HTTPS servers. */
  readonly root: string
}

/** @param closed ports that refuse connections, at every address */
export async function openDns(setup: DnsSetup, closed: readonly number[] = []): Promise<DnsLab> {
  const addresses = loopback()
  const { intermediate, root } = makeAuthorities()
  const dns = await startDns({
    setup,
    upstreamTimeout: 20,
    credentialsFor: (names) => makeLeaf({ names: [...names], issuer: intermediate }),
    ...addresses,
  })
  const portOf = (address: string, port: number): number => {
    return closed.includes(port) ? 0 : Number(addresses.at(address, port).split(':')[1])
  }
  const access: Network['dns'] = {
    servers: () => ['198.51.100.53'],
    datagram: (address, port) => {
      const socket = createSocket('udp4')
      const at = portOf(address, port)
      if (at === 0) process.nextTick(() => socket.emit('error', errorWithCode('ECONNREFUSED')))
      else socket.connect(at, '127.0.0.1')
      return socket
    },
  }
  return {
    ...dns,
    root: root.certificate,
    context: {
      network: network({
        dns: access,
        dial: (address, port) => connect(portOf(address, port) || 1, '127.0.0.1'),
      }),
      clock: systemClock,
      signal: new AbortController().signal,
      timeout: 5000,
      onAddresses: () => undefined,
    },
  }
}
