import { orAborted } from '../../shared/abort.ts'
import type { PublishConfig } from '../../domain/config.ts'
import { connect, type Api } from '../api/api.ts'
import type { CheckResult } from '../api/checks.ts'
import { checkIdentity, openCheck } from '../publish/check-run.ts'
import { deploymentOf, LOOKING, setStatus, type StatusText } from '../publish/deployment.ts'
import type { Event } from '../event/event.ts'
import { STATUS_PREFIX } from '../event/subject.ts'
import { retry, type RetryOptions } from '../api/retry.ts'
import { threadOf } from '../publish/thread.ts'
import type { Bounds, InProgress, WorkOptions } from '../types.ts'

/** Returns as soon as all is under way. Without a token nothing is. */
export async function startWork(
  announcement: WorkOptions,
  { limit = 20_000, settle = 1000 }: Bounds = {},
): Promise<InProgress> {
  const { event, config } = announcement
  if (config.githubToken === '') return { ...announcement, located: Promise.resolve(event) }
  const patience = { settle, longest: limit, signal: AbortSignal.timeout(limit) }
  const api = await connect(event, config.githubToken, patience.signal)
  const located = unheard(locate(api, announcement, patience))
  return {
    ...announcement,
    located,
    ...(config.comment !== 'never' && {
      comment: {
        login: unheard(api.viewer()),
        choice: unheard(located.then((found) => retry(() => threadOf(api, found, config), patience))),
      },
    }),
    ...(config.checkRun && { check: checking(api, located, config, patience) }),
    // Our own status started this run: an answer to it would start the next.
    ...(config.deploymentStatus &&
      !event.echo && {
        deployment: unheard(deploying(api, located, announcement, patience)),
      }),
  }
}

/** A comment on an issue tells the number of a pull request, and not where its branch is. */
async function locate(api: Api, { event, config }: WorkOptions, patience: RetryOptions): Promise<Event> {
  const { headUnknown, prNumber } = event
  const matters = config.checkRun || config.deploymentStatus || config.commentTarget === 'commit'
  if (!headUnknown || !matters || prNumber === undefined) return event
  return { ...event, headSha: await retry(() => api.headOf(prNumber), patience) }
}

function checking(
  api: Api,
  located: Promise<Event>,
  { commentKey }: PublishConfig,
  patience: RetryOptions,
): NonNullable<InProgress['check']> {
  const identity = unheard(located.then((event) => checkIdentity(event, commentKey)))
  return { identity, opened: unheard(identity.then((check) => openCheck(api, check, patience))) }
}

async function deploying(
  api: Api,
  located: Promise<Event>,
  { url }: WorkOptions,
  patience: RetryOptions,
): Promise<number | undefined> {
  const event = await located
  const deployment = await deploymentOf(api, event, patience)
  if (deployment !== undefined) await setStatus(api, { deployment, event, url }, LOOKING, patience)
  return deployment
}

/** Why there is no verdict that what was announced could end with. */
export type AbandonReason = 'cancelled' | 'failed'

const ENDINGS = {
  cancelled: {
    conclusion: 'cancelled',
    title: 'Cancelled before the site was judged',
    summary: 'The run was cancelled, so nothing is promoted.',
  },
  failed: {
    conclusion: 'failure',
    title: 'The check itself could not run',
    summary: 'Nothing is known about the site, so nothing is promoted. The log of the job has the reason.',
  },
} as const satisfies Record<AbandonReason, CheckResult>

/** Ends what was announced without a verdict. Bounded in time, for somebody waits to end the process. Never throws. */
export async function abandon(
  announced: InProgress,
  why: AbandonReason,
  { limit = 1500 }: Bounds = {},
): Promise<void> {
  const { check, deployment, event, config, located, url } = announced
  if (check === undefined && deployment === undefined) return
  const signal = AbortSignal.timeout(limit)
  const api = await connect(event, config.githubToken, signal)
  const ending = ENDINGS[why]
  const say: StatusText = { state: 'error', description: STATUS_PREFIX + ending.title }
  const status = async (id: number | undefined): Promise<void> => {
    if (id === undefined) return
    await setStatus(api, { deployment: id, event: await located, url }, say, { longest: limit, signal })
  }
  const ended = Promise.allSettled([
    check?.opened.then((id) => api.updateCheck(id, ending)),
    deployment?.then(status),
  ])
  await orAborted(ended, signal).catch(() => undefined)
}

/** Node need not end the process for a failure that nobody waits for. */
function unheard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
