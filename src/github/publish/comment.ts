import type { Report } from '../../domain/report.ts'
import { continuing } from '../../report/history/block.ts'
import { orAborted } from '../../shared/abort.ts'
import { createApi, type Api, type Comment, type Thread } from '../api/api.ts'
import { classifyError } from '../api/failure.ts'
import { retry, type RetryOptions } from '../api/retry.ts'
import type { BoundedRetry, InProgress } from '../types.ts'
import { failureWarning, TIMEOUT_WARNINGS } from './advice.ts'
import type { CommentResult } from './own-comments.ts'
import { earlierIn, stateBlock } from './state.ts'
import { writeStickyComment } from './sticky.ts'
import { chooseThread, type ThreadChoice } from './thread.ts'

export interface CommentJob {
  readonly report: Report
  /** Markdown, without the marker. */
  readonly body: string
}

/** Writes the sticky comment, or returns a warning that says why there is none. Never throws. */
export async function publishComment(
  inProgress: InProgress,
  { report, body }: CommentJob,
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
    const { verdict } = report
    const { headSha, headUnknown } = await inProgress.located
    // Without the commit, no later run could know whether the history is that of the same deploy.
    const block = (earlier: Comment | undefined): string => {
      if (headUnknown) return ''
      // The report may lack it, or another run may have written it meanwhile.
      const read = earlier === undefined ? undefined : earlierIn(earlier.body, headSha)
      return stateBlock(continuing(report, read), headSha)
    }
    const draft = { key: config.commentKey, runId, attempt, body, block, when: config.comment, verdict }
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
