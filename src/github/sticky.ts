import { UnexpectedAnswer, type Api, type Comment, type Thread } from './api.ts'
import { cut } from './cut.ts'
import { failureOf } from './failure.ts'
import { boundedKey, isNewer, markerOf, parseMarker, type Marker } from './marker.ts'
import { onceMore, type Patience } from './once-more.ts'

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
  patience: Patience = {},
): Promise<Placed> {
  return onceMore(() => place(api, thread, draft), patience)
}

async function place(api: Api, thread: Thread, draft: Draft): Promise<Placed> {
  const text = cut(`${markerOf(draft)}\n${draft.body}`, LIMIT)
  const create = async (): Promise<Placed> =>
    draft.when === 'on-failure' && draft.healthy
      ? { action: 'unwanted' }
      : placed('created', await api.create(thread, text))

  const own = await ownComment(api, thread, draft.key)
  if (own === undefined) return create()
  if (isNewer(own.marker, draft)) return placed('outdated', own.comment)
  // The whole text, marker and all: were a stale run left in the marker, a run in between could overwrite what is newer.
  if (normal(own.comment.body) === normal(text)) return placed('unchanged', own.comment)
  try {
    return placed('updated', await api.update(thread, own.comment.id, text))
  } catch (error) {
    // Somebody deleted it since we looked.
    if (failureOf(error).kind === 'not-found') return create()
    throw error
  }
}

interface OwnComment {
  readonly comment: Comment
  readonly marker: Marker
}

/**
 * The oldest comment with our key that we wrote ourselves; anybody can write a marker. Pages are read until it is found, so that
 * of several the first is kept up to date.
 */
async function ownComment(api: Api, thread: Thread, key: string): Promise<OwnComment | undefined> {
  // Asked side by side with the first page. A token that may not ask is one of the Actions bot.
  const login = api.viewer().catch(botUnlessLost)
  // Whoever waits for it is told of its failure; the listing beside it may fail first.
  login.catch(() => undefined)
  for await (const page of api.commentsOf(thread)) {
    for (const comment of page) {
      const marker = parseMarker(comment.body)
      if (marker?.key === boundedKey(key) && comment.author === (await login)) return { comment, marker }
    }
  }
  return undefined
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
