import type { Verdict } from '../../domain/diagnosis.ts'
import type { Report } from '../../domain/report.ts'
import { orAborted } from '../../shared/abort.ts'
import { createApi, type Api } from '../api/api.ts'
import type { DeploymentStatus, ExistingStatus } from '../api/deployments.ts'
import { classifyError, undefinedIfLost, undefinedIfRejected } from '../api/failure.ts'
import { retry, type RetryOptions } from '../api/retry.ts'
import type { Event } from '../event/event.ts'
import { isOwnStatus, STATUS_PREFIX } from '../event/subject.ts'
import type { BoundedRetry, InProgress } from '../types.ts'
import { failureWarning, noDeploymentWarning, TIMEOUT_WARNINGS } from './advice.ts'
import { titleOf } from './check-run.ts'
import { isNewer } from './marker.ts'

type Deployments = Pick<Api, 'newestDeployment' | 'listStatuses' | 'addStatus'>

/** GitHub's limit on a description, in characters. */
const MAX_DESCRIPTION = 140

/** GitHub has no state for an inconclusive check. `error` promotes nothing. */
const STATES = {
  healthy: 'success',
  unhealthy: 'failure',
  inconclusive: 'error',
} as const satisfies Record<Verdict, DeploymentStatus['state']>

/** The event's deployment, else the newest one of the commit. Undefined when it has none. */
export async function findDeployment(
  api: Deployments,
  event: Event,
  options: RetryOptions,
): Promise<number | undefined> {
  return event.deployment ?? retry(() => api.newestDeployment(event.headSha), options)
}

export type StatusText = Pick<DeploymentStatus, 'state' | 'description'>

export const CHECKING: StatusText = { state: 'in_progress', description: `${STATUS_PREFIX}checking the site` }

export function statusOf(report: Report, failed: boolean): StatusText {
  const state = failed && report.verdict === 'healthy' ? 'failure' : STATES[report.verdict]
  return { state, description: STATUS_PREFIX + titleOf(report, MAX_DESCRIPTION - STATUS_PREFIX.length) }
}

/**
 * Adds a status. Does nothing if a newer run has set one, or if another job of this run found the site failing: GitHub
 * shows the status that was added last.
 */
export async function setStatus(
  api: Deployments,
  { deployment, event, url }: { readonly deployment: number; readonly event: Event; readonly url: string },
  text: StatusText,
  options: RetryOptions,
): Promise<void> {
  const status: DeploymentStatus = { ...text, environmentUrl: url, logUrl: event.runUrl }
  await retry(async () => {
    const own = (await ownStatuses(api, deployment)).toSorted((a, b) => b.id - a.id)
    if (own.some((existing) => outranks(existing, event))) return
    // An earlier attempt added it, and the response was lost.
    const [last] = own
    if (last !== undefined && last.state === status.state && last.logUrl === status.logUrl) return
    await api.addStatus(deployment, status)
  }, options)
}

/** Without permission to list statuses, the token may still be able to add one. If not, that failure says more. */
async function ownStatuses(api: Deployments, deployment: number): Promise<readonly ExistingStatus[]> {
  const statuses = (await api.listStatuses(deployment).catch(undefinedIfRejected)) ?? []
  return statuses.filter(({ description }) => isOwnStatus(description))
}

/** Sets the final status. Returns a warning if that fails; never throws. */
export async function publishStatus(
  inProgress: InProgress | undefined,
  { report, failed }: { readonly report: Report; readonly failed: boolean },
  options: BoundedRetry,
): Promise<string | undefined> {
  if (inProgress?.deployment === undefined) return undefined
  const { config, located, deployment: opened, url } = inProgress
  try {
    const api = await createApi(inProgress.event, config.githubToken, options.signal)
    const finish = async (): Promise<string | undefined> => {
      const event = await located
      // Looked up again if the first response was lost.
      const known = await opened.then((id) => ({ id }), undefinedIfLost)
      const deployment = known === undefined ? await findDeployment(api, event, options) : known.id
      if (deployment === undefined) return noDeploymentWarning(event)
      await setStatus(api, { deployment, event, url }, statusOf(report, failed), options)
      return undefined
    }
    return await orAborted(finish(), options.signal)
  } catch (error) {
    if (options.signal.aborted) return TIMEOUT_WARNINGS.deployment
    const sha = inProgress.event.headSha
    return failureWarning(classifyError(error), inProgress, { kind: 'deployment', sha })
  }
}

/** Whether a status of ours must stay the last one. */
function outranks({ state, logUrl }: ExistingStatus, { runId, runAttempt, runUrl }: Event): boolean {
  if (logUrl === runUrl) return state === 'failure' || state === 'error'
  const [run, attempt] = /\/actions\/runs\/(\d{1,15})\/attempts\/(\d{1,15})$/.exec(logUrl)?.slice(1) ?? []
  if (run === undefined) return false
  const existing = { key: '', runId: Number(run), attempt: Number(attempt) }
  return isNewer(existing, { key: '', runId, attempt: runAttempt })
}
