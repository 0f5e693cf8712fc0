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

  list [GLOB]           what can be staged
  run GLOB              stages it and runs the Action on it: npm run lab -- run 'tls-*'
  shell ID              stages it and opens a shell in the midst of it
  matrix [--json]       runs everything: expected against got`

const say = (text: string): void => console.log(text)

const chosen = (glob: string): readonly Scenario[] => SCENARIOS.filter(({ id }) => matchesGlob(id, glob))

/** Prints the reason to standard error, so that standard output has only the table or JSON. */
async function hasNamespaces(): Promise<boolean> {
  const reason = await namespaceProblem()
  if (reason !== undefined) console.error(`On loopback only: ${reason}.`)
  return reason === undefined
}

function list(scenarios: readonly Scenario[]): number {
  for (const scenario of scenarios) {
    const { id, sentence, expected } = scenario
    const missing = pendingReason(scenario)
    say(`${id}\n    ${sentence}`)
    say(`    → ${[expected.verdict, expected.cause].filter(Boolean).join(', ')} (${categoryOf(scenario)})`)
    if (missing !== undefined) say(`    … awaits ${missing}`)
  }
  const pending = scenarios.filter((scenario) => pendingReason(scenario) !== undefined)
  say(`\n${scenarios.length} scenarios, ${pending.length} of them pending`)
  return 0
}

async function run(scenarios: readonly Scenario[]): Promise<number> {
  const namespaces = await hasNamespaces()
  const results = await runScenarios(scenarios, {
    namespaces,
    runPending: true,
    onResult: (performance) => {
      for (const line of resultLines(performance)) say(line)
      const { got } = performance
      if (got) say(`    → ${[got.verdict, got.cause].filter(Boolean).join(', ')}`)
    },
  })
  return hasFailures(buildMatrix(scenarios, results)) ? 1 : 0
}

async function matrix(json: boolean): Promise<number> {
  const namespaces = await hasNamespaces()
  const results = await runScenarios(SCENARIOS, { namespaces, onResult: () => process.stderr.write('.') })
  process.stderr.write('\n')
  const made = buildMatrix(SCENARIOS, results)
  say(json ? JSON.stringify(made, null, 2) : matrixText(made))
  // In CI every scenario must run. A partial matrix fails.
  return hasFailures(made) || (!namespaces && process.env['CI'] === 'true') ? 1 : 0
}

async function shell({ id, network }: Scenario): Promise<number> {
  const namespaces = network !== 'loopback' && (await hasNamespaces())
  if (!namespaces && network !== undefined) say(`${id} can only be had in a ${network}.`)
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

function refuse(complaint: string): number {
  console.error(`${complaint}\n\n${USAGE}`)
  return 2
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  })
  const [command, what] = positionals
  const scenarios = chosen(what ?? '*')
  if (scenarios.length === 0) return refuse(`No scenario is called ${what}. See: npm run lab -- list`)
  switch (command) {
    case 'list':
      return list(scenarios)
    case 'run':
      return what === undefined ? refuse('Which? All of them is: matrix') : run(scenarios)
    case 'matrix':
      return matrix(values.json)
    case 'shell': {
      const scenario = findScenario(what ?? '')
      return scenario === undefined ? refuse('A shell takes the id of one scenario.') : shell(scenario)
    }
    case undefined:
      return refuse('What shall the lab do?')
    default:
      return refuse(`There is no command ${command}.`)
  }
}

process.exitCode = await main()
