import { flagWords } from '../../config/command/flag-words.ts'
import type { Output, Printed } from '../../config/command/output.ts'
import type { Report } from '../../domain/report.ts'
import type { FILE_RENDERERS, fileRenderer, RENDERERS } from '../../report/render/index.ts'
import { wrap } from '../../shared/text.ts'
import { pace } from '../../shared/turns.ts'
import { CUT_SHORT, printReport, unwritten, writeFurtherReports, writeReport } from '../files.ts'
import { columnsOf, hasColors } from './terminal.ts'

/** The renderers, which are loaded late. */
export interface Rendering {
  readonly FILE_RENDERERS: typeof FILE_RENDERERS
  readonly fileRenderer: typeof fileRenderer
  readonly RENDERERS: typeof RENDERERS
}

/** Columns of the text: the maximum, and the width where a terminal's is unknown. */
const WIDTH = 100

/** Bytes of Markdown: GitHub discards a larger job summary. */
const MAX_SUMMARY = 900_000

/**
 * Prints the report as the flags say, and writes its files.
 *
 * @param maxMarkdown in bytes of UTF-8
 */
export async function publishReport(
  report: Report,
  output: Output,
  rendering: Rendering,
  isLate: () => boolean = () => false,
  maxMarkdown = MAX_SUMMARY,
): Promise<void> {
  const { FILE_RENDERERS, fileRenderer } = rendering
  if (output.format !== 'text') {
    const { format } = output
    const document = await whole(await documentOf(report, format, rendering, maxMarkdown), isLate)
    if (document === undefined)
      printError(`The ${NAMES[format]} is not printed, because the run was cancelled.`)
    else for (const part of document) process.stdout.write(part)
  }
  if (output.text !== 'nowhere') {
    const stream = process[output.text]
    const options = {
      color: hasColors(stream, process.env),
      width: Math.min(columnsOf(stream) ?? WIDTH, WIDTH),
      reword: flagWords,
    }
    const print = (text: string): void => void stream.write(text)
    if (await printReport(FILE_RENDERERS.text(report, options), print, isLate)) print('\n')
    else printError(CUT_SHORT)
  }
  const write = async (what: string, path: string, render: () => Iterable<string>): Promise<void> => {
    const failed = await writeReport(path, render, isLate)
    if (failed !== undefined) printError(unwritten(what, failed))
  }
  await write(NAMES.json, output.report, () => FILE_RENDERERS.json(report))
  for (const warning of await writeFurtherReports(report, output, fileRenderer, isLate)) printError(warning)
}

const NAMES = {
  json: 'JSON report',
  junit: 'JUnit report',
  html: 'HTML report',
  markdown: 'Markdown report',
  badge: 'badge',
} as const

async function documentOf(
  report: Report,
  format: Exclude<Printed, 'text'>,
  { RENDERERS, fileRenderer }: Rendering,
  limit: number,
): Promise<() => Iterable<string>> {
  if (format === 'markdown') return () => [RENDERERS.markdown(report, { limit })]
  const render = await fileRenderer(format)
  return () => render(report)
}

/**
 * All pieces of a document, or undefined if there is no time for it: a program that reads half a document fails on it.
 * Buffers, because they don't count against Node's heap.
 */
async function whole(
  render: () => Iterable<string>,
  isLate: () => boolean,
): Promise<readonly Buffer[] | undefined> {
  const pause = pace()
  const pieces: Buffer[] = []
  if (isLate()) return undefined
  for (const piece of render()) {
    pieces.push(Buffer.from(piece))
    await pause()
    if (isLate()) return undefined
  }
  return pieces
}

/** Prints sentences for people. On a terminal, lines break between words. */
export function printSentences(text: string): void {
  const columns = columnsOf(process.stderr)
  printError(columns === undefined ? text : wrap(text, columns, '', '', 'whole').join('\n'))
}

export function printError(line: string): void {
  process.stderr.write(`${line}\n`)
}
