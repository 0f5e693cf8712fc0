import type { Flags } from '../../config/command/flags.ts'
import { problemsOfReportPaths } from '../../config/files/output-paths.ts'
import { problemsOfTrustedCertificates } from '../../config/files/trusted-certificates.ts'
import { NO_FILES } from '../../config/files/pem-files.ts'
import { referencedFiles } from '../../config/files/referenced.ts'
import type { CommandFlag } from '../../config/inputs/command-flags.ts'
import type { InputReader } from '../../config/inputs/inputs.ts'
import { parseConfig } from '../../config/parse.ts'
import { declarePublic, publicValuesIn } from '../../shared/public-values.ts'
import { firstProblems, type Problem } from '../../config/parser/problems.ts'
import type { Config } from '../../domain/config.ts'
import type { Report } from '../../domain/report.ts'
import type { Recording } from '../../recording/recording.ts'
import type { FILE_RENDERERS } from '../../report/render/index.ts'
import { failureBy } from '../../run/outcome.ts'
import { CUT_SHORT, END_RENDERING, END_REPORT, printReport, unwritten, writeReport } from '../files.ts'
import { crashText } from '../process/crash.ts'
import type { Lifecycle } from '../process/lifecycle.ts'
import { shortageAtStart } from '../process/shortage.ts'

// Loaded late: bad flags need neither.
const loadChecking = () => import('../checking.ts')
const loadReplaying = () => import('./replaying.ts')

interface Rendering {
  readonly FILE_RENDERERS: typeof FILE_RENDERERS
}

/** Without a signal, of a run that could check the sites. */
const EXIT_CODES = { healthy: 0, unhealthy: 1, warning: 1, inconclusive: 3 } as const

const COMMAND = { shell: 'command', defaultCommentKey: '', defaultReport: '' } as const

type FlagValues = Pick<Extract<Flags, { kind: 'run' }>, 'input' | 'commandFlag'>

/** Checks the sites, or replays a recording. `flagProblems` are reported together with all others. */
export async function runWith(
  { input, commandFlag }: FlagValues,
  flagProblems: readonly Problem[],
  life: Lifecycle,
): Promise<number> {
  try {
    return await Promise.race([runCommand({ input, commandFlag }, flagProblems, life), life.crash])
  } catch (error) {
    printError(crashText(error, 'Nothing is known about the site.'))
    return 2
  }
}

async function runCommand(
  { input, commandFlag }: FlagValues,
  flagProblems: readonly Problem[],
  life: Lifecycle,
): Promise<number> {
  declarePublic(publicValuesIn(process.env))
  if (commandFlag('replay') === '') return check(input, commandFlag('record'), flagProblems, life)
  const replaying = await loadReplaying()
  const recording = replaying.readRecording(commandFlag('replay'))
  const problems = [
    ...flagProblems,
    ...(commandFlag('record') === '' ? [] : [problem('record', 'needs a check, and `--replay` makes none')]),
  ]
  return typeof recording === 'string'
    ? reject([...problems, problem('replay', recording)])
    : replay(replaying, recording, input, problems)
}

function problem(flag: CommandFlag, fault: string): Problem {
  return { input: flag, text: `\`--${flag}\` ${fault}.` }
}

/** Judges a recording again and prints the report. */
async function replay(
  { readBaseline, replayed, ...rendering }: Awaited<ReturnType<typeof loadReplaying>>,
  recording: Recording,
  input: InputReader,
  flagProblems: readonly Problem[],
): Promise<number> {
  const [{ site }] = recording.sites
  const parsed = parseConfig((name) => (name === 'url' ? site.url : input(name)), {
    ...COMMAND,
    files: NO_FILES,
  })
  const problems = [...flagProblems, ...(parsed.ok ? [] : parsed.problems)]
  if (!parsed.ok || problems.length > 0) return reject(problems)
  const { config } = parsed
  const earlier = await readBaseline(config.baseline)
  const report = replayed(recording, { ...config, ...(earlier !== undefined && { earlier }) })
  return publishReport(report, config, rendering)
}

async function check(
  input: InputReader,
  record: string,
  flagProblems: readonly Problem[],
  life: Lifecycle,
): Promise<number> {
  const shortage = shortageAtStart(process.env)
  if (shortage !== undefined) throw shortage
  const files = await referencedFiles(input)
  const parsed = parseConfig(input, { ...COMMAND, ...files })
  const paths = problemsOfReportPaths({ report: input('report'), junit: input('junit'), record })
  const problems = [
    ...flagProblems,
    ...(parsed.ok ? [] : parsed.problems),
    ...paths,
    ...problemsOfTrustedCertificates(process.env),
  ]
  if (!parsed.ok || problems.length > 0) return reject(problems)
  const { config } = parsed

  const { labWarning, loadRecorder, loadRendering, networkOf, ...checking } = await loadChecking()
  const { recorder } = record === '' ? {} : await loadRecorder()
  const signal = life.catchSignals(() => undefined)
  const warning = labWarning(process.env)
  if (warning !== undefined) printError(warning)
  const isLate = (): boolean => life.endsIn(END_RENDERING)
  const { stderr } = process
  const progress = checking.progressPrinter(
    config.sites.length,
    stderr.isTTY ? { screen: stderr } : { print: printError },
  )
  try {
    const report = await checking.runChecks(config, {
      network: networkOf(process.env),
      clock: checking.systemClock,
      ownsProcess: true,
      signal,
      isLate: () => life.endsIn(END_REPORT),
      onAddresses: () => undefined,
      onProgress: progress.print,
      readBaseline: () => checking.readBaseline(config.baseline),
      ...(recorder !== undefined && {
        keepPages: true,
        onFinished: recorder(record, config, (failed) => printError(unwritten('recording', failed))),
      }),
    })
    progress.end()
    const rendering = await loadRendering()
    const code = await publishReport(report, config, rendering, isLate)
    await life.settled()
    if (signal.aborted) printError('Stopped before the site was judged.')
    return code
  } finally {
    progress.end()
  }
}

/** Prints the report and writes its files. Returns the exit code. */
async function publishReport(
  report: Report,
  config: Config,
  { FILE_RENDERERS }: Rendering,
  isLate: () => boolean = () => false,
): Promise<number> {
  const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined
  const width = Math.min(process.stdout.columns ?? 100, 100)
  const write = async (what: string, path: string, render: () => Iterable<string>): Promise<void> => {
    const failed = await writeReport(path, render, isLate)
    if (failed !== undefined) printError(unwritten(what, failed))
  }
  if (await printReport(FILE_RENDERERS.text(report, { color, width }), print, isLate)) print('\n')
  else printError(CUT_SHORT)
  await write('JSON report', config.report, () => FILE_RENDERERS.json(report))
  await write('JUnit report', config.junit, () => FILE_RENDERERS.junit(report))
  return EXIT_CODES[failureBy(config.failOn, report) ?? 'healthy']
}

function print(text: string): void {
  process.stdout.write(text)
}

function reject(problems: readonly Problem[]): number {
  for (const { text } of firstProblems(problems)) printError(text)
  printError('Nothing was checked. See `origin-gate --help`.')
  return 2
}

function printError(line: string): void {
  process.stderr.write(`${line}\n`)
}
