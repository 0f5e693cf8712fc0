import { parseFlags, type Flags } from '../config/command/flags.ts'
import { helpText } from '../config/command/help.ts'
import type { CommandFlag } from '../config/inputs/command-flags.ts'
import type { InputReader } from '../config/inputs/inputs.ts'
import type { Problem } from '../config/parser/problems.ts'
import type { Config } from '../domain/config.ts'
import type { Report } from '../domain/report.ts'
import type { Network } from '../probe/types.ts'
import type { Recording } from '../recording/recording.ts'
import { VERSION } from '../version.ts'
import { readBaseline, readRecording, writeReport } from './files.ts'
import { cancelSignal, crashText, killIfLookupPending } from './process.ts'

const COMMAND = { shell: 'cli', defaultCommentKey: '', defaultReport: '' } as const

/**
 * Runs the command. Returns its exit code: 0 healthy or not in `fail-on`, 1 failed by `fail-on`, 2 the check could
 * not run.
 */
export async function run(): Promise<number> {
  const flags = parseFlags(process.argv.slice(2))
  switch (flags.kind) {
    case 'help':
      process.stdout.write(helpText())
      return 0
    case 'version':
      process.stdout.write(`origin-gate ${VERSION}\n`)
      return 0
    case 'refused':
      return runWith(flags, flags.problems)
    case 'run':
      return runWith(flags, [])
    default:
      return flags satisfies never
  }
}

type FlagValues = Pick<Extract<Flags, { kind: 'run' }>, 'input' | 'commandFlag'>

/** Checks the sites, or replays a recording. `flagProblems` are reported together with all others. */
async function runWith(
  { input, commandFlag }: FlagValues,
  flagProblems: readonly Problem[],
): Promise<number> {
  if (commandFlag('replay') === '') return check(input, commandFlag('record'), flagProblems)
  const recording = await readRecording(commandFlag('replay'))
  const problems = [
    ...flagProblems,
    ...(commandFlag('record') === '' ? [] : [problem('record', 'needs a check, and `--replay` makes none')]),
  ]
  return typeof recording === 'string'
    ? reject([...problems, problem('replay', recording)])
    : replay(recording, input, problems)
}

function problem(flag: CommandFlag, fault: string): Problem {
  return { input: flag, text: `\`--${flag}\` ${fault}.` }
}

/** Judges a recording again and prints the report. */
async function replay(
  recording: Recording,
  input: InputReader,
  flagProblems: readonly Problem[],
): Promise<number> {
  const { parseConfig } = await import('../config/parse.ts')
  const { NO_FILES } = await import('../config/files/pem-files.ts')
  const [{ site }] = recording.sites
  const parsed = parseConfig((name) => (name === 'url' ? site.url : input(name)), {
    ...COMMAND,
    files: NO_FILES,
  })
  const problems = [...flagProblems, ...(parsed.ok ? [] : parsed.problems)]
  if (!parsed.ok || problems.length > 0) return reject(problems)
  const { config } = parsed
  const { replayed } = await import('../run/conclude.ts')
  try {
    const earlier = await readBaseline(config.baseline)
    const report = replayed(recording, { ...config, ...(earlier !== undefined && { earlier }) })
    return await printReport(report, config)
  } catch (error) {
    return crashed(error)
  }
}

async function check(input: InputReader, record: string, flagProblems: readonly Problem[]): Promise<number> {
  const { parseConfig } = await import('../config/parse.ts')
  const { problemsOfReportPaths } = await import('../config/files/output-paths.ts')
  const { referencedFiles } = await import('../config/files/referenced.ts')
  const files = await referencedFiles(input)
  const parsed = parseConfig(input, { ...COMMAND, ...files })
  const paths = await problemsOfReportPaths({ report: input('report'), junit: input('junit'), record })
  const problems = [...flagProblems, ...(parsed.ok ? [] : parsed.problems), ...paths]
  if (!parsed.ok || problems.length > 0) return reject(problems)
  const { config } = parsed

  const [
    { runChecks },
    { networkOf },
    { labWarning },
    { systemClock },
    { progressPrinter },
    { recordingOf },
  ] = await Promise.all([
    import('../run/run.ts'),
    import('../probe/network/network.ts'),
    import('../probe/network/lab.ts'),
    import('../probe/network/clock.ts'),
    import('./progress-printer.ts'),
    import('../recording/write.ts'),
  ])
  const signal = cancelSignal()
  const warning = labWarning(process.env)
  if (warning !== undefined) printError(warning)
  const { stderr } = process
  const progress = progressPrinter(
    config.sites.length,
    stderr.isTTY ? { screen: stderr } : { print: printError },
  )
  const tokens = [config.publish.githubToken]
  try {
    const network = await networkOf(process.env)
    const report = await runChecks(config, {
      network,
      clock: systemClock,
      signal,
      onAddresses: () => undefined,
      onProgress: progress.print,
      readBaseline: () => readBaseline(config.baseline),
      ...(record !== '' && {
        onFinished: (finished) =>
          write('recording', record, JSON.stringify(recordingOf(finished, { ...config, tokens }), null, 2)),
      }),
    })
    progress.end()
    const code = await printReport(report, config)
    return signal.aborted ? cancelled(network) : code
  } catch (error) {
    return crashed(error)
  } finally {
    progress.end()
  }
}

/** Prints the report and writes its files. Returns the exit code. */
async function printReport(report: Report, config: Config): Promise<number> {
  const [{ RENDERERS }, { failsBy }] = await Promise.all([
    import('../report/render/index.ts'),
    import('../run/outcome.ts'),
  ])
  const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined
  const width = Math.min(process.stdout.columns ?? 100, 100)
  process.stdout.write(`${RENDERERS.text(report, { color, width })}\n`)
  write('JSON report', config.report, RENDERERS.json(report))
  write('JUnit report', config.junit, RENDERERS.junit(report))
  return failsBy(config.failOn, report) ? 1 : 0
}

function write(what: string, path: string, text: string): void {
  const failed = writeReport(path, text)
  if (failed !== undefined) printError(`The ${what} could not be written (${failed}). The verdict stands.`)
}

/** Ends a cancelled run, after its report. */
function cancelled(network: Network): number {
  printError('Stopped before the site was judged.')
  killIfLookupPending(network)
  return 2
}

function crashed(error: unknown): number {
  printError(crashText(error, 'Nothing is known about the site.'))
  return 2
}

function reject(problems: readonly Problem[]): number {
  for (const { text } of problems) printError(text)
  printError('Nothing was checked. See `origin-gate --help`.')
  return 2
}

function printError(line: string): void {
  process.stderr.write(`${line}\n`)
}
