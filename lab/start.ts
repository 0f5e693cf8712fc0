import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs, styleText } from 'node:util'
import { differences } from './runner/expectation.ts'
import { FAULT_IDS, faultScenario, isFaultId, type FaultId } from './scenarios/faults.ts'
import { renderLog } from './runner/render-log.ts'
import { runAction, type Run } from './runner/run-action.ts'
import { HEALTHY, type Expectation } from './scenarios/scenario.ts'
import { PULL_REQUEST, startWorld } from './world/world.ts'

const say = (text = ''): void => console.log(text)

const heading = (text: string): void => say(`\n${styleText(['bold', 'cyan'], `── ${text} ──`)}\n`)

/** Runs the Action on a broken site, and again after the repair. Resolves to the exit code. */
async function demonstrate(id: FaultId): Promise<number> {
  const world = await startWorld({ fault: id })
  try {
    const { sentence, expected } = world.scenario
    say(`The lab stages that ${sentence}.`)
    say(`Expected: ${wordsOf(expected)}.`)

    heading('What the job logs')
    const broken = await runAction(world)
    showRun(broken)
    const found = [...differences(expected, broken)]

    if (expected.verdict !== 'healthy') {
      heading('All is mended, and the job runs again')
      await world.repair()
      const mended = await runAction(world)
      showRun(mended)
      found.push(...differences(HEALTHY, mended), ...threadDifferences(broken, mended))
    }

    heading(found.length === 0 ? 'As expected' : 'Not as expected')
    for (const difference of found) say(`✗ ${difference}`)
    if (found.length === 0) say('Order another fault: npm start -- --fault list')
    return found.length === 0 ? 0 : 1
  } finally {
    await world.close()
  }
}

function showRun(run: Run): void {
  say(renderLog(run.stdout))
  if (run.stderr.trim() !== '') say(styleText('red', run.stderr.trimEnd()))

  heading('What later steps can read')
  for (const [name, value] of Object.entries(run.outputs)) say(`${name}=${value}`)
  say(`\nExit code ${run.code}`)

  for (const { id, body } of run.comments) {
    heading(`The comment on pull request #${PULL_REQUEST} (id ${id})`)
    say(body)
  }
}

/** The second run has to update the comment of the first. */
function threadDifferences(before: Run, after: Run): readonly string[] {
  const [first] = before.comments
  const [second] = after.comments
  if (!first || !second) return ['there is no comment']
  if (after.comments.length > 1) return [`there are ${after.comments.length} comments, expected one`]
  if (second.id !== first.id) return ['the comment is another one than before']
  return second.body === first.body ? ['the comment reads as before'] : []
}

function listFaults(): void {
  const width = Math.max(...FAULT_IDS.map((id) => id.length))
  for (const id of FAULT_IDS) {
    const { sentence, expected } = faultScenario(id)
    say(`  ${id.padEnd(width)}  ${sentence}`)
    say(`  ${''.padEnd(width)}  ${styleText('dim', `→ ${wordsOf(expected)}`)}`)
  }
}

const wordsOf = ({ verdict, cause, confidence, warnings, notes }: Expectation): string =>
  [
    verdict,
    ...(cause === '' ? [] : [cause]),
    ...(confidence ? [confidence] : []),
    ...(warnings ?? []).map((warning) => `with the warning ${warning}`),
    ...(notes ?? []).map((note) => `with the note ${note}`),
  ].join(', ')

async function main(): Promise<number> {
  // Not strict: an unknown argument prints the list of faults.
  const { values, positionals } = parseArgs({ options: { fault: { type: 'string' } }, strict: false })
  const plain = Object.keys(values).length === 0 && positionals.length === 0
  const fault = plain ? 'refused' : String(values['fault'] ?? 'list')
  if (isFaultId(fault)) {
    if (existsSync(fileURLToPath(new URL('../dist/index.js', import.meta.url)))) return demonstrate(fault)
    say('dist/index.js is missing. Build it first: npm run build')
    return 1
  }
  const asked = fault === 'list'
  say(asked ? 'Usage: npm start -- --fault FAULT\n' : `There is no fault "${fault}". These can be ordered:`)
  listFaults()
  return asked ? 0 : 1
}

// `exit` also ends child processes that are stopped.
process.once('SIGINT', () => process.exit(130))
process.exitCode = await main()
