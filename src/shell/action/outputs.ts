import type { OutputName } from '../../config/inputs/outputs.ts'
import type { Report } from '../../domain/report.ts'
import type { Outputs } from '../../github/runner/outputs.ts'

/** What a run wrote outside the job. Empty strings where nothing was written. */
export interface Written {
  /** Path of the JSON report. */
  readonly report: string
  readonly commentId: string
  readonly commentUrl: string
}

/** Writes all outputs but `promote`, which stays `false`. */
export function publishOutputs(outputs: Outputs, report: Report, written: Written): void {
  outputs.set(outputsOf(report, written))
}

/** Writes `promote`, if the report allows it. For the last moment of a run: what comes later could not take it back. */
export function publishPromotion(outputs: Outputs, { promote, verdict }: Report): void {
  if (promote && verdict === 'healthy') outputs.set({ promote: 'true' })
}

/** Status codes, Ray ID and data center come from the worst site's last check, and from the first of its origins. */
function outputsOf(
  report: Report,
  written: Written,
): Readonly<Record<Exclude<OutputName, 'promote'>, string>> {
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
    'ray-id': tokenOrEmpty(edge?.rayId),
    colo: tokenOrEmpty(edge?.colo),
    report: written.report,
    'comment-id': written.commentId,
    'comment-url': written.commentUrl,
  }
}

function statusOf(probe: { readonly status?: number } | undefined): string {
  return probe?.status === undefined ? '' : String(probe.status)
}

/** Workflows paste outputs into shell scripts, and a site can send anything: only letters, digits and hyphens pass. */
function tokenOrEmpty(text: string | undefined): string {
  return text !== undefined && /^[A-Za-z0-9-]{1,40}$/.test(text) ? text : ''
}
