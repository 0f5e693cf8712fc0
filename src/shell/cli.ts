import type { CommandFlag } from '../config/inputs/command-flags.ts'
import { parseFlags, type Flags } from '../config/command/flags.ts'
import { helpText } from '../config/command/help.ts'
import type { InputName } from '../config/inputs/inputs.ts'
import type { Problem } from '../config/parser/problems.ts'
import type { Config } from '../domain/config.ts'
import type { Report } from '../domain/report.ts'
import type { EarlierReport } from '../report/baseline/baseline.ts'
import type { Recording } from '../recording/recording.ts'
import { writeReport } from './report-file.ts'
import { VERSION } from '../version.ts'

type Read = (name: InputName) => string

const COMMAND = { shell: 'cli', defaultCommentKey: '', defaultReport: '' } as const

/** The command. Returns its exit code: 0 healthy or not in `fail-on`, 1 failed by it, 2 the check could not run. */
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
      return gate(flags, flags.problems)
    case 'run':
      return gate(flags, [])
    default:
      return flags satisfies never
  }
}

type Given = Pick<Extract<Flags, { kind: 'run' }>, 'input' | 'own'>

async function gate({ input, own }: Given, flagged: readonly Problem[]): Promise<number> {
  if (own('replay') === '') return check(input, own('record'), flagged)
  const { recordingAt } = await import('./recording-file.ts')
  const found = recordingAt(own('replay'))
  const both = own('record') === '' ? [] : [problem('record', 'needs a look, and `--replay` makes none')]
  if (typeof found === 'string') return refuse([...flagged, ...both, problem('replay', found)])
  return replay(found, input, [...flagged, ...both])
}

function problem(flag: CommandFlag, fault: string): Problem {
  return { input: flag, text: `\`--${flag}\` ${fault}.` }
}

/** Judges and tells once more what a run saw. */
async function replay(recording: Recording, input: Read, flagged: readonly Problem[]): Promise<number> {
  const { parseConfig } = await import('../config/parse.ts')
  const { NO_FILES } = await import('../config/files/pem-files.ts')
  const [{ site }] = recording.sites
  const parsed = parseConfig((name) => (name === 'url' ? site.url : input(name)), {
    ...COMMAND,
    files: NO_FILES,
  })
  if (!parsed.ok || flagged.length > 0) return refuse([...flagged, ...(parsed.ok ? [] : parsed.problems)])
  const { replayed } = await import('../run/run.ts')
  try {
    const earlier = await earlierOf(parsed.config)
    const telling = { ...parsed.config, ...(earlier !== undefined && { earlier }) }
    return await tell(replayed(recording, telling), parsed.config)
  } catch (error) {
    return crashed(error)
  }
}

async function check(input: Read, record: string, flagged: readonly Problem[]): Promise<number> {
  const { parseConfig } = await import('../config/parse.ts')
  const { problemsOfReportPaths } = await import('../config/files/output-paths.ts')
  const { referencedFiles } = await import('../config/files/referenced.ts')
  const given = await referencedFiles(input)
  const parsed = parseConfig(input, { ...COMMAND, ...given })
  const paths = await problemsOfReportPaths({ report: input('report'), junit: input('junit'), record })
  const problems = [...flagged, ...(parsed.ok ? [] : parsed.problems), ...paths]
  if (!parsed.ok || problems.length > 0) return refuse(problems)
  const { config } = parsed

  const [{ run: look }, { networkOf }, { systemClock }, { progressPrinter }, { recordingOf }] =
    await Promise.all([
      import('../run/run.ts'),
      import('../probe/network/network-of.ts'),
      import('../probe/network/clock.ts'),
      import('./progress-printer.ts'),
      import('../recording/write.ts'),
    ])
  const stop = new AbortController()
  process.once('SIGTERM', () => stop.abort())
  process.once('SIGINT', () => stop.abort())
  const tokens = [config.publish.githubToken]
  const progress = progressPrinter(config.sites.length, process.stderr)
  try {
    const report = await look(config, {
      network: await networkOf(process.env),
      clock: systemClock,
      signal: stop.signal,
      onAddresses: () => undefined,
      onProgress: progress.tell,
      readBaseline: () => earlierOf(config),
      ...(record !== '' && {
        onFinished: (seen) =>
          write('recording', record, JSON.stringify(recordingOf(seen, { ...config, tokens }), null, 2)),
      }),
    })
    progress.end()
    const code = await tell(report, config)
    return stop.signal.aborted ? await stopped() : code
  } catch (error) {
    return crashed(error)
  } finally {
    progress.end()
  }
}

async function earlierOf({ baseline }: Config): Promise<EarlierReport | undefined> {
  if (baseline === '') return undefined
  const { earlierAt } = await import('./baseline-file.ts')
  return earlierAt(baseline)
}

/** Says what a run came to, in the terminal and in files. Returns the exit code. */
async function tell(report: Report, config: Config): Promise<number> {
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

/** What was known is told by then. */
async function stopped(): Promise<number> {
  process.stderr.write('Stopped before the site was judged.\n')
  const { hasPendingLookup } = await import('../probe/network/network.ts')
  if (hasPendingLookup()) process.kill(process.pid, 'SIGKILL')
  return 2
}

function write(what: string, path: string, json: string): void {
  const unwritten = writeReport(path, json)
  if (unwritten !== undefined) {
    process.stderr.write(`The ${what} could not be written (${unwritten}). The verdict stands.\n`)
  }
}

function crashed(error: unknown): number {
  const name = Error.isError(error) ? error.name : 'unknown'
  process.stderr.write(`This is a fault of origin-gate, not of the site: ${name}.\n`)
  return 2
}

function refuse(problems: readonly Problem[]): number {
  for (const { text } of problems) process.stderr.write(`${text}\n`)
  process.stderr.write('Nothing was probed. See `origin-gate --help`.\n')
  return 2
}
