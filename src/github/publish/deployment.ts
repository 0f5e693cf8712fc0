import { orAborted } from '../../shared/abort.ts'
import type { Verdict } from '../../domain/diagnosis.ts'
import type { Report } from '../../domain/report.ts'
import { adviceOn, LATE, withoutDeployment } from './advice.ts'
import type { BoundedRetry, InProgress } from '../types.ts'
import { connect, type Api } from '../api/api.ts'
import type { DeploymentStatus, WrittenStatus } from '../api/deployments.ts'
import type { Event } from '../event/event.ts'
import { isOwnStatus, STATUS_PREFIX } from '../event/subject.ts'
import { titleOf } from './check-run.ts'
import { failureOf, unlessLost, unlessRefused } from '../api/failure.ts'
import { isNewer } from './marker.ts'
import { retry, type RetryOptions } from '../api/retry.ts'

type Deployments = Pick<Api, 'newestDeployment' | 'statusesOf' | 'addStatus'>

/** Characters that GitHub takes in a description. */
const LIMIT = 140

/** A deployment is healthy or not: GitHub knows no third state, and what could not be judged is not promoted. */
const STATES = {
  healthy: 'success',
  unhealthy: 'failure',
  inconclusive: 'error',
} as const satisfies Record<Verdict, DeploymentStatus['state']>

/** The deployment of the event, else the newest of the commit; undefined when it has none. */
export async function deploymentOf(
  api: Deployments,
  event: Event,
  patience: RetryOptions,
): Promise<number | undefined> {
  return event.deployment ?? retry(() => api.newestDeployment(event.headSha), patience)
}

export type StatusText = Pick<DeploymentStatus, 'state' | 'description'>

export const LOOKING: StatusText = {
  state: 'in_progress',
  description: `${STATUS_PREFIX}looking at the site`,
}

export function stateOf(report: Report, failed: boolean): StatusText {
  const state = failed && report.verdict === 'healthy' ? 'failure' : STATES[report.verdict]
  return { state, description: STATUS_PREFIX + titleOf(report, LIMIT - STATUS_PREFIX.length) }
}

/**
 * Adds a status, unless a newer run has spoken of this deployment, or another job of this run has found it failing: of
 * what is added, GitHub shows the last.
 */
export async function setStatus(
  api: Deployments,
  { deployment, event, url }: { readonly deployment: number; readonly event: Event; readonly url: string },
  say: StatusText,
  patience: RetryOptions,
): Promise<void> {
  const status: DeploymentStatus = { ...say, environmentUrl: url, logUrl: event.runUrl }
  await retry(async () => {
    const written = (await statusesOf(api, deployment)).filter(({ description }) => isOwnStatus(description))
    if (written.some((earlier) => prevails(earlier, event))) return
    // The answer to our POST was lost, and here it is.
    const last = written.toSorted((a, b) => b.id - a.id)[0]
    if (last !== undefined && last.state === status.state && last.logUrl === status.logUrl) return
    await api.addStatus(deployment, status)
  }, patience)
}

/** A token that may not read them may still write one, and if not, then its failure tells more. */
async function statusesOf(api: Deployments, deployment: number): Promise<readonly WrittenStatus[]> {
  return (await api.statusesOf(deployment).catch(unlessRefused)) ?? []
}

/** Sets the status by the report. Returns a warning when that fails; never throws. */
export async function publishStatus(
  announced: InProgress | undefined,
  { report, failed }: { readonly report: Report; readonly failed: boolean },
  patience: BoundedRetry,
): Promise<string | undefined> {
  if (announced?.deployment === undefined) return undefined
  const { config, located, deployment: begun, url } = announced
  try {
    const api = await connect(announced.event, config.githubToken, patience.signal)
    const conclude = async (): Promise<string | undefined> => {
      const event = await located
      // Lost in the meantime: the commit is asked for its deployment again.
      const known = await begun.then((id) => ({ id }), unlessLost)
      const deployment = known === undefined ? await deploymentOf(api, event, patience) : known.id
      if (deployment === undefined) return withoutDeployment(event)
      await setStatus(api, { deployment, event, url }, stateOf(report, failed), patience)
      return undefined
    }
    return await orAborted(conclude(), patience.signal)
  } catch (error) {
    if (patience.signal.aborted) return LATE.deployment
    return adviceOn(failureOf(error), announced, { kind: 'deployment', sha: announced.event.headSha })
  }
}

function prevails({ state, logUrl }: WrittenStatus, { runId, runAttempt, runUrl }: Event): boolean {
  if (logUrl === runUrl) return state === 'failure' || state === 'error'
  const [run, attempt] = /\/actions\/runs\/(\d{1,15})\/attempts\/(\d{1,15})$/.exec(logUrl)?.slice(1) ?? []
  if (run === undefined) return false
  const theirs = { key: '', runId: Number(run), attempt: Number(attempt) }
  return isNewer(theirs, { key: '', runId, attempt: runAttempt })
}
