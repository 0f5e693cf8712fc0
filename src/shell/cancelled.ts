import type { Config } from '../domain/config.ts'
import type { Report } from '../domain/report.ts'
import type { Env } from '../github/event/event.ts'
import type { LazyInProgress } from '../github/in-progress/lazy.ts'
import type { Published } from '../github/index.ts'
import { log, publishNothing, warnEarly } from '../github/runner/workflow-commands.ts'
import type { Once } from '../probe/cache.ts'
import type { Network } from '../probe/types.ts'
import { writeReport } from './files.ts'
import { killIfLookupPending } from './process.ts'

/**
 * What a cancelled run knows. With `published`, the site was judged and the report was already printed and published.
 */
export interface CancelledRun {
  readonly config: Config
  readonly report: Report
  readonly published?: Published
  /** Annotations that the step already has. */
  readonly issued: number
}

/**
 * Ends a cancelled Action. What is known goes to the log, the reports, the summary and the outputs. The comment stays
 * as it is, because it describes a run that finished.
 *
 * @returns the exit code
 */
export async function finishCancelled(
  env: Env,
  inProgress: LazyInProgress,
  network: Once<Promise<Network>>,
  known?: CancelledRun,
): Promise<number> {
  publishNothing(env, 'inconclusive')
  if (known !== undefined) await writeResults(env, known)
  warnEarly('The run was cancelled, so nothing is promoted. A comment may be missing or from an earlier run.')
  await inProgress.abandon('cancelled')
  if (network.started()) killIfLookupPending(await network.start())
  return 1
}

async function writeResults(env: Env, { config, report, published, issued }: CancelledRun): Promise<void> {
  const { loadPublishing } = await import('./checking.ts')
  const { annotate, FILE_RENDERERS, publishOutputs, publishSummary, RENDERERS } = await loadPublishing()
  if (published === undefined) log(RENDERERS.text(report))
  const failedWrite = writeReport(config.report, () => FILE_RENDERERS.json(report))
  writeReport(config.junit, () => FILE_RENDERERS.junit(report))
  let warning: string | undefined
  if (config.publish.jobSummary) {
    const summary =
      published === undefined
        ? RENDERERS.markdown(report)
        : '\n> The run was cancelled while it published this report, so nothing is promoted.\n'
    warning = await publishSummary(summary)
  }
  const own = [...(warning === undefined ? [] : [warning]), ...(published?.warnings ?? [])]
  // That the run was cancelled is an annotation too.
  annotate(report, own, 1 + issued)
  publishOutputs(env, report, {
    report: failedWrite === undefined ? config.report : '',
    commentId: published?.commentId ?? '',
    commentUrl: published?.commentUrl ?? '',
  })
}
