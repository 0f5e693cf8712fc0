import * as fc from 'fast-check'

const WORDS = String.raw`
  @everyone #123 GH-1 GHSA-abcd-efgh-ijkl o/r#1 o/r@0123abc 0123456789abcdef :smile: :+1: http://x.y/z HTTP://WWW.A.B
  ftp://a.b _www.evil.example a@b.co mailto:a@b.co ![a](b) [x]:y [^1] [!NOTE] $x$ $ORIGIN $ORIGIN$ORIGIN $(id) !!
  <img <!-- --> </details> <b> &amp; &#64; " ' ~~~ ~~s~~ | || \ \| *b* _i_ # - + = === --- :-: > 1. 1)
  ::error::boom ##[error]boom ; rm`.split(/\s+/)

const BACKQUOTES = ['`', '``', '```']
const UNSEEN = [
  '\n',
  '\r\n',
  '\t',
  '    ',
  ' ',
  '\0',
  '\u001b[31m',
  '\u009b2J',
  '\u2028',
  '\u202e',
  '\u200b',
  '\ud800',
]

const piece = fc.oneof(
  fc.constantFrom(...WORDS, ...BACKQUOTES, ...UNSEEN),
  fc.string({ maxLength: 6, unit: 'binary' }),
)

/** Hostile text: everything with a special meaning, in any order, between ordinary letters. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(piece, { maxLength: 8 })
  .map((pieces) => pieces.join(''))
