import { type ParsedConfig, parseConfig } from '../../src/config/parse.ts'

export type Given = Readonly<Record<string, string>>

export const read =
  (given: Given) =>
  (name: string): string =>
    given[name] ?? ''

/** The inputs as the Action's shell would pass them. */
export function parsed(given: Given, shell: 'action' | 'cli' = 'action'): ParsedConfig {
  return parseConfig(read(given), {
    shell,
    defaultCommentKey: 'deploy / check',
    defaultReport: 'report.json',
  })
}

/** The texts of all problems; none when the inputs are good. */
export function problems(given: Given): readonly string[] {
  const result = parsed(given)
  return result.ok ? [] : result.problems.map((problem) => problem.text)
}
