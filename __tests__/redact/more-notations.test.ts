import { describe, expect, test } from '@jest/globals'
import { redactEveryAddress } from '../../src/redact/every-address.ts'
import { redactorFor } from '../../src/redact/redact.ts'

const VALUES = [
  '203.0.113.10',
  '198.51.100.237',
  'origin-7.internal.example',
  'sk_live_51HxYzAb.CdEf',
] as const
const [ADDRESS, OTHER, NAME, SECRET] = VALUES
const redact = redactorFor({
  hosts: [ADDRESS, OTHER, NAME],
  shownHosts: ['www.shop.test'],
  secrets: [SECRET],
  shownTexts: ['https://www.shop.test/'],
})

const bytes = (value: string): readonly number[] => [...Buffer.from(value)]
const hex = (code: number): string => code.toString(16)
const signs = (value: string, write: (code: number) => string): string =>
  value.replace(/[^a-z0-9]/gi, (sign) => write(sign.charCodeAt(0)))
const utf16 = (value: string): Buffer => Buffer.from(value, 'utf16le')

const misread = (value: string): string => Buffer.from(value).toString('latin1')

const OF_ANY: readonly (readonly [name: string, write: (value: string) => string])[] = [
  ['UTF-16 in base64', (value) => utf16(value).toString('base64')],
  ['big-endian UTF-16 in base64', (value) => utf16(value).swap16().toString('base64')],
  ['UTF-16 in hexadecimal', (value) => utf16(value).toString('hex')],
  ['a list of character codes', (value) => `[${bytes(value).join(',')}]`],
  ['character codes with spaces', (value) => bytes(value).join(' ')],
  [
    'UTF-8 of full-width letters, read as Latin-1',
    (value) =>
      misread(value.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))),
  ],
  ['UTF-8 with soft hyphens, read as Latin-1', (value) => misread(value.split('').join('\u00ad'))],
  [
    'UTF-8 with invisible letters, read as Latin-1',
    (value) => misread(value.split('').join('\u200b\u{e0041}')),
  ],
  ['quoted-printable', (value) => signs(value, (code) => `=${hex(code).toUpperCase()}`)],
  [
    'quoted-printable of every letter',
    (value) =>
      bytes(value)
        .map((code) => `=${hex(code)}`)
        .join(''),
  ],
  ['HTML without semicolons', (value) => signs(value, (code) => `&#${code}`)],
  [
    'HTML of every letter without semicolons',
    (value) =>
      bytes(value)
        .map((code) => `&#${code}`)
        .join(''),
  ],
  [
    'HTML in hexadecimal without semicolons',
    (value) =>
      bytes(value)
        .map((code) => `&#x${hex(code)}`)
        .join(''),
  ],
  ['HTML without semicolons in a URL', (value) => encodeURIComponent(signs(value, (code) => `&#${code}`))],
  ['CSS', (value) => signs(value, (code) => `\\${hex(code)} `)],
  ['CSS with six digits', (value) => signs(value, (code) => `\\0000${hex(code)}`)],
  ['CSS in a URL', (value) => encodeURIComponent(signs(value, (code) => `\\${hex(code)} `))],
  ['DNS', (value) => signs(value, (code) => `\\0${code}`)],
  ['DNS in a URL', (value) => encodeURIComponent(signs(value, (code) => `\\0${code}`))],
  [
    'Perl',
    (value) =>
      bytes(value)
        .map((code) => `\\x{${hex(code)}}`)
        .join(''),
  ],
  ['character codes in JSON', (value) => `[${bytes(value).join(', ')}]`],
]

const OF_HOSTS: readonly (readonly [name: string, write: (value: string) => string])[] = [
  ...Array.from(';|~', (dot) => [`dots as ${dot}`, (value: string) => value.replaceAll('.', dot)] as const),
  ['after a part of an escape', (value) => `%2${value}`],
  ['after an escape of which a part is left', (value) => `%25${value}`],
]

test.each(VALUES)('%s is hidden in rare notations', (value) => {
  const notations = value === SECRET ? OF_ANY : [...OF_ANY, ...OF_HOSTS]
  for (const [name, write] of notations) {
    const redacted = redact(`https://www.shop.test/n?s=${write(value)}&lang=en`)
    expect([name, redacted]).toEqual([name, expect.stringMatching(/(?:\$ORIGIN|\*\*\*)/)])
    expect([name, redacted]).toEqual([name, expect.not.stringContaining(write(value).slice(2, -2))])
  }
})

