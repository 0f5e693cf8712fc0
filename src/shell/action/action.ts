import { existsSync } from 'node:fs'
import { firstProblems, type Problem } from '../../config/parser/problems.ts'
import type { Config } from '../../domain/config.ts'
import type { Report } from '../../domain/report.ts'
import type { Event } from '../../github/event/event.ts'
import { lazyInProgress, type LazyInProgress } from '../../github/in-progress/lazy.ts'
import { withinLimit } from '../../github/runner/annotation-limit.ts'
import { openOutputs, type Outputs } from '../../github/runner/outputs.ts'
import { endGroup, fail, group, log, mask, warnEarly } from '../../github/runner/workflow-commands.ts'
import type { EarlierReport } from '../../report/baseline/baseline.ts'
import type { RunLinks } from '../../report/render/index.ts'
import { startText } from '../../report/progress/announcement.ts'
import { failureBy, interrupted } from '../../run/outcome.ts'
import { shownUrl } from '../../shared/secrets-in-url.ts'
import { VERSION } from '../../version.ts'
import { needsEvent, readActionInputs, unknownInputsWarning } from './action-inputs.ts'
import { demote, finishCancelled, logReport } from './cancelled.ts'
import { END_REPORT, unwritten, writeFurtherReports, writeReport } from '../files.ts'
import { runIdIn } from '../run-id.ts'
import { crashText } from '../process/crash.ts'
import type { Lifecycle } from '../process/lifecycle.ts'
import { shortageAtStart } from '../process/shortage.ts'

// Loaded late: bad inputs need none of it.
const loadChecking = () => import('../checking.ts')

/** Runs the Action. Returns the exit code of the step. */
export async function run(life: Lifecycle): Promise<number> {
  const outputs = openOutputs(process.env)
  // Before anything else, so that a crash promotes nothing.
  outputs.set({ promote: 'false' })
  const signal = life.catchSignals(() => outputs.set({ verdict: 'inconclusive', promote: 'false' }))
  const inProgress = lazyInProgress(async () => (await loadChecking()).loadInProgress())
  const step = { env: { ...process.env }, outputs, signal, inProgress, life }
  adaptForOctokit(process.env)
  try {
    return await Promise.race([check(step), life.crash])
  } catch (error) {
    if (signal.aborted) return finishCancelled(step)
    outputs.set({ verdict: 'error', promote: 'false' })
    reportFault(outputs)
    const outcome = 'Nothing is known about the site; `promote` is false.'
    fail(crashText(error, outcome), 'Origin Gate could not run')
    await inProgress.abandon('failed')
    return 1
  }
}

/**
 * Octokit's client reads these variables too, and fails on kinds of proxies that it doesn't know. It knows `socks5:`,
 * and leaves names to the proxy in both forms. Without a proxy that it knows, it connects directly. It would also parse
 * the event again, and fail on a byte order mark.
 */
function adaptForOctokit(env: NodeJS.ProcessEnv): void {
  delete env['GITHUB_EVENT_PATH']
  for (const name of ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']) {
    const value = env[name]?.trim().replace(/^socks5h:/i, 'socks5:')
    if (value === undefined) continue
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value) && !/^(?:https?|socks5?):/i.test(value)) delete env[name]
    else env[name] = value
  }
}

/** A missing output file must not go unnoticed, even when the run ends without a report. */
function reportFault(outputs: Outputs): void {
  const fault = outputs.fault()
  if (fault !== undefined) warnEarly(fault)
}

/** What a step has, whatever becomes of it. */
interface Step {
  readonly env: NodeJS.ProcessEnv
  readonly outputs: Outputs
  /** Aborts when the step is cancelled. */
  readonly signal: AbortSignal
  readonly inProgress: LazyInProgress
  readonly life: Pick<Lifecycle, 'settled' | 'atEnd' | 'endsIn'>
}

