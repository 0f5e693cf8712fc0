/** A value, or everything that speaks against there being one. */
export type Result<T, Fault> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] }

export const succeed = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

/** One value of many; when some are missing, the faults of all of them in the order of the keys. */
export function combined<T extends object, Fault>(parts: {
  readonly [Key in keyof T]: Result<T[Key], Fault>
}): Result<T, Fault> {
  const value: Partial<T> = {}
  const faults: Fault[] = []
  const complete = (value: Partial<T>): value is T => Object.keys(parts).every((key) => key in value)
  for (const key in parts) {
    const part = parts[key]
    if (part.ok) value[key] = part.value
    else faults.push(...part.faults)
  }
  return complete(value) ? succeed(value) : { ok: false, faults }
}
