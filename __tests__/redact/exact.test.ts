import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { redactEveryAddress } from '../../src/redact/every-address.ts'
import { redactorFor } from '../../src/redact/redact.ts'
import { clean, cut, visible } from '../../src/redact/visible.ts'
import { agrees } from '../support/golden.ts'
import { HARDLY_VISIBLE, IPV6, NAMED, NUMBERS, PARTIAL_ESCAPES } from './support/inputs.ts'

// Exactly what is replaced of a text, for values and for what is nearly one.

const golden = (name: string, lines: readonly string[]): void => {
  agrees(
    join(import.meta.dirname, '..', 'golden', 'redact', `${name}.md`),
    `# ${name}\n\n${lines.join('\n')}\n`,
  )
}

/** Everything but printable ASCII by its number. */
const shown = (text: string): string =>
  `\`${text.replace(/[^ -~]/gu, (letter) => `⟨${letter.codePointAt(0)?.toString(16)}⟩`)}\``

const of = (
  hosts: readonly string[],
  secrets: readonly string[] = [],
  shownHosts = ['www.shop.example', 'cdn.origin.example.net'],
) =>
  redactorFor({
    hosts,
    shownHosts,
    secrets,
    shownTexts: ['https://www.shop.example/public-path-0a1b2c3d4e'],
  })

test('which numbers are an IPv4 address', () => {
  const [redact, low] = [of(['203.0.113.10']), of(['8.0.0.1', '1.2.3.4', '100.64.0.10'])]
  golden('numbers', [
    ...NUMBERS.map(
      (text) => `- ${shown(text)}: ${shown(redact(`a ${text} b`))}, any: ${shown(redactEveryAddress(text))}`,
    ),
    ...'8.1 8.0.1 8.256 8.0.0.1 010.0.0.1 010.1 134217729 1.2.772 1.131844 1.2.3.4 16909060 0x01020304 1020304 01020304 04030201 67305985 001002003004 1002003004 100.64.0.10 0144.0100.0.012'
      .split(' ')
      .map((text) => `- ${shown(text)}: ${shown(low(`a ${text} b`))}`),
  ])
})

test('which groups are an IPv6 address', () => {
  const [both, one] = [of(['2001:db8::1', '203.0.113.10']), of(['2001:db8::1'])]
  golden(
    'groups',
    IPV6.map(
      (text) =>
        `- ${shown(text)}: ${shown(both(`a ${text} b`))}, without IPv4: ${shown(one(text))}, any: ${shown(redactEveryAddress(text))}`,
    ),
  )
})

test('which words are a name of an origin', () => {
  const [redact, text] = [of(['origin.example.net', 'db', 'büro.example']), of(['origin.example.net'])]
  golden(
    'names',
    NAMED.map((name) => `- ${shown(name)}: ${shown(redact(`a ${name} b`))}, alone: ${shown(text(name))}`),
  )
})

/** A value of letters and digits that alternate, different for each seed. */
const value = (length: number, seed: number): string =>
  Array.from({ length }, (_, index) =>
    ((index * 7 + seed * 13 + index * index * seed) % 36).toString(36),
  ).join('')

test('values of every length are replaced as a whole, together and alone', () => {
  const lengths = Array.from({ length: 70 }, (_, index) => index + 1)
  const values = lengths.map((length) => value(length, length))
  const all = of([], values)
  const lines = values.flatMap((text, index) => {
    const other = values[(index * 7 + 3) % values.length] ?? ''
    return [
      `- ${index + 1}: ${shown(of([], [text])(`a ${text} b ${text}, c=${text}`))} ${shown(all(`${text}|${other} ${text.slice(1)}`))}`,
    ]
  })
  golden('lengths', lines)
  expect(all(values.slice(3).join(' ')).replaceAll(/\*\*\*| /g, '')).toBe('')
})

test('which part of a value a site quotes is replaced', () => {
  const values = [13, 14, 15, 19, 20, 24, 30, 31, 40, 64, 128, 129, 140].map((length) =>
    value(length, length + 1),
  )
  const others = [
    'a1b2c3deyj9k8l7m6',
    'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9',
    '2026-11-30T10:00:00',
    'release-1.24.0-beta.2',
    'a1_b2_c3_d4-e5+f6g7',
    'public-path-0a1b2c3d4e-a1b2c3',
  ]
  const lines = [...values, ...others].flatMap((text) => {
    const { length } = text
    const redact = of([], [text])
    return [5, 9, 10, 11, 12, 16].map((size) => {
      const parts = Array.from({ length: Math.min(length - size, 40) + 1 }, (_, start) =>
        text.slice(start, start + size),
      )
      const at = parts.flatMap((part, start) => (redact(`q ${part}, r`) === `q ${part}, r` ? [] : [start]))
      const last = text.slice(-size)
      return `- ${length}, ${size} letters: hidden from ${at.join(' ')}; ${shown(redact(`x-${last} ${text.slice(0, size)}...`))}`
    })
  })
  golden('quoted parts', lines)
})

test('the beginning of a value is replaced where a text ends, also before a part of an escape', () => {
  const redact = of(
    ['origin.example.net', 'gateway', '203.0.113.10', 'büro.example', ''],
    ['s3cret-Value/42.xyz', 'healthcheck of the shop'],
    ['www.shop.example'],
  )
  const beginnings = [
    'origi',
    'origin',
    'origin.ex',
    'gatewa',
    '203.0.',
    '203.0.113',
    'b\u{fc}ro.e',
    's3cre',
    's3cret-v',
    'healthc',
    'healthche',
    'healthcheck o',
    'x-s3cret-v',
    'xorigin.ex',
  ]
  golden(
    'beginnings',
    beginnings.flatMap((beginning) => {
      const redacted = PARTIAL_ESCAPES.map((partial) => `at ${beginning}${partial}`)
      const encoded = ['base64', 'hex', 'latin1'] as const
      return [
        `- ${shown(beginning)}: ${redacted.map((text) => shown(redact(text))).join(' ')}`,
        `  - ${encoded.map((encoding) => shown(redact(Buffer.from(`host ${beginning}`).toString(encoding)))).join(' ')}`,
      ]
    }),
  )
})

test('how often a value may be encoded', () => {
  const redact = of(['origin.example.net', '203.0.113.10'], ['s3cret-Value/42.xyz'])
  const encode = (text: string, times: number, encoding: 'base64' | 'hex'): string =>
    times === 0 ? text : encode(Buffer.from(`${text} `).toString(encoding), times - 1, encoding)
  golden(
    'layers',
    ['origin.example.net', '203.0.113.10', 's3cret-Value/42.xyz'].flatMap((text) =>
      (['base64', 'hex'] as const).flatMap((encoding) =>
        [1, 2, 3, 4, 5].map(
          (times) =>
            `- ${shown(text)}, ${encoding}, ${times}: ${shown(redact(`a ${encode(text, times, encoding)} b`))}`,
        ),
      ),
    ),
  )
})

test('what is visible of a text, and how it is cut', () => {
  golden(
    'visible texts',
    HARDLY_VISIBLE.flatMap((text) => [
      `- ${shown(text)}: ${shown(visible(text))}, clean ${shown(clean(text))}`,
      `  - cut ${[0, 1, 2, 3, 5, 8, 13, 21].map((max) => shown(cut(text, max))).join(' ')}`,
    ]),
  )
})
