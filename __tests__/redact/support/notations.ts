/**
 * Notations of a value that a person or a program can read back. Written without the engine, so that a mistake of the
 * engine is not repeated here.
 */
export interface Notation {
  readonly name: string
  readonly write: (value: string) => string
}

const bytes = (value: string): readonly number[] => [...Buffer.from(value)]
const hex = (code: number, width = 2): string => code.toString(16).padStart(width, '0')
const eachByte = (value: string, write: (hex: string) => string): string =>
  bytes(value)
    .map((byte) => write(hex(byte)))
    .join('')
const eachUnit = (value: string, write: (code: number) => string): string =>
  Array.from({ length: value.length }, (_, index) => write(value.charCodeAt(index))).join('')
const signs = (value: string, write: (code: number) => string): string =>
  value.replace(/[^a-z0-9]/gi, (sign) => (sign.charCodeAt(0) < 0x80 ? write(sign.charCodeAt(0)) : sign))
const between = (value: string, text: string): string => Array.from(value).join(text)
const fullWidth = (value: string): string =>
  value.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
const digits =
  (zero: number) =>
  (value: string): string =>
    value.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
const base64 = (value: string): string => Buffer.from(value).toString('base64')

const ENTITIES: Readonly<Record<string, string>> = {
  '.': '&period;',
  ':': '&colon;',
  '/': '&sol;',
  _: '&lowbar;',
  '=': '&equals;',
  '+': '&plus;',
  '&': '&amp;',
  '<': '&lt;',
  '%': '&percnt;',
}

