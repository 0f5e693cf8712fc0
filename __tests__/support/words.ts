import { effectOf } from '../../src/report/steps.ts'
import type { Cause, RemedyContext } from '../../src/domain/cause.ts'
import { CONTEXTS, WORDS } from './remedies.ts'

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
    ...steps.map((step, index) => `${index + 1}. **${step.action}**${step.details}${effectOf(step)}`),
    `\`${JSON.stringify(more)}\``,
  ].join('\n')
}
