import type { Run } from './run-action.ts'
import { seenText } from './seen-text.ts'
import type { Expectation } from '../scenarios/scenario.ts'

/** How a run differs from what was expected, one line per difference. `not` lists causes that must not be named. */
export function differences(expected: Expectation, run: Run, not: readonly string[] = []): readonly string[] {
  const { outputs, report } = run
  const healthy = expected.verdict === 'healthy'
  const expectedOutputs: Readonly<Record<string, string | undefined>> = {
    verdict: expected.verdict,
    promote: String(healthy),
    cause: expected.cause,
    category: expected.category,
    confidence: expected.confidence,
    trend: expected.trend,
    warnings: healthy ? String(expected.warnings?.length ?? 0) : undefined,
  }
  const found: string[] = []
  for (const [name, value] of Object.entries(expectedOutputs)) {
    if (value !== undefined && outputs[name] !== value)
      found.push(`${name} is "${outputs[name] ?? ''}", expected "${value}"`)
  }
  for (const kind of ['warnings', 'notes'] as const) {
    const ids = report?.[kind].map(({ id }) => id) ?? []
    for (const id of expected[kind] ?? [])
      if (!ids.includes(id)) found.push(`${id} is not among the ${kind} (${ids.join(', ')})`)
  }
  if (not.includes(outputs['cause'] ?? ''))
    found.push(`${outputs['cause']} is a near miss and was named as the cause`)
  const text = seenText(run)
  for (const words of expected.says ?? [])
    if (!occurs(words, text)) found.push(`the text lacks ${quoted(words)}`)
  for (const words of expected.neverSays ?? [])
    if (occurs(words, text)) found.push(`the text says ${quoted(words)}`)
  const code = expected.verdict === 'unhealthy' ? 1 : 0
  if (run.code !== code) found.push(`the exit code is ${run.code}, expected ${code}`)
  return found
}

const occurs = (words: string | RegExp, text: string): boolean =>
  typeof words === 'string' ? text.toLowerCase().includes(words.toLowerCase()) : words.test(text)

const quoted = (words: string | RegExp): string => (typeof words === 'string' ? `"${words}"` : String(words))
