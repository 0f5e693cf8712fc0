import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Input, INPUTS } from '../../src/config/inputs/inputs.ts'
import { checkSetup } from './check-with-curl.ts'
import type { LabNetwork } from '../network/network.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { startWorld, type World } from '../world/world.ts'

const ENTRY = fileURLToPath(new URL('../../dist/index.js', import.meta.url))

/** The line of a check: its time, after the URL if there are several sites. Warnings precede the first one. */
const CHECK_LINE = /^(?:\S+ )?\d\d:\d\d:\d\d /m

/** Milliseconds after which the command is killed. */
const COMMAND_TIMEOUT = 60_000

/**
 * Sets up a scenario and records it with the command. Resolves to the recording, or throws the reason why there is
 * none. Addresses are recorded as they are, because the lab's are reserved for documentation.
 */
export async function recordScenario(scenario: Scenario, network: LabNetwork | undefined): Promise<string> {
  // Fewer rounds keep the file readable.
  const inputs = { interval: '1s', ...scenario.inputs }
  const world = await startWorld({ scenario, inputs, ...(network && { network }) })
  try {
    const problems = await checkSetup(scenario, world.internet.network, join(world.folder, 'ca.pem'))
    if (problems.length > 0) throw new Error(problems.join('\n'))
    const path = join(world.folder, 'recording.json')
    const stderr = await runCommand(world, [...commandFlags(world), '--record', path, '--show-origin'])
    return await readFile(path, 'utf8').catch(() => {
      throw new Error(stderr)
    })
  } finally {
    await world.close()
  }
}

/** The Action's inputs as flags of the command. */
function commandFlags({ env }: World): readonly string[] {
  const rows: readonly Input[] = INPUTS
  return rows.flatMap(({ name, shells, takes }) => {
    const value = env[`INPUT_${name.toUpperCase()}`] ?? ''
    if (shells === 'action' || value === '' || name === 'show-origin' || name === 'report') return []
    if (takes === 'switch') return value === 'true' ? [`--${name}`] : []
    return [`--${name}=${value}`]
  })
}

/**
 * Runs the command as the runner would. The staged timeline starts after the first check. Resolves to its standard
 * error.
 */
async function runCommand(world: World, args: readonly string[]): Promise<string> {
  const variables = Object.entries(world.env).filter(([name]) => !/^(?:GITHUB|INPUT|RUNNER)_|^CI$/.test(name))
  const child = spawn(process.execPath, [ENTRY, ...args], {
    cwd: world.folder,
    env: Object.fromEntries(variables),
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: COMMAND_TIMEOUT,
    killSignal: 'SIGKILL',
  })
  let stderr = ''
  let stopChanges: (() => Promise<void>) | undefined
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
    if (CHECK_LINE.test(stderr)) stopChanges ??= world.startChanges()
  })
  await once(child, 'close')
  await stopChanges?.()
  return stderr
}
