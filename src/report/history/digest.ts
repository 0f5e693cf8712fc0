import type { EarlierReport } from '../baseline/baseline.ts'

/** An earlier report whose sites are known, although a comment had room only for the digest of their URLs. */
export function withSites(
  earlier: EarlierReport | undefined,
  urls: ReadonlySet<string>,
): EarlierReport | undefined {
  if (earlier === undefined || 'missing' in earlier || earlier.comment?.digest === undefined) return earlier
  return earlier.comment.digest === digestOf([...urls].toSorted())
    ? { ...earlier, sites: new Map(urls.keys().map((url) => [url, undefined])) }
    : {
        missing:
          'The history starts over, because the earlier comment is about other sites. If another job wrote it, set `comment-key`.',
      }
}

/** Finds an accidental difference between lists of URLs. It protects nothing. */
export function digestOf(urls: readonly string[]): string {
  let hash = 0
  for (const byte of Buffer.from(urls.join('\n'))) hash = Math.imul(hash ^ byte, 16_777_619)
  return `${urls.length}-${(hash >>> 0).toString(36)}`
}
