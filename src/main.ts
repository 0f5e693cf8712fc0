import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filesOf } from './config/files.ts'
import type { InputName } from './config/inputs.ts'
import { parseConfig } from './config/parse.ts'
import type { Problem } from './config/problems.ts'
import { problemsOfReportPaths } from './config/report-path.ts'
import { secretsOf } from './config/secrets.ts'
import type { Config } from './domain/config.ts'
import type { Report } from './domain/report.ts'
import {
  endGroup,
  fail,
  group,
  inputIn,
  log,
  mask,
  promoteFalse,
  publishNothing,
  warnEarly,
} from './github/early.ts'
import { readEvent, type Event } from './github/event.ts'
import type { Published } from './github/index.ts'
import type { RunLinks } from './report/index.ts'
import { writeReport } from './report-file.ts'
import { failsBy, interrupted } from './verdict.ts'
import { VERSION } from './version.ts'

/** Everything that writes to GitHub. It is not needed before the looks are done, and they begin sooner without it. */
const publishing = () => import('./github/index.ts')
/** Everything that looks. Bad inputs are refused without it. */
const looking = () =>
  Promise.all([
    import('./run.ts'),
    import('./probe/network-of.ts'),
    import('./probe/clock.ts'),
    import('./report/progress.ts'),
  ])
const rendering = () => import('./report/index.ts')

/** The Action. Returns the exit code of the step. */
export async function run(): Promise<number> {
  const cancelled = new AbortController()
  process.once('SIGTERM', () => cancelled.abort())
  process.once('SIGINT', () => cancelled.abort())
  try {
    promoteFalse(process.env)
    return await gate(process.env, cancelled.signal)
  } catch (error) {
    if (cancelled.signal.aborted) return stopped()
    try {
      publishNothing(process.env, 'error')
    } catch {
      // The runner's file is the very thing that fails: a step that fails promotes nothing either.
    }
    fail(wentWrong(error), 'Origin Gate could not run')
    return 1
  }
}