async function check(step: Step): Promise<number> {
  const { env, outputs, signal, inProgress } = step
  const shortage = shortageAtStart(env)
  if (shortage !== undefined) throw shortage
  const inputs = await readActionInputs(env)
  if (!inputs.ok) {
    outputs.set({ verdict: 'error', promote: 'false' })
    reportFault(outputs)
    failWith(firstProblems(inputs.problems))
    log('Nothing was checked. Fix the inputs above first.')
    return 1
  }
  const { config, event } = inputs
  log(`origin-gate ${VERSION}`)
  const { labWarning, loadPublishing, redactorOfSites } = await loadChecking()
  const notices = [unknownInputsWarning(env), labWarning(env)].filter((text) => text !== undefined)
  for (const notice of notices) warnEarly(notice)
  const issued = notices.length
  /** What the names of the origins resolved to. */
  const addresses = new Set<string>()
  // Made when GitHub rejects a request: until then, more addresses become known.
  const redact = (text: string): string => {
    const sites = config.sites.map((site, index) => ({ site, addresses: index === 0 ? [...addresses] : [] }))
    const { showOrigin, publish } = config
    return redactorOfSites(sites, { showOrigin, tokens: [publish.githubToken] })(text)
  }
  // A file that comes to exist later counts instead.
  const wantsHistory =
    config.publish.comment !== 'never' && (config.baseline === '' || !existsSync(config.baseline))
  const startWork = (): void => {
    if (event === undefined || !needsEvent(config)) return
    const url = shownUrl(config.sites[0].url)
    inProgress.start({ event, config: config.publish, url, redact, history: wantsHistory })
  }
  const readComment = async (): Promise<EarlierReport | undefined> => {
    if (signal.aborted || !wantsHistory) return undefined
    startWork()
    // What is needed next is loaded meanwhile.
    void loadPublishing()
    try {
      return await inProgress.earlier(AbortSignal.any([signal, AbortSignal.timeout(HISTORY_LIMIT)]))
    } catch {
      return config.deployed === undefined ? undefined : UNREAD
    }
  }
  if (startsBeforeProbing(config, event, wantsHistory)) {
    startWork()
    // Loading Octokit blocks the event loop, so it must not overlap with probes.
    await inProgress.started().catch(() => undefined)
  }
  const report = await probe(config, step, { onPause: startWork, readComment, addresses })
  if (signal.aborted) return finishCancelled(step, { config, report, issued })
  return publishResults(step, { startWork, config, event, report, issued })
}

/** Milliseconds that the verdict waits for the earlier comment after the last check. */
const HISTORY_LIMIT = 3000

/** Only who watches over a deploy misses the history. */
const UNREAD: EarlierReport = {
  missing:
    'This report has no earlier checks, because the comment could not be read in time. The next check reads it again.',
}

interface ProbeHooks {
  /** Called in every pause between two checks. */
  readonly onPause: () => void
  /** The history in our earlier comment. */
  readonly readComment: () => Promise<EarlierReport | undefined>
  /** Gets those of the origins' names. */
  readonly addresses: Set<string>
}

/** Runs the checks, with progress in a group of the log. */
async function probe(
  config: Config,
  { env, signal, life }: Step,
  { onPause, readComment, addresses }: ProbeHooks,
): Promise<Report> {
  const { sites } = config
  group(startText(sites))
  const { clockOf, loadPublishing, loadRecorder, networkOf, progressPrinter, readBaseline, runChecks } =
    await loadChecking()
  // For the tests of the lab: the Action has no input for it.
  const recording = process.env['ORIGIN_GATE_RECORD'] ?? ''
  const record =
    recording === ''
      ? undefined
      : (await loadRecorder()).recorder(recording, config, (fault) => log(unwritten('recording', fault)))
  const clock = clockOf(env)
  const progress = progressPrinter(sites.length, { print: log, heartbeat: true }, clock.now)
  try {
    return await runChecks(config, {
      network: networkOf(env),
      clock,
      ownsProcess: true,
      signal,
      isLate: () => life.endsIn(END_REPORT),
      onAddresses: (found) => {
        // Sites can share origins, and each mask is a line of the log.
        if (!config.showOrigin) mask(found.filter((address) => !addresses.has(address)))
        for (const address of found) addresses.add(address)
      },
      readBaseline: () => readBaseline(config.baseline, readComment),
      responses: config.html !== '',
      run: runIdIn(env),
      ...(record !== undefined && {
        onFinished: (finished) => record(finished, () => life.endsIn(END_REPORT)),
      }),
      onProgress: (round) => {
        progress.print(round)
        // Between two rounds of one site, the probes of others run.
        if (round.pause === undefined || sites.length > 1) return
        // The pause is long enough to load what the last check needs next, and to send GitHub its requests.
        void loadPublishing()
        onPause()
      },
    })
  } finally {
    progress.end()
    endGroup()
  }
}

/** Every problem is an annotation and a line of the log, or only the latter when there are too many. */
function failWith(problems: readonly Problem[]): void {
  const shown = withinLimit(problems, inTheLog)
  for (const { input, text } of shown) fail(text, `Origin Gate: ${input}`)
  if (shown !== problems) for (const { text } of problems.slice(shown.length - 1)) log(text)
}

