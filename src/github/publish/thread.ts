import type { PublishConfig } from '../../domain/config.ts'
import type { Api, Pull, Thread } from '../api/api.ts'
import type { Event } from '../event/event.ts'
import { failureOf } from '../api/failure.ts'

/** Where the comment goes; or why nowhere, and what to do about it. */
export type ThreadChoice =
  | { readonly thread: Thread; readonly warning?: never }
  | { readonly thread?: never; readonly warning: string }

type Asked = Pick<Api, 'pullsOf' | 'pullsFrom'>
type Wish = Pick<PublishConfig, 'commentTarget' | 'prNumber'>

/** Throws what the API throws, but for a commit it may not look up: then `auto` takes the commit. */
export async function threadOf(api: Asked, event: Event, wish: Wish): Promise<ThreadChoice> {
  const commit: ThreadChoice = { thread: { kind: 'commit', sha: event.headSha } }
  if (wish.commentTarget === 'commit') return commit

  const named = wish.prNumber ?? event.prNumber
  if (named !== undefined) return { thread: { kind: 'pull', number: named } }

  const found = bestPull(await pullsOf(api, event, wish), event)
  if (found !== undefined) return { thread: { kind: 'pull', number: found.number } }
  return wish.commentTarget === 'auto' ? commit : { warning: withoutPull(event) }
}

/**
 * A token without `pull-requests: read` is refused (403, or 404 where the repository is private), and a commit that was not
 * pushed gets a 422. Such a token could not write on a pull request either, so that the commit is the place that is left.
 */
async function pullsOf(api: Asked, event: Event, wish: Wish): Promise<readonly Pull[]> {
  const asked = await Promise.allSettled([pullsFromFork(api, event), api.pullsOf(event.headSha)])
  const found = asked.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  if (found.length > 0) return found
  for (const answer of asked) {
    if (answer.status === 'fulfilled') continue
    const { kind } = failureOf(answer.reason)
    const refused = kind === 'forbidden' || kind === 'not-found' || kind === 'unprocessable'
    if (!refused || wish.commentTarget !== 'auto') throw answer.reason
  }
  return found
}

/**
 * GitHub does not find the pull requests of a commit that is only in a fork. Those of the fork's branch count where they
 * are at this very commit: whoever owns a branch may name it as he likes.
 */
async function pullsFromFork(api: Asked, { forkHead, headSha }: Event): Promise<readonly Pull[]> {
  if (forkHead === undefined) return []
  const found = await api.pullsFrom(forkHead)
  return found.filter((pull) => pull.headSha === headSha)
}

/** An open one before a merged one, one whose head is this commit before others, the last merged before those before it. */
function bestPull(pulls: readonly Pull[], event: Event): Pull | undefined {
  const home = `${event.owner}/${event.repo}`.toLowerCase()
  const ours = pulls.filter(({ base }) => base === '' || base.toLowerCase() === home)
  const open = ours.filter((pull) => pull.open)
  const merged = ours.filter((pull) => pull.mergedAt !== '')
  return (
    open.find((pull) => pull.headSha === event.headSha) ??
    open[0] ??
    merged.toSorted((a, b) => b.mergedAt.localeCompare(a.mergedAt))[0]
  )
}

function withoutPull(event: Event): string {
  return (
    `The verdict stands, but no comment was written: the event ${JSON.stringify(event.name)} has no pull request, and commit ${event.headSha.slice(0, 7)} ` +
    'belongs to none. Give the input pr-number, or set comment-target to auto to comment on the commit.'
  )
}
