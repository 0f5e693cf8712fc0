import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { INPUTS } from '../../src/config/inputs/inputs.ts'
import { fromFile, type Given, parsed } from '../config/support.ts'
import { ROOT } from '../support/workflow.ts'
import { isGate, jobsOf, WORKFLOWS } from './workflows.ts'

type Inputs = Readonly<Record<string, unknown>>

/** What expressions in inputs stand for. Secrets that aren't here are an address. */
const VALUES: Readonly<Record<string, string>> = {
  'env.URL': 'https://www.example.com/',
  'github.sha': '5f1c0a9b8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a',
  'github.event.workflow_run.head_sha': '5f1c0a9b8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a',
  'secrets.ACCESS_CLIENT_ID': '0123456789abcdef0123456789abcdef.access',
  'secrets.ACCESS_CLIENT_SECRET': '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
  'secrets.CLOUDFLARE_API_TOKEN': 'Vq3tZ8mW2xLr6nYc9kBs4hJd7pFg1uEa5oTiXw0z',
  'secrets.ORIGIN': '203.0.113.10',
  'secrets.STAGING_ORIGIN': '203.0.113.20',
  'secrets.origin': '203.0.113.10',
  'steps.balancer.outputs.name': 'web-1234567890.eu-central-1.elb.amazonaws.com',
  'steps.deploy.outputs.at': '2026-11-29T10:00:00Z',
  'steps.deploy.outputs.sha': '5f1c0a9b8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a',
  'steps.deploy.outputs.site': '0123456789ab',
  'steps.ingress.outputs.address': '203.0.113.30',
  'steps.preview.outputs.url': 'https://1a2b3c4d.shop.pages.dev',
  'steps.pull.outputs.number': '7',
}

/** The inputs of every step that runs Origin Gate, once for each job of a matrix. */
const gatesOf = (name: string): readonly Inputs[] =>
  jobsOf(name).flatMap(({ strategy, steps }) =>
    steps.filter(isGate).flatMap((step) => expanded(step.with ?? {}, strategy?.matrix ?? {})),
  )

/** The inputs with each value of a matrix in place of its name. */
function expanded(inputs: Inputs, matrix: Readonly<Record<string, readonly string[]>>): readonly Inputs[] {
  return Object.entries(matrix).reduce(
    (all, [key, values]) =>
      all.flatMap((each) => values.map((value) => evaluated(each, { [`matrix.${key}`]: value }))),
    [inputs],
  )
}

/** The inputs with the values of these expressions. Others stay. */
function evaluated(inputs: Inputs, values: Readonly<Record<string, string>>): Given {
  const entries = Object.entries(inputs).map(([name, value]) => [
    name,
    String(value).replaceAll(
      /\$\{\{ (\S+) \}\}/g,
      (whole, expression: string) => values[expression] ?? whole,
    ),
  ])
  return Object.fromEntries(entries)
}

test.each(WORKFLOWS.filter((name) => gatesOf(name).length > 0))(
  '%s sets only known inputs, to valid values',
  async (name) => {
    const names: ReadonlySet<string> = new Set(INPUTS.map((input) => input.name))
    for (const gate of gatesOf(name)) {
      expect(Object.keys(gate).filter((input) => !names.has(input))).toEqual([])
      const given = evaluated(gate, VALUES)
      expect(Object.values(given).filter((value) => value.includes('${{'))).toEqual([])
      const path = given['config'] ?? ''
      const result = path === '' ? parsed(given) : await fromFile(join(ROOT, path), given)
      expect(result).toMatchObject({ ok: true })
    }
  },
)

describe('every workflow checks a site', () => {
  test('except the one that only builds what a fork sends', () => {
    expect(WORKFLOWS.filter((name) => gatesOf(name).length === 0)).toEqual(['fork-build'])
  })
})

test('an example with a deploy checks for the new version wherever the old one keeps responding', () => {
  for (const name of ['webhook', 'load-balancer', 'fork-check']) {
    const [gate = {}] = gatesOf(name)
    expect(gate['expected-body']).toMatch(/sha \}\}$/)
  }
})
