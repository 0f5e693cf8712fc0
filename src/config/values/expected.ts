import type { Expected, Site } from '../../domain/config.ts'
import { isFieldName } from './headers.ts'
import { LONGEST_GUESS, type Parser, refuse } from '../parser/parser.ts'
import { succeed } from '../parser/result.ts'

/** Far less of a body is read than a longer text would need to be worth its while. */
const LONGEST = 10_000

/** What changes what a pattern matches. `g` is a habit without a meaning here, and is dropped. */
const FLAGS = /^[imsuvg]*$/u

const ACCEPTED = 'Give the text that must occur, or `/regex/` with the flags `i`, `m`, `s`, `u` or `v`'

/** A text, or `/regex/flags`. */
export const parseExpected: Parser<Expected> = (given) => expectedOf(given, given, ACCEPTED)

/** `Name: value` or `Name: /regex/flags`. The name in lower case. */
export const parseExpectedHeader: Parser<NonNullable<Site['expectedHeader']>> = (given) => {
  const accepted = 'Give `Name: value` or `Name: /regex/`'
  const refused = (fault: string, meant?: string) => refuse({ given, fault, accepted, meant })
  if (/[\r\n]/u.test(given)) return refused('has several lines')
  const colon = given.indexOf(':')
  if (colon === -1) return refused('has no colon', isFieldName(given) ? `${given}: /./` : undefined)
  const name = given.slice(0, colon).trimEnd()
  if (!isFieldName(name)) return refused('has a name that no header can have')
  const text = given.slice(colon + 1).trim()
  // Any value will do.
  if (text === '') return refused('has no value', `${name}: /./`)
  const value = expectedOf(text, given, accepted)
  return value.ok ? succeed({ name: name.toLowerCase(), value: value.value }) : value
}

function expectedOf(text: string, given: string, accepted: string): ReturnType<typeof parseExpected> {
  const refused = (fault: string, meant?: string) => refuse({ given, fault, accepted, meant })
  if (text.length > LONGEST) return refused(`is longer than ${LONGEST} characters`)
  const end = text.lastIndexOf('/')
  const flags = text.slice(end + 1)
  // `/static/app.js` is a text as it stands, since no flags have a full stop in them.
  if (!text.startsWith('/') || end < 2 || !/^[a-z]*$/iu.test(flags)) return succeed({ kind: 'text', text })
  if (!FLAGS.test(flags) || faultOf('', flags) !== undefined) {
    const meant = text.length > LONGEST_GUESS ? undefined : given.replace(text, () => escaped(text))
    return refused('has flags behind its last slash that no pattern has', meant)
  }
  const source = text.slice(1, end)
  const kept = flags.replaceAll('g', '')
  const fault = faultOf(source, kept)
  return fault === undefined ? succeed({ kind: 'regex', source, flags: kept }) : refused(fault)
}

/** A pattern that matches just the text. */
function escaped(text: string): string {
  return `/${text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)}/`
}

function faultOf(source: string, flags: string): string | undefined {
  try {
    RegExp(source, flags)
    return undefined
  } catch (error) {
    // `Invalid regular expression: /(/: Unterminated group`: the words behind what was given.
    const [, reason] = /: ([A-Z][\w ()-]*)$/u.exec(Error.isError(error) ? error.message : '') ?? []
    return `is no pattern${reason === undefined ? '' : ` (${reason.toLowerCase()})`}`
  }
}
