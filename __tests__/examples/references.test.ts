/** Expressions in the examples refer to what exists. */
import { expect, test } from '@jest/globals'
import { OUTPUTS } from '../../src/config/inputs/outputs.ts'
import { type Job, needsOf, type Step } from '../support/workflow.ts'
import { isGate, workflowOf, WORKFLOWS } from './workflows.ts'

const OURS: ReadonlySet<string> = new Set(OUTPUTS.map(({ name }) => name))

/** Outputs of the actions of others that the examples read, as their documentation has them. */
const OF_OTHERS: Readonly<Record<string, readonly string[]>> = {
  'actions/upload-artifact': ['artifact-url'],
  'cloudflare/wrangler-action': ['deployment-url'],
}

/** What an expression may start with. */
const ROOTS =
  /^(?:github|env|vars|secrets|inputs|matrix|steps|needs)\.|^(?:always|cancelled|failure|success|true|false|null)$/

/** Whether a step sets an output. A script does so by a line `name=…`. */
function sets(step: Step, output: string): boolean {
  if (isGate(step)) return OURS.has(output)
  if (step.run !== undefined) return new RegExp(`"${output}=.*>> "\\$GITHUB_OUTPUT"`).test(step.run)
  return OF_OTHERS[step.uses?.split('@')[0] ?? '']?.includes(output) === true
}

/** The expressions in a value: those in `${{ }}`, and for an `if` the whole value. */
const expressionsIn = (value: unknown): readonly string[] =>
  Array.from(JSON.stringify(value ?? '').matchAll(/\$\{\{ (.*?) \}\}/g), ([, expression = '']) => expression)

const conditionIn = (condition: string | undefined): readonly string[] =>
  condition === undefined || condition.startsWith('${{') ? expressionsIn(condition) : [condition]

/** The names in an expression: `steps.gate.outputs.verdict`, `failure`. Without the texts. */
const namesIn = (expression: string): readonly string[] =>
  expression.replaceAll(/'[^']*'/g, '').match(/[a-z_][\w.-]*/gi) ?? []

/** What is wrong with the names that a job, or its step at this place, reads. */
function unknownNames(
  job: Job,
  before: readonly Step[],
  jobs: Readonly<Record<string, Job>>,
  names: readonly string[],
): readonly string[] {
  return names.filter((name) => {
    const [root, id = '', kind, output = ''] = name.split('.')
    if (root === 'steps') {
      const step = before.find((each) => each.id === id)
      if (kind === 'outcome') return step === undefined
      return step === undefined || kind !== 'outputs' || !sets(step, output)
    }
    if (root === 'needs') return !needsOf(job).includes(id) || jobs[id]?.outputs?.[output] === undefined
    if (root === 'matrix') return job.strategy?.matrix[id] === undefined
    return !ROOTS.test(name)
  })
}

test.each(WORKFLOWS)('%s reads only what exists', (name) => {
  const { jobs } = workflowOf(name)
  for (const job of Object.values(jobs)) {
    expect(needsOf(job).filter((id) => !(id in jobs))).toEqual([])
    const ofJob = [...conditionIn(job.if), ...expressionsIn(job.env)].flatMap(namesIn)
    expect(unknownNames(job, [], jobs, ofJob)).toEqual([])
    for (const [at, { if: condition, ...step }] of job.steps.entries()) {
      const names = [...conditionIn(condition), ...expressionsIn(step)].flatMap(namesIn)
      expect(unknownNames(job, job.steps.slice(0, at), jobs, names)).toEqual([])
    }
    const outputs = expressionsIn(job.outputs).flatMap(namesIn)
    expect(unknownNames(job, job.steps, jobs, outputs)).toEqual([])
  }
})

test('the check finds a step, an output, a job and a context that do not exist', () => {
  const gate: Step = { id: 'gate', uses: 'origin-gate/origin-gate@v1' }
  const script: Step = { id: 'script', run: 'echo "url=$URL" >> "$GITHUB_OUTPUT"' }
  const jobs = { first: { steps: [gate], outputs: { promote: '' } } }
  const names = [
    'steps.gate.outputs.verdict',
    'steps.script.outputs.url',
    'needs.first.outputs.promote',
    'github.sha',
    'failure',
  ]
  const job: Job = { needs: 'first', steps: [gate, script] }
  expect(unknownNames(job, job.steps, jobs, names)).toEqual([])
  const wrong = [
    'steps.gat.outputs.verdict',
    'steps.gate.outputs.verdikt',
    'steps.script.outputs.name',
    'needs.second.outputs.promote',
    'needs.first.outputs.verdict',
    'githab.sha',
    'failed',
  ]
  expect(unknownNames(job, job.steps, jobs, wrong)).toEqual(wrong)
})
