import type { Verdict } from '../../domain/diagnosis.ts'
import type { Api, Comment, Thread } from '../api/api.ts'
import { classifyError } from '../api/failure.ts'
import { boundedKey, isNewer, parseMarker, type Marker } from './marker.ts'

/** A comment to write. */
export interface Draft extends Marker {
  readonly verdict: Verdict
  /** Markdown, without the marker. */
  readonly body: string
  /** The last line, which carries the history. It may continue that of our earlier comment. */
  readonly block?: (earlier: Comment | undefined) => string
  readonly when: 'always' | 'on-failure'
}

/**
 * - `unchanged`: the comment has this text already;
 * - `kept`: the token may not update the comment, and it has this verdict already;
 * - `outdated`: a newer run wrote the comment, so this run leaves it;
 * - `unwanted`: the site is healthy, and there is no comment to update.
 */
export type CommentResult =
  | {
      readonly action: 'created' | 'updated' | 'unchanged' | 'kept' | 'outdated'
      readonly id: number
      readonly url: string
    }
  | { readonly action: 'unwanted' }

export interface CommentWrite {
  readonly api: Api
  readonly thread: Thread
  readonly draft: Draft
  /** Marker, body and block. */
  readonly text: string
}

/** What to find. */
type Search = Pick<CommentWrite, 'api' | 'thread'> & { readonly draft: Pick<Draft, 'key'> }

/** The author of our comments when the token can't read its own login. */
const ACTIONS_BOT = 'github-actions[bot]'

export interface OwnComment {
  readonly comment: Comment
  readonly marker: Marker
}

/**
 * The comments with our key, oldest first. Anyone can write a marker, so only those of our own login count.
 * `until-found` stops at the first page with one: the duplicates of a race are close together.
 *
 * @param onOther gets the texts of other accounts with our key
 */
export async function ownComments(
  { api, thread, draft }: Search,
  login: string | Promise<string>,
  pages: 'until-found' | 'all',
  onOther?: (body: string) => void,
): Promise<readonly OwnComment[]> {
  const own: OwnComment[] = []
  for await (const page of api.listComments(thread)) {
    for (const comment of page) {
      const marker = parseMarker(comment.body)
      if (marker?.key !== boundedKey(draft.key)) continue
      if (comment.author === (await login)) own.push({ comment, marker })
      else onOther?.(comment.body)
    }
    if (own.length > 0 && pages === 'until-found') break
  }
  return own.toSorted((a, b) => a.comment.id - b.comment.id)
}

/** The one that the newest run wrote. */
export function newestOf(own: readonly OwnComment[]): OwnComment | undefined {
  return own.toSorted((a, b) => (isNewer(a.marker, b.marker) ? -1 : 1))[0]
}

/** The author of our comments. Its rejection needs no handler. */
export function authorOf(api: Pick<Api, 'viewer'>): Promise<string> {
  const login = api.viewer().then((known) => known ?? ACTIONS_BOT, botUnlessLost)
  login.catch(() => undefined)
  return login
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

export function resultOf(
  action: Exclude<CommentResult['action'], 'unwanted'>,
  { id, url }: Comment,
): CommentResult {
  return { action, id, url }
}

/** Whether GitHub has this text. It trims comments and may return line ends as CRLF. */
export function hasText({ body }: Comment, text: string): boolean {
  return normalized(body) === normalized(text)
}

function normalized(body: string): string {
  return body.replaceAll('\r\n', '\n').trim()
}
