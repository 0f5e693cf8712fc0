/** What holds for every workflow in .github/workflows. What linters say about them is in lint.test.ts. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readWorkflow, ROOT, type Workflow } from '../support/workflow.ts'

const FOLDER = join(ROOT, '.github', 'workflows')

const FILES = readdirSync(FOLDER).toSorted()
const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8')
const workflowOf = (file: string): Workflow => readWorkflow(`.github/workflows/${file}`)

/** Every `uses` of a file, as written, with its comment. */
const usesIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/^\s*(?:- )?uses: (.+)$/gm), ([, uses = '']) => uses)

/** Of this repository: its tag v1 is what users write, and `./` is the commit itself. */
const isOurs = (uses: string): boolean => uses.startsWith('origin-gate/') || uses.startsWith('./')

/** What jobs may write. Add one with a reason in the workflow. */
const WRITES: readonly string[] = [
  'codeql.yml analyze security-events',
  'monitor.yml monitor contents',
  'monitor.yml monitor issues',
  'release.yml attest id-token',
  'release.yml attest attestations',
  'release.yml publish id-token',
  'release.yml release contents',
  'release.yml major-tag contents',
]

test('jobs may write only what is listed', () => {
  const granted = FILES.flatMap((file) =>
    Object.entries(workflowOf(file).jobs).flatMap(([job, { permissions }]) =>
      Object.entries(permissions ?? {}).flatMap(([scope, access]) =>
        access === 'write' ? [`${file} ${job} ${scope}`] : [],
      ),
    ),
  )
  expect(granted).toEqual(WRITES)
})

test('no workflow gives secrets to the code of a pull request', () => {
  for (const file of FILES) {
    const { on } = workflowOf(file)
    expect(JSON.stringify(on)).not.toMatch(/pull_request_target|workflow_run/)
    // The caller of the monitor passes the only secret.
    if (file !== 'monitor.yml') expect([file, /secrets[.[]/.test(textOf(file))]).toEqual([file, false])
  }
})

describe.each(FILES)('the workflow %s', (file) => {
  const workflow = workflowOf(file)
  const jobs = Object.entries(workflow.jobs)

  test('grants nothing to all jobs, and each job what it names, with a reason', () => {
    expect(workflow.permissions).toEqual({})
    for (const [name, { permissions }] of jobs) expect([name, typeof permissions]).toEqual([name, 'object'])
    const granted = Array.from(textOf(file).matchAll(/^ +[a-z-]+: (?:read|write)\b.*$/gm), ([line]) => line)
    for (const line of granted) expect(line).toMatch(/: (?:read|write) # \S/)
  })

  test('has a time limit for each job, and a concurrency group for its runs', () => {
    for (const [name, job] of jobs) {
      if (job.uses === undefined) expect([name, job['timeout-minutes']]).toEqual([name, expect.any(Number)])
      expect([name, workflow.concurrency ?? job.concurrency]).not.toEqual([name, undefined])
    }
  })

  test('pins the actions of others by their commit, with the version as a comment', () => {
    const others = usesIn(textOf(file)).filter((uses) => !isOurs(uses))
    expect(others.filter((uses) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses))).toEqual(
      [],
    )
  })

  test('leaves no token behind after a checkout, and has no expression in a script', () => {
    for (const { uses = '', run: script = '', with: inputs } of jobs.flatMap(([, { steps }]) => steps)) {
      if (uses.startsWith('actions/checkout@')) expect(inputs).toMatchObject({ 'persist-credentials': false })
      expect(script).not.toContain('${{')
    }
  })

  test('has a name', () => {
    expect(workflow.name).toMatch(/\S/)
  })
})

test('every workflow and example uses the same commit of an action', () => {
  const examples = readdirSync(join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yml'),
  )
  const texts = FILES.map(textOf).concat(
    examples.map((name) => readFileSync(join(ROOT, 'examples', name), 'utf8')),
  )
  const pins = new Map<string, Set<string>>()
  for (const uses of texts.flatMap(usesIn).filter((each) => !isOurs(each))) {
    const [name = '', pin = ''] = uses.split('@')
    // Actions of one repository, such as actions/cache/save, have the same commits.
    const repository = name.split('/').slice(0, 2).join('/')
    pins.set(repository, (pins.get(repository) ?? new Set()).add(pin))
  }
  expect(pins.size).toBeGreaterThan(5)
  expect([...pins].filter(([, found]) => found.size > 1)).toEqual([])
})
