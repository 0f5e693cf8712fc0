import { createServer } from 'node:net'
import { BASTION_COMMANDS, openBastion, type BastionState } from '../../lab/bastion/bastion.ts'
import { ADDRESSES, INTERNAL_NAME } from '../../lab/network/addresses.ts'
import type { PacketSource, PathState } from '../../lab/network/network.ts'
import { openNamespace } from '../../lab/network/namespace.ts'
import { runProgram } from '../../lab/network/programs.ts'
import { errorCode } from '../../lab/network/routes.ts'

/** Runs inside a namespace, with a folder for the bastion as its argument, and prints what each party sees as JSON. */
const network = openNamespace(process.env['ORIGIN_GATE_NAMESPACE'] ?? '')
const { origin, 'origin-v6': originV6 } = ADDRESSES
const world = process.argv[2] ?? ''
const bastion = openBastion(network, world)

// Says from which address it was reached.
for (const address of [origin, originV6])
  await network.listen(
    createServer((socket) => socket.end(`hello ${socket.remoteAddress ?? ''}\n`)),
    address,
    443,
  )

/** What a command prints, in one line. */
async function printed(command: string, host: string = origin, port = '443'): Promise<string> {
  const line = command.replaceAll('%h', host).replaceAll('%p', port)
  const { stdout, stderr } = await runProgram(['sh', '-c', line], { cwd: world })
  return (stdout + stderr).trim().replaceAll(/\s*\n\s*/g, '; ')
}

const { ssh, sshNc } = BASTION_COMMANDS
const configure = (from: PacketSource, action: PathState): Promise<void> =>
  network.configure({
    rules: action === 'open' ? [] : [{ from, to: [origin, originV6], action }],
    names: {},
  })

await bastion.replace('up')
await configure('runner', 'drop')
const reached = {
  runner: await network.dial('runner', origin, 443, 300).then(() => 'open', errorCode),
  ssh: await printed(ssh),
  nc: await printed(sshNc),
  // Without brackets ssh reads an IPv6 address as several fields.
  ipv6: await printed(ssh.replace('%h', '[%h]'), originV6),
  internalName: await printed(ssh, INTERNAL_NAME),
  unknownName: await printed(ssh, 'nowhere.internal'),
  closedPort: await printed(ssh, origin, '81'),
}
const blocked: Record<string, string> = {}
for (const action of ['drop', 'reset', 'host-unreachable', 'net-unreachable', 'prohibited'] as const) {
  await configure('bastion', action)
  blocked[action] = await printed(ssh)
}
await configure('bastion', 'open')
const states: Record<string, string> = {}
for (const state of [
  'closed',
  'rejects-key',
  'new-host-key',
  'no-forwarding',
  'up',
] satisfies BastionState[]) {
  await bastion.replace(state)
  states[state] = await printed(ssh)
}
await bastion.close()
console.log(JSON.stringify({ reached, blocked, states }, null, 2))
process.exit(0)
