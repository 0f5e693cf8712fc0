import type { Config } from '../domain/config.ts'
import type { Report } from '../domain/report.ts'
import type { Env } from '../github/event/event.ts'
import type { LazyInProgress } from '../github/in-progress/lazy.ts'
import type { Published } from '../github/index.ts'
import type { Outputs } from '../github/runner/outputs.ts'
import { log, warnEarly } from '../github/runner/workflow-commands.ts'
import { writeReport } from './files.ts'

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

interface Step {
  readonly env: Env
  readonly outputs: Outputs
  readonly inProgress: LazyInProgress
}

/**
 * Ends a cancelled Action. What is known goes to the log, the reports, the summary and the outputs. The comment stays
 * as it is, because it describes a run that finished.
 *
 * @returns the exit code
 */
export async function finishCancelled(step: Step, known?: CancelledRun): Promise<number> {
  if (known !== undefined) await writeResults(step, known)
  warnEarly('The run was cancelled, so nothing is promoted. A comment may be missing or from an earlier run.')
  await step.inProgress.abandon('cancelled')
  return 1
}

/** Takes back the outputs and the JSON report of a run that was cancelled after it had published everything. */
export async function demote(
  { outputs }: Step,
  { config, report, published }: CancelledRun,
): Promise<number> {
  const { FILE_RENDERERS, publishOutputs } = await (await import('./checking.ts')).loadPublishing()
  const failedWrite = writeReport(config.report, () => FILE_RENDERERS.json(report))
  publishOutputs(outputs, report, writtenBy(config, failedWrite, published))
  warnEarly('The run was cancelled after it had published its report, so nothing is promoted.')
  return 1
}

async function writeResults(
  { env, outputs }: Step,
  { config, report, published, issued }: CancelledRun,
): Promise<void> {
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
    warning = publishSummary(env, summary)
  }
  const own = [warning, outputs.fault()].filter((text) => text !== undefined)
  // That the run was cancelled is an annotation too.
  annotate(report, [...own, ...(published?.warnings ?? [])], 1 + issued)
  publishOutputs(outputs, report, writtenBy(config, failedWrite, published))
}

function writtenBy(config: Config, failedWrite: string | undefined, published?: Published) {
  return {
    report: failedWrite === undefined ? config.report : '',
    commentId: published?.commentId ?? '',
    commentUrl: published?.commentUrl ?? '',
  }
}
