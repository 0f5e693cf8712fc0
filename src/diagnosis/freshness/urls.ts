import { readUrl, untrusted, type Untrusted } from '../../domain/untrusted.ts'

/** The path of a URL; empty for text that isn't one. */
export function pathOf(url: Untrusted): Untrusted {
  return readUrl(url, ({ pathname }) => untrusted(pathname)) ?? untrusted('')
}

/** Host and path of a URL: what it names, whatever its scheme and query are. */
export function placeOf(url: Untrusted): Untrusted {
  return readUrl(url, ({ host, pathname }) => untrusted(host + pathname)) ?? url
}

/** Characters of a URL or path to print. */
const MAX_PRINTED = 120

/** A view: the beginning of a URL. */
export function shortened(redacted: string, max = MAX_PRINTED): string {
  return redacted.length <= max ? redacted : `${redacted.slice(0, max - 1)}…`
}

/** A view: the path of an absolute URL. Of one whose start is hidden, all of it. */
export function pathIn(redacted: string): string {
  return shortened(/^[a-z]+:\/\/[^/?#]*([^?#]+)/i.exec(redacted)?.[1] ?? redacted)
}
