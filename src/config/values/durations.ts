import { roughDuration } from '../../shared/text.ts'
import { type Parser, refuse, succeed } from '../parser/parser.ts'

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const
type Unit = keyof typeof UNITS

/** Other common spellings of units. Any other unit counts as seconds in a suggestion. */
const SPELLINGS: readonly (readonly [spelling: RegExp, milliseconds: number])[] = [
  [/^(?:ms|msecs?|millis|milliseconds?)$/u, UNITS.ms],
  [/^(?:m|mins?|minutes?)$/u, UNITS.m],
  [/^(?:h|hrs?|hours?)$/u, UNITS.h],
  [/^(?:d|days?)$/u, 24 * UNITS.h],
]

/**
 * Milliseconds of `500ms`, `10s`, `2m`, `1h` or a whole number of seconds. Fractions and compounds are rejected with an
 * equivalent spelling as the suggestion. The bounds are in milliseconds, inclusive.
 *
 * @param unitAbove milliseconds above which a number needs its unit, because it was probably meant in milliseconds
 */
export function durationBetween(
  least: number,
  most: number,
  { unitAbove = Infinity }: { readonly unitAbove?: number } = {},
): Parser<number> {
  return (text) => {
    const [, digits, unit] = /^(\d+)(ms|s|m|h)?$/u.exec(text) ?? []
    if (digits === undefined) {
      return refuse({
        given: text,
        fault: 'is not a valid duration',
        accepted: 'Use `500ms`, `10s`, `2m`, `1h` or a whole number of seconds',
        meant: () => suggestionFor(text, least, most),
      })
    }
    const milliseconds = Number(digits) * (isUnit(unit) ? UNITS[unit] : UNITS.s)
    if (milliseconds >= least && milliseconds <= most) {
      if (unit !== undefined || milliseconds <= unitAbove) return succeed(milliseconds)
      return refuse({
        given: text,
        fault: `is ${roughDuration(milliseconds)}, because a number without a unit is seconds`,
        accepted: `Write \`${digits}s\` if that is what you mean`,
        meant: `${digits}ms`,
      })
    }
    const inMilliseconds = unit === undefined && milliseconds > most && Number(digits) <= most
    return refuse({
      given: text,
      fault: milliseconds < least ? 'is too short' : 'is too long',
      accepted: `Use a duration from \`${durationText(least)}\` to \`${durationText(most)}\`, or a whole number of seconds`,
      meant: inMilliseconds && Number(digits) >= least ? `${digits}ms` : undefined,
    })
  }
}

/** The shortest spelling of a whole number of milliseconds that `durationBetween` accepts. */
export function durationText(milliseconds: number): string {
  const unit = (['h', 'm', 's'] as const).find((unit) => milliseconds % UNITS[unit] === 0)
  if (milliseconds === 0 || unit === undefined) return milliseconds === 0 ? '0s' : `${milliseconds}ms`
  return `${milliseconds / UNITS[unit]}${unit}`
}

/** Understands `20x`, `1.5s`, `10 seconds`, `1m30s` and `PT30S`. */
function suggestionFor(text: string, least: number, most: number): string | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll(/\s+/gu, '')
    .replace(/^(?:p?t|[+-])/u, '')
    .replaceAll(',', '.')
  const parts = [...plain.matchAll(/(\d+(?:\.\d+)?)([a-z]*)/gu)]
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== plain) return undefined
  const milliseconds = parts.reduce((sum, [, count, unit]) => sum + Number(count) * factorOf(unit ?? ''), 0)
  // Rounding errors are far below a millisecond.
  const whole = Math.round(milliseconds)
  if (Math.abs(whole - milliseconds) > 1e-6 || whole < least || whole > most) return undefined
  return durationText(whole)
}

function factorOf(unit: string): number {
  return SPELLINGS.find(([spelling]) => spelling.test(unit))?.[1] ?? UNITS.s
}

function isUnit(text: string | undefined): text is Unit {
  return text !== undefined && text in UNITS
}