async function gate(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number> {
  const input = (name: InputName): string => inputIn(env, name)
  const files = await filesOf(input)
  mask(secretsOf(input, files))
  const defaultReport = join(env['RUNNER_TEMP'] ?? tmpdir(), 'origin-gate', 'report.json')
  const parsed = parseConfig(input, {
    shell: 'action',
    defaultCommentKey: `${env['GITHUB_WORKFLOW'] ?? 'workflow'} / ${env['GITHUB_JOB'] ?? 'job'}`,
    defaultReport,
    files,
  })
  const event = readEvent(env)
  // What only a look beyond the inputs can tell: nobody should wait an hour for a report that cannot be written.
  const paths = await problemsOfReportPaths({
    report: input('report') === '' ? defaultReport : input('report'),
    junit: input('junit'),
  })
  const problems: readonly Problem[] = [
    ...(parsed.ok ? [] : parsed.problems),
    ...paths,
    ...('text' in event && input('comment') !== 'never' ? [event] : []),
  ]
  if (!parsed.ok || problems.length > 0) return refuse(problems, env)

  const { config } = parsed
  log(`origin-gate ${VERSION}`)
  const report = await looked(config, env, signal)
  if (signal.aborted) return stopped({ config, report })
  const [{ COMMENT_LIMIT, RENDERERS }, { publish, publishOutputs, warn }] = await Promise.all([
    rendering(),
    publishing(),
  ])
  log(RENDERERS.text(report))
  const unwritten = writeReport(config.report, RENDERERS.json(report))
  if (unwritten !== undefined)
    warn(`The JSON report could not be written (${unwritten}). The verdict stands.`)
  const links = 'text' in event ? {} : linksOf(event)
  const comment = RENDERERS.markdown(report, { limit: COMMENT_LIMIT, links })
  const summary = RENDERERS.markdown(report, { limit: SUMMARY_LIMIT, links })
  const published = await publish(
    { report, markdown: { comment, summary }, config: config.publish, ...('text' in event ? {} : { event }) },
    { signal },
  )
  // Told to stop while GitHub was slow: the site is judged, but nobody waits for a promotion any more.
  if (signal.aborted) return stopped({ config, report: interrupted(report), published })
  for (const warning of published.warnings) warn(warning)
  if (published.commentUrl !== '') log(`${COMMENTED[published.commentAction]}: ${published.commentUrl}`)
  publishOutputs(report, {
    report: unwritten === undefined ? config.report : '',
    commentId: published.commentId,
    commentUrl: published.commentUrl,
  })
  return failsBy(config.failOn, report) ? 1 : 0
}

/** GitHub takes 1 MiB for the summaries of a step. */
const SUMMARY_LIMIT = 900_000

/** For the log. */
const COMMENTED = {
  '': 'The comment',
  created: 'The comment was made',
  updated: 'The comment was brought up to date',
  unchanged: 'The comment says so already',
  outdated: 'The comment was left alone, since a newer run wrote it',
  unwanted: 'The comment',
} as const

function refuse(problems: readonly Problem[], env: NodeJS.ProcessEnv): number {
  publishNothing(env, 'error')
  for (const { input, text } of problems) fail(text, `Origin Gate: ${input}`)
  log('Nothing was probed: the inputs need mending first.')
  return 1
}

async function looked(config: Config, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Report> {
  const [first] = config.sites
  const what = config.sites.length === 1 ? first.url : `${config.sites.length} sites`
  const direct = first.origins.length === 0 ? '' : ' and directly at the origin'
  group(`Looking at ${what} through Cloudflare${direct}`)
  // One look may take as long as its slowest request.
  const waiting = setInterval(() => log('… still waiting for an answer'), 10_000)
  try {
    const [{ run: look }, { networkOf }, { systemClock }, { progressLine }] = await looking()
    return await look(config, {
      network: await networkOf(env),
      clock: systemClock,
      signal,
      reveal: (addresses) => (config.showOrigin ? undefined : mask(addresses)),
      tell: (progress) => {
        const name = config.sites.length === 1 ? '' : `${progress.site.url} `
        log(name + progressLine(progress))
        waiting.refresh()
        // The pause before the next look is time enough to load what comes after the last one.
        if (progress.pause !== undefined) void Promise.all([rendering(), publishing()])
      },
    })
  } finally {
    clearInterval(waiting)
    endGroup()
  }
}

function linksOf({ headSha, runUrl, runNumber }: Event): RunLinks {
  return { commit: headSha, runUrl, runNumber }
}

/** What a run that was told to stop knows. `published`: the site was judged by then, and the report was told. */
interface Unfinished {
  readonly config: Config
  readonly report: Report
  readonly published?: Published
}

/**
 * The end of a run that was told to stop. What is known goes into the log, the JSON report, the summary and the outputs. The
 * comment stays as it is: it speaks of a run that finished judging.
 */
async function stopped(known?: Unfinished): Promise<number> {
  publishNothing(process.env, 'inconclusive')
  if (known !== undefined) await tellUnfinished(known)
  warnEarly(
    'The run was cancelled, so nothing is promoted. A comment may be missing, or tell of an earlier run.',
  )
  // Whoever cancels waits three seconds at most, and an exit would wait for a resolver that stays silent.
  const { resolverOwes } = await import('./probe/network.ts')
  if (resolverOwes()) process.kill(process.pid, 'SIGKILL')
  return 1
}

async function tellUnfinished({ config, report, published }: Unfinished): Promise<void> {
  const [{ RENDERERS }, { publishOutputs, publishSummary, warn }] = await Promise.all([
    rendering(),
    publishing(),
  ])
  if (published === undefined) log(RENDERERS.text(report))
  const unwritten = writeReport(config.report, RENDERERS.json(report))
  const summary =
    published === undefined
      ? RENDERERS.markdown(report, { limit: SUMMARY_LIMIT })
      : '\n> The run was cancelled while it told of this, so nothing is promoted.\n'
  const unsummarised = config.publish.jobSummary ? await publishSummary(summary) : undefined
  if (unsummarised !== undefined) warn(unsummarised)
  publishOutputs(report, {
    report: unwritten === undefined ? config.report : '',
    commentId: published?.commentId ?? '',
    commentUrl: published?.commentUrl ?? '',
  })
}

/** Node's messages carry addresses: only where it happened is said. */
function wentWrong(error: unknown): string {
  const name = Error.isError(error) ? error.name : typeof error
  const frames = Error.isError(error)
    ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
    : []
  const where = frames.slice(0, 5).map((line) => line.trim())
  return [
    `This is a fault of Origin Gate, not of the site (${name}). Nothing is known about the site; \`promote\` is false.`,
    'Please open an issue at https://github.com/origin-gate/origin-gate/issues with these lines:',
    ...where,
  ].join('\n')
}
