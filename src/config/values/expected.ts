import type { Expected, Site } from '../../domain/config.ts'
import { isFieldName } from './headers.ts'
import { MAX_SUGGESTION_LENGTH, type Parser, refuse, succeed } from '../parser/parser.ts'

/** Characters of an expected text or pattern. */
const MAX_LENGTH = 10_000

/** Flags that change what a pattern matches. `g` is common, has no effect here, and is dropped. */
const FLAGS = /^[imsuvg]*$/u

const ACCEPTED = 'Use the text that must occur, or `/regex/` with the flags `i`, `m`, `s`, `u` or `v`'

/** Plain text, or `/regex/flags`. */
export const parseExpected: Parser<Expected> = (given) => expectedOf(given, given, ACCEPTED)

/** `Name: value` or `Name: /regex/flags`. The name in lower case. */
export const parseExpectedHeader: Parser<NonNullable<Site['expectedHeader']>> = (given) => {
  const accepted = 'Use `Name: value` or `Name: /regex/`'
  const refused = (fault: string, meant?: string) => refuse({ given, fault, accepted, meant })
  if (/[\r\n]/u.test(given)) return refused('has several lines')
  const colon = given.indexOf(':')
  if (colon === -1) return refused('has no colon', isFieldName(given) ? `${given}: /./` : undefined)
  const name = given.slice(0, colon).trimEnd()
  if (!isFieldName(name)) return refused('has an invalid header name')
  const text = given.slice(colon + 1).trim()
  // The suggested pattern matches any value.
  if (text === '') return refused('has no value', `${name}: /./`)
  const value = expectedOf(text, given, accepted)
  return value.ok ? succeed({ name: name.toLowerCase(), value: value.value }) : value
}

function expectedOf(text: string, given: string, accepted: string): ReturnType<typeof parseExpected> {
  const refused = (fault: string, meant?: string) => refuse({ given, fault, accepted, meant })
  if (text.length > MAX_LENGTH) return refused(`is longer than ${MAX_LENGTH} characters`)
  const end = text.lastIndexOf('/')
  const flags = text.slice(end + 1)
  // `/static/app.js` is plain text: flags have no period.
  if (!text.startsWith('/') || end < 2 || !/^[a-z]*$/iu.test(flags)) return succeed({ kind: 'text', text })
  if (!FLAGS.test(flags) || regexFault('', flags) !== undefined) {
    const meant = text.length > MAX_SUGGESTION_LENGTH ? undefined : given.replace(text, () => escaped(text))
    return refused('has invalid regular expression flags', meant)
  }
  const source = text.slice(1, end)
  const kept = flags.replaceAll('g', '')
  const fault = regexFault(source, kept)
  return fault === undefined ? succeed({ kind: 'regex', source, flags: kept }) : refused(fault)
}

/** A pattern that matches the text literally. */
function escaped(text: string): string {
  return `/${text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)}/`
}

function regexFault(source: string, flags: string): string | undefined {
  try {
    RegExp(source, flags)
    return undefined
  } catch (error) {
    // `Invalid regular expression: /(/: Unterminated group`: only the last part doesn't quote the value.
    const [, reason] = /: ([A-Z][\w ()-]*)$/u.exec(Error.isError(error) ? error.message : '') ?? []
    return `is not a valid regular expression${reason === undefined ? '' : ` (${reason.toLowerCase()})`}`
  }
}
