import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { ADDRESSES } from '../../lab/network/addresses.ts'
import type { Source, FirewallAction } from '../../lab/network/network.ts'
import { openNamespace } from '../../lab/network/namespace.ts'
import { errorCode } from '../../lab/network/routes.ts'

/** Runs inside a namespace and prints its properties as JSON. */
const network = openNamespace(process.env['ORIGIN_GATE_NAMESPACE'] ?? '')
const { origin, 'origin-v6': originV6 } = ADDRESSES

/** Milliseconds. Over IPv6 the kernel respects ICMP errors from the second SYN on, a second after the first. */
const TIMEOUT = 1700

const callers: string[] = []
for (const address of [origin, originV6]) {
  const server = createServer((socket) => {
    callers.push(socket.remoteAddress ?? '')
    socket.end()
  })
  await network.listen(server, address, 443)
}

const dialResult = (from: Source, address: string): Promise<string> =>
  network.dial(from, address, 443, TIMEOUT).then(async (socket) => {
    socket.resume()
    await new Promise((resolve) => socket.once('close', resolve))
    return 'open'
  }, errorCode)

const outcomes: Record<string, readonly string[]> = {}
for (const action of [
  'drop',
  'reset',
  'host-unreachable',
  'net-unreachable',
  'prohibited',
] satisfies FirewallAction[]) {
  await network.configure({ rules: [{ from: 'edge', to: [origin, originV6], action }], names: {} })
  outcomes[action] = await Promise.all([
    dialResult('edge', origin),
    dialResult('edge', originV6),
    dialResult('runner', origin),
    dialResult('runner', originV6),
  ])
}
callers.length = 0
await network.configure({ rules: [], names: {} })
for (const party of ['edge', 'runner'] satisfies Source[])
  for (const address of [origin, originV6]) await dialResult(party, address)

console.log(
  JSON.stringify({
    outcomes,
    callers,
    elsewhere: [await dialResult('runner', '192.0.2.200'), await dialResult('runner', '2001:db8:99::1')],
    resolver: await readFile('/etc/resolv.conf', 'utf8'),
    user: process.getuid?.(),
  }),
)
process.exit(0)
