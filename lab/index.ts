import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, matchesGlob } from 'node:path'
import { parseArgs } from 'node:util'
import { namespaceProblem } from './network/namespace-support.ts'
import { pendingReason, categoryOf, findScenario, SCENARIOS } from './scenarios/catalogue.ts'
import { hasFailures, resultLines, buildMatrix, matrixText } from './runner/matrix.ts'
import { namespaceCommand } from './network/namespace.ts'
import { runScenarios } from './runner/pool.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { WORKER_ENTRY } from './runner/worker.ts'

const USAGE = `Usage: npm run lab -- COMMAND

  list [GLOB]           list scenarios
  run GLOB              set up scenarios and run the Action on them: npm run lab -- run 'tls-*'
  shell ID              set up a scenario and open a shell in it
  matrix [--json]       run every scenario and compare expected with actual results
  witnesses [--cases N] [--seed N]
                        send raw responses through nginx, HAProxy and curl, and compare them with our judgment`

const print = (text: string): void => console.log(text)

const matchingScenarios = (glob: string): readonly Scenario[] =>
  SCENARIOS.filter(({ id }) => matchesGlob(id, glob))

/** Prints the reason to standard error, so that standard output has only the table or JSON. */
async function hasNamespaces(): Promise<boolean> {
  const reason = await namespaceProblem()
  if (reason !== undefined) console.error(`Running on loopback only: ${reason}.`)
  return reason === undefined
}

function list(scenarios: readonly Scenario[]): number {
  for (const scenario of scenarios) {
    const { id, sentence, expected } = scenario
    const missing = pendingReason(scenario)
    print(`${id}\n    ${sentence}`)
    print(`    → ${[expected.verdict, expected.cause].filter(Boolean).join(', ')} (${categoryOf(scenario)})`)
    if (missing !== undefined) print(`    … pending (${missing})`)
  }
  const pending = scenarios.filter((scenario) => pendingReason(scenario) !== undefined)
  print(`\n${scenarios.length} scenarios, ${pending.length} of them pending`)
  return 0
}

async function run(scenarios: readonly Scenario[]): Promise<number> {
  const namespaces = await hasNamespaces()
  const results = await runScenarios(scenarios, {
    namespaces,
    runPending: true,
    onResult: (result) => {
      for (const line of resultLines(result)) print(line)
      const { got } = result
      if (got) print(`    → ${[got.verdict, got.cause].filter(Boolean).join(', ')}`)
    },
  })
  return hasFailures(buildMatrix(scenarios, results)) ? 1 : 0
}

async function matrix(json: boolean): Promise<number> {
  const namespaces = await hasNamespaces()
  const results = await runScenarios(SCENARIOS, { namespaces, onResult: () => process.stderr.write('.') })
  process.stderr.write('\n')
  const summary = buildMatrix(SCENARIOS, results)
  print(json ? JSON.stringify(summary, null, 2) : matrixText(summary))
  // In CI every scenario must run. A partial matrix fails.
  return hasFailures(summary) || (!namespaces && process.env['CI'] === 'true') ? 1 : 0
}

async function shell({ id, network }: Scenario): Promise<number> {
  const namespaces = network !== 'loopback' && (await hasNamespaces())
  if (!namespaces && network !== undefined) print(`${id} only works in a ${network}.`)
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-namespace-'))
  try {
    const command = [process.execPath, WORKER_ENTRY, 'shell', id] as const
    const [program, ...args] = namespaces ? await namespaceCommand(folder, command) : command
    const child = spawn(program, args, {
      stdio: 'inherit',
      env: { ...process.env, ...(namespaces && { ORIGIN_GATE_NAMESPACE: folder }) },
    })
    // Ctrl-C goes to the shell. This process has to outlive it.
    process.on('SIGINT', () => {})
    await once(child, 'close')
    return child.exitCode ?? 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function witnesses(count: number, seed: number): Promise<number> {
  if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed))
    return usageError('`--cases` and `--seed` need whole numbers.')
  const { runVerdicts } = await import('../scripts/witness/verdict-run.ts')
  return runVerdicts({ count, seed }, print)
}

function usageError(message: string): number {
  console.error(`${message}\n\n${USAGE}`)
  return 2
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      cases: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '7' },
    },
  })
  const [command, pattern] = positionals
  if (command === 'witnesses') return witnesses(Number(values.cases), Number(values.seed))
  const scenarios = matchingScenarios(pattern ?? '*')
  if (scenarios.length === 0)
    return usageError(`No scenario matches ${pattern}. List all of them with: npm run lab -- list`)
  switch (command) {
    case 'list':
      return list(scenarios)
    case 'run':
      return pattern === undefined
        ? usageError('`run` needs a scenario id or a glob. To run everything, use `matrix`.')
        : run(scenarios)
    case 'matrix':
      return matrix(values.json)
    case 'shell': {
      const scenario = findScenario(pattern ?? '')
      return scenario === undefined ? usageError('`shell` needs the id of one scenario.') : shell(scenario)
    }
    case undefined:
      return usageError('A command is missing.')
    default:
      return usageError(`${command} is not a command.`)
  }
}

process.exitCode = await main()
