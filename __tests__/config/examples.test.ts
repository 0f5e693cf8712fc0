import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { quotedExamples } from '../../scripts/docs.ts'
import { INPUTS } from '../../src/config/inputs/inputs.ts'
import { OUTPUTS } from '../../src/config/inputs/outputs.ts'
import { fromFile, type Given, parsed } from './support.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const source = (name: string): string => readFileSync(join(ROOT, 'examples', `${name}.yml`), 'utf8')

interface Step {
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

type Permissions = Readonly<Record<string, string>>

interface CallJob {
  readonly uses: string
  readonly with: Readonly<Record<string, unknown>>
  readonly secrets: Readonly<Record<string, string>>
  readonly permissions: Permissions
}

interface Job {
  readonly permissions?: Permissions
  readonly env?: Readonly<Record<string, unknown>>
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> }
  readonly steps: readonly Step[]
}

interface Workflow {
  readonly permissions: Permissions
  readonly jobs: Readonly<Record<string, Job>>
}

/** A workflow of ours that others call. */
interface Reusable extends Workflow {
  readonly on: {
    readonly workflow_call: {
      readonly inputs: Readonly<Record<string, { readonly required?: boolean; readonly default?: unknown }>>
      readonly secrets: Readonly<Record<string, { readonly required?: boolean }>>
    }
  }
}

/** Only they have permissions of their own, for the API and the commit. */
const MONITORS: ReadonlySet<string> = new Set(['monitor', 'monitor-short'])

const EXAMPLES = quotedExamples()

const STRICT = { uniqueKeys: true, strict: true } as const

const reusable = (): Reusable =>
  parse(readFileSync(join(ROOT, '.github', 'workflows', 'monitor.yml'), 'utf8'), STRICT)

const stepsOf = (workflow: Workflow): unknown => workflow.jobs['monitor']?.steps

const variablesOf = (workflow: Workflow): readonly string[] =>
  Object.keys(workflow.jobs['monitor']?.env ?? {})

/** With the steps of the workflow that it calls. */
const workflowOf = (name: string): Workflow => {
  const workflow: Workflow = parse(source(name), STRICT)
  return name === 'monitor-short' ? { ...workflow, jobs: reusable().jobs } : workflow
}

/** What expressions stand for, when no job sets them. */
const VALUES: Readonly<Record<string, string>> = {
  'env.URL': 'https://www.example.com/',
  'steps.deploy.outputs.sha': '5f1c0a9b8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a',
  'steps.deploy.outputs.at': '2026-11-29T10:00:00Z',
}

/**
 * The first versions that run on Node 24: since September 2026, runners have no Node 20. See the release notes of
 * https://github.com/actions/checkout, https://github.com/actions/cache, https://github.com/actions/upload-artifact,
 * https://github.com/actions/download-artifact and https://github.com/actions/setup-node.
 */
const NODE_24: Readonly<Record<string, number>> = {
  checkout: 5,
  cache: 5,
  'upload-artifact': 6,
  'download-artifact': 8,
  'setup-node': 5,
}

/** Outputs of GitHub's actions and of the examples' own steps. */
const OF_GITHUB = ['artifact-url', 'code', 'at', 'sha', 'site', 'key', 'check']

const isGate = ({ uses }: Step): boolean => uses?.startsWith('origin-gate/origin-gate@') === true

const isCheckout = ({ uses }: Step): boolean => uses?.startsWith('actions/checkout@') === true

/** The inputs of every step that runs Origin Gate, once for each job of a matrix. */
const gatesOf = (name: string): readonly Readonly<Record<string, unknown>>[] =>
  Object.values(workflowOf(name).jobs).flatMap(({ strategy, steps }) =>
    steps.filter(isGate).flatMap((step) => expanded(step.with ?? {}, strategy?.matrix ?? {})),
  )

/** The inputs with each value of a matrix in place of its name. */
function expanded(
  inputs: Readonly<Record<string, unknown>>,
  matrix: Readonly<Record<string, readonly string[]>>,
): readonly Readonly<Record<string, unknown>>[] {
  return Object.entries(matrix).reduce(
    (all, [key, values]) => all.flatMap((each) => values.map((value) => withValue(each, key, value))),
    [inputs],
  )
}

function withValue(
  inputs: Readonly<Record<string, unknown>>,
  key: string,
  value: string,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(inputs).map(([name, text]) => [
    name,
    typeof text === 'string' ? text.replaceAll(`\${{ matrix.${key} }}`, value) : text,
  ])
  return Object.fromEntries(entries)
}

test('every example is quoted in a document', () => {
  const files = readdirSync(join(ROOT, 'examples')).flatMap((file) =>
    file.endsWith('.yml') ? [file.replace(/\.yml$/, '')] : [],
  )
  expect(files.toSorted()).toEqual([...EXAMPLES].toSorted())
})

