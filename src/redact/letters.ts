/** Which ASCII characters belong to a class, by their codes. */
export type Letters = Readonly<Uint8Array>

export function lettersOf(pattern: RegExp): Letters {
  return Uint8Array.from({ length: 128 }, (_, code) => Number(pattern.test(String.fromCharCode(code))))
}

export const HEX_DIGITS = lettersOf(/[0-9a-f]/i)

/**
 * Runs of at least `least` letters of a class: where each starts and ends. Where there are none, only every `least`-th
 * letter is read, because each run has one of these.
 */
export function* runsOf(
  text: string,
  least: number,
  letters: Letters,
): Generator<readonly [start: number, end: number]> {
  for (let probe = least - 1, from = 0; probe < text.length; probe += least) {
    if (letters[text.charCodeAt(probe)] !== 1) continue
    let start = probe
    while (start > from && letters[text.charCodeAt(start - 1)] === 1) start -= 1
    const end = runEnd(text, probe, letters)
    if (end - start >= least) yield [start, end]
    from = end
    probe = end
  }
}

/** Where the run of letters that starts here ends. */
export function runEnd(text: string, start: number, letters: Letters): number {
  let end = start
  while (end < text.length && letters[text.charCodeAt(end)] === 1) end += 1
  return end
}

/** A pattern whose matches have at least `least` letters, all of one class. It may look at the ones next to them. */
export interface RunPattern {
  readonly pattern: RegExp
  readonly letters: Letters
  readonly least: number
}

/** All matches of a pattern, with their positions in the text. Most of the text is not searched. */
export function* matchesIn(
  text: string,
  { pattern, letters, least }: RunPattern,
): Generator<{ readonly match: RegExpExecArray; readonly index: number }> {
  for (const [start, end] of runsOf(text, least, letters)) {
    const from = Math.max(0, start - 1)
    for (const match of text.slice(from, end + 1).matchAll(pattern))
      yield { match, index: from + match.index }
  }
}
