import type { Redactor } from './redact.ts'

/** Shorter values occur by chance, and hiding them would tell what they are. */
const SHORTEST = 4

/**
 * Replaces the values of secret headers, and the token, wherever a site sends them back: as they are, in any case, as
 * part of a URL, however that escapes, or in base64. The runner masks its log by itself; a comment has nobody else to do it.
 *
 * @param shown what is public anyway, such as the site's URL: a value that is part of it is no secret
 */
export function secretRedactorOf(secrets: readonly string[], shown: readonly string[] = []): Redactor {
  const words = secrets.flatMap((secret) => secret.split(/\s+/))
  const spellings = [...new Set([...secrets, ...words])].flatMap((secret) => {
    const open = secret.length < SHORTEST || shown.some((text) => text.includes(secret))
    const base64 = base64Of(secret)
    return open ? [] : [secret, base64, base64.replaceAll('+', '-').replaceAll('/', '_')]
  })
  const longestFirst = [...new Set(spellings)].toSorted((a, b) => b.length - a.length)
  if (longestFirst.length === 0) return (text) => text
  const any = new RegExp(longestFirst.map(patternOf).join('|'), 'giu')
  return (text) => text.replaceAll(any, '***')
}

/** Each letter as it is or escaped as in a URL, once or more often: every place in a URL escapes others. */
function patternOf(text: string): string {
  return Array.from(text, (letter) => {
    const bytes = [...new TextEncoder().encode(letter)].map((byte) => byte.toString(16).padStart(2, '0'))
    const escaped = bytes.map((byte) => `%(?:25){0,2}${byte}`).join('')
    return `(?:${RegExp.escape(letter)}|${escaped}${letter === ' ' ? '|\\+' : ''})`
  }).join('')
}

/** Without the padding, and without the last digit, which depends on what follows. */
function base64Of(secret: string): string {
  const bytes = new TextEncoder().encode(secret)
  const digits = btoa(String.fromCodePoint(...bytes)).replace(/=+$/, '')
  return bytes.length % 3 === 0 ? digits : digits.slice(0, -1)
}
