import { parseFlags } from './config/flags.ts'
import { helpText } from './config/help.ts'
import type { InputName } from './config/inputs.ts'
import type { Problem } from './config/problems.ts'
import { writeReport } from './report-file.ts'
import { VERSION } from './version.ts'

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
      return check(flags.input, flags.problems)
    case 'run':
      return check(flags.input, [])
    default:
      return flags satisfies never
  }
}

async function check(input: (name: InputName) => string, flagged: readonly Problem[]): Promise<number> {
  const { parseConfig } = await import('./config/parse.ts')
  const { problemsOfReportPaths } = await import('./config/report-path.ts')
  const { filesOf } = await import('./config/files.ts')
  const files = await filesOf(input)
  const parsed = parseConfig(input, { shell: 'cli', defaultCommentKey: '', defaultReport: '', files })
  const paths = await problemsOfReportPaths({ report: input('report'), junit: input('junit') })
  const problems = [...flagged, ...(parsed.ok ? [] : parsed.problems), ...paths]
  if (!parsed.ok || problems.length > 0) return refuse(problems)
  const { config } = parsed

  const [
    { run: look, Cancelled },
    { networkOf },
    { systemClock },
    { RENDERERS },
    { progressLine },
    { failsBy },
  ] = await Promise.all([
    import('./run.ts'),
    import('./probe/network-of.ts'),
    import('./probe/clock.ts'),
    import('./report/index.ts'),
    import('./report/progress.ts'),
    import('./verdict.ts'),
  ])
  const stop = new AbortController()
  process.once('SIGTERM', () => stop.abort())
  process.once('SIGINT', () => stop.abort())
  const colour = process.stdout.isTTY && process.env['NO_COLOR'] === undefined
  try {
    const report = await look(config, {
      network: await networkOf(process.env),
      clock: systemClock,
      signal: stop.signal,
      reveal: () => undefined,
      tell: (progress) => process.stderr.write(`${progressLine(progress)}\n`),
    })
    const width = Math.min(process.stdout.columns ?? 100, 100)
    process.stdout.write(`${RENDERERS.text(report, { colour, width })}\n`)
    const failures = [
      ['JSON', writeReport(config.report, RENDERERS.json(report))],
      ['JUnit', writeReport(config.junit, RENDERERS.junit(report))],
    ]
    for (const [format, failure] of failures) {
      if (failure === undefined) continue
      process.stderr.write(`The ${format} report could not be written (${failure}). The verdict stands.\n`)
    }
    return failsBy(config.failOn, report) ? 1 : 0
  } catch (error) {
    if (error instanceof Cancelled) {
      process.stderr.write('Stopped before the site was judged.\n')
      const { resolverOwes } = await import('./probe/network.ts')
      if (resolverOwes()) process.kill(process.pid, 'SIGKILL')
      return 2
    }
    process.stderr.write(
      `This is a fault of origin-gate, not of the site: ${Error.isError(error) ? error.name : 'unknown'}.\n`,
    )
    return 2
  }
}

function refuse(problems: readonly Problem[]): number {
  for (const { text } of problems) process.stderr.write(`${text}\n`)
  process.stderr.write('Nothing was probed. See `origin-gate --help`.\n')
  return 2
}
