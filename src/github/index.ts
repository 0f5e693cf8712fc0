import type { PublishConfig } from '../domain/config.ts'
import type { Report } from '../domain/report.ts'
import { annotate, annotationsOf } from './annotations.ts'
export { warn } from './annotations.ts'
export { publishOutputs } from './outputs.ts'
import { commentOn } from './comment.ts'
import type { Event } from './event.ts'
import type { Placed } from './sticky.ts'
import { publishSummary } from './summary.ts'
export { publishSummary } from './summary.ts'

/** What is to be published, and where. */
export interface Publication {
  readonly report: Report
  /** Rendered, each within the limits of its place. */
  readonly markdown: { readonly comment: string; readonly summary: string }
  readonly config: PublishConfig
  /** Absent: nothing tells where a comment would belong. */
  readonly event?: Event
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

/** Milliseconds. */
export interface Bounds {
  /** For all that is asked of GitHub. */
  readonly limit?: number
  /** Before a lost request is tried again. */
  readonly settle?: number
  /** Ends it sooner, when the run is cancelled. */
  readonly signal?: AbortSignal
}

type Publisher = (
  job: Publication,
  patience: { readonly settle: number; readonly signal: AbortSignal },
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

  async comment({ config, event, markdown, report }, patience) {
    if (event === undefined) return {}
    const healthy = report.verdict === 'healthy'
    const outcome = await commentOn({ event, config, healthy, body: markdown.comment }, patience)
    return 'warning' in outcome ? outcome : { placed: outcome }
  },
} as const satisfies Record<string, Publisher>

/** Publishes everywhere at the same time. Bounded in time, never throws. The outputs are left to the caller, who has them all then. */
export async function publish(
  job: Publication,
  { limit = 20_000, settle = 1000, signal }: Bounds = {},
): Promise<Published> {
  const deadline = AbortSignal.timeout(limit)
  const patience = { settle, signal: signal === undefined ? deadline : AbortSignal.any([deadline, signal]) }
  const publishers: readonly Publisher[] = Object.values(PUBLISHERS)
  const all = await Promise.all(publishers.map((publisher) => publisher(job, patience)))
  const placed = all.find((part) => part.placed !== undefined)?.placed
  return {
    commentId: placed !== undefined && 'id' in placed ? String(placed.id) : '',
    commentUrl: placed !== undefined && 'id' in placed ? placed.url : '',
    commentAction: placed?.action ?? '',
    warnings: all.flatMap(({ warning }) => warning ?? []),
  }
}
