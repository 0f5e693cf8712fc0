import { type Files, NO_FILES } from '../../src/config/files/pem-files.ts'
import { referencedFiles } from '../../src/config/files/referenced.ts'
import { type ParsedConfig, parseConfig } from '../../src/config/parse.ts'

export type Given = Readonly<Record<string, string>>

export const read =
  (given: Given) =>
  (name: string): string =>
    given[name] ?? ''

/** Parses inputs as the Action does. */
export function parsed(
  given: Given,
  { shell = 'action', files = NO_FILES }: { shell?: 'action' | 'command'; files?: Files } = {},
): ParsedConfig {
  return parseConfig(read(given), {
    shell,
    defaultCommentKey: 'deploy / check',
    defaultReport: 'report.json',
    files,
  })
}

/** The texts of all problems; empty when the inputs are valid. */
export function problems(given: Given, files: Files = NO_FILES): readonly string[] {
  const result = parsed(given, { files })
  return result.ok ? [] : result.problems.map((problem) => problem.text)
}

/** Parses a sites file, with other inputs if any. */
export async function fromFile(path: string, given: Given = {}): Promise<ParsedConfig> {
  const input = read({ ...given, config: path })
  return parseConfig(input, {
    shell: 'action',
    defaultCommentKey: 'deploy / check',
    defaultReport: 'report.json',
    ...(await referencedFiles(input)),
  })
}