const inTheLog = (hidden: readonly Problem[]): Problem => ({
  input: 'inputs',
  text: `${hidden.length} more problems are in the log.`,
})

interface Results {
  readonly startWork: () => void
  readonly config: Config
  readonly event: Event | undefined
  readonly report: Report
  /** Annotations that the step already has. */
  readonly issued: number
}

/** Writes the report everywhere. Returns the exit code. */
async function publishResults(
  step: Step,
  { startWork, config, event, report, issued }: Results,
): Promise<number> {
  const { env, outputs, signal, inProgress } = step
  const { loadPublishing } = await loadChecking()
  const loaded = await loadPublishing()
  const {
    annotate,
    COMMENT_LIMIT,
    FILE_RENDERERS,
    MAX_BLOCK,
    fileRenderer,
    publish,
    publishOutputs,
    RENDERERS,
  } = loaded
  const warnings: string[] = []
  // With thousands of sites, each of these takes seconds.
  const isCancelled = (): boolean => signal.aborted
  await logReport(FILE_RENDERERS.text(report), isCancelled)
  const failedWrite = await writeReport(config.report, () => FILE_RENDERERS.json(report), isCancelled)
  if (failedWrite !== undefined) warnings.push(unwritten('JSON report', failedWrite))
  warnings.push(...(await writeFurtherReports(report, config, fileRenderer, isCancelled)))
  if (signal.aborted)
    return finishCancelled(step, { config, report: interrupted(report), printed: true, issued })
  const links = event === undefined ? {} : linksOf(event)
  const comment = RENDERERS.markdown(report, { limit: COMMENT_LIMIT - MAX_BLOCK, links })
  const summary = RENDERERS.markdown(report, { limit: SUMMARY_LIMIT, links, diagram: true })
  startWork()
  const failed = failureBy(config.failOn, report) !== undefined
  const started = await inProgress.started()
  const published = await publish(
    {
      env,
      report,
      markdown: { comment, summary },
      config: config.publish,
      failed,
      ...(started !== undefined && { inProgress: started }),
    },
    { signal },
  )
  // Cancelled while GitHub was slow: the site was judged, but the run no longer promotes it.
  const known = { config, report: interrupted(report), printed: true, published, issued }
  if (signal.aborted) return finishCancelled(step, known)
  if (outputs.fault() !== undefined) warnings.push(outputs.fault() ?? '')
  annotate(report, [...warnings, ...published.warnings], issued)
  if (published.commentUrl !== '') log(`${COMMENT_STATUS[published.commentAction]}: ${published.commentUrl}`)
  publishOutputs(outputs, report, {
    report: failedWrite === undefined ? config.report : '',
    commentId: published.commentId,
    commentUrl: published.commentUrl,
  })
  // A signal that arrived during the lines above is noticed only now.
  await step.life.settled()
  if (signal.aborted) return demote(step, known)
  step.life.atEnd(() => loaded.publishPromotion(outputs, report))
  return failed ? 1 : 0
}

/** Bytes. GitHub accepts 1 MiB of summary from one step. */
const SUMMARY_LIMIT = 900_000

/** For the log. */
const COMMENT_STATUS = {
  '': 'Comment',
  created: 'Comment created',
  updated: 'Comment updated',
  unchanged: 'Comment already up to date',
  kept: 'Comment left unchanged, because updating a comment on a commit needs `contents: write`',
  outdated: 'Comment left unchanged, because a newer run wrote it',
  unwanted: 'Comment',
} as const

function linksOf({ headSha, runUrl, runNumber }: Event): RunLinks {
  return { commit: headSha, runUrl, runNumber }
}

/**
 * Whether the work with GitHub starts before the first check: a check run and a deployment status must show that it
 * is in progress. Anything else waits for the first pause, so that the first check starts sooner. With `wait: 0s` or
 * several sites there is none, so the pull request is looked up and its comment is read during the checks.
 */
function startsBeforeProbing(
  { publish, schedule, sites }: Config,
  event: Event | undefined,
  wantsHistory: boolean,
): boolean {
  const { checkRun, deploymentStatus, prNumber, commentTarget } = publish
  if (checkRun || deploymentStatus) return true
  if (wantsHistory && (schedule.wait === 0 || sites.length > 1)) return true
  const known = commentTarget === 'commit' || (prNumber ?? event?.prNumber) !== undefined
  return schedule.wait === 0 && !known
}
