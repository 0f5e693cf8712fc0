import { matches } from '../../domain/untrusted.ts'
import { classifyError } from '../api/failure.ts'
import type { Thread } from '../api/api.ts'
import { isNewer } from './marker.ts'
import { hasText, ownComments, resultOf, type CommentResult, type CommentWrite } from './own-comments.ts'

/**
 * Whether the token may not update comments on commits. GitHub documents `contents: read` for creating one, and
 * `contents: write` for updating or deleting one.
 */
export function isUpdateRefused(error: unknown, thread: Thread): boolean {
  const { kind, message } = classifyError(error)
  // Not a locked conversation or an archived repository.
  return thread.kind === 'commit' && kind === 'forbidden' && matches(message, /not accessible|must have/i)
}

/**
 * Adds a comment if the verdict is not that of our newest one: a commit gets one comment when the site fails, and one
 * when it is fixed. A check that couldn't reach the site adds no comment.
 *
 * @param login the author of our comments
 */
export async function addIfChanged(
  write: CommentWrite,
  login: string | Promise<string>,
): Promise<CommentResult> {
  const { api, thread, draft, text } = write
  const own = await ownComments(write, login, 'all')
  const newer = own.findLast(({ marker }) => isNewer(marker, draft))
  if (newer !== undefined) return resultOf('outdated', newer.comment)
  const newest = own.at(-1)
  if (newest !== undefined) {
    // The response to its creation was lost.
    if (hasText(newest.comment, text)) return resultOf('unchanged', newest.comment)
    if (draft.verdict === 'inconclusive' || draft.verdict === newest.marker.verdict)
      return resultOf('kept', newest.comment)
  }
  return resultOf('created', await api.createComment(thread, text))
}
