import { orAborted } from '../../shared/abort.ts'
import { adviceOn, LATE } from './advice.ts'
import type { BoundedRetry, InProgress } from '../types.ts'
import { connect, type Api, type Thread } from '../api/api.ts'
import { failureOf } from '../api/failure.ts'
import { retry, type RetryOptions } from '../api/retry.ts'
import { publishComment, type Placed } from './sticky.ts'
import { threadOf, type ThreadChoice } from './thread.ts'

export interface CommentJob {
  readonly healthy: boolean
  /** Markdown, without the marker. */
  readonly body: string
}

/** Writes the sticky comment, or says in a warning why there is none. Never throws. */
export async function commentOn(
  announced: InProgress,
  { healthy, body }: CommentJob,
  patience: BoundedRetry,
): Promise<Placed | { readonly warning: string }> {
  const { event, config } = announced
  let thread: Thread | undefined
  if (config.comment === 'never') return { action: 'unwanted' }
  try {
    const api = await connect(event, config.githubToken, patience.signal)
    const choice = await orAborted(choiceOf(api, announced, patience), patience.signal)
    if (choice.thread === undefined) return choice
    thread = choice.thread
    const { runId, runAttempt: attempt } = event
    const draft = { key: config.commentKey, runId, attempt, body, when: config.comment, healthy }
    return await publishComment({ ...api, viewer: viewerOf(api, announced) }, thread, draft, patience)
  } catch (error) {
    if (patience.signal.aborted) return { warning: LATE.comment }
    return {
      warning: adviceOn(failureOf(error), announced, thread ?? { kind: 'commit', sha: event.headSha }),
    }
  }
}

// What was asked in advance is asked again only where that failed.

async function choiceOf(
  api: Api,
  { located, config, comment }: InProgress,
  patience: RetryOptions,
): Promise<ThreadChoice> {
  const event = await located
  const asked = (): Promise<ThreadChoice> => retry(() => threadOf(api, event, config), patience)
  return comment === undefined ? asked() : comment.choice.catch(asked)
}

function viewerOf(api: Api, { comment }: InProgress): Api['viewer'] {
  return () => (comment === undefined ? api.viewer() : comment.login.catch(() => api.viewer()))
}
