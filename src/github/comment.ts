import type { PublishConfig } from '../domain/config.ts'
import { adviceOn } from './advice.ts'
import { connect, type Thread } from './api.ts'
import type { Event } from './event.ts'
import { failureOf } from './failure.ts'
import { onceMore, type Patience } from './once-more.ts'
import { publishComment, type Placed } from './sticky.ts'
import { threadOf } from './thread.ts'

export interface CommentJob {
  readonly event: Event
  readonly config: PublishConfig
  readonly healthy: boolean
  /** Markdown, without the marker. */
  readonly body: string
}

const LATE =
  'The verdict stands, but GitHub took too long: the comment is old, missing, or written without an answer that came in time.'

const TOKENLESS =
  'The verdict stands, but no comment was written: `github-token` is empty. Leave the input out to use the token of the job, or see that the secret it comes from exists.'

/** Writes the sticky comment, or says in a warning why there is none. Never throws. */
export async function commentOn(
  { event, config, healthy, body }: CommentJob,
  patience: Patience & { readonly signal: AbortSignal },
): Promise<Placed | { readonly warning: string }> {
  let thread: Thread | undefined
  if (config.comment === 'never') return { action: 'unwanted' }
  if (config.githubToken === '') return { warning: TOKENLESS }
  try {
    const api = await connect(event, config.githubToken, patience.signal)
    const choice = await onceMore(() => threadOf(api, event, config), patience)
    if (choice.thread === undefined) return choice
    thread = choice.thread
    const { runId, runAttempt: attempt } = event
    const key = config.commentKey
    return await publishComment(
      api,
      thread,
      { key, runId, attempt, body, when: config.comment, healthy },
      patience,
    )
  } catch (error) {
    if (patience.signal.aborted) return { warning: LATE }
    return { warning: adviceOn(failureOf(error), event, thread) }
  }
}
