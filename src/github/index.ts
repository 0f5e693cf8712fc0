import type { PublishConfig } from '../domain/config.ts'
import type { Report } from '../domain/report.ts'
import { TOKENLESS } from './publish/advice.ts'
import { annotate, annotationsOf } from './publish/annotations.ts'
import { publishCheck } from './publish/check-run.ts'
import { commentOn } from './publish/comment.ts'
import { publishStatus } from './publish/deployment.ts'
import type { Placed } from './publish/sticky.ts'
import { publishSummary } from './publish/summary.ts'
import type { BoundedRetry, Bounds, InProgress } from './types.ts'
export { warn } from './publish/annotations.ts'
export { setOutput } from './runner/toolkit.ts'
export { publishSummary } from './publish/summary.ts'

/** What is to be published, and where. */
export interface Publication {
  readonly report: Report
  /** Rendered, each within the limits of its place. The check run says what the comment says. */
  readonly markdown: { readonly comment: string; readonly summary: string }
  readonly config: PublishConfig
  /** The step fails, by `fail-on`. */
  readonly failed: boolean
  /** Absent: nothing tells where a comment would belong. */
  readonly inProgress?: InProgress
}

export interface Published {
  /** Empty when there is no comment. */
  readonly commentId: string
  readonly commentUrl: string
  /** For the log: what became of the comment. */
  readonly commentAction: Placed['action'] | ''
  /** What could not be published, and what mends it. Never a reason to change the verdict. */
  readonly warnings: readonly string[]
}

type Publisher = (
  job: Publication,
  patience: BoundedRetry,
) => Promise<{ readonly placed?: Placed; readonly warning?: string | undefined }>

/** Each puts the report in one place. None throws. */
export const PUBLISHERS = {
  async annotations({ report }) {
    annotate(annotationsOf(report))
    return {}
  },

  async summary({ config, markdown }) {
    if (!config.jobSummary) return {}
    return { warning: await publishSummary(markdown.summary) }
  },

  async comment({ inProgress, markdown, report }, patience) {
    if (inProgress?.comment === undefined) return {}
    const healthy = report.verdict === 'healthy'
    const outcome = await commentOn(inProgress, { healthy, body: markdown.comment }, patience)
    return 'warning' in outcome ? outcome : { placed: outcome }
  },

  async checkRun({ inProgress, markdown, report, failed }, patience) {
    return {
      warning: await publishCheck(inProgress, { report, markdown: markdown.comment, failed }, patience),
    }
  },

  async deploymentStatus({ inProgress, report, failed }, patience) {
    return { warning: await publishStatus(inProgress, { report, failed }, patience) }
  },
} as const satisfies Record<string, Publisher>

/** Publishes everywhere at the same time. Bounded in time, never throws. The outputs are left to the caller, who has them all then. */
export async function publish(
  job: Publication,
  { limit = 20_000, settle = 1000, signal }: Bounds = {},
): Promise<Published> {
  const deadline = AbortSignal.timeout(limit)
  const ends = signal === undefined ? deadline : AbortSignal.any([deadline, signal])
  const patience = { settle, longest: limit, signal: ends }
  const publishers: readonly Publisher[] = Object.values(PUBLISHERS)
  const all = await Promise.all(publishers.map((publisher) => publisher(job, patience)))
  const placed = all.find((part) => part.placed !== undefined)?.placed
  const tokenless = job.inProgress?.config.githubToken === ''
  return {
    commentId: placed !== undefined && 'id' in placed ? String(placed.id) : '',
    commentUrl: placed !== undefined && 'id' in placed ? placed.url : '',
    commentAction: placed?.action ?? '',
    warnings: [...(tokenless ? [TOKENLESS] : []), ...all.flatMap(({ warning }) => warning ?? [])],
  }
}
