import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openNamespace } from '../../../lab/network/namespace.ts'
import { runProgram, SYSTEM_PATH, type ProgramResult } from '../../../lab/network/programs.ts'
import { runAction } from '../../../lab/runner/run-action.ts'
import { startWorld, type World } from '../../../lab/world/world.ts'
import type { Change, Look, Risk } from '../../../src/domain/cause.ts'

/** What one run of the Action reported. */
export interface Diagnosed {
  readonly verdict: string
  readonly cause: string
  readonly steps: readonly (Look | Change | Risk)[]
}

/** A host on which people run the origin's server. It is a namespace in which this process is root. */
export interface Machine {
  readonly world: World
  /** Writes a file: in a hidden folder, or relative to the folder in which lines are typed. */
  readonly write: (path: string, content: string) => Promise<void>
  /** Runs a line of a shell, as typed. */
  readonly type: (line: string) => Promise<ProgramResult>
  /** Repeats a line until it succeeds. */
  readonly until: (line: string) => Promise<void>
  readonly diagnose: () => Promise<Diagnosed>
}

/** Tries of `until`, with a pause of 50 ms. */
const TRIES = 400

/**
 * @param placeholders what people put in the place of `SERVICE`, `APP` and others
 * @param hidden folders of the system that are replaced by empty ones, such as `/etc/caddy`
 */
export async function openMachine(
  placeholders: Readonly<Record<string, string>>,
  hidden: readonly string[],
): Promise<Machine> {
  const folder = process.env['ORIGIN_GATE_NAMESPACE'] ?? ''
  const programs = join(folder, 'programs')
  const [units, state] = [join(folder, 'units'), join(folder, 'state')]
  for (const path of [programs, units, state]) await mkdir(path)
  for (const [name, script] of [
    ['systemctl', '../systemctl.sh'],
    ['journalctl', 'journalctl.sh'],
  ] as const) {
    await copyFile(join(import.meta.dirname, script), join(programs, name))
    await chmod(join(programs, name), 0o755)
  }
  const world = await startWorld({
    scenario: {
      id: 'followed',
      sentence: 'the origin is a machine that people administer',
      setup: { origin: 'stopped' },
      curl: { edge: 521, direct: 'refused' },
      expected: { verdict: 'unhealthy', cause: '' },
    },
    inputs: { wait: '0s' },
    network: openNamespace(folder),
  })
  const env = {
    PATH: `${programs}:${SYSTEM_PATH}`,
    HOME: folder,
    UNITS: units,
    STATE: state,
    ORIGIN: '203.0.113.10',
    CURL_CA_BUNDLE: join(world.folder, 'ca.pem'),
  }
  const run = (line: string): Promise<ProgramResult> =>
    runProgram(['sh', '-c', `cd ${folder} && ${line}`], { env, limit: 30_000 })
  const type = async (line: string): Promise<ProgramResult> => {
    const typed = Object.entries(placeholders).reduce(
      (text, [name, value]) => text.replaceAll(new RegExp(String.raw`\b${name}\b`, 'g'), value),
      line,
    )
    return run(typed)
  }
  for (const [index, path] of hidden.entries()) {
    const empty = join(folder, `hidden-${index}`)
    await mkdir(empty)
    const { code, stderr } = await run(`mount --bind ${empty} ${path}`)
    if (code !== 0) throw new Error(`${path} could not be hidden: ${stderr}`)
  }
  return {
    world,
    write: async (path, content) => {
      const full = path.startsWith('/') ? path : join(folder, path)
      await mkdir(dirname(full), { recursive: true })
      await writeFile(full, content)
    },
    type,
    until: async (line) => {
      for (let count = 0; count < TRIES; count += 1) {
        if ((await type(line)).code === 0) return
        await pause(50)
      }
      const { stdout, stderr } = await type(`${line}; tail -n 20 ${state}/*.log`)
      throw new Error(`${line} never succeeded: ${stdout}${stderr}`)
    },
    diagnose: async () => {
      const { outputs, report } = await runAction(world)
      const site: unknown = report?.sites[0]
      return {
        verdict: outputs['verdict'] ?? '',
        cause: outputs['cause'] ?? '',
        steps: typedSteps(site),
      }
    },
  }
}

function typedSteps(site: unknown): Diagnosed['steps'] {
  const { remedy }: { readonly remedy?: { readonly typedSteps?: Diagnosed['steps'] } } = JSON.parse(
    JSON.stringify(site ?? {}),
  )
  return remedy?.typedSteps ?? []
}
