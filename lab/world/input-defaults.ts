import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

/**
 * The defaults that `action.yml` declares: the runner fills them in where a workflow gives nothing. Expressions are
 * left out, since they take a runner to evaluate.
 */
export async function inputDefaults(): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(new URL('../../action.yml', import.meta.url), 'utf8')
  const { inputs }: { inputs: Record<string, { default?: unknown }> } = parse(text)
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, { default: value }]) => {
      const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      return known && !String(value).includes('${{') ? [[name, String(value)]] : []
    }),
  )
}
