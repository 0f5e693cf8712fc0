import type { Report } from '../../domain/report.ts'
import { setOutput } from '../runner/toolkit.ts'
import type { Env } from '../event/event.ts'

/** What a run leaves beside its report. Empty where there is none. */
export interface Left {
  /** Path of the JSON report. */
  readonly report: string
  readonly commentId: string
  readonly commentUrl: string
}

export type OutputName =
  | 'verdict'
  | 'promote'
  | 'cause'
  | 'category'
  | 'confidence'
  | 'trend'
  | 'warnings'
  | 'edge-status'
  | 'origin-status'
  | 'ray-id'
  | 'colo'
  | 'report'
  | 'comment-id'
  | 'comment-url'

export function publishOutputs(env: Env, report: Report, left: Left): void {
  for (const [name, value] of Object.entries(outputsOf(report, left))) setOutput(env, name, value)
}

/** Statuses, ray and data center are those of the worst site's last look; of several origins, the first one's. */
export function outputsOf(report: Report, left: Left): Readonly<Record<OutputName, string>> {
  const { edge, origins } = report.sites[0].probes
  return {
    verdict: report.verdict,
    cause: report.cause,
    category: report.category,
    confidence: report.confidence,
    trend: report.trend,
    warnings: String(report.warnings.length),
    'edge-status': statusOf(edge),
    'origin-status': statusOf(origins[0]),
    'ray-id': wordOf(edge?.rayId),
    colo: wordOf(edge?.colo),
    report: left.report,
    'comment-id': left.commentId,
    'comment-url': left.commentUrl,
    // Last: whatever fails before it leaves the gate shut.
    promote: String(report.promote && report.verdict === 'healthy'),
  }
}

function statusOf(probe: { readonly status?: number } | undefined): string {
  return probe?.status === undefined ? '' : String(probe.status)
}

/** Workflows paste outputs into shell scripts, and these two come from the wire: a word, or nothing. */
function wordOf(text: string | undefined): string {
  return text !== undefined && /^[A-Za-z0-9-]{1,40}$/.test(text) ? text : ''
}
