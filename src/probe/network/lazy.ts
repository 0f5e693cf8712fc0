/** Something that is begun at most once, when it is first called for. */
export interface Once<T> {
  readonly begin: () => T
  readonly begun: () => boolean
}

export function once<T>(work: () => T): Once<T> {
  let result: { readonly value: T } | undefined
  return {
    begin: () => (result ??= { value: work() }).value,
    begun: () => result !== undefined,
  }
}
