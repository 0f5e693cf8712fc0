import type { Head } from '../../domain/exchange.ts'

type Fields = Readonly<Record<string, string | readonly string[] | undefined>>

/** The head of a response. `Set-Cookie` stays a list, because its values contain commas. */
export function headOf(status: number, fields: Fields): Head {
  const entries = Object.entries(fields).map(
    ([name, value]) => [name.toLowerCase(), [value ?? ''].flat()] as const,
  )
  const setCookie = entries.flatMap(([name, values]) => (name === 'set-cookie' ? values : []))
  const others = entries.filter(([name]) => name !== 'set-cookie')
  return {
    status,
    headers: Object.fromEntries(others.map(([name, values]) => [name, values.join(', ')])),
    ...(setCookie.length > 0 && { setCookie }),
  }
}
