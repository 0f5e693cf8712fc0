import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cause, RemedyContext } from '../../src/domain/cause.ts'

const WORD = /(?<=')[a-z][a-z0-9-]*(?=')|(?<=[{,]\s*)[a-z][a-z0-9]*(?=:)/g

const DIAGNOSIS = join(import.meta.dirname, '..', '..', 'src', 'diagnosis')

/** Every word in quotes, and every key. The names of all forms are among them. */
const WORDS: readonly string[] = [
  ...new Set(
    globSync('**/*.ts', { cwd: DIAGNOSIS })
      .toSorted()
      .flatMap((file) => readFileSync(join(DIAGNOSIS, file), 'utf8').match(WORD) ?? []),
  ),
].toSorted()

const CONTEXTS: readonly RemedyContext[] = [
  { host: 'www.shop.example', port: 443, tls: true },
  { host: 'www.shop.example', port: 8080, tls: false },
]

/** All words of a cause that don't depend on evidence, and its advice for each of its forms. */
export function staticWordsOf(cause: Cause): string {
  const { id, title, category, brief, hop, owner, meaning, recoversByItself, lookalikes } = cause
  const facts = { category, brief, hop: typeof hop === 'string' ? hop : 'depends', owner, recoversByItself }
  const advice = new Map<string, string[]>()
  for (const context of CONTEXTS)
    for (const form of ['', ...WORDS]) {
      const text = adviceIn(cause, { ...context, ...(form !== '' && { form }) })
      const general = form === '' ? '' : adviceIn(cause, context)
      // Advice that names the form, as Cloudflare's code, exists for any word.
      if (text === general || text.includes(`code ${form}`)) continue
      advice.set(text, [
        ...(advice.get(text) ?? []),
        `${form === '' ? 'in general' : form}, port ${context.port}`,
      ])
    }
  return [
    `# ${id}`,
    `${title}: \`${JSON.stringify(facts)}\``,
    ...meaning,
    ...lookalikes.map(
      ({ what, distinguishedBy }) => `- ${typeof what === 'string' ? what : what.other}: ${distinguishedBy}`,
    ),
    ...[...advice].flatMap(([text, of]) => [`## ${of.join('; ')}`, text]),
    '',
  ].join('\n\n')
}

function adviceIn(cause: Cause, context: RemedyContext): string {
  const { summary, steps, ...more } = cause.remedy(context)
  return [
    summary,
    ...steps.map(({ action, details }, index) => `${index + 1}. **${action}**${details}`),
    `\`${JSON.stringify(more)}\``,
  ].join('\n')
}
