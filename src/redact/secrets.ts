import type { Redactor } from './redact.ts'

/** Shorter values occur by chance, and hiding them would reveal them. */
const MIN_SECRET_LENGTH = 4

/**
 * Replaces secret header values and tokens that a site sends back: in any case, percent-encoded or in base64. The
 * runner masks only its log, not the comment.
 *
 * @param shown public texts, such as the site's URL: a value that is part of one is not secret
 */
export function secretRedactorOf(secrets: readonly string[], shown: readonly string[] = []): Redactor {
  const spellings = spellingsOf(secrets, shown)
  if (spellings.length === 0) return (text) => text
  const mayContain = secretFinderOf(spellings)
  // Compiling the pattern takes 12 ms, and most runs never need it.
  let pattern: RegExp | undefined
  return (text) => {
    if (!mayContain(text)) return text
    pattern ??= new RegExp(spellings.map(patternOf).join('|'), 'giu')
    return text.replaceAll(pattern, '***')
  }
}

/** What to hide, longest first: the secrets, their words, and both in base64. */
function spellingsOf(secrets: readonly string[], shown: readonly string[]): readonly string[] {
  const words = secrets.flatMap((secret) => secret.split(/\s+/))
  const spellings = [...new Set([...secrets, ...words])].flatMap((secret) => {
    const ignored = secret.length < MIN_SECRET_LENGTH || shown.some((text) => text.includes(secret))
    const base64 = base64Of(secret)
    return ignored ? [] : [secret, base64, base64.replaceAll('+', '-').replaceAll('/', '_')]
  })
  return [...new Set(spellings)].toSorted((a, b) => b.length - a.length)
}

/**
 * Whether the pattern of `secretRedactorOf` could match a text. If false, it certainly doesn't: in a text without a
 * percent sign, a match and an ASCII spelling are equal once both are folded.
 */
function secretFinderOf(spellings: readonly string[]): (text: string) => boolean {
  if (!spellings.every(isAscii)) return () => true
  const folded = spellings.map(foldedText)
  return (text) => {
    if (text.includes('%')) return true
    const foldedWhole = foldedText(text)
    return folded.some((spelling) => foldedWhole.includes(spelling))
  }
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text)
}

/**
 * Makes texts equal that the pattern treats as equal: letters in any case, and `+` for a space. With the flags `i` and
 * `u`, the Kelvin sign matches `k`, and the long s matches `s`.
 */
function foldedText(text: string): string {
  return text.toLowerCase().replaceAll('\u017f', 's').replaceAll('+', ' ')
}

/** Each letter as it is or percent-encoded, up to three times, because nested URLs are encoded again. */
function patternOf(text: string): string {
  return Array.from(text, (letter) => {
    const bytes = [...new TextEncoder().encode(letter)].map((byte) => byte.toString(16).padStart(2, '0'))
    const escaped = bytes.map((byte) => `%(?:25){0,2}${byte}`).join('')
    return `(?:${RegExp.escape(letter)}|${escaped}${letter === ' ' ? '|\\+' : ''})`
  }).join('')
}

/** Without padding, and without the last digit, which depends on what follows. */
function base64Of(secret: string): string {
  const bytes = new TextEncoder().encode(secret)
  const digits = btoa(String.fromCodePoint(...bytes)).replace(/=+$/, '')
  return bytes.length % 3 === 0 ? digits : digits.slice(0, -1)
}
