import type { Config } from '../../domain/config.ts'
import type { Report } from '../../domain/report.ts'
import type { Env } from '../../github/event/event.ts'
import type { LazyInProgress } from '../../github/in-progress/lazy.ts'
import type { Published } from '../../github/index.ts'
import type { Outputs } from '../../github/runner/outputs.ts'
import { log, warnEarly } from '../../github/runner/workflow-commands.ts'
import {
  CUT_SHORT,
  END_RENDERING,
  printReport,
  unwritten,
  writeFurtherReports,
  writeReport,
} from '../files.ts'
import type { Lifecycle } from '../process/lifecycle.ts'

/**
 * What a cancelled run knows. With `published`, the site was judged and the report was already published.
 */
export interface CancelledRun {
  readonly config: Config
  readonly report: Report
  /** Whether the report was written to the log, as far as there was time. */
  readonly printed?: boolean
  readonly published?: Published
  /** Annotations that the step already has. */
  readonly issued: number
}

interface Step {
  readonly env: Env
  readonly outputs: Outputs
  readonly inProgress: LazyInProgress
  readonly life: Pick<Lifecycle, 'endsIn'>
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

/** Takes back the outputs, the JSON report and the badge of a run that was cancelled after it had published all. */
export async function demote(
  { outputs, life }: Step,
  { config, report, published }: CancelledRun,
): Promise<number> {
  const { FILE_RENDERERS, fileRenderer, publishOutputs } = await (
    await import('../checking.ts')
  ).loadPublishing()
  publishOutputs(outputs, report, writtenBy(published))
  const isLate = (): boolean => life.endsIn(END_RENDERING)
  const failedWrite = await writeReport(config.report, () => FILE_RENDERERS.json(report), isLate)
  if (failedWrite === undefined) outputs.set({ report: config.report })
  await writeFurtherReports(report, { junit: '', html: '', badge: config.badge }, fileRenderer, isLate)
  warnEarly('The run was cancelled after it had published its report, so nothing is promoted.')
  return 1
}

/** Writes a report to the log, piece by piece. */
export async function logReport(pieces: Iterable<string>, isLate: () => boolean): Promise<void> {
  const printed = await printReport(pieces, (text) => log(text.replace(/\n$/, '')), isLate)
  log(printed ? '' : CUT_SHORT)
}

async function writeResults(
  { env, outputs, life }: Step,
  { config, report, printed, published, issued }: CancelledRun,
): Promise<void> {
  const { loadPublishing } = await import('../checking.ts')
  const { annotate, FILE_RENDERERS, fileRenderer, publishOutputs, publishSummary, RENDERERS } =
    await loadPublishing()
  const isLate = (): boolean => life.endsIn(END_RENDERING)
  // First, because the rest may take longer than there is time.
  publishOutputs(outputs, report, writtenBy(published))
  if (printed !== true) await logReport(FILE_RENDERERS.text(report), isLate)
  const failedWrite = await writeReport(config.report, () => FILE_RENDERERS.json(report), isLate)
  if (failedWrite === undefined) outputs.set({ report: config.report })
  const unwrittenReports = await writeFurtherReports(report, config, fileRenderer, isLate)
  let warning: string | undefined
  if (config.publish.jobSummary && !isLate()) {
    const summary =
      published === undefined
        ? RENDERERS.markdown(report)
        : '\n> The run was cancelled while it published this report, so nothing is promoted.\n'
    warning = publishSummary(env, summary)
  }
  const own = [
    warning,
    failedWrite === undefined ? undefined : unwritten('JSON report', failedWrite),
    ...unwrittenReports,
    outputs.fault(),
  ].filter((text) => text !== undefined)
  // That the run was cancelled is an annotation too.
  annotate(report, [...own, ...(published?.warnings ?? [])], 1 + issued)
}

function writtenBy(published: Published | undefined) {
  return { report: '', commentId: published?.commentId ?? '', commentUrl: published?.commentUrl ?? '' }
}
