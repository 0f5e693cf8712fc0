import type { PublishConfig } from '../../domain/config.ts'
import { orAborted } from '../../shared/abort.ts'
import { createApi, type Api } from '../api/api.ts'
import type { CheckResult } from '../api/checks.ts'
import { retry, type RetryOptions } from '../api/retry.ts'
import type { Event } from '../event/event.ts'
import { STATUS_PREFIX } from '../event/subject.ts'
import { checkIdentity, openCheck } from '../publish/check-run.ts'
import { CHECKING, findDeployment, setStatus, type StatusText } from '../publish/deployment.ts'
import { authorOf, newestOf, ownComments } from '../publish/own-comments.ts'
import { earlierIn } from '../publish/state.ts'
import { chooseThread } from '../publish/thread.ts'
import type { EarlierReport } from '../../report/baseline/baseline.ts'
import type { Bounds, InProgress, WorkOptions } from '../types.ts'

/** Sends the first requests and returns without waiting for their responses. Sends none without a token. */
export async function startWork(
  work: WorkOptions,
  { limit = 20_000, settle = 1000 }: Bounds = {},
): Promise<InProgress> {
  const { event, config } = work
  if (config.githubToken === '') return { ...work, located: Promise.resolve(event) }
  const options = { settle, limit, signal: AbortSignal.timeout(limit) }
  const api = await createApi(event, config.githubToken, options.signal)
  const located = handled(locate(api, work, options))
  return {
    ...work,
    located,
    ...(config.comment !== 'never' && { comment: startComment(api, located, work, options) }),
    ...(config.checkRun && { check: startCheck(api, located, config, options) }),
    // If our own status triggered this run, another status would trigger the next run.
    ...(config.deploymentStatus &&
      !event.selfTriggered && { deployment: handled(startDeployment(api, located, work, options)) }),
  }
}

function startComment(
  api: Api,
  located: Promise<Event>,
  { config, history = false }: WorkOptions,
  options: RetryOptions,
): NonNullable<InProgress['comment']> {
  const login = handled(api.viewer())
  const choice = handled(located.then((event) => retry(() => chooseThread(api, event, config), options)))
  const read = async (): Promise<EarlierReport | undefined> => {
    const [{ thread }, { headSha, headUnknown }] = await Promise.all([choice, located])
    if (thread === undefined || headUnknown) return undefined
    const search = { api, thread, draft: { key: config.commentKey } }
    const author = authorOf({ viewer: () => login })
    let isForeign = false
    const onOther = (body: string): void => {
      isForeign ||= earlierIn(body, headSha) !== undefined
    }
    const own = newestOf(await retry(() => ownComments(search, author, 'until-found', onOther), options))
    return own === undefined && isForeign ? FOREIGN : earlierIn(own?.comment.body ?? '', headSha)
  }
  return { login, choice, ...(history && { earlier: handled(read()) }) }
}

/** Such as after a change of the token. */
const FOREIGN: EarlierReport = {
  missing: 'The history starts over, because another account wrote the comment that carries it.',
}

/** A comment on a pull request triggers an event that has the pull request's number, but not its head commit. */
async function locate(api: Api, { event, config }: WorkOptions, options: RetryOptions): Promise<Event> {
  const { headUnknown, prNumber } = event
  const needed = config.checkRun || config.deploymentStatus || config.commentTarget === 'commit'
  if (!headUnknown || !needed || prNumber === undefined) return event
  return { ...event, headSha: await retry(() => api.pullHead(prNumber), options), headUnknown: false }
}

function startCheck(
  api: Api,
  located: Promise<Event>,
  { commentKey }: PublishConfig,
  options: RetryOptions,
): NonNullable<InProgress['check']> {
  const identity = handled(located.then((event) => checkIdentity(event, commentKey)))
  return { identity, opened: handled(identity.then((check) => openCheck(api, check, options))) }
}

async function startDeployment(
  api: Api,
  located: Promise<Event>,
  { url }: WorkOptions,
  options: RetryOptions,
): Promise<number | undefined> {
  const event = await located
  const deployment = await findDeployment(api, event, options)
  if (deployment !== undefined) await setStatus(api, { deployment, event, url }, CHECKING, options)
  return deployment
}

/** Why a run ends without a verdict. */
export type AbandonReason = 'cancelled' | 'failed'

const RESULTS = {
  cancelled: {
    conclusion: 'cancelled',
    title: 'Cancelled before the site was judged',
    summary: 'The run was cancelled, so nothing is promoted.',
  },
  failed: {
    conclusion: 'failure',
    title: 'The check itself could not run',
    summary: 'Nothing is known about the site, so nothing is promoted. See the job log for the reason.',
  },
} as const satisfies Record<AbandonReason, CheckResult>

/** Completes the check run and the deployment status without a verdict. Takes at most `limit`; never throws. */
export async function abandon(
  inProgress: InProgress,
  reason: AbandonReason,
  { limit = 1500 }: Bounds = {},
): Promise<void> {
  const { check, deployment, event, config, located, url } = inProgress
  if (check === undefined && deployment === undefined) return
  const signal = AbortSignal.timeout(limit)
  const api = await createApi(event, config.githubToken, signal)
  const result = RESULTS[reason]
  const text: StatusText = { state: 'error', description: STATUS_PREFIX + result.title }
  const closeDeployment = async (id: number | undefined): Promise<void> => {
    if (id === undefined) return
    await setStatus(api, { deployment: id, event: await located, url }, text, { limit, signal })
  }
  const closed = Promise.allSettled([
    check?.opened.then((id) => api.updateCheck(id, result)),
    deployment?.then(closeDeployment),
  ])
  await orAborted(closed, signal).catch(() => undefined)
}

/** Without a handler, a rejection would end the process before anything awaits the promise. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
