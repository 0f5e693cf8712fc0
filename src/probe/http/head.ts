import type { Head } from '../../domain/exchange.ts'
import { untrusted, type Untrusted } from '../../domain/untrusted.ts'

/** The head of a response. `Set-Cookie` stays a list, because its values contain commas. */
export function headOf(status: number, fields: Iterable<readonly [name: string, value: string]>): Head {
  const joined = new Map<string, string>()
  const setCookie: Untrusted[] = []
  for (const [written, value] of fields) {
    const name = written.toLowerCase()
    const before = joined.get(name)
    if (name === 'set-cookie') setCookie.push(untrusted(value))
    else joined.set(name, before === undefined ? value : `${before}, ${value}`)
  }
  const headers = Object.fromEntries([...joined].map(([name, value]) => [name, untrusted(value)] as const))
  return { status, headers, ...(setCookie.length > 0 && { setCookie }) }
}

/** Header fields as Node and undici return them, one for each value. */
export function* fieldsIn(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Iterable<readonly [name: string, value: string]> {
  for (const [name, values = []] of Object.entries(headers))
    for (const value of typeof values === 'string' ? [values] : values) yield [name, value]
}
