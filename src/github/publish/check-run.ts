import { randomUUID } from 'node:crypto'
import type { Verdict } from '../../domain/diagnosis.ts'
import type { Report } from '../../domain/report.ts'
import { clean, cut } from '../../redact/visible.ts'
import { orAborted } from '../../shared/abort.ts'
import { plural } from '../../shared/text.ts'
import { createApi, type Api } from '../api/api.ts'
import type { CheckIdentity, CheckResult } from '../api/checks.ts'
import { classifyError, undefinedIfLost } from '../api/failure.ts'
import { retry, type RetryOptions } from '../api/retry.ts'
import type { Event } from '../event/event.ts'
import type { BoundedRetry, InProgress } from '../types.ts'
import { failureWarning, TIMEOUT_WARNINGS } from './advice.ts'
import { truncateToBytes } from './truncate.ts'

type Checks = Pick<Api, 'createCheck' | 'updateCheck' | 'findCheck'>

/** GitHub's limit on a summary, in characters. We count bytes, of which there are never fewer. */
const MAX_SUMMARY = 65_535
/** Characters. */
const MAX_TITLE = 250

/** The check run of this process. The jobs of a matrix share its name, so the external id is random. */
export function checkIdentity({ headSha, runUrl, runId, runAttempt }: Event, key: string): CheckIdentity {
  const externalId = `origin-gate ${runId}.${runAttempt} ${randomUUID()}`
  return { name: `Origin Gate (${key})`, headSha, externalId, detailsUrl: runUrl }
}

/** Creates a check run that is in progress. Returns its id. */
export async function openCheck(api: Checks, check: CheckIdentity, options: RetryOptions): Promise<number> {
  let requested = false
  return retry(async () => {
    const existing = requested ? await api.findCheck(check) : undefined
    requested = true
    return existing ?? api.createCheck(check)
  }, options)
}

export interface CheckJob {
  readonly report: Report
  readonly markdown: string
  /** Whether `fail-on` fails the step. */
  readonly failed: boolean
}

/** Completes the check run. Returns a warning if that fails; never throws. */
export async function publishCheck(
  inProgress: InProgress | undefined,
  { report, markdown, failed }: CheckJob,
  options: BoundedRetry,
): Promise<string | undefined> {
  if (inProgress?.check === undefined) return undefined
  const { event, config, check } = inProgress
  try {
    const api = await createApi(event, config.githubToken, options.signal)
    const result = checkResult(report, markdown, failed)
    await orAborted(completeCheck(api, check, result, options), options.signal)
    return undefined
  } catch (error) {
    if (options.signal.aborted) return TIMEOUT_WARNINGS.check
    return failureWarning(classifyError(error), inProgress, { kind: 'check', sha: event.headSha })
  }
}

/** If the response to the creation was lost, finds out first whether the check run exists. */
async function completeCheck(
  api: Checks,
  { identity, opened }: NonNullable<InProgress['check']>,
  result: CheckResult,
  options: RetryOptions,
): Promise<void> {
  const [check, openedId] = await Promise.all([identity, opened.catch(undefinedIfLost)])
  await retry(async () => {
    const id = openedId ?? (await api.findCheck(check))
    await (id === undefined ? api.createCheck(check, result) : api.updateCheck(id, result))
  }, options)
}

const CONCLUSIONS = {
  healthy: 'success',
  unhealthy: 'failure',
  inconclusive: 'neutral',
} as const satisfies Record<Verdict, CheckResult['conclusion']>

/**
 * A required check passes on GitHub when it is neutral, so what `fail-on` names must conclude with `failure`. An
 * unhealthy site always does.
 */
export function checkResult(report: Report, markdown: string, failed: boolean): CheckResult {
  return {
    conclusion: failed ? 'failure' : CONCLUSIONS[report.verdict],
    title: titleOf(report, MAX_TITLE),
    summary: truncateToBytes(markdown, MAX_SUMMARY),
  }
}

/** The report in one line of plain text, of at most `max` characters. GitHub escapes it. */
export function titleOf({ sites }: Report, max: number): string {
  const [worst, ...others] = sites
  const failing = others.filter(({ verdict }) => verdict !== 'healthy').length
  const allHealthy = worst.verdict === 'healthy' && others.length > 0
  const headline = allHealthy ? `All ${sites.length} sites are healthy` : clean(worst.headline)
  const more = failing === 0 ? '' : `, and ${plural(failing, 'more site is', 'more sites are')} not healthy`
  return cut(headline, max - more.length) + more
}
