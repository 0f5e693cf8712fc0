import type { Moment } from '../../domain/cause.ts'
import type { RouteKind } from '../../domain/route/route.ts'
import { reworded, type Sentence } from '../../domain/untrusted.ts'
import { capital } from '../../shared/text.ts'

/** What connects to the origin, in place of this runner. */
const OBSERVERS: Readonly<Record<RouteKind, string>> = {
  bastion: 'the bastion',
  cluster: 'the cluster',
  container: 'the container',
  command: 'the proxy command',
}

const FROM: Readonly<Record<RouteKind, string>> = {
  bastion: 'from the bastion',
  cluster: 'from the cluster',
  container: 'from the container',
  command: 'through the proxy command',
}

/** Who requests the origin: `this runner`, `the bastion`. */
export function observerOf(route: RouteKind | undefined): string {
  return route === undefined ? 'this runner' : OBSERVERS[route]
}

export function observerIn({ dialedOrigin }: Moment): string {
  return observerOf(dialedOrigin?.route)
}

/** How the origin was requested: `directly`, `from the bastion`. */
export function fromWhere(route: RouteKind | undefined): string {
  return route === undefined ? 'directly' : FROM[route]
}

/**
 * Sentences are written for an origin that this runner requests directly. This names what requests it instead. Quotes
 * stay as they are.
 */
export function asSeenBy(route: RouteKind | undefined, sentence: Sentence): Sentence {
  if (route === undefined) return sentence
  return reworded(sentence, (words) => observed(route, withoutDirect(route, words)))
}

/** The same for a sentence in which "this runner" is also the one that requests the site. */
export function requestedBy(route: RouteKind | undefined, sentence: Sentence): Sentence {
  return route === undefined ? sentence : reworded(sentence, (words) => withoutDirect(route, words))
}

function withoutDirect(route: RouteKind, words: string): string {
  const from = FROM[route]
  return words
    .replaceAll(
      /\b(requested|checked|through Cloudflare or|Cloudflare and|URL and) directly\b/g,
      `$1 ${from}`,
    )
    .replaceAll(/\b(A|a|The|the) direct (request|connection)\b/g, `$1 $2 ${from}`)
}

/** Not what is this runner's own, and not a host to which visitors connect as it does. */
function observed(route: RouteKind, words: string): string {
  if (words.includes('resolves directly')) return words
  return words.replaceAll(OTHERS_VIEW, (_, first: string) =>
    first === 'this' ? OBSERVERS[route] : capital(OBSERVERS[route]),
  )
}

const OTHERS_VIEW = /\b(This|this) runner\b(?!'s (?:own|network|resolver))(?! has no IPv)/g
