import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { once } from '../../src/probe/cache.ts'

/**
 * The defaults in `action.yml`, which the runner fills in for inputs that a workflow omits. Leaves out expressions,
 * because evaluating them takes a runner.
 */
export const inputDefaults = once(async (): Promise<Readonly<Record<string, string>>> => {
  const text = await readFile(new URL('../../action.yml', import.meta.url), 'utf8')
  const { inputs }: { inputs: Record<string, { default?: unknown }> } = parse(text)
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, { default: value }]) => {
      const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      return known && !String(value).includes('${{') ? [[name, String(value)]] : []
    }),
  )
})
