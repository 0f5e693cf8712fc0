import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ORIGIN_ADDRESS, SITE } from '../../../lab/world/internet.ts'
import type { World } from '../../../lab/world/world.ts'
import { ENTRY, LAB_WARNING } from '../../support/program.ts'
import { WINDOWS } from '../../support/platform.ts'

/** One check of the lab's site and of its origin. */
export const CHECK = [SITE, '--origin', ORIGIN_ADDRESS, '--timeout', '2s'] as const

export interface Options {
  readonly env?: Readonly<Record<string, string>>
  /** What standard input has; absent: it is empty. */
  readonly input?: string
}

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  /** Without the lab's warning. */
  readonly stderr: string
}

/** Runs dist/ outside GitHub, with the world's network. */
export function run(world: World, args: readonly string[], options: Options = {}): Promise<Ran> {
  return ended(process.execPath, [ENTRY, ...args], world, options)
}

/**
 * Runs a line of the shell in which `$GATE` is the command.
 *
 * @param terminal a pseudo-terminal, which is standard input, output and error, and whose output is `stdout`
 */
export function shell(
  world: World,
  line: string,
  { terminal = false, ...options }: Options & { readonly terminal?: boolean } = {},
): Promise<Ran> {
  // Its folder may have a space in its name.
  const quoted = line.replaceAll('$GATE', `'${process.execPath}' '${ENTRY}'`)
  const [program, args] = terminal
    ? (['script', ['-qec', quoted, '/dev/null']] as const)
    : (['sh', ['-c', quoted]] as const)
  const env = { SHELL: '/bin/sh', ...options.env }
  return ended(program, args, world, { ...options, env })
}

/** Runs dist/ with a file of the world's folder as its standard input, through a pipe. */
export async function piped(world: World, file: string, args: readonly string[]): Promise<Ran> {
  // On other systems, Node gives its children sockets instead of pipes.
  return WINDOWS
    ? run(world, args, { input: await readFile(join(world.folder, file), 'utf8') })
    : shell(world, `cat ${file} | $GATE ${args.join(' ')}`)
}

async function ended(
  program: string,
  args: readonly string[],
  { env, folder }: World,
  options: Options,
): Promise<Ran> {
  const child = spawn(program, args, {
    cwd: folder,
    env: {
      PATH: env['PATH'] ?? '',
      HOME: folder,
      ORIGIN_GATE_LAB: env['ORIGIN_GATE_LAB'] ?? '',
      NODE_EXTRA_CA_CERTS: env['NODE_EXTRA_CA_CERTS'] ?? '',
      ...options.env,
    },
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  // A command that doesn't read its input may end before it is written.
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input ?? '')
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: child.exitCode, stdout, stderr: withoutLab(stderr) }
}

/** Lines of a program's output, without the warning that every run of the lab prints. */
function withoutLab(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith(LAB_WARNING))
    .join('\n')
}
