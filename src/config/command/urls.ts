import type { Problem } from '../parser/problems.ts'

/** The URLs of the command line and of standard input as one list, and where each line comes from. */
export interface TypedUrls {
  readonly text: string
  /** For each line of the text, its line of standard input; undefined for those of the command line. */
  readonly lines: readonly (number | undefined)[]
}

/** The argument that stands for the URLs on standard input. */
const STANDARD_INPUT = '-'

export function needsStandardInput(urls: string): boolean {
  return linesOf(urls).includes(STANDARD_INPUT)
}

/**
 * Puts the lines of standard input in place of the first `-`. Blank lines and lines that start with `#` are left out.
 */
export function withStandardInput(urls: string, input: string): TypedUrls {
  const typed = linesOf(input).flatMap((text, index) =>
    text === '' || text.startsWith('#') ? [] : [{ text, line: index + 1 }],
  )
  const own = linesOf(urls)
  const at = own.indexOf(STANDARD_INPUT)
  const all = [
    ...own.slice(0, at).map(fromCommandLine),
    ...typed,
    ...own
      .slice(at + 1)
      .filter((text) => text !== STANDARD_INPUT)
      .map(fromCommandLine),
  ]
  return { text: all.map(({ text }) => text).join('\n'), lines: all.map(({ line }) => line) }
}

function fromCommandLine(text: string): { readonly text: string; readonly line: undefined } {
  return { text, line: undefined }
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/u).map((line) => line.trim())
}

/** A problem of a URL that names its line of standard input. */
export function withLine(problem: Problem, { lines }: Pick<TypedUrls, 'lines'>): Problem {
  if (problem.input !== 'url') return problem
  const line = problem.line === undefined ? undefined : lines[problem.line - 1]
  const text =
    line === undefined
      ? // The line of the joined list is not a line of anything that the user has.
        problem.text.replace(/^`url`, line \d+/u, '`url`')
      : problem.text.replace(/^`\w+`(?:, line \d+)?/u, `Standard input, line ${line}`)
  return { ...problem, text }
}
