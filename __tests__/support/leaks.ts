import type { Run } from '../../lab/runner/run-action.ts'
import { statesIn } from './state.ts'

/** A secret header value, as a workflow would send it to pass a challenge. It must never appear. */
export const SECRET = 'gate-5e1f7c33-b1d0-secret'

/**
 * Spellings of the lab's origin, 203.0.113.10, written independently of the code that redacts them: with any
 * separator, padded, reversed, in hexadecimal, octal, as one number, with the last octets joined, and in base64.
 */
export const ORIGIN_SPELLINGS: readonly RegExp[] = [
  /(?<!\d)0*203(?:\D{1,6}|%2e)0{1,3}(?:\D{1,6}|%2e)0*113(?:\D{1,6}|%2e)0*10(?!\d)/i,
  /(?<!\d)0*10(?:\D{1,6}|%2e)0*113(?:\D{1,6}|%2e)0{1,3}(?:\D{1,6}|%2e)0*203(?!\d)/i,
  /203000113010/,
  /cb00:?710a/i,
  /0xcb\.0x0{1,2}\.0x71\.0x0?a/i,
  /0313\.0+\.0161\.012/,
  /3405803786/,
  /203\.(?:0\.)?28938/,
  /MjAzLjAuMTEzLjEw/,
]

/** Everything that people and later steps can read from a run, by place. Masks are only visible to the runner. */
export function readableTexts(run: Run): Readonly<Record<string, string>> {
  return {
    log: linesOf(run)
      .filter((line) => !isMask(line))
      .join('\n'),
    stderr: run.stderr,
    outputs: JSON.stringify(run.outputs),
    summary: run.summary,
    report: JSON.stringify(run.report),
    comments: JSON.stringify(run.comments),
    states: run.comments.flatMap(({ body }) => statesIn(body)).join('\n'),
  }
}

/** The places where one of the secrets appears, as `place: secret`. */
export function leaksIn(run: Run, secrets: readonly (RegExp | string)[]): readonly string[] {
  return Object.entries(readableTexts(run)).flatMap(([place, text]) =>
    secrets.flatMap((secret) => {
      const found = typeof secret === 'string' ? text.includes(secret) : secret.test(text)
      return found ? [`${place}: ${secret}`] : []
    }),
  )
}

/** What is masked before anything else is printed. */
export function leadingMasks(run: Run): readonly string[] {
  const lines = linesOf(run)
  const firstLine = lines.findIndex((line) => !isMask(line))
  return lines.slice(0, firstLine).map((line) => line.slice(MASK.length))
}

const MASK = '::add-mask::'

const isMask = (line: string): boolean => line.startsWith(MASK)

const linesOf = ({ stdout }: Run): readonly string[] => stdout.split('\n')
