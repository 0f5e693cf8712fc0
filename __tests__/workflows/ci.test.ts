/** The only check that a pull request requires. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { ROOT, STRICT } from '../support/workflow.ts'
import { describeWith } from './describe-with.ts'
import { programs } from './tools.ts'

interface Workflow {
  readonly on: unknown
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly if?: string
        readonly needs?: readonly string[]
        readonly strategy?: { readonly matrix: { readonly include: readonly { readonly runner: string }[] } }
        readonly steps: readonly { readonly run?: string; readonly with?: unknown; readonly uses?: string }[]
      }
    >
  >
}

const { on, jobs }: Workflow = parse(
  readFileSync(join(ROOT, '.github', 'workflows', 'ci.yml'), 'utf8'),
  STRICT,
)
const { 'ci-ok': required, ...others } = jobs

test('CI runs for each pull request, merge and commit on main', () => {
  expect(on).toEqual({ push: { branches: ['main'] }, pull_request: null, merge_group: null })
})

test('CI runs everything on Linux, and what they can run on macOS and Windows', () => {
  const scripts = (job: string): readonly (string | undefined)[] =>
    (jobs[job]?.steps ?? []).map(({ run }) => run).filter((run) => run !== undefined)
  expect(scripts('linux')).toEqual(['.ci/run'])
  expect(scripts('desktop')).toEqual(['npm ci', 'npm run verify'])
  const runners = jobs['desktop']?.strategy?.matrix.include.map(({ runner }) => runner)
  expect(runners).toEqual(['macos-latest', 'windows-latest'])
})

test('the required check waits for all jobs, and neither it nor they are ever skipped', () => {
  expect(required?.needs).toEqual(Object.keys(others))
  expect(required?.if).toBe('always()')
  for (const [name, job] of Object.entries(others))
    expect([name, job.if, job.needs]).toEqual([name, undefined, undefined])
})

test('every workflow runs on the Node of .node-version, which is that of the Action and of the tests', () => {
  const version = readFileSync(join(ROOT, '.node-version'), 'utf8').trim()
  const {
    engines,
    devDependencies,
  }: {
    readonly engines: { readonly node: string }
    readonly devDependencies: { readonly node: string }
  } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  expect(engines.node).toBe(`>=${version}`)
  expect(devDependencies.node.split('.')[0]).toBe(version)
  expect(readFileSync(join(ROOT, 'action.yml'), 'utf8')).toContain(`using: node${version}\n`)
  for (const file of ['ci.yml', 'release.yml']) {
    const { jobs }: Workflow = parse(readFileSync(join(ROOT, '.github', 'workflows', file), 'utf8'))
    for (const { uses = '', with: inputs } of Object.values(jobs).flatMap(({ steps }) => steps))
      if (uses.startsWith('actions/setup-node@'))
        expect([
          { 'node-version-file': '.node-version' },
          { 'node-version': Number(version) },
        ]).toContainEqual(
          Object.fromEntries(
            Object.entries(inputs ?? {}).filter(([name]) => name.startsWith('node-version')),
          ),
        )
  }
})

describeWith(await programs('bash', 'jq'))('the step that requires that every job succeeded', () => {
  const script = required?.steps[0]?.run ?? ''
  const status = (results: Readonly<Record<string, string>>): number | null => {
    const needs = Object.fromEntries(
      Object.entries(results).map(([name, result]) => [name, { result, outputs: {} }]),
    )
    const env = { PATH: process.env['PATH'] ?? '', NEEDS: JSON.stringify(needs) }
    return spawnSync('bash', ['-e', '-c', script], { env }).status
  }

  test('passes if all did', () => {
    expect(status({ linux: 'success', desktop: 'success', dependencies: 'success' })).toBe(0)
  })

  test.each([['failure'], ['cancelled'], ['skipped'], ['']])('fails if the result of one is %j', (result) => {
    expect(status({ linux: 'success', desktop: result, dependencies: 'success' })).not.toBe(0)
  })

  test('fails without any result', () => {
    expect(status({})).not.toBe(0)
  })
})
