import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cause, Remedy, RemedyContext } from '../../src/domain/cause.ts'
import { SERVERS } from '../../src/diagnosis/servers/index.ts'

const WORD = /(?<=')[a-z][a-z0-9-]*(?=')|(?<=[{,]\s*)[a-z][a-z0-9]*(?=:)|(?<=')[A-Z][\w.& -]{1,40}(?=')/g

const DIAGNOSIS = join(import.meta.dirname, '..', '..', 'src', 'diagnosis')

/** Every word in quotes, and every key. The names of all forms are among them. */
export const WORDS: readonly string[] = [
  ...new Set(
    globSync('**/*.ts', { cwd: DIAGNOSIS })
      .toSorted()
      .flatMap((file) => readFileSync(join(DIAGNOSIS, file), 'utf8').match(WORD) ?? []),
  ),
].toSorted()

export const CONTEXTS: readonly [RemedyContext, ...RemedyContext[]] = [
  { host: 'www.shop.example', port: 443, tls: true },
  { host: 'www.shop.example', port: 8080, tls: false },
]

/** What a cause advises in each of its forms and at each server, once per distinct remedy. */
export function remediesOf(cause: Cause): ReadonlyMap<string, Remedy> {
  const remedies = new Map<string, Remedy>()
  const seen = new Set<string>()
  const add = (name: string, context: RemedyContext): void => {
    const remedy = cause.remedy(context)
    const key = JSON.stringify(remedy)
    if (!seen.has(key)) remedies.set(`${name}, port ${context.port}`, remedy)
    seen.add(key)
  }
  for (const context of CONTEXTS) {
    add('in general', context)
    for (const form of WORDS) add(form, { ...context, form })
    for (const { name } of SERVERS) add(name, { ...context, server: name })
  }
  return remedies
}
