import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:fs'
import { access, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SYSTEM_PATH } from '../../network/programs.ts'
import type { Endpoint } from '../../network/network.ts'
import type { RunningOrigin, ServerPackage } from '../origin.ts'

/** A server program. */
export interface Program {
  readonly command: string
  readonly args: readonly string[]
  /** For its files only. */
  readonly folder: string
  /** Files written to the folder before the start, by name. */
  readonly files: Readonly<Record<string, string>>
  /** It is up once all of these accept connections. */
  readonly endpoints: readonly Endpoint[]
  /** It refuses to run as root, which it would be in a user namespace. */
  readonly refusesRoot?: boolean
}

const COMMANDS: Readonly<Record<ServerPackage, string>> = {
  'nginx-light': 'nginx',
  haproxy: 'haproxy',
  'apache2-bin': 'apache2',
  varnish: 'varnishd',
  caddy: 'caddy',
}

/** Milliseconds. Varnish compiles its configuration before it listens. */
const START_TIMEOUT = 20_000
const STOP_TIMEOUT = 2000

/** The packages whose program isn't installed. */
export async function missingPackages(packages: readonly ServerPackage[]): Promise<readonly ServerPackage[]> {
  const found = await Promise.all(packages.map((each) => isInstalled(COMMANDS[each])))
  return packages.filter((_, index) => !found[index])
}

async function isInstalled(command: string): Promise<boolean> {
  const tries = SYSTEM_PATH.split(delimiter).map((folder) => access(join(folder, command), constants.X_OK))
  return (await Promise.allSettled(tries)).some(({ status }) => status === 'fulfilled')
}

/** Runs the program in the foreground with its own configuration. Fails with its output if it doesn't start. */
export async function startProgram(program: Program): Promise<RunningOrigin> {
  const { folder, files, endpoints } = program
  await Promise.all(
    // Some files contain a private key.
    Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content, { mode: 0o600 })),
  )
  const child = spawnProgram(program)
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  // Such as a missing command.
  child.once('error', ({ message }) => (output += message))
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))

  const kill = (): void => {
    child.kill('SIGKILL')
  }
  process.once('exit', kill)
  const isRunning = (): boolean => child.exitCode === null && child.pid !== undefined
  const isUp = async (): Promise<boolean> => {
    if (!(await allAccept(endpoints))) return false
    // A server may open its ports and then fail, or another one may hold them.
    await pause(20)
    return isRunning()
  }
  const close = async (): Promise<void> => {
    process.off('exit', kill)
    child.kill('SIGTERM')
    const deadline = setTimeout(kill, STOP_TIMEOUT)
    await closed
    clearTimeout(deadline)
  }
  for (const until = Date.now() + START_TIMEOUT; !(await isUp()); await pause(20)) {
    if (isRunning() && Date.now() < until) continue
    await close()
    throw new Error(`${program.command} did not start: ${output.trim()}`)
  }
  return { close }
}

function spawnProgram({ command, args, folder, refusesRoot = false }: Program): ChildProcess {
  // Root in its own namespace only. Files still belong to the user who started it.
  const [first, ...rest] =
    refusesRoot && process.getuid?.() === 0
      ? ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--', command, ...args]
      : [command, ...args]
  return spawn(first, rest, {
    cwd: folder,
    env: { PATH: SYSTEM_PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

const allAccept = async (endpoints: readonly Endpoint[]): Promise<boolean> =>
  (await Promise.all(endpoints.map(accepts))).every(Boolean)

async function accepts({ host, port }: Endpoint): Promise<boolean> {
  const socket = connect(port, host)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** In configuration syntax, with IPv6 addresses in brackets. */
export const hostPort = ({ host, port }: Endpoint): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`

/** A server and the application behind it, closed together; also when the server fails to start. */
export async function closeTogether(
  application: RunningOrigin,
  starting: Promise<RunningOrigin>,
): Promise<RunningOrigin> {
  try {
    const server = await starting
    return {
      close: async () => {
        await Promise.all([server.close(), application.close()])
      },
    }
  } catch (error) {
    await application.close()
    throw error
  }
}
