import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { EXAMPLES as README_EXAMPLES, LOCKED_EXAMPLES, SCALE_EXAMPLES } from '../../scripts/docs.ts'
import { INPUTS } from '../../src/config/inputs/inputs.ts'
import { OUTPUTS } from '../../src/config/inputs/outputs.ts'
import { fromFile, type Given, parsed } from './support.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const source = (name: string): string => readFileSync(join(ROOT, 'examples', `${name}.yml`), 'utf8')

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

type Permissions = Readonly<Record<string, string>>

interface Job {
  readonly permissions?: Permissions
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> }
  readonly steps: readonly Step[]
}

interface Workflow {
  readonly permissions: Permissions
  readonly jobs: Readonly<Record<string, Job>>
}

const EXAMPLES = [...README_EXAMPLES, ...LOCKED_EXAMPLES, ...SCALE_EXAMPLES]

const workflowOf = (name: string): Workflow => parse(source(name), { uniqueKeys: true, strict: true })

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
const OF_GITHUB = ['artifact-url', 'code']

const isGate = ({ uses }: Step): boolean => uses?.startsWith('origin-gate/origin-gate@') === true

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
        String(value).startsWith('${{') ? '203.0.113.10' : String(value),
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
    const steps = Object.values(workflowOf(name).jobs).flatMap((job) => job.steps)
    for (const { uses = '' } of steps) {
      const [, action = '', version] = /^actions\/([\w-]+)\S*@v(\d+)$/.exec(uses) ?? []
      if (uses.startsWith('actions/'))
        expect([uses, Number(version) >= (NODE_24[action] ?? Infinity)]).toEqual([uses, true])
    }
  })

  test('grants each job exactly the permissions that its inputs need: none may push', () => {
    const { permissions, jobs } = workflowOf(name)
    const gateJobs = Object.values(jobs).filter(({ steps }) => steps.some(isGate))
    const gates = gatesOf(name)
    const switched = (input: string): boolean => gates.some((gate) => gate[input] === true)
    const comments = gates.some((gate) => gate['comment'] !== 'never')
    for (const job of gateJobs)
      expect(job.permissions ?? permissions).toEqual({
        contents: 'read',
        ...(comments && { 'pull-requests': 'write' }),
        ...(switched('check-run') && { checks: 'write' }),
        ...(switched('deployment-status') && { deployments: 'write' }),
      })
  })
})

test('the example of a bastion grants nothing to all jobs, and pins the host key', () => {
  expect(workflowOf('bastion').permissions).toEqual({})
  expect(source('bastion')).toContain('> ~/.ssh/known_hosts')
  expect(source('bastion')).not.toMatch(/StrictHostKeyChecking|accept-new|ssh-keyscan .*>/)
})

test('the example of a matrix grants nothing to all jobs, and the comment to one', () => {
  const { permissions, jobs } = workflowOf('matrix')
  expect(permissions).toEqual({})
  expect(jobs['report']?.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' })
  // A list that is only in one of them would never be checked, or never be merged.
  expect(source('matrix')).toContain(`report-{${jobs['check']?.strategy?.matrix['list']?.join(',')}}.json`)
})
