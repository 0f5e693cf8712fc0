/** HTML's names of ASCII punctuation, of spaces and of invisible characters. Names of letters start with the letter. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    ast: '*',
    apos: "'",
    bsol: '\\',
    centerdot: '.',
    colon: ':',
    comma: ',',
    commat: '@',
    dash: '-',
    dollar: '$',
    equals: '=',
    excl: '!',
    grave: '`',
    gt: '>',
    hat: '^',
    hyphen: '-',
    lbrace: '{',
    lbrack: '[',
    lcub: '{',
    lowbar: '_',
    lpar: '(',
    lsqb: '[',
    lt: '<',
    mdash: '-',
    middot: '.',
    nbsp: ' ',
    ndash: '-',
    newline: ' ',
    nobreak: '',
    num: '#',
    percnt: '%',
    period: '.',
    plus: '+',
    quest: '?',
    quot: '"',
    rbrace: '}',
    rbrack: ']',
    rcub: '}',
    rpar: ')',
    rsqb: ']',
    semi: ';',
    shy: '',
    sol: '/',
    szlig: 'ss',
    tab: ' ',
    underbar: '_',
    verbar: '|',
    vert: '|',
    zerowidthspace: '',
    zwj: '',
    zwnj: '',
  }),
)

const LETTER_WITH_MARK = /^([a-z])(?:acute|breve|caron|cedil|circ|grave|macr|ogon|ring|slash|tilde|uml)$/i

/** The longest name above, with its first and last sign. */
export const MAX_ENTITY = 18

/** The code point or text that `&…;` stands for. `name` is what is between the signs. */
export function entityOf(name: string): number | string | undefined {
  const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name)
  if (number === null) return NAMED.get(name.toLowerCase()) ?? LETTER_WITH_MARK.exec(name)?.[1]
  const [, hex = '', decimal = ''] = number
  const point = hex === '' ? Number(decimal) : Number.parseInt(hex, 16)
  return point <= 0x10ffff ? point : undefined
}
