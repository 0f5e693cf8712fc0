/** The workflow that a version tag starts. */
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly run?: string
}

interface Workflow {
  readonly on: unknown
  readonly permissions: unknown
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions?: unknown; readonly needs?: unknown; readonly steps: readonly Step[] }
    >
  >
}

const text = (path: string): Promise<string> => readFile(new URL(`../${path}`, import.meta.url), 'utf8')

/** Steps that change something outside the runner. */
const PUBLISHES =
  /\bgh (?:release|api|attestation)\b|\bgit push\b|\bnpm publish\b|release-action|action-gh-release|attest|origin-gate@/

let workflow: Workflow
beforeAll(async () => {
  workflow = parse(await text('.github/workflows/release.yml'), { strict: true, uniqueKeys: true })
})

const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps)

const indexOf = (pattern: RegExp): number =>
  stepsOf(workflow).findIndex(({ run, uses }) => pattern.test(`${run ?? ''}\n${uses ?? ''}`))

describe('the release workflow', () => {
  test('starts with a version tag only, and may only read', () => {
    expect(workflow.on).toEqual({ push: { tags: ['v*.*.*'] } })
    expect(workflow.permissions).toEqual({ contents: 'read' })
  })

  test('checks the age of the ranges and then the commit, before anything is published', () => {
    const order = [/^npm ci$/m, /^npm run ranges -- --max-age 90d$/m, /^\.ci\/run$/m].map(indexOf)
    expect(order.every((at) => at >= 0)).toBe(true)
    expect(order.toSorted((a, b) => a - b)).toEqual(order)
    const published = indexOf(PUBLISHES)
    if (published >= 0) expect(Math.max(...order)).toBeLessThan(published)
    // Every other job, such as one that may write, waits for the job with the checks.
    const [first = '', ...others] = Object.keys(workflow.jobs)
    expect(others.filter((name) => ![workflow.jobs[name]?.needs].flat().includes(first))).toEqual([])
  })

  test('only warns of old sources', () => {
    const warning = /^npm run sources -- --max-age 1y \|\| echo '::warning::[^']+'$/m
    expect(indexOf(warning)).toBeGreaterThan(indexOf(/^npm ci$/m))
  })

  test('runs commands that exist', async () => {
    const { scripts }: { readonly scripts: object } = JSON.parse(await text('package.json'))
    const used = stepsOf(workflow).flatMap(({ run = '' }) =>
      Array.from(run.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g), ([, name]) => name),
    )
    expect(used.length).toBeGreaterThan(0)
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(used))
  })
})
