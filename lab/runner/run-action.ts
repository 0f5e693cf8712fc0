import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Report } from '../../src/report/schema-1/report.ts'
import type { LabComment } from '../github/comments.ts'
import type { LabFile } from '../network/routes.ts'
import { inputEnv, type World } from '../world/world.ts'
import { reportIn } from './read-report.ts'

export interface Run {
  /** Null if a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** Outputs that later steps of the job can read. */
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** Undefined if the run wrote none. */
  readonly report: Report | undefined
  /** All comments after the run. */
  readonly comments: readonly Readonly<LabComment>[]
}

export interface RunOptions {
  /** Runs this instead of `dist/index.js`. */
  readonly entry?: string
  /** Milliseconds after which it is killed. */
  readonly limit?: number
  /** When it starts, by a clock whose pauses between two checks pass at once. Absent: now, by the system's clock. */
  readonly now?: Date
  /** Replaces inputs of the world. */
  readonly inputs?: Readonly<Record<string, string>>
  /** Replaces variables of the runner. */
  readonly env?: Readonly<Record<string, string>>
}

const ENTRY = fileURLToPath(new URL('../../dist/index.js', import.meta.url))

/** The environment variables that make a run start at a certain time. */
export async function clockEnv({ env, folder }: World, now: Date): Promise<Readonly<Record<string, string>>> {
  const lab: LabFile = JSON.parse(await readFile(env['ORIGIN_GATE_LAB'] ?? '', 'utf8'))
  const path = join(folder, 'lab-with-clock.json')
  await writeFile(path, JSON.stringify({ ...lab, clock: { now: now.toISOString() } } satisfies LabFile))
  return { ORIGIN_GATE_LAB: path }
}

/** Each run has a higher run id than the ones before it. */
let lastRunId = 1000

/** Runs the Action as the Actions runner does: node, the entry file, and only the world's environment. */
export async function runAction(
  world: World,
  { entry = ENTRY, limit = 60_000, now, inputs = {}, env: runner = {} }: RunOptions = {},
): Promise<Run> {
  const env = { ...world.env, ...inputEnv(inputs), ...(now !== undefined && (await clockEnv(world, now))) }
  const output = env['GITHUB_OUTPUT'] ?? ''
  const summary = env['GITHUB_STEP_SUMMARY'] ?? ''
  await Promise.all([writeFile(output, ''), writeFile(summary, '')])

  const child = spawn(process.execPath, [entry], {
    cwd: world.folder,
    env: { ...env, GITHUB_RUN_ID: String((lastRunId += 1)), ...runner },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limit,
    killSignal: 'SIGKILL',
  })
  // Timers start at its first output. On a busy machine a process takes seconds to get that far.
  let stopChanges: (() => Promise<void>) | undefined
  child.stdout.once('data', () => (stopChanges = world.startChanges()))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  await stopChanges?.()

  const outputs = parseOutputs(await readFile(output, 'utf8'))
  return {
    code: child.exitCode,
    stdout,
    stderr,
    outputs,
    summary: await readFile(summary, 'utf8'),
    report: await readReport(outputs['report'] ?? '', world.folder),
    comments: world.github.comments.map((comment) => ({ ...comment })),
  }
}

async function readReport(path: string, folder: string): Promise<Report | undefined> {
  return path === '' ? undefined : reportIn(await readFile(resolve(folder, path), 'utf8'))
}

/**
 * Parses a file of outputs as the runner does: `name=value`, or `name<<DELIMITER`, lines, `DELIMITER`. Later values
 * replace earlier ones.
 */
export function parseOutputs(file: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {}
  const lines = file.split(/\r?\n/)
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name = '', operator, rest = ''] = /^(.+?)(=|<<)(.*)$/.exec(line) ?? []
    if (operator === '=') outputs[name] = rest
    if (operator !== '<<') continue
    const end = lines.indexOf(rest)
    if (end < 0) throw new Error(`The output ${name} has no end: the delimiter ${rest} is missing`)
    outputs[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n')
  }
  return outputs
}
