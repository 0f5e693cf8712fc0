/**
 * How many letters have to be inserted, dropped, replaced or swapped with their neighbor to make `to` of `from`
 * (optimal string alignment).
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

/** The candidate that a slip of the hand turns into `text`: the closest one, or the one it is the beginning of. */
export function didYouMean<const Name extends string>(
  text: string,
  candidates: readonly Name[],
): Name | undefined {
  const wanted = text.toLowerCase()
  // A slip changes a letter or two; more than a third of the word is another word.
  const most = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)))
  const [best] = candidates
    .filter((name) => Math.abs(name.length - wanted.length) <= most)
    .map((name) => ({ name, distance: editDistance(wanted, name.toLowerCase()) }))
    .filter(({ distance, name }) => distance <= most && distance < name.length)
    .toSorted((a, b) => a.distance - b.distance)
  return best?.name ?? candidates.find((name) => wanted.length >= 3 && name.toLowerCase().startsWith(wanted))
}

/** A cell of the table; what lies outside costs too much to be chosen. */
function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
