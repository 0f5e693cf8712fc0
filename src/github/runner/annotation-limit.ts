/**
 * Of each level, the runner keeps the first ten annotations of a step, and drops the others silently. Ours are
 * ten of all levels together: more would hide the ones that matter.
 */
export const MAX_ANNOTATIONS = 10

/**
 * At most so many items: the first ones, and one that stands for the rest.
 *
 * @param join makes that one; gets at least two items
 */
export function withinLimit<T>(
  items: readonly T[],
  join: (rest: readonly T[]) => T,
  limit = MAX_ANNOTATIONS,
): readonly T[] {
  if (items.length <= limit) return items
  return [...items.slice(0, limit - 1), join(items.slice(limit - 1))]
}
