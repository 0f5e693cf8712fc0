import { succeed } from './parser.ts'
import type { Parsed, Parser, Refusal } from './parser.ts'

interface Item {
  readonly text: string
  readonly line: number
}

/** The items of a list, one per line. Blank lines and trailing commas are ignored. */
export function itemsOf(text: string): readonly Item[] {
  return text
    .split(/\r?\n/u)
    .map((line, index) => ({ text: withoutTrailingCommas(line), line: index + 1 }))
    .filter((item) => item.text !== '')
}

/** The items of a list that are separated by line breaks or commas. */
export function commaItemsOf(text: string): readonly Item[] {
  return itemsOf(text).flatMap(({ text, line }) =>
    text
      .split(',')
      .map((part) => ({ text: part.trim(), line }))
      .filter((item) => item.text !== ''),
  )
}

/** Parses each item, and reports the faults of all of them. */
export function listOf<T>(
  parse: Parser<T>,
  split: (text: string) => readonly Item[] = itemsOf,
): Parser<readonly T[]> {
  return (text) => {
    const values: T[] = []
    const faults: Refusal[] = []
    for (const item of split(text)) {
      const parsed = parse(item.text)
      if (parsed.ok) values.push(parsed.value)
      else for (const fault of parsed.faults) faults.push({ ...fault, line: item.line })
    }
    return faults.length === 0 ? succeed(values) : { ok: false, faults }
  }
}

/** A list with at least one item. */
export function someOf<T>(parse: Parser<readonly T[]>, accepted: string): Parser<readonly [T, ...T[]]> {
  return (text): Parsed<readonly [T, ...T[]]> => {
    const parsed = parse(text)
    if (!parsed.ok) return parsed
    const [first, ...rest] = parsed.value
    if (first === undefined) return { ok: false, faults: [{ given: '', fault: 'is empty', accepted }] }
    return succeed([first, ...rest])
  }
}

function withoutTrailingCommas(line: string): string {
  let text = line.trim()
  while (text.endsWith(',')) text = text.slice(0, -1).trimEnd()
  return text
}
