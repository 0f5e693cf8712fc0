import { join, normalize } from 'node:path'
import { mergeArguments } from '../../config/command/merge.ts'
import { firstProblems, printable, type Problem } from '../../config/parser/problems.ts'
import type { Report } from '../../domain/report.ts'
import { expanded } from '../../files/expand.ts'
import { isSameFile, NO_FILE, readBounded, STANDARD_INPUT } from '../../files/read.ts'
import { list, plural } from '../../shared/text.ts'
import { VERSION } from '../../version.ts'
import { END_RENDERING } from '../files.ts'
import { crashText } from '../process/crash.ts'
import type { Lifecycle } from '../process/lifecycle.ts'
import { exitCodeOf } from './command.ts'
import { printError, printSentences, publishReport } from './publish-report.ts'

const loadMerging = () => import('./replaying.ts')
type Merging = Awaited<ReturnType<typeof loadMerging>>

/**
 * `origin-gate merge FILE...`: prints one report on the sites of several JSON reports, and writes the files that the
 * flags name. Connects to nothing. Returns the exit code, as of a check.
 *
 * @param printHelp returns the exit code
 */
export async function runMerge(
  args: readonly string[],
  life: Lifecycle,
  printHelp: () => Promise<number>,
): Promise<number> {
  try {
    return await Promise.race([merge(args, life, printHelp), life.crash])
  } catch (error) {
    printError(crashText(error, 'Nothing was merged.'))
    return 2
  }
}

async function merge(
  args: readonly string[],
  life: Lifecycle,
  printHelp: () => Promise<number>,
): Promise<number> {
  const { env, stdout } = process
  const parsed = mergeArguments(args, env)
  if (parsed.kind === 'help') return printHelp()
  if (parsed.kind === 'version') {
    stdout.write(`origin-gate ${VERSION}\n`)
    return 0
  }
  const { files, wanted } = parsed
  const merging = await loadMerging()
  const read = readAll(files, merging)
  const targets = wanted === undefined ? [] : problemsOfTargets(wanted.output, read.paths)
  const problems = [...parsed.problems, ...targets, ...read.problems]
  const [first, ...rest] = read.reports
  if (wanted === undefined || first === undefined || problems.length > 0) return reject(problems)
  const { output, failOn } = wanted
  if (!output.quiet) for (const note of versionNotes(read.reports)) printSentences(`Note: ${note}`)
  const report = merging.merged([first.report, ...rest.map(({ report }) => report)])
  // Until here, a signal ends it at once. Now it would leave half a file.
  life.catchSignals(() => undefined)
  const isLate = (): boolean => life.endsIn(END_RENDERING)
  // Its Markdown is for a comment.
  await publishReport(report, output, merging, isLate, merging.COMMENT_LIMIT)
  return exitCodeOf(report, { failOn })
}

interface ReadReport {
  /** As it is shown: a path in backquotes, or `Standard input`. */
  readonly name: string
  readonly report: Report
}

interface ReadAll {
  readonly reports: readonly ReadReport[]
  /** The files, without standard input. */
  readonly paths: readonly string[]
  readonly problems: readonly Problem[]
}

/** Bytes of all reports: parsed, they take several times that in memory. */
const MAX_TOTAL = 512 * 1024 * 1024

function readAll(files: readonly string[], { MAX_REPORT_SIZE, ...merging }: Merging): ReadAll {
  const problems: Problem[] = []
  const refuse = (text: string): void => void problems.push({ input: 'file', text })
  const found = files.map((file) => ({ file, paths: expanded(file) }))
  for (const { file, paths } of found)
    if (paths.length === 0)
      refuse(
        `No file matches \`${printable(file)}\`. Check the path, and that the checks wrote their reports.`,
      )
  const reports: ReadReport[] = []
  const all = [...new Set(found.flatMap(({ paths }) => paths.map((path) => normalize(path))))]
  let total = 0
  for (const path of all) {
    const name = path === '-' ? 'Standard input' : `\`${printable(path)}\``
    const file = readBounded(path === '-' ? STANDARD_INPUT : path, MAX_REPORT_SIZE, { pipes: true })
    total += file.ok ? file.bytes.length : 0
    if (total > MAX_TOTAL) {
      refuse(`${name} is too much: the reports are larger than 512 MiB in all. ${FEWER}`)
      break
    }
    const report = file.ok ? merging.reportIn(file.bytes.toString('utf8')) : file.fault
    if (typeof report === 'string') refuse(`${name} ${report}. ${fixOf(report, path, merging)}`)
    else reports.push({ name, report })
  }
  return { reports, paths: all.filter((path) => path !== '-'), problems }
}

const FEWER = 'Merge some of them with `--report` first, then merge the results.'

/** What to do about a file that can't be merged. */
function fixOf(fault: string, path: string, { FAULTS }: Pick<Merging, 'FAULTS'>): string {
  if (path === '-') return 'Pipe the report of a check to it, or use the path of a file.'
  switch (fault) {
    case NO_FILE:
      return 'If its check was cancelled or could not run, run it again. Otherwise, check the path.'
    case 'is a folder':
      return `Use the reports in it, such as \`${printable(join(path, '*.json'))}\`.`
    case FAULTS.json:
      return 'It may be incomplete. Run its check again.'
    case FAULTS.other:
      return 'Use a file that `--report` or the input `report` wrote.'
    case FAULTS.schema:
      return 'Use the version of origin-gate that wrote it.'
    case FAULTS.empty:
      return 'Its check could not run. The log of the check says why.'
    default:
      return fault.startsWith('is larger')
        ? 'Check fewer sites in one run.'
        : 'Use a report that a check wrote, and the version of origin-gate that wrote it.'
  }
}

/** Files that would be overwritten, and then merged again the next time. */
function problemsOfTargets(
  output: Readonly<Record<'report' | 'junit' | 'html' | 'badge', string>>,
  paths: readonly string[],
): readonly Problem[] {
  return (['report', 'junit', 'html', 'badge'] as const).flatMap((name) => {
    const target = output[name]
    return target !== '' && paths.some((path) => path === target || isSameFile(path, target))
      ? [
          {
            input: name,
            text: `\`--${name}\`: \`${printable(target)}\` is also one of the reports to merge. Use another file, which the pattern does not match.`,
          },
        ]
      : []
  })
}

/** Reports of other versions, of which this one may leave something out. */
function versionNotes(reports: readonly ReadReport[]): readonly string[] {
  const others = reports.filter(({ report }) => report.version !== VERSION)
  const [first] = others
  if (first === undefined) return []
  const subject =
    others.length === 1
      ? `${first.name} was written`
      : `${plural(others.length, 'report')}, such as ${first.name}, were written`
  const versions = list([...new Set(others.map(({ report }) => report.version))].slice(0, 3))
  return [
    `${subject} by version ${versions}, and this is ${VERSION}. What this version does not know is left out.`,
  ]
}

function reject(problems: readonly Problem[]): number {
  for (const { text } of firstProblems(problems)) printSentences(text)
  printError('Nothing was merged. See `origin-gate merge --help`.')
  return 2
}
