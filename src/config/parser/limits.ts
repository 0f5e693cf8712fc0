import type { InputReader } from '../inputs/inputs.ts'

/** Characters of an input, except of URLs, which have a limit each. The longest secrets have a tenth of it. */
const MAX_CHARACTERS = 1024 * 1024

/** Lines of an input. A server accepts about a hundred headers. */
const MAX_LINES = 1000
/** Sites of one run. */
export const MAX_URLS = 10_000

/** Why an input is too large to be parsed, as a predicate; undefined when it is not. */
export function excessOf(name: string, text: string): string | undefined {
  const most = name === 'url' ? MAX_URLS : MAX_LINES
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0 && lines <= most; at = text.indexOf('\n', at + 1)) lines += 1
  if (lines > most) return `has more than ${most.toLocaleString('en-US')} lines`
  return name !== 'url' && text.length > MAX_CHARACTERS ? 'is longer than 1,048,576 characters' : undefined
}

/** The inputs, without those that are too large: they are refused, so nothing of them is printed or sent. */
export function withinLimits(input: InputReader): InputReader {
  return (name) => {
    const text = input(name)
    return excessOf(name, text.trim()) === undefined ? text : ''
  }
}
