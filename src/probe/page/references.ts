import { once } from '../cache.ts'

/** Names of U+00A0 to U+00FF, in order (HTML Standard, "named character references"). */
const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'

/** Names of U+0391 to U+03A9 and, in lower case, of U+03B1 to U+03C9. `-`: no letter, or a final sigma. */
const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega'

/** Other names, each followed by its character. */
const OTHERS =
  'amp & lt < gt > quot " apos \' excl ! num # dollar $ percnt % lpar ( rpar ) ast * plus + comma , period . sol / colon : semi ; equals = quest ? commat @ lsqb [ bsol \\ rsqb ] lowbar _ grave ` lbrace { vert | verbar | rbrace } AMP & LT < GT > QUOT " COPY © REG ® OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜ ensp \u2002 emsp \u2003 thinsp \u2009 zwnj \u200C zwj \u200D ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › euro € trade ™ larr ← uarr ↑ rarr → darr ↓ harr ↔ minus − infin ∞ ne ≠ le ≤ ge ≥ asymp ≈ check ✓ Ccaron Č ccaron č Rcaron Ř rcaron ř Zcaron Ž zcaron ž Ecaron Ě ecaron ě Lstrok Ł lstrok ł Eogon Ę eogon ę Aogon Ą aogon ą Sacute Ś sacute ś Cacute Ć cacute ć Nacute Ń nacute ń Zdot Ż zdot ż sigmaf ς'

const named = once((): ReadonlyMap<string, string> => {
  const others = OTHERS.split(' ')
  return new Map([
    ...LATIN1.split(' ').map((name, index) => [name, String.fromCodePoint(0xa0 + index)] as const),
    ...GREEK.split(' ').flatMap((name, index) => [
      [name, String.fromCodePoint(0x391 + index)] as const,
      [name.toLowerCase(), String.fromCodePoint(0x3b1 + index)] as const,
    ]),
    ...others.flatMap((name, index) => (index % 2 === 0 ? [[name, others[index + 1] ?? ''] as const] : [])),
  ])
})

const REFERENCE = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,31}));?/gi

/** Characters to decode at once. `replaceAll` keeps every match of a text in memory. */
const CHUNK = 32 * 1024

/** Characters of the longest reference, and some. */
const MAX_REFERENCE = 40

/** Decodes the character references of HTML. U+FFFD for a name that isn't in the table. Takes linear time. */
export function withoutReferences(html: string): string {
  const parts: string[] = []
  for (let start = 0; start < html.length;) {
    const end = endOfChunk(html, start + CHUNK)
    parts.push(html.slice(start, end).replaceAll(REFERENCE, decoded))
    start = end
  }
  return parts.join('')
}

/** Before a reference that would be cut. */
function endOfChunk(html: string, end: number): number {
  const last = html.lastIndexOf('&', end - 1)
  return end < html.length && last > end - MAX_REFERENCE ? last : end
}

function decoded(
  reference: string,
  hex: string | undefined,
  decimal: string | undefined,
  name: string | undefined,
): string {
  if (hex !== undefined) return numbered(Number.parseInt(hex, 16))
  if (decimal !== undefined) return numbered(Number(decimal))
  return named.start().get(name ?? '') ?? (reference.endsWith(';') ? '\uFFFD' : reference)
}

const windows1252 = once(() =>
  new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index)),
)

/** 128 to 159 mean what they mean in windows-1252 (HTML Standard, "numeric character reference end state"). */
function numbered(code: number): string {
  if (code >= 0x80 && code < 0xa0) return windows1252.start()[code - 0x80] ?? '\uFFFD'
  return code > 0x10_ff_ff || (code >= 0xd800 && code < 0xe000) ? '\uFFFD' : String.fromCodePoint(code)
}
