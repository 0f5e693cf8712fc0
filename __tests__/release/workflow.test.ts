/** What the jobs of the release may do, and in which order. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Job, needsOf, ROOT, type Step } from '../support/workflow.ts'
import { releaseWorkflow } from './support.ts'

const workflow = releaseWorkflow()
const jobs = Object.entries(workflow.jobs)

/** Steps that change something outside the runner. */
const PUBLISHES = /\bgh (?:release|api|attestation)\b|\bgit push\b|\bnpm publish\b|^actions\/attest@/m

/** Runs code of the repository or of its dependencies. */
const RUNS_OUR_CODE = /\bnpm (?:ci|cit|run|test|install|exec|pack)\b|\bnpx\b|\bnode \w|^\.ci\//m

const textOf = ({ run, uses }: Step): string => `${run ?? ''}\n${uses ?? ''}`

const matching = (pattern: RegExp): readonly string[] =>
  jobs.flatMap(([name, { steps }]) => (steps.some((step) => pattern.test(textOf(step))) ? [name] : []))

/** The job and all jobs that it waits for. */
function upTo(name: string): readonly string[] {
  const job = workflow.jobs[name]
  return [name, ...(job === undefined ? [] : needsOf(job)).flatMap(upTo)]
}

describe('the release workflow', () => {
  test('starts with a version tag only, one at a time, and no run is cut off', () => {
    expect(workflow.on).toEqual({ push: { tags: ['v*.*.*'] } })
    expect(workflow.concurrency).toEqual({ group: 'release', 'cancel-in-progress': false })
  })

  test('publishes in this order, after all checks', () => {
    expect(jobs.map(([name]) => name)).toEqual([
      'check',
      'build',
      'attest',
      'publish',
      'release',
      'major-tag',
    ])
    for (const [index, [name]] of jobs.entries())
      expect(new Set(upTo(name))).toEqual(new Set(jobs.slice(0, index + 1).map(([each]) => each)))
    // A job with a condition of its own would also run after a failed one, if the condition named another result.
    for (const [name, job] of jobs)
      expect([name, job.if]).toEqual([
        name,
        name === 'major-tag' ? "needs.check.outputs.prerelease == 'false'" : undefined,
      ])
  })

  test('checks the age of the ranges and then the commit', () => {
    const steps = workflow.jobs['check']?.steps ?? []
    const order = [
      /^npm ci\n/,
      /^npm run -s release-check -- /,
      /^npm run ranges -- --max-age 90d\n/,
      /^\.ci\/run\n/,
    ].map((pattern) => steps.findIndex((step) => pattern.test(textOf(step))))
    expect(order.every((at) => at >= 0)).toBe(true)
    expect(order.toSorted((a, b) => a - b)).toEqual(order)
  })

  test('only warns of old sources', () => {
    expect(matching(/^npm run sources -- --max-age 1y \|\| echo '::warning::[^']+'$/m)).toEqual(['check'])
  })

  test('gives each job the fewest permissions: none that writes or signs runs code of the repository', () => {
    expect(workflow.permissions).toEqual({})
    const permissions = jobs.map(([name, job]) => [name, job.permissions])
    expect(Object.fromEntries(permissions)).toEqual({
      check: { contents: 'read' },
      build: { contents: 'read' },
      attest: { 'id-token': 'write', attestations: 'write' },
      publish: { 'id-token': 'write' },
      release: { contents: 'write' },
      'major-tag': { contents: 'write' },
    })
    expect(matching(RUNS_OUR_CODE)).toEqual(['check', 'build'])
    expect(matching(/^actions\/checkout@/m)).toEqual(['check', 'build'])
    expect(matching(PUBLISHES)).toEqual(['attest', 'publish', 'release', 'major-tag'])
  })

  test('publishes to npm without a stored token, from an environment', () => {
    const { environment, steps }: Partial<Job> = workflow.jobs['publish'] ?? {}
    expect(environment).toBe('npm')
    expect(JSON.stringify(workflow)).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/)
    // With this input, the action would write a file that refers to such a token.
    expect(JSON.stringify(steps)).not.toContain('registry-url')
  })

  test('restores no cache, which other workflows can write to', () => {
    for (const { uses = '', with: inputs } of jobs.flatMap(([, { steps }]) => steps))
      if (uses.startsWith('actions/setup-node@')) {
        expect(inputs).toMatchObject({ 'package-manager-cache': false })
        expect(inputs).not.toHaveProperty('cache')
      }
    expect(JSON.stringify(workflow)).not.toContain('actions/cache')
  })

  test('compares the checksums wherever it gets the files, before it uses them', () => {
    const receivers = matching(/^actions\/download-artifact@/m)
    expect(receivers).toEqual(['attest', 'publish', 'release'])
    const comparing = receivers.map((name) =>
      workflow.jobs[name]?.steps.find((step) => step.name === 'Compare the checksums'),
    )
    for (const step of comparing) {
      expect(step).toEqual(comparing[0])
      expect(step?.env).toEqual({ FILES: '${{ needs.build.outputs.files }}' })
    }
    for (const name of receivers) {
      const steps = (workflow.jobs[name]?.steps ?? []).filter(
        ({ uses = '' }) => !uses.startsWith('actions/setup-node@'),
      )
      expect(steps.findIndex((step) => step.name === 'Compare the checksums')).toBe(1)
    }
  })

  test('runs commands that exist', () => {
    const { scripts }: { readonly scripts: object } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    )
    const used = jobs.flatMap(([, { steps }]) =>
      steps.flatMap(({ run = '' }) =>
        Array.from(run.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g), ([, name]) => name),
      ),
    )
    expect(used.length).toBeGreaterThan(3)
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(used))
  })

  // npm compares both names. With another one, the next release fails without saying so.
  test('has the file name and the environment that npm trusts by RELEASE.md', () => {
    const page = readFileSync(join(ROOT, 'RELEASE.md'), 'utf8')
    expect(page).toContain(
      `npm trust github origin-gate --repo origin-gate/origin-gate --file release.yml --env ${workflow.jobs['publish']?.environment} `,
    )
  })

  test('is described job by job in RELEASE.md', () => {
    const page = readFileSync(join(ROOT, 'RELEASE.md'), 'utf8')
    const rows = Array.from(
      page.matchAll(/^\| ([A-Z][^|]+) \| [^|]+ \| (?:read|sign|write) \|$/gm),
      ([, name]) => name,
    )
    expect(rows).toEqual(jobs.map(([, { name }]) => name))
  })
})
