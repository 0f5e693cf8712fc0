import { expect, test } from '@jest/globals'
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

const OF_ANY: readonly (readonly [name: string, write: (value: string) => string])[] = [
  ['UTF-16 in base64', (value) => utf16(value).toString('base64')],
  ['big-endian UTF-16 in base64', (value) => utf16(value).swap16().toString('base64')],
  ['UTF-16 in hexadecimal', (value) => utf16(value).toString('hex')],
  ['a list of character codes', (value) => `[${bytes(value).join(',')}]`],
  ['character codes with spaces', (value) => bytes(value).join(' ')],
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

test('an address is hidden in the cookie of a load balancer', () => {
  const integer = Buffer.from(ADDRESS.split('.').map(Number)).readUInt32LE(0)
  expect(redact(`BIGipServerpool=${integer}.47873.0000; path=/`)).toBe('BIGipServerpool=$ORIGIN; path=/')
})
