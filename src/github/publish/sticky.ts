import type { Api, Comment, Thread } from '../api/api.ts'
import { classifyError } from '../api/failure.ts'
import { retry, type RetryOptions } from '../api/retry.ts'
import { isNewer, markerOf } from './marker.ts'
import {
  authorOf,
  hasText,
  newestOf,
  ownComments,
  resultOf,
  type CommentResult,
  type CommentWrite,
  type Draft,
  type OwnComment,
} from './own-comments.ts'
import { addIfChanged, isUpdateRefused } from './read-only.ts'
import { truncate } from './truncate.ts'

/** GitHub's limit on a comment counts code points. There are never more of them than UTF-16 units. */
const MAX_COMMENT = 65_536

/**
 * Creates or updates the one comment with this key in the thread. On a commit where the token may only create
 * comments, it adds one when the verdict changes. Throws what the API throws.
 *
 * When a response is lost, the comment may have been written. So each attempt lists the thread again before it
 * writes, and there is never a second comment.
 */
export async function writeStickyComment(
  api: Api,
  thread: Thread,
  draft: Draft,
  options: RetryOptions = {},
): Promise<CommentResult> {
  let created: Comment | undefined
  const onCreated = (comment: Comment): void => {
    created = comment
  }
  try {
    return await retry(() => createOrUpdate(api, thread, draft, onCreated), options)
  } catch (error) {
    // The comment is there, even if we can't find out whether there is another one.
    if (created !== undefined && options.signal?.aborted !== true) return resultOf('created', created)
    throw error
  }
}

async function createOrUpdate(
  api: Api,
  thread: Thread,
  draft: Draft,
  onCreated: (comment: Comment) => void,
): Promise<CommentResult> {
  // In parallel with the first page.
  const login = authorOf(api)
  const own = await ownComments({ api, thread, draft }, login, 'until-found')
  const write = { api, thread, draft, text: textOf(draft, newestOf(own)?.comment) }
  try {
    const updated = await updateFirst(write, own)
    if (updated !== undefined) return updated
  } catch (error) {
    if (!isUpdateRefused(error, thread)) throw error
    return addIfChanged(write, login)
  }
  if (draft.when === 'on-failure' && draft.verdict === 'healthy') return { action: 'unwanted' }
  const created = await api.createComment(thread, write.text)
  onCreated(created)
  return resolveRace(write, created, created.author === '' ? login : created.author)
}

/** The text within its limit. What is cut is never the block. */
function textOf(draft: Draft, earlier: Comment | undefined): string {
  const block = draft.block?.(earlier) ?? ''
  const text = `${markerOf(draft)}\n${draft.body}`
  return block === ''
    ? truncate(text, MAX_COMMENT)
    : `${truncate(text, MAX_COMMENT - block.length - 2).trimEnd()}\n\n${block}`
}

/** Updates the oldest of our comments, and deletes the others. Undefined when there is none, or none any more. */
async function updateFirst(
  write: CommentWrite,
  own: readonly OwnComment[],
): Promise<CommentResult | undefined> {
  const [first, ...others] = own
  if (first === undefined) return undefined
  const newer = own.find(({ marker }) => isNewer(marker, write.draft))
  if (newer !== undefined) return resultOf('outdated', newer.comment)
  const updated = await updateUnlessGone(write, first.comment)
  // Duplicates from an earlier race, from a job that was killed during one, or from a time without the permission.
  await Promise.all(others.map(({ comment }) => deleteComment(write, comment)))
  return updated
}

async function updateUnlessGone(
  { api, thread, text }: CommentWrite,
  comment: Comment,
): Promise<CommentResult | undefined> {
  // The whole text, including the marker. With a stale run in the marker, an older run could overwrite a newer one.
  if (hasText(comment, text)) return resultOf('unchanged', comment)
  try {
    return resultOf('updated', await api.updateComment(thread, comment.id, text))
  } catch (error) {
    // The comment was deleted after we listed it.
    if (classifyError(error).kind === 'not-found') return undefined
    throw error
  }
}

/**
 * Jobs that list the thread at the same moment all find no comment, and all create one. So we list again: the oldest
 * comment stays, and each later job deletes its own. Ids grow, so of any two jobs the later one sees both comments. It
 * first updates the oldest comment and then deletes its own, so that an older job always sees the newer text.
 */
async function resolveRace(
  write: CommentWrite,
  created: Comment,
  author: string | Promise<string>,
): Promise<CommentResult> {
  const own = await ownComments(write, author, 'all')
  const [first] = own
  if (first === undefined || first.comment.id >= created.id) return resultOf('created', created)
  const result = own.some(({ marker }) => isNewer(marker, write.draft))
    ? resultOf('outdated', first.comment)
    : await updateFirst(write, [first])
  // The oldest comment is gone, so ours stays.
  if (result === undefined) return resultOf('created', created)
  await deleteComment(write, created)
  return result
}

/** If this fails, the next run tries again. */
async function deleteComment({ api, thread }: CommentWrite, { id }: Comment): Promise<void> {
  await api.deleteComment(thread, id).catch(() => undefined)
}
