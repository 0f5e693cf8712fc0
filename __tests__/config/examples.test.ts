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
    const names: ReadonlySet<string> = new Set(OUTPUTS.map((output) => output.name))
    const read = [...source(name).matchAll(/(?:steps|needs)\.[\w-]+\.outputs\.([\w-]+)/g)].map(
      ([, output]) => output,
    )
    expect(read.filter((output) => output === undefined || !names.has(output))).toEqual([])
  })

  test('grants exactly the permissions that its inputs need', () => {
    const gates = gatesOf(name)
    const switched = (input: string): boolean => gates.some((gate) => gate[input] === true)
    expect(workflowOf(name).permissions).toEqual({
      contents: 'write',
      'pull-requests': 'write',
      ...(switched('check-run') && { checks: 'write' }),
      ...(switched('deployment-status') && { deployments: 'write' }),
    })
  })
})
