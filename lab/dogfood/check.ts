/** The step that compares what the Action left with what its scenario expects. It also stops the lab. */
import { readFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import type { LabComment } from '../github/comments.ts'
import { differences } from '../runner/expectation.ts'
import { reportIn } from '../runner/read-report.ts'
import type { Run } from '../runner/run-action.ts'
import { pullRequestOfJob, scenarioOfJob, variable } from './job.ts'

/** What an invalid input leaves: nothing was checked. */
const ERROR_OUTPUTS = { promote: 'false', verdict: 'error' } as const

const control = variable('CONTROL')
const comments: readonly LabComment[] = JSON.parse(await (await fetch(control)).text())
await fetch(control, { method: 'DELETE' })

const outputs: Run['outputs'] = JSON.parse(variable('OUTPUTS'))
const report = outputs['report'] ?? ''
const run: Run = {
  code: variable('OUTCOME') === 'success' ? 0 : 1,
  stdout: '',
  stderr: '',
  outputs,
  summary: await readFile(variable('KEPT_SUMMARY'), 'utf8'),
  report: report === '' ? undefined : reportIn(await readFile(report, 'utf8')),
  comments,
}

const problems = variable('VERDICT') === 'error' ? errorProblems(run) : verdictProblems(run)
for (const problem of problems) console.log(`::error title=Not as expected::${problem}`)
if (problems.length === 0) console.log(`As expected: the verdict is ${outputs['verdict']}.`)
process.exitCode = problems.length === 0 ? 0 : 1

function verdictProblems({ summary }: Run): readonly string[] {
  const { expected, not } = scenarioOfJob()
  const headline = /^### .+$/m
  const threads = comments.map(({ thread }) => thread).join(', ')
  const [inSummary, inComment] = [summary, comments[0]?.body ?? ''].map((text) => headline.exec(text)?.[0])
  const texts = { summary, comment: comments[0]?.body ?? '', report: JSON.stringify(run.report) }
  return [
    ...differences(expected, run, not),
    ...(expected.verdict === variable('VERDICT') ? [] : [`the scenario expects ${expected.verdict}`]),
    ...(threads === String(pullRequestOfJob()) ? [] : [`the comments are in the threads [${threads}]`]),
    ...(inSummary !== undefined && inSummary === inComment
      ? []
      : [`the summary says "${inSummary}", and the comment "${inComment}"`]),
    ...Object.entries(texts)
      .filter(([, text]) => text.includes(variable('ORIGIN')))
      .map(([name]) => `the ${name} has the origin's address`),
  ]
}

function errorProblems({ code, summary }: Run): readonly string[] {
  const left = { code, outputs, summary, comments: comments.length }
  const expected = { code: 1, outputs: ERROR_OUTPUTS, summary: '', comments: 0 }
  return isDeepStrictEqual(left, expected)
    ? []
    : [`the run left ${JSON.stringify(left)}, expected ${JSON.stringify(expected)}`]
}