test.each(VALUES)('%s is hidden in rare notations, whatever is written so before it', (value) => {
  const before = OF_ANY.map(([, write]) => write('lorem ipsum 42'))
  for (const [name, write] of OF_ANY) {
    const shown = before.filter((text) =>
      redact(`${text} and ${write(value)}`).includes(write(value).slice(2, -2)),
    )
    expect([name, shown]).toEqual([name, []])
  }
})

test('an address is hidden in the cookie of a load balancer', () => {
  const integer = Buffer.from(ADDRESS.split('.').map(Number)).readUInt32LE(0)
  expect(redact(`BIGipServerpool=${integer}.47873.0000; path=/`)).toBe('BIGipServerpool=$ORIGIN; path=/')
})

test.each([
  ['a signed integer', '-889163510'],
  ['an integer in the order of the processor', '175177931'],
  ['hexadecimal in that order', '0a7100cb'],
  ['a list in JSON', '203, 0, 113, 10'],
  ['a list with semicolons', '203; 0; 113; 10'],
])('an address is hidden as %s', (_, written) => {
  expect(redact(`[${written}] and (${written})`)).toBe('[$ORIGIN] and ($ORIGIN)')
})

describe('an address of an earlier report, whose origin is unknown,', () => {
  test.each([
    '8.8.8.8',
    '1.0.0.0',
    '16777216',
    '254.128.0.1',
    '203.0.28938',
    '2000::1',
    '3fff::1',
    'fd00::1',
    'fc12:3::4',
    'fe80::1',
    'febf:1::2',
    'fec0::1',
    '64:ff9b::808:808',
    '::ffff:8.8.8.8',
    '2606:4701::1',
    // Integers of eight digits that are not days.
    '20230132',
    '20231304',
    '18991231',
    '21000101',
    '120230131',
  ])('is hidden: %s', (text) => {
    expect(redactEveryAddress(text)).toBe('$ORIGIN')
    expect(redactEveryAddress(`at ${text}, once`)).toBe('at $ORIGIN, once')
  })

  test.each([
    ["in Cloudflare's ranges", ['104.16.1.1', '::ffff:104.16.1.1', '2606:4700::1111', '2a06:98c0::1']],
    ['not in use', ['0.255.255.255', '1fff::1', '4000::1', 'fe7f::1', 'ff02::1', 'fb00::1']],
    ['a word or a number', ['std::move a::b', 'nginx/1.24.0', '10.5', '14:03:07']],
    ['a day', ['20231104', '19991231', '20230131', '20240229', '20001009']],
  ])('stays if it is %s', (_, texts) => {
    for (const text of texts) expect(redactEveryAddress(text)).toBe(text)
  })

  test.each([
    ['203.0.113...', '$ORIGIN'],
    ['203.0.113....', '$ORIGIN'],
    ['from 10.0.2...', 'from $ORIGIN'],
    ['203-0-113-...', '$ORIGIN'],
    ['203_0_113_...', '$ORIGIN'],
    ['203.0.113…', '$ORIGIN'],
    ['x 2001:db8:...', 'x $ORIGIN'],
    ['x 2001:db8:12...', 'x $ORIGIN'],
    ['2001:0db8:85a3:0000:...', '$ORIGIN'],
    ['fe80:1:...', '$ORIGIN'],
  ])('is hidden if an ellipsis cut it off: %s', (text, redacted) => {
    expect(redactEveryAddress(text)).toBe(redacted)
  })

  test.each([
    '1.22...',
    '203.0...',
    '1:2:3...',
    'x 12:34...',
    'v1203.0.113...',
    'a.203.0.113...',
    'c2001:db8:...',
    ':2001:db8:...',
    '203.0.113',
    '203.0.113... and more',
    '12345.0.113...',
    '203.0.113.x...',
    '2001:db8:x...',
    '203.0.113.,...',
  ])('stays if it is none that was cut off: %s', (text) => {
    expect(redactEveryAddress(text)).toBe(text)
  })
})
