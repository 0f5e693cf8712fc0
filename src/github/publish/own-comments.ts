import type { Verdict } from '../../domain/diagnosis.ts'
import type { Api, Comment, Thread } from '../api/api.ts'
import { boundedKey, parseMarker, type Marker } from './marker.ts'

/** A comment to write. */
export interface Draft extends Marker {
  readonly verdict: Verdict
  /** Markdown, without the marker. */
  readonly body: string
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
  /** Marker and body. */
  readonly text: string
}

export interface OwnComment {
  readonly comment: Comment
  readonly marker: Marker
}

/**
 * The comments with our key, oldest first. Anyone can write a marker, so only those of our own login count.
 * `until-found` stops at the first page with one: the duplicates of a race are close together.
 */
export async function ownComments(
  { api, thread, draft }: CommentWrite,
  login: string | Promise<string>,
  pages: 'until-found' | 'all',
): Promise<readonly OwnComment[]> {
  const own: OwnComment[] = []
  for await (const page of api.listComments(thread)) {
    for (const comment of page) {
      const marker = parseMarker(comment.body)
      if (marker?.key === boundedKey(draft.key) && comment.author === (await login))
        own.push({ comment, marker })
    }
    if (own.length > 0 && pages === 'until-found') break
  }
  return own.toSorted((a, b) => a.comment.id - b.comment.id)
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