describe.each(EXAMPLES)('%s', (name) => {
  test('sets only known inputs, to valid values', async () => {
    const names: ReadonlySet<string> = new Set(INPUTS.map((input) => input.name))
    const gates = gatesOf(name)
    expect(gates.length).toBeGreaterThan(0)
    for (const gate of gates) {
      expect(Object.keys(gate).filter((input) => !names.has(input))).toEqual([])
      const values = Object.entries(gate).map(([input, value]) => [
        input,
        String(value).replace(/^\$\{\{ (.*) \}\}$/, (_, name: string) => VALUES[name] ?? '203.0.113.10'),
      ])
      const given: Given = Object.fromEntries(values)
      const path = given['config'] ?? ''
      const result = path === '' ? parsed(given) : await fromFile(join(ROOT, path), given)
      expect(result).toMatchObject({ ok: true })
    }
  })

  test('reads only known outputs', () => {
    const names: ReadonlySet<string> = new Set([...OUTPUTS.map((output) => output.name), ...OF_GITHUB])
    const read = [...source(name).matchAll(/(?:steps|needs)\.[\w-]+\.outputs\.([\w-]+)/g)].map(
      ([, output]) => output,
    )
    expect(read.filter((output) => output === undefined || !names.has(output))).toEqual([])
  })

  test("uses GitHub's actions in versions that run on Node 24", () => {
    const text = source(name)
    const versioned = (uses: string): string => {
      const version = text.split(`${uses} # `)[1]?.split('.')[0]
      return version === undefined ? uses : uses.replace(/@.*/, `@${version}`)
    }
    const steps = Object.values(workflowOf(name).jobs).flatMap((job) => job.steps)
    for (const { uses = '' } of steps) {
      const [, action = '', version] = /^actions\/([\w-]+)\S*@v(\d+)$/.exec(versioned(uses)) ?? []
      if (uses.startsWith('actions/'))
        expect([uses, Number(version) >= (NODE_24[action] ?? Infinity)]).toEqual([uses, true])
    }
  })

  test('grants nothing to all jobs', () => {
    expect(workflowOf(name).permissions).toEqual({})
  })

  test('pins the actions of others by their commit, with the version as a comment', () => {
    for (const [line] of source(name).matchAll(/^.*\buses: (?!origin-gate\/).*$/gm))
      if (!MONITORS.has(name)) expect(line).toMatch(/uses: [\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test('leaves no token behind after a checkout', () => {
    const steps = Object.values(workflowOf(name).jobs).flatMap((job) => job.steps)
    for (const step of steps.filter(isCheckout))
      expect(step.with).toMatchObject({ 'persist-credentials': false })
  })

  if (MONITORS.has(name)) return
  test('grants each job exactly the permissions that its steps need', () => {
    for (const job of Object.values(workflowOf(name).jobs).filter(({ steps }) => steps.some(isGate))) {
      const gates = job.steps.filter(isGate).map((step) => step.with ?? {})
      const switched = (input: string): boolean => gates.some((gate) => gate[input] === true)
      const comments = gates.some((gate) => gate['comment'] !== 'never')
      expect(job.permissions).toEqual({
        ...(job.steps.some(isCheckout) && { contents: 'read' }),
        ...(name === 'commit-comment' && { contents: 'write' }),
        ...(comments && { 'pull-requests': 'write' }),
        ...(switched('check-run') && { checks: 'write' }),
        ...(switched('deployment-status') && { deployments: 'write' }),
      })
    }
  })
})

test('the example with a baseline keeps the report of a failed check too: without it, the history has no outage', () => {
  const [saved, ...others] = Object.values(workflowOf('baseline').jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ uses }) => uses?.startsWith('actions/cache/save@') === true)
  expect(others).toEqual([])
  expect(saved?.if).toBe("${{ !cancelled() && steps.gate.outputs.report != '' }}")
})

describe('the monitor', () => {
  const complete = workflowOf('monitor')
  const { jobs: calls }: { readonly jobs: Readonly<Record<string, CallJob>> } = parse(source('monitor-short'))
  const call = calls['monitor']

  test('has the same steps in the workflow that users call and in the one that they copy', () => {
    const copied: unknown = JSON.parse(
      JSON.stringify(stepsOf(complete)).replace('secrets.ORIGIN', 'secrets.origin'),
    )
    expect(copied).toEqual(stepsOf(reusable()))
    expect(variablesOf(complete)).toEqual(variablesOf(reusable()))
  })

  test('gets all that it requires from the workflow that calls it', () => {
    const { inputs, secrets } = reusable().on.workflow_call
    expect(call?.uses).toBe('origin-gate/origin-gate/.github/workflows/monitor.yml@v1')
    expect(Object.keys(call?.with ?? {}).filter((input) => !(input in inputs))).toEqual([])
    const required = Object.entries(inputs).filter(([, input]) => input.required === true)
    expect(required.map(([input]) => input)).toEqual(Object.keys(call?.with ?? {}))
    expect(Object.keys(secrets)).toEqual(Object.keys(call?.secrets ?? {}))
  })

  test('grants nothing to all jobs, and the same to its job everywhere', () => {
    const needed = { contents: 'write', deployments: 'read', issues: 'write' }
    expect([complete.permissions, reusable().permissions, workflowOf('monitor-short').permissions]).toEqual([
      {},
      {},
      {},
    ])
    expect(complete.jobs['monitor']?.permissions).toEqual(needed)
    expect(reusable().jobs['monitor']?.permissions).toEqual(needed)
    // GitHub rejects a call that grants less than the called job names.
    expect(call?.permissions).toEqual(needed)
  })

  test('has no expression in a script, and no token in the environment of the job', () => {
    for (const { jobs } of [complete, reusable()])
      for (const { env, steps: all } of Object.values(jobs)) {
        expect(JSON.stringify(env)).not.toMatch(/token|secrets/)
        for (const { run = '' } of all) expect(run).not.toContain('${{')
      }
  })
})

test('the example of a bastion pins the host keys', () => {
  expect(source('bastion')).toContain('> ~/.ssh/known_hosts')
  expect(source('bastion')).not.toMatch(/StrictHostKeyChecking|accept-new|ssh-keyscan .*>/)
})

test('the example of a matrix grants the comment to one job', () => {
  const { jobs } = workflowOf('matrix')
  expect(jobs['report']?.permissions).toEqual({ 'pull-requests': 'write' })
  // A list that is only in one of them would never be checked, or never be merged.
  expect(source('matrix')).toContain(`report-{${jobs['check']?.strategy?.matrix['list']?.join(',')}}.json`)
})
