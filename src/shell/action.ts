import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { referencedFiles } from '../config/files/referenced.ts'
import type { InputName } from '../config/inputs/inputs.ts'
import { parseConfig } from '../config/parse.ts'
import type { Problem } from '../config/parser/problems.ts'
import { problemsOfReportPaths } from '../config/files/output-paths.ts'
import { secretsOf } from '../config/secrets.ts'
import type { Config } from '../domain/config.ts'
import type { Report } from '../domain/report.ts'
import {
  endGroup,
  fail,
  group,
  inputIn,
  log,
  mask,
  promoteFalse,
  publishNothing,
} from '../github/runner/workflow-commands.ts'
import { lazyInProgress, type LazyInProgress } from '../github/in-progress/lazy.ts'
import { readEvent, type Event } from '../github/event/event.ts'
import type { EarlierReport } from '../report/baseline/baseline.ts'
import type { RunLinks } from '../report/render/index.ts'
import { writeReport } from './report-file.ts'
import { finishCancelled } from './cancelled.ts'
import { failsBy, interrupted } from '../run/outcome.ts'
import { VERSION } from '../version.ts'

/** Everything that writes to GitHub. It is not needed before the looks are done, and they begin sooner without it. */
const publishing = () => import('../github/index.ts')
/** Everything that looks. Bad inputs are refused without it. */
const looking = () =>
  Promise.all([
    import('../run/run.ts'),
    import('../probe/network/network-of.ts'),
    import('../probe/network/clock.ts'),
    import('../report/progress/line.ts'),
    import('../report/progress/many-sites.ts'),
  ])
const rendering = () => import('../report/render/index.ts')

/** The Action. Returns the exit code of the step. */
export async function run(): Promise<number> {
  const cancelled = new AbortController()
  const announcer = lazyInProgress()
  process.once('SIGTERM', () => cancelled.abort())
  process.once('SIGINT', () => cancelled.abort())
  try {
    promoteFalse(process.env)
    return await gate(process.env, cancelled.signal, announcer)
  } catch (error) {
    if (cancelled.signal.aborted) return finishCancelled(process.env, announcer)
    try {
      publishNothing(process.env, 'error')
    } catch {
      // The runner's file is the very thing that fails: a step that fails promotes nothing either.
    }
    fail(wentWrong(error), 'Origin Gate could not run')
    await announcer.withdraw('failed')
    return 1
  }
}

