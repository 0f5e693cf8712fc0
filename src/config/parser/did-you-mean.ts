/**
 * The number of letters to insert, delete, replace or swap with their neighbor to turn `from` into `to` (optimal string
 * alignment distance).
 */
export function editDistance(from: string, to: string): number {
  let before: readonly number[] = []
  let above: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current.push(
        Math.min(
          at(above, column) + 1,
          at(current, column - 1) + 1,
          at(above, column - 1) + (same ? 0 : 1),
          swapped ? at(before, column - 2) + 1 : Infinity,
        ),
      )
    }
    before = above
    above = current
  }
  return at(above, to.length)
}

/** The candidate that `text` is probably a misspelling of: the closest one, or one that starts with it. */
export function didYouMean<const Name extends string>(
  text: string,
  candidates: readonly Name[],
): Name | undefined {
  const typed = text.toLowerCase()
  // A typo changes a letter or two. If more than a third of a word differs, it is another word.
  const most = Math.min(3, Math.max(1, Math.floor(typed.length / 3)))
  const [best] = candidates
    .filter((name) => Math.abs(name.length - typed.length) <= most)
    .map((name) => ({ name, distance: editDistance(typed, name.toLowerCase()) }))
    .filter(({ distance, name }) => distance <= most && distance < name.length)
    .toSorted((a, b) => a.distance - b.distance)
  return best?.name ?? candidates.find((name) => typed.length >= 3 && name.toLowerCase().startsWith(typed))
}

/** A cell of the table; Infinity outside it, so that it is never the minimum. */
function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