/** Those of any value. */
export const NOTATIONS: readonly Notation[] = [
  { name: 'as it is', write: (value) => value },
  { name: 'capitals', write: (value) => value.toUpperCase() },
  { name: 'percent-encoded', write: encodeURIComponent },
  { name: 'percent-encoded twice', write: (value) => encodeURIComponent(encodeURIComponent(value)) },
  { name: 'every byte percent-encoded', write: (value) => eachByte(value, (byte) => `%${byte}`) },
  { name: 'in capitals', write: (value) => eachByte(value, (byte) => `%${byte.toUpperCase()}`) },
  { name: 'every byte three times', write: (value) => eachByte(value, (byte) => `%2525${byte}`) },
  {
    name: 'every other byte',
    write: (value) =>
      bytes(value)
        .map((byte, index) => (index % 2 === 0 || byte >= 0x80 ? `%${hex(byte)}` : String.fromCharCode(byte)))
        .join(''),
  },
  { name: 'signs percent-encoded', write: (value) => signs(value, (code) => `%${hex(code)}`) },
  { name: 'JSON', write: (value) => JSON.stringify(value).slice(1, -1).replaceAll('/', '\\/') },
  { name: 'JSON of every letter', write: (value) => eachUnit(value, (code) => `\\u${hex(code, 4)}`) },
  {
    name: 'JSON in JSON',
    write: (value) => eachUnit(value, (code) => `\\\\u${hex(code, 4).toUpperCase()}`),
  },
  { name: 'JavaScript', write: (value) => eachByte(value, (byte) => `\\x${byte}`) },
  {
    name: 'JavaScript with braces',
    write: (value) => Array.from(value, (letter) => `\\u{${hex(letter.codePointAt(0) ?? 0)}}`).join(''),
  },
  { name: 'escaped signs', write: (value) => signs(value, (code) => `\\${String.fromCharCode(code)}`) },
  { name: 'HTML in decimal', write: (value) => eachUnit(value, (code) => `&#${code};`) },
  { name: 'HTML in hexadecimal', write: (value) => eachUnit(value, (code) => `&#x${hex(code)};`) },
  { name: 'HTML twice', write: (value) => signs(value, (code) => `&amp;#${code};`) },
  {
    name: 'HTML by name',
    write: (value) => signs(value, (code) => ENTITIES[String.fromCharCode(code)] ?? `&#${code};`),
  },
  { name: 'HTML in a URL', write: (value) => signs(value, (code) => `%26%23${code}%3B`) },
  { name: 'full-width', write: fullWidth },
  { name: 'zero-width spaces', write: (value) => between(value, '\u200b') },
  { name: 'soft hyphens', write: (value) => between(value, '\u00ad') },
  { name: 'bidi controls', write: (value) => `\u202e${between(value, '\u2066')}\u202c` },
  { name: 'variation selectors', write: (value) => between(value, '\ufe0f') },
  { name: 'combining marks', write: (value) => between(value, '\u0336') },
  { name: 'tags', write: (value) => between(value, '\u{e0041}') },
  { name: 'encoded zero-width spaces', write: (value) => between(value, '%E2%80%8B') },
  { name: 'soft hyphens by name', write: (value) => between(value, '&shy;') },
  { name: 'Arabic digits', write: digits(0x660) },
  { name: 'Devanagari digits', write: digits(0x966) },
  { name: 'mathematical digits', write: digits(0x1d7ce) },
  {
    name: 'superscript',
    write: (value) => value.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))),
  },
  {
    name: 'circled digits',
    write: (value) => value.replace(/[1-9]/g, (digit) => '①②③④⑤⑥⑦⑧⑨'.charAt(Number(digit) - 1)),
  },
  { name: 'keycaps', write: (value) => value.replace(/\d/g, '$&\ufe0f\u20e3') },
  ...Array.from('。｡．․﹒·•', (dot) => ({
    name: `dots as ${dot}`,
    write: (value: string) => value.replaceAll('.', dot),
  })),
  ...['[.]', '(.)', '{.}', '[dot]', '(dot)'].map((dot) => ({
    name: `dots as ${dot}`,
    write: (value: string) => value.replaceAll('.', dot),
  })),
  { name: 'base64', write: base64 },
  { name: 'base64 without padding', write: (value) => base64(value).replace(/=+$/, '') },
  {
    name: 'base64 in lines',
    write: (value) => base64(`upstream: ${value}\n`).replaceAll(/.{20}/g, '$&\r\n'),
  },
  { name: 'base64url', write: (value) => Buffer.from(value).toString('base64url') },
  { name: 'base64 of JSON', write: (value) => base64(JSON.stringify({ host: value, port: 443 })) },
  { name: 'base64 of a field', write: (value) => base64(`host=${value}`) },
  { name: 'base64 of user and value', write: (value) => base64(`user:${value}`) },
  { name: 'base64 of value and rest', write: (value) => base64(`${value}:password`) },
  { name: 'base64 twice', write: (value) => base64(base64(value)) },
  { name: 'base64 of percent-encoding', write: (value) => base64(eachByte(value, (byte) => `%${byte}`)) },
  { name: 'percent-encoded base64', write: (value) => encodeURIComponent(base64(`${value}??>>`)) },
  { name: 'base64 in a path', write: (value) => `/next/${Buffer.from(value).toString('base64url')}/x` },
  { name: 'hexadecimal', write: (value) => Buffer.from(value).toString('hex') },
  { name: 'hexadecimal in capitals', write: (value) => Buffer.from(value).toString('hex').toUpperCase() },
  { name: 'hexadecimal number', write: (value) => `0x${Buffer.from(value).toString('hex')}` },
  {
    name: 'hexadecimal with colons',
    write: (value) =>
      bytes(value)
        .map((byte) => hex(byte))
        .join(':'),
  },
  {
    name: 'hexadecimal with spaces',
    write: (value) =>
      bytes(value)
        .map((byte) => hex(byte))
        .join(' '),
  },
  {
    name: 'hexadecimal list',
    write: (value) =>
      bytes(value)
        .map((byte) => `0x${hex(byte)}`)
        .join(', '),
  },
  { name: 'base64 of hexadecimal', write: (value) => base64(Buffer.from(value).toString('hex')) },
]

const octets = (value: string): readonly number[] => value.split('.').map(Number)

