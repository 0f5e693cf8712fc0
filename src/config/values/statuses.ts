import type { StatusRanges } from '../../domain/config.ts'
import { commaItemsOf, listOf } from '../parser/lists.ts'
import { LONGEST_GUESS, type Parser, refuse } from '../parser/parser.ts'
import { succeed } from '../parser/result.ts'

type Range = StatusRanges[number]

const ACCEPTED = 'Give codes from 100 to 599, classes and ranges, such as `200`, `2xx` or `200-299, 304`'

/** `200`, `2xx` or `200-299`, as inclusive ranges. */
const parseRange: Parser<Range> = (text) => {
  const range = rangeOf(text)
  if (range === undefined) {
    return refuse({ given: text, fault: 'is no status code', accepted: ACCEPTED, meant: meantBy(text) })
  }
  if (range[0] > range[1]) {
    return refuse({
      given: text,
      fault: 'ends before it begins',
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

/** Other dashes, other wildcards, spaces for commas. */
function meantBy(text: string): string | undefined {
  if (text.length > LONGEST_GUESS) return undefined
  const plain = text
    .replaceAll(/\s*(?:[‐-―−~:]|\.{2,3}|\bto\b)\s*/giu, '-')
    .replaceAll(/\b([1-5])(?:[x*?.]{1,2}|\d[x*?])(?![\w*?])/giu, '$1xx')
  const parts = plain.split(/[\s;|/]+/u).filter((part) => part !== '')
  if (parts.length === 0 || parts.some((part) => rangeOf(part) === undefined)) return undefined
  return parts.join(', ')
}
