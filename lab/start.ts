import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs, styleText } from 'node:util'
import { didYouMean } from '../src/config/parser/did-you-mean.ts'
import { didYouMeanText, printable } from '../src/config/parser/problems.ts'
import { differences } from './runner/expectation.ts'
import { FAULT_IDS, faultScenario, isFaultId, type FaultId } from './scenarios/faults.ts'
import { renderLog } from './runner/render-log.ts'
import { runAction, type Run } from './runner/run-action.ts'
import { HEALTHY, type Expectation } from './scenarios/scenario.ts'
import { PULL_REQUEST, startWorld } from './world/world.ts'

const print = (text = ''): void => console.log(text)

const heading = (text: string): void => print(`\n${styleText(['bold', 'cyan'], `── ${text} ──`)}\n`)

/** Runs the Action on a broken site, and again after the repair. Resolves to the exit code. */
async function demonstrate(id: FaultId): Promise<number> {
  const world = await startWorld({ fault: id })
  try {
    const { sentence, expected } = world.scenario
    print(`Scenario: ${sentence}.`)
    print(`Expected: ${describe(expected)}.`)

    heading('Log of the job')
    const broken = await runAction(world)
    showRun(broken)
    const problems = [...differences(expected, broken)]

    if (expected.verdict !== 'healthy') {
      heading('The site is repaired, and the job runs again')
      await world.repair()
      const repaired = await runAction(world)
      showRun(repaired)
      problems.push(...differences(HEALTHY, repaired), ...threadDifferences(broken, repaired))
    }

    heading(problems.length === 0 ? 'As expected' : 'Not as expected')
    for (const problem of problems) print(`✗ ${problem}`)
    if (problems.length === 0) print('List other faults with: npm start -- --fault list')
    return problems.length === 0 ? 0 : 1
  } finally {
    await world.close()
  }
}

function showRun(run: Run): void {
  print(renderLog(run.stdout))
  if (run.stderr.trim() !== '') print(styleText('red', run.stderr.trimEnd()))

  heading('Outputs for later steps')
  for (const [name, value] of Object.entries(run.outputs)) print(`${name}=${value}`)
  print(`\nExit code ${run.code}`)

  for (const { id, body } of run.comments) {
    heading(`The comment on pull request #${PULL_REQUEST} (id ${id})`)
    print(body)
  }
}

/** The second run has to update the comment of the first. */
function threadDifferences(before: Run, after: Run): readonly string[] {
  const [first] = before.comments
  const [second] = after.comments
  if (!first || !second) return ['there is no comment']
  if (after.comments.length > 1) return [`there are ${after.comments.length} comments, expected one`]
  if (second.id !== first.id) return ['the second run created another comment']
  return second.body === first.body ? ['the second run did not change the comment'] : []
}

function listFaults(): void {
  const width = Math.max(...FAULT_IDS.map((id) => id.length))
  for (const id of FAULT_IDS) {
    const { sentence, expected } = faultScenario(id)
    print(`  ${id.padEnd(width)}  ${sentence}`)
    print(`  ${''.padEnd(width)}  ${styleText('dim', `→ ${describe(expected)}`)}`)
  }
}

const describe = ({ verdict, cause, confidence, warnings, notes }: Expectation): string =>
  [
    verdict,
    ...(cause === '' ? [] : [cause]),
    ...(confidence ? [confidence] : []),
    ...(warnings ?? []).map((warning) => `with the warning ${warning}`),
    ...(notes ?? []).map((note) => `with the note ${note}`),
  ].join(', ')

async function main(): Promise<number> {
  // Not strict: an unknown argument prints the list of faults. npm removes `--fault` if there is no `--` before it.
  const { values, positionals } = parseArgs({ options: { fault: { type: 'string' } }, strict: false })
  const named = values['fault'] ?? positionals[0]
  const noArguments = Object.keys(values).length === 0 && positionals.length === 0
  // Without a value, the flag is a boolean.
  const fault = noArguments ? 'refused' : typeof named === 'string' && named !== '' ? named : 'list'
  if (isFaultId(fault)) {
    if (existsSync(fileURLToPath(new URL('../dist/index.js', import.meta.url)))) return demonstrate(fault)
    print('dist/index.js is missing. Build it with: npm run build')
    return 1
  }
  const isList = fault === 'list'
  const guess = didYouMeanText(didYouMean(fault, FAULT_IDS))
  print(
    isList
      ? 'Usage: npm start -- --fault FAULT\n'
      : `\`${printable(fault)}\` is not a fault.${guess} Faults:\n`,
  )
  listFaults()
  return isList ? 0 : 1
}

// `exit` also ends child processes that are stopped.
process.once('SIGINT', () => process.exit(130))
process.exitCode = await main()
