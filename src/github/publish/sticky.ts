import type { Api, Comment, Thread } from '../api/api.ts'
import { UnexpectedAnswer } from '../api/client.ts'
import { truncate } from './truncate.ts'
import { failureOf } from '../api/failure.ts'
import { boundedKey, isNewer, markerOf, parseMarker, type Marker } from './marker.ts'
import { retry, type RetryOptions } from '../api/retry.ts'

/** A comment to be written. */
export interface Draft extends Marker {
  /** Markdown, without the marker. */
  readonly body: string
  readonly when: 'always' | 'on-failure'
  readonly healthy: boolean
}

/**
 * - `unchanged`: this very text stands there already;
 * - `outdated`: a newer run has written there, and keeps its word;
 * - `unwanted`: all is well, and there is no comment that would have to be told so.
 */
export type Placed =
  | {
      readonly action: 'created' | 'updated' | 'unchanged' | 'outdated'
      readonly id: number
      readonly url: string
    }
  | { readonly action: 'unwanted' }

/** Characters that GitHub takes in a comment. It counts code points, of which there are never more than UTF-16 units. */
const LIMIT = 65_536

/** Whose comments are ours when GitHub does not tell who we are. */
const ACTIONS_BOT = 'github-actions[bot]'

/**
 * Writes the one comment of this key in the thread, or brings it up to date. Throws what the API throws.
 *
 * An answer that is lost leaves open whether the comment was written. Hence nothing is sent again before another look at the
 * thread, so that there is never a second comment.
 */
export async function publishComment(
  api: Api,
  thread: Thread,
  draft: Draft,
  patience: RetryOptions = {},
): Promise<Placed> {
  return retry(() => place(api, thread, draft), patience)
}

async function place(api: Api, thread: Thread, draft: Draft): Promise<Placed> {
  const text = truncate(`${markerOf(draft)}\n${draft.body}`, LIMIT)
  const own = await ownComments(api, thread, draft.key, 'until-found')
  const there = await bringUpToDate({ api, thread, draft, text }, own)
  if (there !== undefined) return there
  if (draft.when === 'on-failure' && draft.healthy) return { action: 'unwanted' }
  const made = await api.create(thread, text)
  return alone({ api, thread, draft, text }, made)
}

interface Writing {
  readonly api: Api
  readonly thread: Thread
  readonly draft: Draft
  /** Marker and body. */
  readonly text: string
}

/** Makes the oldest of our comments say `text`. Undefined when there is none, or none any more. */
async function bringUpToDate(
  { api, thread, draft, text }: Writing,
  own: readonly OwnComment[],
): Promise<Placed | undefined> {
  const [first, ...others] = own
  if (first === undefined) return undefined
  const newer = own.find(({ marker }) => isNewer(marker, draft))
  if (newer !== undefined) return placed('outdated', newer.comment)
  // What an earlier race, or a job that was killed in one, has left behind.
  const cleaning = others.map(({ comment }) => removed(api, thread, comment))
  try {
    // The whole text, marker and all: were a stale run left in the marker, a run in between could overwrite what is newer.
    if (normal(first.comment.body) === normal(text)) return placed('unchanged', first.comment)
    return placed('updated', await api.update(thread, first.comment.id, text))
  } catch (error) {
    // Somebody deleted it since we looked.
    if (failureOf(error).kind === 'not-found') return undefined
    throw error
  } finally {
    await Promise.all(cleaning)
  }
}

/**
 * Jobs that ask at the same moment all find no comment, and all make one. Hence a second look: the oldest stays, and
 * whoever made another takes it back. Ids grow, so that of any two the later job sees both. What it has to say it says
 * first: a job that is older sees it in one comment or the other, and leaves it alone.
 */
async function alone(writing: Writing, made: Comment): Promise<Placed> {
  const { api, thread, draft } = writing
  const own = await ownComments(api, thread, draft.key, 'all')
  const [first] = own
  if (first === undefined || first.comment.id >= made.id) return placed('created', made)
  const there = own.some(({ marker }) => isNewer(marker, draft))
    ? placed('outdated', first.comment)
    : await bringUpToDate(writing, [first])
  // Gone since: then ours is the one that stays.
  if (there === undefined) return placed('created', made)
  await removed(api, thread, made)
  return there
}

/** The next run tries again where this fails. */
async function removed(api: Api, thread: Thread, { id }: Comment): Promise<void> {
  await api.remove(thread, id).catch(() => undefined)
}

interface OwnComment {
  readonly comment: Comment
  readonly marker: Marker
}

/**
 * The comments with our key that we wrote ourselves, oldest first; anybody can write a marker. Later pages are read while
 * none is found, or all of them: what a race leaves behind stands close together.
 */
async function ownComments(
  api: Api,
  thread: Thread,
  key: string,
  pages: 'until-found' | 'all',
): Promise<readonly OwnComment[]> {
  // Asked side by side with the first page. A token that may not ask is one of the Actions bot.
  const login = api.viewer().catch(botUnlessLost)
  // Whoever waits for it is told of its failure; the listing beside it may fail first.
  login.catch(() => undefined)
  const own: OwnComment[] = []
  for await (const page of api.commentsOf(thread)) {
    for (const comment of page) {
      const marker = parseMarker(comment.body)
      if (marker?.key === boundedKey(key) && comment.author === (await login)) own.push({ comment, marker })
    }
    if (own.length > 0 && pages === 'until-found') break
  }
  return own.toSorted((a, b) => a.comment.id - b.comment.id)
}

function placed(action: Exclude<Placed['action'], 'unwanted'>, { id, url }: Comment): Placed {
  return { action, id, url }
}

/** GitHub trims what it stores, and may give line ends back as CRLF. */
function normal(body: string): string {
  return body.replaceAll('\r\n', '\n').trim()
}

/** A token of the Actions app may not ask who it is. Any other failure says nothing, and a guess would make a second comment. */
function botUnlessLost(error: unknown): string {
  if (error instanceof UnexpectedAnswer) return ACTIONS_BOT // An answer, and it names nobody.
  const { kind } = failureOf(error)
  if (kind === 'lost' || kind === 'rate-limited') throw error
  return ACTIONS_BOT
}
