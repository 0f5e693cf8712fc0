/** The properties of an object with these keys, as far as it has them. */
export function pick<T extends object, Key extends keyof T>(from: T, keys: readonly Key[]): Pick<T, Key>
export function pick(from: object, keys: readonly PropertyKey[]): object {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)))
}
