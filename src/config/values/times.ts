import { type Parser, refuse, succeed } from '../parser/parser.ts'

/** ISO 8601 with a date, a time and a zone. */
const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/

/** Milliseconds since the epoch of `2026-11-29T10:00:00Z` or `2026-11-29T11:00:00+01:00`. */
export const parseTime: Parser<number> = (text) => {
  const at = FORM.test(text) ? Date.parse(text) : Number.NaN
  // Date.parse moves February 30 to March.
  if (!Number.isNaN(at) && isDay(text.slice(0, 10))) return succeed(at)
  return refuse({
    given: text,
    fault: 'is not a valid time with a zone',
    accepted: 'Use an ISO 8601 time, such as `2026-11-29T10:00:00Z`',
    meant: () => suggestionFor(text),
  })
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}

/** Understands seconds or milliseconds since the epoch, a space for the `T`, and a time or a day without a zone. */
function suggestionFor(text: string): string | undefined {
  if (/^\d{10}$/.test(text)) return withoutFraction(Number(text) * 1000)
  if (/^\d{13}$/.test(text)) return withoutFraction(Number(text))
  const [, day, time = '00:00:00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(Z|UTC|[+-]\d\d:\d\d)?)?$/i.exec(text) ?? []
  if (day === undefined) return undefined
  const meant = `${day}T${time}${/^(?:z|utc)$/i.test(zone) ? 'Z' : zone}`
  return parseTime(meant).ok ? meant : undefined
}

function withoutFraction(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
}
