import type { Config } from '../domain/config.ts'
import type { Report } from '../domain/report.ts'
import type { LazyInProgress } from '../github/in-progress/lazy.ts'
import { log, publishNothing, warnEarly } from '../github/runner/workflow-commands.ts'
import type { Env } from '../github/event/event.ts'
import type { Published } from '../github/index.ts'
import { writeReport } from './report-file.ts'

/** What a run that was told to stop knows. `published`: the site was judged by then, and the report was told. */
export interface Unfinished {
  readonly config: Config
  readonly report: Report
  readonly published?: Published
}

/**
 * The end of an Action that was told to stop. What is known goes into the log, the reports, the summary and the outputs. The
 * comment stays as it is: it speaks of a run that finished judging. Returns the exit code.
 */
export async function finishCancelled(
  env: Env,
  announcer: LazyInProgress,
  known?: Unfinished,
): Promise<number> {
  publishNothing(env, 'inconclusive')
  if (known !== undefined) await tell(env, known)
  warnEarly(
    'The run was cancelled, so nothing is promoted. A comment may be missing, or tell of an earlier run.',
  )
  await announcer.withdraw('cancelled')
  // Whoever cancels waits three seconds at most, and an exit would wait for a resolver that stays silent.
  const { hasPendingLookup } = await import('../probe/network/network.ts')
  if (hasPendingLookup()) process.kill(process.pid, 'SIGKILL')
  return 1
}

async function tell(env: Env, { config, report, published }: Unfinished): Promise<void> {
  const [{ RENDERERS }, { publishOutputs, publishSummary, warn }] = await Promise.all([
    import('../report/render/index.ts'),
    import('../github/index.ts'),
  ])
  if (published === undefined) log(RENDERERS.text(report))
  const unwritten = writeReport(config.report, RENDERERS.json(report))
  writeReport(config.junit, RENDERERS.junit(report))
  const summary =
    published === undefined
      ? RENDERERS.markdown(report)
      : '\n> The run was cancelled while it told of this, so nothing is promoted.\n'
  const unsummarised = config.publish.jobSummary ? await publishSummary(summary) : undefined
  if (unsummarised !== undefined) warn(unsummarised)
  publishOutputs(env, report, {
    report: unwritten === undefined ? config.report : '',
    commentId: published?.commentId ?? '',
    commentUrl: published?.commentUrl ?? '',
  })
}
