import { CAUSE_CATEGORIES, type CauseId } from '../../domain/cause-id.ts'
import type { Confidence } from '../../domain/cause.ts'
import { type Trend, VERDICTS } from '../../domain/diagnosis.ts'
import { quote, untrusted } from '../../domain/untrusted.ts'
import { redactNothing } from '../../redact/redact.ts'
import { sanitizerOf } from '../build/sanitize.ts'
import { Damage, matching, oneOf, type Reader } from './reader.ts'

/** Characters. The longest text of a report is a command with a dozen headers. */
const MAX_TEXT = 20_000

const printable = sanitizerOf(redactNothing)

/** On one line, without invisible characters. It was redacted when its report was made. */
export const text: Reader<string> = (value) => {
  if (typeof value !== 'string') throw new Damage()
  const known = texts.get(value)
  if (known !== undefined) return known
  const found = printable(quote(untrusted(value)), MAX_TEXT)
  if (texts.size >= MAX_TEXTS) texts.clear()
  texts.set(value, found)
  return found
}

/** Most texts of a site occur again at the next one, so they are in memory once. */
const texts = new Map<string, string>()
const MAX_TEXTS = 5000

/** A piece of a text, with the space that separates it from its neighbors. */
export const piece: Reader<string> = (value) => {
  const inner = text(value)
  const [start, end] = [/^\s/, /\s$/].map((space) => (space.test(String(value)) ? ' ' : ''))
  return inner === '' ? (start ?? '') : `${start}${inner}${end}`
}

/** ISO 8601, UTC. */
const ISO = String.raw`(?:[+-]\d{2})?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`
const iso = matching(new RegExp(`^${ISO}$`))
export const moment: Reader<string> = (value) => {
  const found = iso(value)
  // An invalid date would be neither older nor newer than another one.
  if (Number.isNaN(Date.parse(found))) throw new Damage()
  return found
}
/** Empty for a date out of range. */
export const date: Reader<string> = (value) => (value === '' ? '' : moment(value))

/** The heading of a column: `origin 2`, `IPv6 address (2001:db8::1)`. */
export const columnName = matching(/^[A-Za-z][\w ,.:()-]{0,119}$/)

export const CAUSES = objectKeys(CAUSE_CATEGORIES)
export const causeId = oneOf(CAUSES)
export const causeOrNone: Reader<CauseId | ''> = oneOf([...CAUSES, ''])
export const confidence: Reader<Confidence> = oneOf(['certain', 'likely', 'possible'])
export const confidenceOrNone: Reader<Confidence | ''> = oneOf(['certain', 'likely', 'possible', ''])
export const verdict = oneOf(VERDICTS)
export const trend: Reader<Trend> = oneOf(['steady', 'intermittent', 'recovered'])

function objectKeys<T extends string>(object: Readonly<Record<T, unknown>>): readonly T[]
function objectKeys(object: object): readonly string[] {
  return Object.keys(object)
}
