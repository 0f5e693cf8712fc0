import type { StatusRanges } from '../../domain/config.ts'
import { commaItemsOf, listOf } from '../parser/lists.ts'
import { MAX_SUGGESTION_LENGTH, type Parser, refuse, succeed } from '../parser/parser.ts'

type Range = StatusRanges[number]

const ACCEPTED = 'Use codes from 100 to 599, classes and ranges, such as `200`, `2xx` or `200-299, 304`'

/** `200`, `2xx` or `200-299`, as inclusive ranges. */
const parseRange: Parser<Range> = (text) => {
  const range = rangeOf(text)
  if (range === undefined) {
    return refuse({
      given: text,
      fault: 'is not a valid status code',
      accepted: ACCEPTED,
      meant: () => suggestionFor(text),
    })
  }
  if (range[0] > range[1]) {
    return refuse({
      given: text,
      fault: 'ends before it starts',
      accepted: ACCEPTED,
      meant: `${range[1]}-${range[0]}`,
    })
  }
  return succeed(range)
}

/** A list of codes, classes and ranges, separated by commas or lines. */
export const parseStatuses: Parser<StatusRanges> = listOf(parseRange, commaItemsOf)

function rangeOf(text: string): Range | undefined {
  const [, first] = /^([1-5])xx$/iu.exec(text) ?? []
  if (first !== undefined) return [Number(first) * 100, Number(first) * 100 + 99]
  const [, from, to = from] = /^([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?$/u.exec(text) ?? []
  return from === undefined ? undefined : [Number(from), Number(to)]
}

/** Understands other dashes, other wildcards, and spaces instead of commas. */
function suggestionFor(text: string): string | undefined {
  if (text.length > MAX_SUGGESTION_LENGTH) return undefined
  const plain = text
    .replaceAll(/\s*(?:[‐-―−~:]|\.{2,3}|\bto\b)\s*/giu, '-')
    .replaceAll(/\b([1-5])(?:[x*?.]{1,2}|\d[x*?])(?![\w*?])/giu, '$1xx')
  const parts = plain.split(/[\s;|/]+/u).filter((part) => part !== '')
  if (parts.length === 0 || parts.some((part) => rangeOf(part) === undefined)) return undefined
  return parts.join(', ')
}