/** Those of a dotted IPv4 address. */
export const IPV4_NOTATIONS: readonly Notation[] = [
  { name: 'dashes', write: (value) => value.replaceAll('.', '-') },
  { name: 'underscores', write: (value) => value.replaceAll('.', '_') },
  { name: 'reverse DNS', write: (value) => `${value.split('.').toReversed().join('.')}.in-addr.arpa` },
  {
    name: 'hexadecimal number',
    write: (value) =>
      `0x${octets(value)
        .map((octet) => hex(octet))
        .join('')}`,
  },
  {
    name: 'hexadecimal octets',
    write: (value) =>
      octets(value)
        .map((octet) => `0x${hex(octet)}`)
        .join('.'),
  },
  {
    name: 'octal octets',
    write: (value) =>
      octets(value)
        .map((octet) => `0${octet.toString(8)}`)
        .join('.'),
  },
  {
    name: 'padded',
    write: (value) =>
      octets(value)
        .map((octet) => String(octet).padStart(3, '0'))
        .join('.'),
  },
  { name: 'integer', write: (value) => String(octets(value).reduce((sum, octet) => sum * 256 + octet, 0)) },
  {
    name: 'mixed',
    write: (value) =>
      octets(value)
        .map((octet, at) => (at % 2 === 0 ? `0x${hex(octet)}` : octet))
        .join('.'),
  },
  { name: 'mapped', write: (value) => `[::ffff:${value}]` },
  {
    name: 'mapped in hexadecimal',
    write: (value) => {
      const digits = octets(value)
        .map((octet) => hex(octet))
        .join('')
      return `[::ffff:${digits.slice(0, 4)}:${digits.slice(4)}]`
    },
  },
  { name: 'NAT64', write: (value) => `64:ff9b::${value}` },
  { name: 'wildcard DNS', write: (value) => `${value}.nip.io` },
  { name: 'wildcard DNS in dashes', write: (value) => `app-${value.replaceAll('.', '-')}.sslip.io` },
  { name: 'cloud name', write: (value) => `ip-${value.replaceAll('.', '-')}.eu-west-1.compute.internal` },
  { name: 'user of a URL', write: (value) => `https://${value}@example.com/` },
]

const parts = (text: string): readonly string[] => (text === '' ? [] : text.split(':'))

const groups = (value: string): readonly string[] => {
  const [head = '', tail = ''] = value.split('::')
  const zeros = 8 - parts(head).length - parts(tail).length
  return [...parts(head), ...Array<string>(value.includes('::') ? zeros : 0).fill('0'), ...parts(tail)]
}
const full = (value: string): readonly string[] => groups(value).map((group) => group.padStart(4, '0'))

/** Those of an IPv6 address. */
export const IPV6_NOTATIONS: readonly Notation[] = [
  { name: 'in full', write: (value) => full(value).join(':') },
  { name: 'without compression', write: (value) => groups(value).join(':') },
  { name: 'capitals in full', write: (value) => full(value).join(':').toUpperCase() },
  { name: 'colons escaped twice', write: (value) => value.replaceAll(':', '%253A') },
  { name: 'colons escaped three times', write: (value) => value.replaceAll(':', '%25253a') },
  { name: 'dashes', write: (value) => value.replaceAll(':', '-') },
  { name: 'underscores', write: (value) => value.replaceAll(':', '_') },
  { name: 'full with underscores', write: (value) => full(value).join('_') },
  { name: 'full with dashes', write: (value) => full(value).join('-') },
  {
    name: 'dashes and underscores',
    write: (value) =>
      full(value)
        .map((group, at) => `${at === 0 ? '' : at % 2 === 0 ? '_' : '-'}${group}`)
        .join(''),
  },
  { name: 'full-width colons', write: (value) => value.replaceAll(':', '：') },
  { name: 'bracketed', write: (value) => `https://[${value}]:8443/` },
  { name: 'with a zone', write: (value) => `${value}%25eth0` },
  {
    name: 'reverse DNS',
    write: (value) => `${full(value).join('').split('').toReversed().join('.')}.ip6.arpa`,
  },
  { name: 'digits', write: (value) => full(value).join('') },
  { name: 'wildcard DNS', write: (value) => `${value.replaceAll(':', '-')}.sslip.io` },
]

/** Those of a name. */
export const NAME_NOTATIONS: readonly Notation[] = [
  { name: 'a subdomain', write: (value) => `a.b.${value}` },
  { name: 'a wildcard', write: (value) => `*.${value}` },
  { name: 'dashes', write: (value) => value.replaceAll('.', '-') },
  { name: 'underscores', write: (value) => value.replaceAll('.', '_') },
  { name: 'a load balancer', write: (value) => `lb_${value}_443` },
  { name: 'with a root dot', write: (value) => `${value}.` },
  { name: 'user and host', write: (value) => `root@${value}` },
  { name: 'in other text', write: (value) => `在${value}上` },
]
