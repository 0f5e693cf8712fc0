import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { dialRoute, errorCode, type LabFile } from '../network/routes.ts'

/**
 * Stands for `ssh -W HOST:PORT bastion` on loopback: connects its standard input and output to HOST:PORT. The file says
 * how the bastion reaches that. Errors are printed as `nc` does.
 *
 *   node relay.ts FILE HOST PORT
 */
const [file = '', host = '', port = ''] = process.argv.slice(2)

/** Milliseconds after which a dropped connection fails, as `nc -w 1`. */
const CONNECT_LIMIT = 1000

/** What `nc` prints. */
const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Connection refused',
  EHOSTUNREACH: 'No route to host',
  ENETUNREACH: 'Network is unreachable',
  ETIMEDOUT: 'Connection timed out',
}

function fail(message: string): never {
  process.stderr.write(`nc: ${message}\n`)
  process.exit(1)
}

const { names, routes }: LabFile = JSON.parse(await readFile(file, 'utf8'))
const address = isIP(host) === 0 ? names[host] : [host]
if (address === undefined || typeof address === 'string')
  fail(`getaddrinfo for host "${host}" port ${port}: Name or service not known`)

const socket = await dialRoute(routes, address[0] ?? '', Number(port), CONNECT_LIMIT).catch(
  (error: unknown) =>
    fail(`connect to ${host} port ${port} (tcp) failed: ${WORDS[errorCode(error)] ?? errorCode(error)}`),
)
// Whichever side closes first ends both.
await Promise.allSettled([pipeline(process.stdin, socket), pipeline(socket, process.stdout)])
process.exit(0)
