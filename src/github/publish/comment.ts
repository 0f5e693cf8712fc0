import type { Verdict } from '../../domain/diagnosis.ts'
import { orAborted } from '../../shared/abort.ts'
import { createApi, type Api, type Thread } from '../api/api.ts'
import { classifyError } from '../api/failure.ts'
import { retry, type RetryOptions } from '../api/retry.ts'
import type { BoundedRetry, InProgress } from '../types.ts'
import { failureWarning, TIMEOUT_WARNINGS } from './advice.ts'
import type { CommentResult } from './own-comments.ts'
import { writeStickyComment } from './sticky.ts'
import { chooseThread, type ThreadChoice } from './thread.ts'

export interface CommentJob {
  readonly verdict: Verdict
  /** Markdown, without the marker. */
  readonly body: string
}

/** Writes the sticky comment, or returns a warning that says why there is none. Never throws. */
export async function publishComment(
  inProgress: InProgress,
  { verdict, body }: CommentJob,
  options: BoundedRetry,
): Promise<CommentResult | { readonly warning: string }> {
  const { event, config } = inProgress
  let thread: Thread | undefined
  if (config.comment === 'never') return { action: 'unwanted' }
  try {
    const api = await createApi(event, config.githubToken, options.signal)
    const choice = await orAborted(threadChoice(api, inProgress, options), options.signal)
    if (choice.thread === undefined) return choice
    thread = choice.thread
    const { runId, runAttempt: attempt } = event
    const draft = { key: config.commentKey, runId, attempt, body, when: config.comment, verdict }
    return await writeStickyComment({ ...api, viewer: viewerOf(api, inProgress) }, thread, draft, options)
  } catch (error) {
    if (options.signal.aborted) return { warning: TIMEOUT_WARNINGS.comment }
    const destination = thread ?? { kind: 'commit', sha: event.headSha }
    return { warning: failureWarning(classifyError(error), inProgress, destination) }
  }
}

// What was requested in advance is requested again only if that failed.

async function threadChoice(
  api: Api,
  { located, config, comment }: InProgress,
  options: RetryOptions,
): Promise<ThreadChoice> {
  const event = await located
  const choose = (): Promise<ThreadChoice> => retry(() => chooseThread(api, event, config), options)
  return comment === undefined ? choose() : comment.choice.catch(choose)
}

function viewerOf(api: Api, { comment }: InProgress): Api['viewer'] {
  return () => (comment === undefined ? api.viewer() : comment.login.catch(() => api.viewer()))
}
