import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cause, Remedy, RemedyContext } from '../../src/domain/cause.ts'

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

/** What a cause advises in each of its forms, once per distinct remedy, by the form; in general: ''. */
export function remediesOf(cause: Cause): ReadonlyMap<string, Remedy> {
  const remedies = new Map<string, Remedy>()
  const seen = new Set<string>()
  for (const context of CONTEXTS)
    for (const form of ['', ...WORDS]) {
      const remedy = cause.remedy({ ...context, ...(form !== '' && { form }) })
      const key = JSON.stringify(remedy)
      if (!seen.has(key)) remedies.set(`${form === '' ? 'in general' : form}, port ${context.port}`, remedy)
      seen.add(key)
    }
  return remedies
}
