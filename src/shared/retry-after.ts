/**
 * Milliseconds that a `Retry-After` header asks to wait: it holds seconds, or a date in one of three forms (RFC 9110,
 * sections 5.6.7 and 10.2.3). Undefined when the text is neither. `now` is in milliseconds.
 */
export function retryAfter(text: string, now: number): number | undefined {
  const value = text.trim()
  if (/^\d{1,10}$/.test(value)) return Number(value) * 1000
  // The date parser also accepts other text, such as a bare year.
  if (!/^[A-Z][a-z]{2,8},? .{10,40}$/.test(value)) return undefined
  const at = Date.parse(value.endsWith('GMT') ? value : `${value} GMT`)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}
