/** What to hide of a text, as positions in it. */
export interface Ranges {
  readonly starts: number[]
  readonly ends: number[]
  /** What stands in for each range. */
  readonly marks: string[]
}

export function noRanges(): Ranges {
  return { starts: [], ends: [], marks: [] }
}

export function addRange({ starts, ends, marks }: Ranges, start: number, end: number, mark: string): void {
  const last = ends.length - 1
  // Most ranges of a periodic text continue the one before.
  if (last >= 0 && marks[last] === mark && start >= (starts[last] ?? 0) && start <= (ends[last] ?? -1)) {
    ends[last] = Math.max(ends[last] ?? 0, end)
    return
  }
  starts.push(start)
  ends.push(end)
  marks.push(mark)
}

/** Where ranges overlap, the mark of a secret stands for all of them. */
export function withoutRanges(text: string, { starts, ends, marks }: Ranges, secretMark: string): string {
  const order = Array.from(starts.keys()).toSorted((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0))
  const parts: string[] = []
  let written = 0
  for (let index = 0; index < order.length;) {
    const first = order[index] ?? 0
    const start = starts[first] ?? 0
    let end = ends[first] ?? 0
    let mark = marks[first] ?? secretMark
    for (index += 1; index < order.length && (starts[order[index] ?? 0] ?? 0) < end; index += 1) {
      const next = order[index] ?? 0
      end = Math.max(end, ends[next] ?? 0)
      if (marks[next] === secretMark) mark = secretMark
    }
    parts.push(text.slice(written, start), mark)
    written = end
  }
  parts.push(text.slice(written))
  return parts.join('')
}
