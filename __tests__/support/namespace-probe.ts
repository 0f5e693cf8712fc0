import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { ADDRESSES } from '../../lab/network/addresses.ts'
import type { Source, FirewallAction } from '../../lab/network/network.ts'
import { openNamespace } from '../../lab/network/namespace.ts'
import { errorCode } from '../../lab/network/routes.ts'

/** Runs inside a namespace and tells, as JSON, what it is like there. */
const network = openNamespace(process.env['ORIGIN_GATE_NAMESPACE'] ?? '')
const { origin, 'origin-v6': originV6 } = ADDRESSES

/** Over IPv6, word of a router counts from the second SYN on, a second after the first. */
const PATIENCE = 1700

const callers: string[] = []
for (const address of [origin, originV6]) {
  const server = createServer((socket) => {
    callers.push(socket.remoteAddress ?? '')
    socket.end()
  })
  await network.listen(server, address, 443)
}

const dialed = (from: Source, address: string): Promise<string> =>
  network.dial(from, address, 443, PATIENCE).then(async (socket) => {
    socket.resume()
    await new Promise((resolve) => socket.once('close', resolve))
    return 'open'
  }, errorCode)

const ways: Record<string, readonly string[]> = {}
for (const action of [
  'drop',
  'reset',
  'host-unreachable',
  'net-unreachable',
  'prohibited',
] satisfies FirewallAction[]) {
  await network.configure({ rules: [{ from: 'edge', to: [origin, originV6], action }], names: {} })
  ways[action] = await Promise.all([
    dialed('edge', origin),
    dialed('edge', originV6),
    dialed('runner', origin),
    dialed('runner', originV6),
  ])
}
callers.length = 0
await network.configure({ rules: [], names: {} })
for (const party of ['edge', 'runner'] satisfies Source[])
  for (const address of [origin, originV6]) await dialed(party, address)

console.log(
  JSON.stringify({
    ways,
    callers,
    elsewhere: [await dialed('runner', '192.0.2.200'), await dialed('runner', '2001:db8:99::1')],
    resolver: await readFile('/etc/resolv.conf', 'utf8'),
    user: process.getuid?.(),
  }),
)
process.exit(0)
