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
  const words = secrets.flatMap((secret) => secret.split(/\s+/))
  const spellings = [...new Set([...secrets, ...words])].flatMap((secret) => {
    const ignored = secret.length < MIN_SECRET_LENGTH || shown.some((text) => text.includes(secret))
    const base64 = base64Of(secret)
    return ignored ? [] : [secret, base64, base64.replaceAll('+', '-').replaceAll('/', '_')]
  })
  const longestFirst = [...new Set(spellings)].toSorted((a, b) => b.length - a.length)
  if (longestFirst.length === 0) return (text) => text
  const any = new RegExp(longestFirst.map(patternOf).join('|'), 'giu')
  return (text) => text.replaceAll(any, '***')
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
