import type { Fields } from '../case.ts'

/** The fields of a response in the form of our reader. */
export function joinFields(fields: Readonly<Record<string, string | readonly string[] | undefined>>): Fields {
  const joined = Object.entries(fields).map(
    ([name, value]) => [name, typeof value === 'string' ? value : (value ?? []).join(', ')] as const,
  )
  return Object.fromEntries(joined.filter(([name]) => name !== 'set-cookie'))
}
