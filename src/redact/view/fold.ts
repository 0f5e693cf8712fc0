/**
 * Characters that read as an ASCII sign: full stops of other scripts, colons, dashes, slashes. NFKC maps others, such
 * as full-width forms and the one-dot leader.
 */
const ALIKE = {
  '.': '\u{b7}\u{2022}\u{2027}\u{2219}\u{22c5}\u{3002}\u{30fb}\u{589}\u{6d4}\u{701}\u{702}\u{66b}\u{a60e}\u{10a50}',
  ':': '\u{2236}\u{a789}\u{2d0}\u{5c3}',
  '-': '\u{2212}\u{2043}\u{2d7}',
  '/': '\u{2044}\u{2215}\u{29f8}',
} as const

/** Digits and letters in circles and squares that NFKC keeps: the range, and what the first of it means. */
const ENCLOSED: readonly (readonly [first: number, last: number, means: string])[] = [
  [0x2776, 0x277e, '1'],
  [0x2780, 0x2788, '1'],
  [0x278a, 0x2792, '1'],
  [0x24f5, 0x24fd, '1'],
  [0x24ff, 0x24ff, '0'],
  [0x1f10b, 0x1f10c, '0'],
  [0x1f150, 0x1f169, 'a'],
  [0x1f170, 0x1f189, 'a'],
  [0x1f1e6, 0x1f1ff, 'a'],
]

const known = new Map<number, string>()

/** A bound for texts with very many characters. */
const MAX_KNOWN = 20_000

/**
 * What a code point is searched as. Whitespace and control characters are a space. Invisible characters and marks are
 * nothing, because they may be inserted anywhere. Digits of any script are ASCII. ASCII letters keep their case, which
 * base64 needs; other letters are folded.
 */
export function foldedPoint(point: number): string {
  if (point > 0x20 && point < 0x7f) return String.fromCharCode(point)
  const folded = known.get(point)
  if (folded !== undefined) return folded
  if (known.size >= MAX_KNOWN) known.clear()
  const result = fold(String.fromCodePoint(point), point)
  known.set(point, result)
  return result
}

function fold(character: string, point: number): string {
  if (/[\s\p{Cc}\p{Z}\u{2800}]/u.test(character)) return ' '
  if (/[\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}]/u.test(character)) return ''
  for (const [sign, alike] of Object.entries(ALIKE)) if (alike.includes(character)) return sign
  if (/\p{Pd}/u.test(character)) return '-'
  const plain = character.normalize('NFKD')
  if (plain !== character) return Array.from(plain, (part) => foldedPoint(part.codePointAt(0) ?? 0)).join('')
  if (/\p{Nd}/u.test(character)) return String(digitValue(point))
  const enclosed = ENCLOSED.find(([first, last]) => first <= point && point <= last)
  if (enclosed !== undefined) return String.fromCharCode(enclosed[2].charCodeAt(0) + point - enclosed[0])
  return character.toUpperCase().toLowerCase()
}

/** The decimal digits of a script are consecutive, from 0 to 9. Scripts may follow each other without a gap. */
function digitValue(point: number): number {
  let first = point
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1
  return (point - first) % 10
}
