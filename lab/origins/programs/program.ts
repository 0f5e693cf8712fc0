import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:fs'
import { access, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Endpoint, RunningOrigin, ServerPackage } from '../origin.ts'

/** A server that is not ours. */
export interface Program {
  readonly command: string
  readonly args: readonly string[]
  /** Where its files are, and nobody else's. */
  readonly folder: string
  /** Written there before it starts, by name. */
  readonly files: Readonly<Record<string, string>>
  /** It is up once it accepts connections at all of these. */
  readonly endpoints: readonly Endpoint[]
  /** It does not serve as root and, in a namespace of users, has nobody else to be. */
  readonly refusesRoot?: boolean
}

const COMMANDS: Readonly<Record<ServerPackage, string>> = {
  'nginx-light': 'nginx',
  haproxy: 'haproxy',
  'apache2-bin': 'apache2',
  varnish: 'varnishd',
  caddy: 'caddy',
}

/** Debian puts servers where ordinary users do not look. */
export const PATH = [process.env['PATH'] ?? '', '/usr/sbin', '/usr/local/sbin'].join(delimiter)

/** Milliseconds. Varnish compiles its configuration before it listens. */
const START_TIMEOUT = 20_000
const STOP_TIMEOUT = 2000

/** Those of the packages whose server is not on this machine. */
export async function missingPackages(packages: readonly ServerPackage[]): Promise<readonly ServerPackage[]> {
  const found = await Promise.all(packages.map((each) => isInstalled(COMMANDS[each])))
  return packages.filter((_, index) => !found[index])
}

async function isInstalled(command: string): Promise<boolean> {
  const tries = PATH.split(delimiter).map((folder) => access(join(folder, command), constants.X_OK))
  return (await Promise.allSettled(tries)).some(({ status }) => status === 'fulfilled')
}

/** Runs it in the foreground with a configuration of its own. Fails with its complaints when it does not come up. */
export async function startProgram(program: Program): Promise<RunningOrigin> {
  const { folder, files, endpoints } = program
  await Promise.all(
    // Some hold the key.
    Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content, { mode: 0o600 })),
  )
  const child = spawnProgram(program)
  let complaints = ''
  child.stdout?.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  // Such as a command that is not there.
  child.once('error', ({ message }) => (complaints += message))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))

  const kill = (): void => {
    child.kill('SIGKILL')
  }
  process.once('exit', kill)
  const isRunning = (): boolean => child.exitCode === null && child.pid !== undefined
  const isUp = async (): Promise<boolean> => {
    if (!(await allAccept(endpoints))) return false
    // A server may open its ports first and die of the rest of its configuration, or another may hold them.
    await pause(20)
    return isRunning()
  }
  const close = async (): Promise<void> => {
    process.off('exit', kill)
    child.kill('SIGTERM')
    const deadline = setTimeout(kill, STOP_TIMEOUT)
    await ended
    clearTimeout(deadline)
  }
  for (const until = Date.now() + START_TIMEOUT; !(await isUp()); await pause(20)) {
    if (isRunning() && Date.now() < until) continue
    await close()
    throw new Error(`${program.command} does not listen: ${complaints.trim()}`)
  }
  return { close }
}

function spawnProgram({ command, args, folder, refusesRoot = false }: Program): ChildProcess {
  // Root of its own namespace only: to files it is who started it, to itself it is an ordinary user.
  const [first, ...rest] =
    refusesRoot && process.getuid?.() === 0
      ? ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--', command, ...args]
      : [command, ...args]
  return spawn(first, rest, {
    cwd: folder,
    env: { PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
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

/** As configurations write it: an IPv6 address in brackets. */
export const hostPort = ({ host, port }: Endpoint): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
