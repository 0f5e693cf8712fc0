import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SERVERS } from '../../src/diagnosis/servers/index.ts'
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

/** What a cause advises in each of its forms and at each server, once per distinct remedy, by its context in words. */
export function remediesOf(cause: Cause): ReadonlyMap<string, Remedy> {
  const known = made.get(cause)
  if (known !== undefined) return known
  const remedies = new Map<string, Remedy>()
  const seen = new Set<string>()
  const isNew = (context: RemedyContext): boolean => {
    const remedy = cause.remedy(context)
    const { form = 'in general', port, server } = context
    const text = JSON.stringify(remedy)
    // Advice that names the form, as Cloudflare's code, exists for any word.
    const key = text.includes(`code ${form}`) ? text.replaceAll(form, 'FORM') : text
    if (seen.has(key)) return false
    seen.add(key)
    remedies.set([form, `port ${port}`, ...(server === undefined ? [] : [server])].join(', '), remedy)
    return true
  }
  for (const context of CONTEXTS)
    for (const form of ['', ...WORDS]) {
      const general = { ...context, ...(form !== '' && { form }) }
      if (isNew(general)) for (const { name } of SERVERS) isNew({ ...general, server: name })
    }
  made.set(cause, remedies)
  return remedies
}

const made = new WeakMap<Cause, ReadonlyMap<string, Remedy>>()