async function gate(env: NodeJS.ProcessEnv, signal: AbortSignal, announcer: LazyInProgress): Promise<number> {
  const input = (name: InputName): string => inputIn(env, name)
  const given = await referencedFiles(input)
  mask(secretsOf(input, given))
  const defaultReport = join(env['RUNNER_TEMP'] ?? tmpdir(), 'origin-gate', 'report.json')
  const parsed = parseConfig(input, {
    shell: 'action',
    defaultCommentKey: `${env['GITHUB_WORKFLOW'] ?? 'workflow'} / ${env['GITHUB_JOB'] ?? 'job'}`,
    defaultReport,
    ...given,
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
    ...('text' in event && (parsed.ok ? asks(parsed.config) : input('comment') !== 'never') ? [event] : []),
  ]
  if (!parsed.ok || problems.length > 0) return refuse(problems, env)

  const { config } = parsed
  log(`origin-gate ${VERSION}`)
  const announce = (): void => {
    if ('text' in event || !asks(config)) return
    announcer.announce({ event, config: config.publish, url: config.sites[0].url })
  }
  if (beforehand(config, event)) announce()
  const report = await looked(config, env, signal, announce)
  if (signal.aborted) return finishCancelled(env, announcer, { config, report })
  const [{ COMMENT_LIMIT, RENDERERS }, { publish, publishOutputs, warn }] = await Promise.all([
    rendering(),
    publishing(),
  ])
  log(RENDERERS.text(report))
  const unwritten = writeReport(config.report, RENDERERS.json(report))
  if (unwritten !== undefined)
    warn(`The JSON report could not be written (${unwritten}). The verdict stands.`)
  const untold = writeReport(config.junit, RENDERERS.junit(report))
  if (untold !== undefined) warn(`The JUnit report could not be written (${untold}). The verdict stands.`)
  const links = 'text' in event ? {} : linksOf(event)
  const comment = RENDERERS.markdown(report, { limit: COMMENT_LIMIT, links })
  const summary = RENDERERS.markdown(report, { limit: SUMMARY_LIMIT, links, diagram: true })
  announce()
  const announced = await announcer.announced()
  const failed = failsBy(config.failOn, report)
  const published = await publish(
    {
      report,
      markdown: { comment, summary },
      config: config.publish,
      failed,
      ...(announced !== undefined && { announced }),
    },
    { signal },
  )
  // Told to stop while GitHub was slow: the site is judged, but nobody waits for a promotion any more.
  if (signal.aborted)
    return finishCancelled(env, announcer, { config, report: interrupted(report), published })
  for (const warning of published.warnings) warn(warning)
  if (published.commentUrl !== '') log(`${COMMENTED[published.commentAction]}: ${published.commentUrl}`)
  publishOutputs(env, report, {
    report: unwritten === undefined ? config.report : '',
    commentId: published.commentId,
    commentUrl: published.commentUrl,
  })
  return failed ? 1 : 0
}

/** Milliseconds between two lines on many sites. */
const BETWEEN_SUMS = 5000

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

/** @param meanwhile told in every pause, for what can be done there */
async function looked(
  config: Config,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  meanwhile: () => void,
): Promise<Report> {
  const [first] = config.sites
  const what = config.sites.length === 1 ? first.url : `${config.sites.length} sites`
  const direct = config.sites.every(({ origins }) => origins.length === 0)
    ? ''
    : ' and directly at the origin'
  group(`Looking at ${what} through Cloudflare${direct}`)
  const [
    { run: look },
    { networkOf },
    { systemClock },
    { progressLine },
    { manySitesProgress, MAX_LINE_PER_SITE },
  ] = await looking()
  const crowd = config.sites.length > MAX_LINE_PER_SITE ? manySitesProgress(config.sites.length) : undefined
  // Sites have origins in common, and each line of this is one of the log.
  const masked = new Set<string>()
  const sum = (): void => (crowd === undefined ? undefined : log(crowd.line(systemClock.now())))
  // One look may take as long as its slowest request.
  const waiting =
    crowd === undefined
      ? setInterval(() => log('… still waiting for an answer'), 10_000)
      : setInterval(sum, BETWEEN_SUMS)
  try {
    return await look(config, {
      network: await networkOf(env),
      clock: systemClock,
      signal,
      onAddresses: (addresses) => {
        if (!config.showOrigin) mask(addresses.filter((address) => !masked.has(address)))
        for (const address of addresses) masked.add(address)
      },
      readBaseline: () => earlierOf(config),
      onProgress: (progress) => {
        crowd?.saw(progress)
        if (crowd === undefined) {
          const name = config.sites.length === 1 ? '' : `${progress.site.url} `
          log(name + progressLine(progress))
          waiting.refresh()
        }
        // The pause before the next look is time enough to load what comes after the last one, and to ask GitHub for its part.
        if (progress.pause === undefined) return
        void Promise.all([rendering(), publishing()])
        meanwhile()
      },
    })
  } finally {
    clearInterval(waiting)
    sum()
    endGroup()
  }
}

async function earlierOf({ baseline }: Config): Promise<EarlierReport | undefined> {
  if (baseline === '') return undefined
  const { earlierAt } = await import('./baseline-file.ts')
  return earlierAt(baseline)
}

function linksOf({ headSha, runUrl, runNumber }: Event): RunLinks {
  return { commit: headSha, runUrl, runNumber }
}

/**
 * What tells that the looks go on has to be told before them. All else waits for the pause between two, so that they
 * begin sooner; where one look may be all, the pull request is looked for beside it.
 */
function beforehand({ publish, schedule }: Config, event: Event | Problem): boolean {
  const { checkRun, deploymentStatus, prNumber, commentTarget } = publish
  if (checkRun || deploymentStatus) return true
  const known =
    commentTarget === 'commit' || (prNumber ?? ('text' in event ? 0 : event.prNumber)) !== undefined
  return schedule.wait === 0 && !known
}

/** Whether the event has to be known. */
function asks({ publish: { comment, checkRun, deploymentStatus } }: Config): boolean {
  return comment !== 'never' || checkRun || deploymentStatus
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
