/** `a, b and c`, or with another conjunction `a, b or c`. */
export function list(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1) ?? ''}`
}

/** `The bastion`: with a capital letter, as at the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `1 site`, `3 sites`. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`
}

/** Milliseconds. */
const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Milliseconds for people: `<1 ms`, `62 ms`, `1.2 s`, `30 s`, `4 min 10 s`, `13 h 53 min`. */
export function duration(milliseconds: number): string {
  if (milliseconds > 0 && milliseconds < 0.5) return '<1 ms'
  const ms = Math.max(0, Math.round(milliseconds))
  if (ms < SECOND) return `${ms} ms`
  if (ms < 9950) return `${Math.round(ms / 100) / 10} s`
  const seconds = Math.round(ms / SECOND)
  if (seconds < 120) return `${seconds} s`
  if (seconds >= 7200) return hoursAndMinutes(Math.round(seconds / 60))
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

function hoursAndMinutes(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Milliseconds next to a limit: `30 s`, `340 ms`, `1004 ms`, `12.4 s`. Rounded more, they could equal the limit. */
export function exactDuration(milliseconds: number): string {
  if (milliseconds > 0 && milliseconds % SECOND === 0) return `${milliseconds / SECOND} s`
  return milliseconds < 10 * SECOND
    ? `${Math.round(milliseconds)} ms`
    : `${Math.round(milliseconds / 100) / 10} s`
}

/** Milliseconds as an age or a remainder, in one unit: `300 ms`, `86 s`, `5 min`, `3 h`, `2 days`. */
export function roughDuration(milliseconds: number, round: (value: number) => number = Math.round): string {
  if (milliseconds > 0 && milliseconds < 0.95 * SECOND) return `${milliseconds} ms`
  if (milliseconds < 2 * MINUTE) return `${Math.round(milliseconds / SECOND)} s`
  if (milliseconds < 2 * HOUR) return `${round(milliseconds / MINUTE)} min`
  return milliseconds <= 2 * DAY ? `${round(milliseconds / HOUR)} h` : `${round(milliseconds / DAY)} days`
}

/**
 * Breaks a text between words. The first line begins with `indent`, the others with `further`, as wide by default.
 *
 * @param code `whole`: text in backquotes is never broken, so that commands can be copied; a line may then be too long
 */
export function wrap(
  text: string,
  width: number,
  indent: string,
  further = ' '.repeat(indent.length),
  code: 'whole' | 'broken' = 'broken',
): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of wordsOf(text, code === 'whole' ? Infinity : width - further.length)) {
    if (line !== '' && further.length + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].map((line, index) => (index === 0 ? indent : further) + line)
}

/** Text in backquotes is one word, so that it can be copied, unless no line has room for it. */
function wordsOf(text: string, room: number): readonly string[] {
  const words = text.match(/(?:`[^`]*`|[^ `]|`)+/g) ?? []
  return words.flatMap((word) => (word.length > room ? word.split(' ') : word)).filter((word) => word !== '')
}

/** `chunk-size` → `CHUNK_SIZE`: a name in the style of error codes. */
export function asCode(name: string): string {
  return name.toUpperCase().replaceAll(/\W/g, '_')
}

/** Whether a text is the full id of a commit, SHA-1 or SHA-256. */
export function isCommit(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}
