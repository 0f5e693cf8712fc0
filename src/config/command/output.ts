import { isOpenAs } from '../../files/read.ts'
import { list } from '../../shared/text.ts'
import { didYouMean } from '../parser/did-you-mean.ts'
import { alternatives } from '../parser/parser.ts'
import { didYouMeanText, type Problem, printable } from '../parser/problems.ts'
import { parseBoolean } from '../values/scalars.ts'
import type { Given } from './given.ts'

/** What standard output can get. */
export const FORMATS = ['text', 'json', 'markdown', 'junit', 'html'] as const
export type Format = (typeof FORMATS)[number]
/** What the path `-` prints. `--format` has no badge, because it is one line of a report. */
export type Printed = Format | 'badge'

/** What the command prints, where, and which files it writes. */
export interface Output {
  /** What standard output gets. It never gets two things. */
  readonly format: Printed
  /** Where the text for people goes. */
  readonly text: 'stdout' | 'stderr' | 'nowhere'
  /** Paths of the files; empty for one that is not written. */
  readonly report: string
  readonly junit: string
  readonly html: string
  readonly badge: string
  readonly record: string
  /** Neither progress nor notes. */
  readonly quiet: boolean
}

export type ParsedOutput =
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** The inputs whose path may be `-`, and what standard output then gets. */
const FILES = [
  ['report', 'json'],
  ['junit', 'junit'],
  ['html', 'html'],
  ['badge', 'badge'],
] as const satisfies readonly (readonly [string, Printed])[]

/** Other names of the formats. */
const MEANT: ReadonlyMap<string, Format> = new Map([
  ['md', 'markdown'],
  ['xml', 'junit'],
  ['txt', 'text'],
  ['plain', 'text'],
])

export function outputOf({ read }: Given): ParsedOutput {
  const problems: Problem[] = []
  const refuse = (input: string, text: string): void => void problems.push({ input, text })

  const typed = read('format').trim()
  const named = FORMATS.find((format) => format === (typed === '' ? 'text' : typed))
  if (named === undefined) {
    const guess = didYouMeanText(MEANT.get(typed.toLowerCase()) ?? didYouMean(typed, FORMATS))
    refuse(
      'format',
      `\`format\`: \`${printable(typed)}\` is not a known format. Use ${alternatives(FORMATS)}.${guess}`,
    )
  }
  const quiet = parseBoolean(read('quiet').trim() || 'false')
  if (!quiet.ok)
    refuse(
      'quiet',
      `\`quiet\`: \`${printable(read('quiet'))}\` is not a valid boolean. Use \`true\` or \`false\`.`,
    )

  const taken = FILES.filter(([name]) => isStandardOutput(read(name)))
  const [first, second] = taken
  if (second !== undefined) {
    const names = list(taken.map(([name]) => `\`--${name}\``))
    refuse(
      second[0],
      `${names} can't ${taken.length > 2 ? 'all' : 'both'} be standard output. Use a file for all but one of them.`,
    )
  }
  if (first !== undefined && named !== undefined && named !== 'text') {
    const [name, format] = first
    const fix =
      named === format
        ? `\`--format ${named}\` already prints it. Remove one of them.`
        : `\`--format ${named}\` uses that already. Use a file, or remove \`--format\`.`
    refuse(name, `\`${name}\` can't be standard output. ${fix}`)
  }
  const record = read('record').trim()
  if (isStandardOutput(record))
    refuse('record', "`record` can't be standard output. Use the path of a file, such as `run.json`.")

  if (problems.length > 0 || named === undefined || !quiet.ok) return { ok: false, problems }
  const path = (name: string): string => (isStandardOutput(read(name)) ? '' : read(name).trim())
  const text =
    first === undefined ? (named === 'text' ? 'stdout' : 'nowhere') : quiet.value ? 'nowhere' : 'stderr'
  return {
    ok: true,
    output: {
      format: first?.[1] ?? named,
      text,
      report: path('report'),
      junit: path('junit'),
      html: path('html'),
      badge: path('badge'),
      record,
      quiet: quiet.value,
    },
  }
}

/** Whether there is an HTML report, for which the run keeps raw responses. */
export function hasHtml({ format, html }: Output): boolean {
  return format === 'html' || html !== ''
}

/** Also by another path for it: opened again, it would mix with the text. */
function isStandardOutput(text: string): boolean {
  const path = text.trim()
  return path === '-' || (path !== '' && isOpenAs(path, 1))
}
