import { orAborted } from '../../shared/abort.ts'
import { randomUUID } from 'node:crypto'
import type { Verdict } from '../../domain/diagnosis.ts'
import type { Report } from '../../domain/report.ts'
import { clean, cut } from '../../redact/visible.ts'
import { adviceOn, LATE } from './advice.ts'
import type { BoundedRetry, InProgress } from '../types.ts'
import { connect, type Api } from '../api/api.ts'
import type { CheckIdentity, CheckResult } from '../api/checks.ts'
import { truncateToBytes } from './truncate.ts'
import type { Event } from '../event/event.ts'
import { failureOf, unlessLost } from '../api/failure.ts'
import { retry, type RetryOptions } from '../api/retry.ts'

type Checks = Pick<Api, 'createCheck' | 'updateCheck' | 'findCheck'>

/** What GitHub takes of a summary. It speaks of characters, and bytes are never fewer. */
const LIMIT = 65_535

/** The check run of this very process. Legs of a matrix have the same name. */
export function checkIdentity({ headSha, runUrl, runId, runAttempt }: Event, key: string): CheckIdentity {
  const externalId = `origin-gate ${runId}.${runAttempt} ${randomUUID()}`
  return { name: `Origin Gate (${key})`, headSha, externalId, detailsUrl: runUrl }
}

/** Says that we look. Returns the id. */
export async function openCheck(api: Checks, check: CheckIdentity, patience: RetryOptions): Promise<number> {
  let asked = false
  return retry(async () => {
    const made = asked ? await api.findCheck(check) : undefined
    asked = true
    return made ?? api.createCheck(check)
  }, patience)
}

export interface CheckJob {
  readonly report: Report
  readonly markdown: string
  /** The step fails, by `fail-on`. */
  readonly failed: boolean
}

/** Says what came of it. Returns a warning when that fails; never throws. */
export async function publishCheck(
  announced: InProgress | undefined,
  { report, markdown, failed }: CheckJob,
  patience: BoundedRetry,
): Promise<string | undefined> {
  if (announced?.check === undefined) return undefined
  const { event, config, check } = announced
  try {
    const api = await connect(event, config.githubToken, patience.signal)
    const result = checkResult(report, markdown, failed)
    await orAborted(completeCheck(api, check, result, patience), patience.signal)
    return undefined
  } catch (error) {
    if (patience.signal.aborted) return LATE.check
    return adviceOn(failureOf(error), announced, { kind: 'check', sha: event.headSha })
  }
}

/** Where it was left open whether there is a check run, it is looked for. */
async function completeCheck(
  api: Checks,
  { identity, opened }: NonNullable<InProgress['check']>,
  result: CheckResult,
  patience: RetryOptions,
): Promise<void> {
  const [check, told] = await Promise.all([identity, opened.catch(unlessLost)])
  await retry(async () => {
    const id = told ?? (await api.findCheck(check))
    await (id === undefined ? api.createCheck(check, result) : api.updateCheck(id, result))
  }, patience)
}

const CONCLUSIONS = {
  healthy: 'success',
  unhealthy: 'failure',
  inconclusive: 'neutral',
} as const satisfies Record<Verdict, CheckResult['conclusion']>

/**
 * GitHub lets a neutral check pass where it is required: what `fail-on` names must not. An unhealthy site fails it
 * whatever the step does.
 */
export function checkResult(report: Report, markdown: string, failed: boolean): CheckResult {
  return {
    conclusion: failed ? 'failure' : CONCLUSIONS[report.verdict],
    title: titleOf(report, 250),
    summary: truncateToBytes(markdown, LIMIT),
  }
}

/** The report in one line of plain text, of at most `max` characters. GitHub escapes it where it is shown. */
export function titleOf({ sites }: Report, max: number): string {
  const [worst, ...others] = sites
  const sick = others.filter(({ verdict }) => verdict !== 'healthy').length
  const calm = worst.verdict === 'healthy' && others.length > 0
  const headline = calm ? `All ${sites.length} sites are healthy` : clean(worst.headline)
  const more = sick === 0 ? '' : `, and ${sick} more ${sick === 1 ? 'site is' : 'sites are'} not healthy`
  return cut(headline, max - more.length) + more
}
