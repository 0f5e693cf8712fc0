import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { EXAMPLES } from '../../scripts/docs.ts'
import { INPUTS } from '../../src/config/inputs/inputs.ts'
import { OUTPUTS } from '../../src/config/inputs/outputs.ts'
import { fromFile, type Given, parsed } from './support.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const source = (name: string): string => readFileSync(join(ROOT, 'examples', `${name}.yml`), 'utf8')

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>
}

const workflowOf = (name: string): Workflow => parse(source(name), { uniqueKeys: true, strict: true })

/**
 * The first versions that run on Node 24: since September 2026, runners have no Node 20. See the release notes of
 * https://github.com/actions/checkout, https://github.com/actions/cache and https://github.com/actions/upload-artifact.
 */
const NODE_24: Readonly<Record<string, number>> = { checkout: 5, cache: 5, 'upload-artifact': 6 }

/** Outputs of GitHub's actions that the examples read. */
const OF_GITHUB = ['artifact-url']

/** The inputs of every step that runs Origin Gate. */
const gatesOf = (name: string): readonly Readonly<Record<string, unknown>>[] =>
  Object.values(workflowOf(name).jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ uses }) => uses?.startsWith('origin-gate/origin-gate@') === true)
    .map((step) => step.with ?? {})

test('every example is in the README', () => {
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

  test('grants exactly the permissions that its inputs need: none may push', () => {
    const gates = gatesOf(name)
    const switched = (input: string): boolean => gates.some((gate) => gate[input] === true)
    expect(workflowOf(name).permissions).toEqual({
      contents: 'read',
      'pull-requests': 'write',
      ...(switched('check-run') && { checks: 'write' }),
      ...(switched('deployment-status') && { deployments: 'write' }),
    })
  })
})
