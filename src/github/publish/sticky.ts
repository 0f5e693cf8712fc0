import type { Api, Comment, Thread } from '../api/api.ts'
import { classifyError } from '../api/failure.ts'
import { retry, type RetryOptions } from '../api/retry.ts'
import { boundedKey, isNewer, markerOf, parseMarker, type Marker } from './marker.ts'
import { truncate } from './truncate.ts'

/** A comment to write. */
export interface Draft extends Marker {
  /** Markdown, without the marker. */
  readonly body: string
  readonly when: 'always' | 'on-failure'
  readonly healthy: boolean
}

/**
 * - `unchanged`: the comment has this text already;
 * - `outdated`: a newer run wrote the comment, so this run leaves it;
 * - `unwanted`: the site is healthy, and there is no comment to update.
 */
export type CommentResult =
  | {
      readonly action: 'created' | 'updated' | 'unchanged' | 'outdated'
      readonly id: number
      readonly url: string
    }
  | { readonly action: 'unwanted' }

/** GitHub's limit on a comment counts code points. There are never more of them than UTF-16 units. */
const MAX_COMMENT = 65_536

/** The author of our comments when the token can't read its own login. */
const ACTIONS_BOT = 'github-actions[bot]'

/**
 * Creates or updates the one comment with this key in the thread. Throws what the API throws.
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
  const text = truncate(`${markerOf(draft)}\n${draft.body}`, MAX_COMMENT)
  // In parallel with the first page.
  const login = api.viewer().then((known) => known ?? ACTIONS_BOT, botUnlessLost)
  // Awaited below, but listing the comments may fail first.
  login.catch(() => undefined)
  const own = await ownComments(api, thread, draft.key, login, 'until-found')
  const updated = await updateFirst({ api, thread, draft, text }, own)
  if (updated !== undefined) return updated
  if (draft.when === 'on-failure' && draft.healthy) return { action: 'unwanted' }
  const created = await api.createComment(thread, text)
  onCreated(created)
  const author = created.author === '' ? login : created.author
  return resolveRace({ api, thread, draft, text }, created, author)
}

interface CommentWrite {
  readonly api: Api
  readonly thread: Thread
  readonly draft: Draft
  /** Marker and body. */
  readonly text: string
}

/** Updates the oldest of our comments. Undefined when there is none, or none any more. */
async function updateFirst(
  { api, thread, draft, text }: CommentWrite,
  own: readonly OwnComment[],
): Promise<CommentResult | undefined> {
  const [first, ...others] = own
  if (first === undefined) return undefined
  const newer = own.find(({ marker }) => isNewer(marker, draft))
  if (newer !== undefined) return resultOf('outdated', newer.comment)
  // Duplicates from an earlier race, or from a job that was killed during one.
  const deletions = others.map(({ comment }) => deleteComment(api, thread, comment))
  try {
    // The whole text, including the marker. With a stale run in the marker, an older run could overwrite a newer one.
    if (normalized(first.comment.body) === normalized(text)) return resultOf('unchanged', first.comment)
    return resultOf('updated', await api.updateComment(thread, first.comment.id, text))
  } catch (error) {
    // The comment was deleted after we listed it.
    if (classifyError(error).kind === 'not-found') return undefined
    throw error
  } finally {
    await Promise.all(deletions)
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
  const { api, thread, draft } = write
  const own = await ownComments(api, thread, draft.key, author, 'all')
  const [first] = own
  if (first === undefined || first.comment.id >= created.id) return resultOf('created', created)
  const result = own.some(({ marker }) => isNewer(marker, draft))
    ? resultOf('outdated', first.comment)
    : await updateFirst(write, [first])
  // The oldest comment is gone, so ours stays.
  if (result === undefined) return resultOf('created', created)
  await deleteComment(api, thread, created)
  return result
}

/** If this fails, the next run tries again. */
async function deleteComment(api: Api, thread: Thread, { id }: Comment): Promise<void> {
  await api.deleteComment(thread, id).catch(() => undefined)
}

interface OwnComment {
  readonly comment: Comment
  readonly marker: Marker
}

/**
 * The comments with our key, oldest first. Anyone can write a marker, so only those of our own login count.
 * `until-found` stops at the first page with one: the duplicates of a race are close together.
 */
async function ownComments(
  api: Api,
  thread: Thread,
  key: string,
  login: string | Promise<string>,
  pages: 'until-found' | 'all',
): Promise<readonly OwnComment[]> {
  const own: OwnComment[] = []
  for await (const page of api.listComments(thread)) {
    for (const comment of page) {
      const marker = parseMarker(comment.body)
      if (marker?.key === boundedKey(key) && comment.author === (await login)) own.push({ comment, marker })
    }
    if (own.length > 0 && pages === 'until-found') break
  }
  return own.toSorted((a, b) => a.comment.id - b.comment.id)
}

function resultOf(action: Exclude<CommentResult['action'], 'unwanted'>, { id, url }: Comment): CommentResult {
  return { action, id, url }
}

/** GitHub trims comments and may return line ends as CRLF. */
function normalized(body: string): string {
  return body.replaceAll('\r\n', '\n').trim()
}

/**
 * A token of the Actions app can't read its own login. Any other failure proves nothing, and a wrong guess would
 * create a second comment.
 */
function botUnlessLost(error: unknown): string {
  const { kind } = classifyError(error)
  if (kind === 'lost' || kind === 'rate-limited') throw error
  return ACTIONS_BOT
}
