import type { PublishConfig } from '../domain/config.ts'
import type { Report } from '../domain/report.ts'
import { NO_TOKEN_WARNING } from './publish/advice.ts'
import { publishCheck } from './publish/check-run.ts'
import { publishComment } from './publish/comment.ts'
import { publishStatus } from './publish/deployment.ts'
import type { CommentResult } from './publish/own-comments.ts'
import { publishSummary } from './publish/summary.ts'
import type { Env } from './event/event.ts'
import type { BoundedRetry, Bounds, InProgress } from './types.ts'
export { annotate } from './publish/annotations.ts'
export { MAX_BLOCK } from './publish/state.ts'
export { publishSummary } from './publish/summary.ts'

/** What to publish. */
export interface Publication {
  readonly env: Env
  readonly report: Report
  /** The rendered report, within GitHub's size limits. The check run shows the text of the comment. */
  readonly markdown: { readonly comment: string; readonly summary: string }
  readonly config: PublishConfig
  /** Whether `fail-on` fails the step. */
  readonly failed: boolean
  /** Absent when the event is unknown: then there is only the log and the summary. */
  readonly inProgress?: InProgress
}

export interface Published {
  /** Empty when there is no comment. */
  readonly commentId: string
  readonly commentUrl: string
  /** For the log. */
  readonly commentAction: CommentResult['action'] | ''
  /** What could not be published, and how to fix that. Never changes the verdict. */
  readonly warnings: readonly string[]
}

type Publisher = (
  publication: Publication,
  options: BoundedRetry,
) => Promise<{ readonly comment?: CommentResult; readonly warning?: string | undefined }>

/** Each publishes the report in one place. None throws. */
export const PUBLISHERS = {
  async summary({ env, config, markdown }) {
    if (!config.jobSummary) return {}
    return { warning: publishSummary(env, markdown.summary) }
  },

  async comment({ inProgress, markdown, report }, options) {
    if (inProgress?.comment === undefined) return {}
    const result = await publishComment(inProgress, { report, body: markdown.comment }, options)
    return 'warning' in result ? result : { comment: result }
  },

  async checkRun({ inProgress, markdown, report, failed }, options) {
    const job = { report, markdown: markdown.comment, failed }
    return { warning: await publishCheck(inProgress, job, options) }
  },

  async deploymentStatus({ inProgress, report, failed }, options) {
    return { warning: await publishStatus(inProgress, { report, failed }, options) }
  },
} as const satisfies Record<string, Publisher>

/** Runs all publishers in parallel. Takes at most `limit`; never throws. The caller writes the outputs. */
export async function publish(
  publication: Publication,
  { limit = 20_000, settle = 1000, signal }: Bounds = {},
): Promise<Published> {
  const timeout = AbortSignal.timeout(limit)
  const options = {
    settle,
    limit,
    signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
  }
  const publishers: readonly Publisher[] = Object.values(PUBLISHERS)
  const results = await Promise.all(publishers.map((publisher) => publisher(publication, options)))
  const comment = results.find((result) => result.comment !== undefined)?.comment
  const noToken = publication.inProgress?.config.githubToken === ''
  return {
    commentId: comment !== undefined && 'id' in comment ? String(comment.id) : '',
    commentUrl: comment !== undefined && 'id' in comment ? comment.url : '',
    commentAction: comment?.action ?? '',
    warnings: [...(noToken ? [NO_TOKEN_WARNING] : []), ...results.flatMap(({ warning }) => warning ?? [])],
  }
}
