import type { PublishConfig } from '../../domain/config.ts'
import type { Api, Pull, Thread } from '../api/api.ts'
import { classifyError } from '../api/failure.ts'
import type { Event } from '../event/event.ts'

/** Where the comment belongs, or a warning that says why there is no such place. */
export type ThreadChoice =
  | { readonly thread: Thread; readonly warning?: never }
  | { readonly thread?: never; readonly warning: string }

type PullsApi = Pick<Api, 'pullsWithCommit' | 'pullsFromBranch'>
type Target = Pick<PublishConfig, 'commentTarget' | 'prNumber'>

/** Throws what the API throws, except when the token can't look up pull requests: then `auto` chooses the commit. */
export async function chooseThread(api: PullsApi, event: Event, target: Target): Promise<ThreadChoice> {
  const commit: ThreadChoice = { thread: { kind: 'commit', sha: event.headSha } }
  if (target.commentTarget === 'commit') return commit

  const known = target.prNumber ?? event.prNumber
  if (known !== undefined) return { thread: { kind: 'pull', number: known } }

  const found = bestPull(await findPulls(api, event, target), event)
  if (found !== undefined) return { thread: { kind: 'pull', number: found.number } }
  return target.commentTarget === 'auto' ? commit : { warning: noPullWarning(event) }
}

/**
 * A token without `pull-requests: read` gets 403, or 404 in a private repository. A commit that was not pushed gets
 * 422. Such a token can't comment on a pull request either, so with `auto` the comment goes to the commit.
 */
async function findPulls(api: PullsApi, event: Event, target: Target): Promise<readonly Pull[]> {
  const results = await Promise.allSettled([pullsFromFork(api, event), api.pullsWithCommit(event.headSha)])
  const found = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))
  if (found.length > 0) return found
  for (const result of results) {
    if (result.status === 'fulfilled') continue
    const { kind } = classifyError(result.reason)
    const rejected = kind === 'forbidden' || kind === 'not-found' || kind === 'unprocessable'
    if (!rejected || target.commentTarget !== 'auto') throw result.reason
  }
  return found
}

/**
 * GitHub doesn't find pull requests by a commit that is only in a fork, so we search by the fork's branch. Only those
 * at this commit count, because the owner of a fork can give a branch any name.
 */
async function pullsFromFork(api: PullsApi, { forkHead, headSha }: Event): Promise<readonly Pull[]> {
  if (forkHead === undefined) return []
  const found = await api.pullsFromBranch(forkHead)
  return found.filter((pull) => pull.headSha === headSha)
}

/** Prefers an open pull request with this commit as its head, then any open one, then the one that was merged last. */
function bestPull(pulls: readonly Pull[], event: Event): Pull | undefined {
  const repository = `${event.owner}/${event.repo}`.toLowerCase()
  const local = pulls.filter(({ base }) => base === '' || base.toLowerCase() === repository)
  const open = local.filter((pull) => pull.open)
  const merged = local.filter((pull) => pull.mergedAt !== '')
  return (
    open.find((pull) => pull.headSha === event.headSha) ??
    open[0] ??
    merged.toSorted((a, b) => b.mergedAt.localeCompare(a.mergedAt))[0]
  )
}

function noPullWarning(event: Event): string {
  const commit = event.headSha.slice(0, 7)
  return (
    `The verdict stands, but no comment was written: the event ${JSON.stringify(event.name)} has no pull request, ` +
    `and none contains commit ${commit}. Set pr-number, or set comment-target to auto to comment on the commit.`
  )
}
