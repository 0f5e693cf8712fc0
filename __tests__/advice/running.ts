import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { freePort } from '../../lab/network/free-port.ts'
import { listen } from '../../lab/network/listen.ts'
import { runProgram, type ProgramResult } from '../../lab/network/programs.ts'
import { closeTogether, startProgram } from '../../lab/origins/programs/program.ts'
import type { RunningOrigin } from '../../lab/origins/origin.ts'
import { CHECKERS, type Checked } from './checkers.ts'

const RUN: Readonly<Record<Checked, readonly string[]>> = {
  nginx: ['-p', '.', '-c', 'nginx.conf', '-e', 'stderr', '-g', 'daemon off; master_process off;'],
  Apache: ['-D', 'FOREGROUND', '-f', 'FOLDER/apache.conf'],
  HAProxy: ['-db', '-f', 'haproxy.cfg'],
  Caddy: ['run', '--config', 'Caddyfile', '--adapter', 'caddyfile'],
}
const COMMAND: Readonly<Record<Checked, string>> = {
  nginx: 'nginx',
  Apache: 'apache2',
  HAProxy: 'haproxy',
  Caddy: 'caddy',
}

export interface Running extends RunningOrigin {
  readonly port: number
}

/**
 * A server with this configuration: port 8443 becomes a free one, 9000 that of an application that responds with the
 * headers it got, and Cloudflare's ranges become 127.0.0.1.
 */
export async function run(server: Checked, folder: string, configuration: string): Promise<Running> {
  const [own, port, application] = await Promise.all([mkdtemp(join(folder, 'run-')), freePort(), startEcho()])
  await writeFile(join(own, 'cloudflare.lst'), '127.0.0.1/32\n')
  const text = configuration
    .replaceAll('/etc/haproxy/', `${own}/`)
    .replaceAll('/etc/ssl/', `${folder}/`)
    .replaceAll('FOLDER', own)
    .replaceAll('173.245.48.0/20', '127.0.0.1/32')
    .replaceAll(':8443', `:${port}`)
    .replaceAll(':9000', `:${application.port}`)
  const program = startProgram({
    command: COMMAND[server],
    args: RUN[server].map((arg) => arg.replace('FOLDER', own)),
    folder: own,
    files: { [CHECKERS[server].file]: text },
    endpoints: [{ host: '127.0.0.1', port }],
    refusesRoot: server === 'Apache',
  })
  return { port, ...(await closeTogether(application, program)) }
}

/** Responds with the headers of the request, as JSON. */
function startEcho(): Promise<Running> {
  return listen(createServer(({ headers }, response) => response.end(JSON.stringify(headers))))
}

/** curl at a server that runs here. */
export const curl = (...args: readonly string[]): Promise<ProgramResult> =>
  runProgram(['curl', '-sk', '--max-time', '10', ...args])
