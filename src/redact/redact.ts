import { ORIGIN } from './address.ts'
import { MIN_BEGINNING } from './edges.ts'
import { addRange, noRanges, withoutRanges } from './ranges.ts'
import { originSearchOf } from './origins.ts'
import { searchAll, type Search } from './search.ts'
import { secretSearchOf } from './secrets/secrets.ts'

/**
 * The only area that knows how to hide. Its promise: the origin's address and the user's secrets appear in nothing that
 * leaves the program, in any notation. The report and the recording pass every text through a redactor.
 */
export type Redactor = (text: string) => string

/** For `show-origin: true`. */
export const redactNothing: Redactor = (text) => text

/** What to hide, and what is public. */
export interface Sensitive {
  /** Host names of the origin and all addresses that they resolved to. */
  readonly hosts: readonly string[]
  /** Names from certificates: their first labels, such as `dashboard`, may be words of ours. */
  readonly names?: readonly string[]
  /** Addresses of the machine that runs this. */
  readonly runner?: readonly string[]
  /** Public hosts, such as the site's own: never replaced, even if an origin has that name. */
  readonly shownHosts: readonly string[]
  readonly secrets: readonly string[]
  /** Public texts, such as the site's URL: a value that is part of one is not secret. */
  readonly shownTexts: readonly string[]
}

/** Replaces secrets. */
const SECRET = '***'
/** Replaces the addresses of the machine that runs this. */
const RUNNER = '$RUNNER'

/**
 * Replaces the origin's names and addresses in any notation, and secrets. A text is normalized, decoded and then
 * searched. Each match has its position in the original, so everything else stays as it is.
 *
 * Not read: UTF-7, base32, base64 of four layers or with tags between its lines, soft line breaks, `\U0000002e`, binary
 * digits, an address as raw bytes in base64, and words or letters of other alphabets that stand for signs.
 */
export function redactorFor({
  hosts,
  names = [],
  runner = [],
  shownHosts,
  secrets,
  shownTexts,
}: Sensitive): Redactor {
  const searches: readonly Search[] = [
    originSearchOf(hosts, shownHosts, ORIGIN),
    originSearchOf(names, shownHosts, ORIGIN, { words: false }),
    originSearchOf(runner, shownHosts, RUNNER),
    secretSearchOf(secrets, shownTexts, SECRET),
  ].filter((search) => search !== undefined)
  if (searches.length === 0) return redactNothing
  const encoding = {
    wide: secrets.some(isInternational) || [...hosts, ...names].some(isInternational),
    minBytes: Math.min(MIN_BEGINNING, ...searches.map(({ minLength }) => minLength)),
  }
  return (text) => {
    const ranges = noRanges()
    searchAll({ text }, searches, encoding, (start, end, mark) => {
      addRange(ranges, start, end, mark)
    })
    return ranges.starts.length === 0 ? text : withoutRanges(text, ranges, SECRET)
  }
}

function isInternational(text: string): boolean {
  return /[^\0-\x7f]/.test(text) || /^xn--|\.xn--/i.test(text)
}

/** Hides only origins. */
export function redactorOf(hosts: readonly string[], shownHosts: readonly string[] = []): Redactor {
  return redactorFor({ hosts, shownHosts, secrets: [], shownTexts: [] })
}

/** Hides only secrets. */
export function secretRedactorOf(secrets: readonly string[], shownTexts: readonly string[] = []): Redactor {
  return redactorFor({ hosts: [], shownHosts: [], secrets, shownTexts })
}
