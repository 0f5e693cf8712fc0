import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { ENTRY } from './program.ts'

// Runs in a namespace whose resolver is 127.0.0.53: replies over UDP that they are truncated, and nothing over TCP, so
// that getaddrinfo hangs. Runs the command twice, and prints its exit codes as JSON.
const udp = createSocket('udp4')
udp.on('message', (query, { address, port }) => {
  const reply = Buffer.from(query)
  reply.writeUInt16BE(0x83_80, 2)
  udp.send(reply, port, address)
})
udp.bind(53, '127.0.0.53')
createServer().listen(53, '127.0.0.53')
await once(udp, 'listening')

/** The exit code of a check. With `signal`, it is sent once the lookup hangs. */
async function codeOf(args: readonly string[], signal?: NodeJS.Signals): Promise<number | null> {
  const target = ['https://www.shop.example', '--wait', '0s', '--resolvers', 'none']
  const child = spawn(process.execPath, [ENTRY, ...target, ...args], { env: {}, stdio: 'ignore' })
  if (signal !== undefined) udp.once('message', () => child.kill(signal))
  await once(child, 'close')
  return child.exitCode
}

console.log(
  JSON.stringify([
    await codeOf(['--timeout', '300ms', '--fail-on', 'inconclusive']),
    await codeOf(['--timeout', '9s'], 'SIGTERM'),
  ]),
)
process.exit(0)
