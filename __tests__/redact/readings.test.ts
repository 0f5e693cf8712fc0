import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { redactorFor } from '../../src/redact/redact.ts'
import { partsOf } from '../../src/redact/secrets/parts.ts'
import { spellingsOf } from '../../src/redact/secrets/spellings.ts'
import { decode, rareView } from '../../src/redact/view/decode.ts'
import { encodedView } from '../../src/redact/view/encoded.ts'
import { foldedView } from '../../src/redact/view/normalize.ts'
import { BREAK, EDGE, originalRange, type View } from '../../src/redact/view/units.ts'
import { agrees } from '../support/golden.ts'
import {
  IPV4_NOTATIONS,
  IPV6_NOTATIONS,
  NAME_NOTATIONS,
  NOTATIONS,
  type Notation,
} from './support/notations.ts'
import { ENCODED, ESCAPES, HEADER_VALUES, POINTS, RARE_ESCAPES } from './support/readings.ts'

// What the engine reads in a text, exactly: too little leaks, and too much makes reports unreadable.

const golden = (name: string, lines: readonly string[]): void => {
  agrees(
    join(import.meta.dirname, '..', 'golden', 'redact', `${name}.md`),
    `# ${name}\n\n${lines.join('\n')}\n`,
  )
}

/** Everything but printable ASCII by its number, so that a line shows what a text has. */
const shown = (text: string): string =>
  text.replace(/[^ -~]/gu, (letter) => {
    const point = letter.codePointAt(0) ?? 0
    return point === BREAK ? '‖' : point === EDGE ? '⟧' : `⟨${point.toString(16)}⟩`
  })

/** Positions that follow each other are one range. */
const runsOf = (ranges: readonly (readonly [number, number])[]): readonly string[] => {
  const runs: [start: number, end: number, units: number][] = []
  for (const [start, end] of ranges) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === start && last[1] - last[0] === last[2] && end === start + 1) {
      last[1] = end
      last[2] += 1
    } else runs.push([start, end, 1])
  }
  return runs.map(([start, end, units]) => `${start}-${end}${end - start === units ? '' : `/${units}`}`)
}

/** The text of a view, and where its units are in the original. */
const viewed = (view: View | undefined): string => {
  if (view === undefined) return 'nothing'
  const { text } = view
  const at = Array.from({ length: text.length }, (_, unit) => originalRange(view, unit, unit + 1))
  return `\`${shown(text)}\` at ${runsOf(at).join(' ')}`
}

test('what each escape stands for', () => {
  const lines = ESCAPES.map((text) => {
    const folded = foldedView({ text })
    const { decoded, raw } = decode(folded)
    return `- \`${shown(text)}\`: ${viewed(decoded)}${raw === undefined ? '' : `; raw ${viewed(raw)}`}`
  })
  golden('escapes', lines)
})

test('what each rare escape stands for', () => {
  golden(
    'rare escapes',
    RARE_ESCAPES.map((text) => `- \`${shown(text)}\`: ${viewed(rareView(foldedView({ text })))}`),
  )
})

test('what each code point is searched as', () => {
  golden(
    'code points',
    POINTS.map((point) => {
      const letter = String.fromCodePoint(point)
      return `- ${point.toString(16)}: ${viewed(foldedView({ text: `a${letter}b` }))}`
    }),
  )
})

test('what is encoded in a text', () => {
  const lines = ENCODED.flatMap((text) =>
    [false, true].map((wide) => {
      const { decoded } = decode(foldedView({ text }))
      const short = wide ? '' : `; from four bytes on ${viewed(encodedView(decoded, false, 4))}`
      return `- \`${shown(text)}\`${wide ? ', wide' : ''}: ${viewed(encodedView(decoded, wide, 6))}${short}`
    }),
  )
  golden('encoded texts', lines)
})

test('which parts of a header value are secret', () => {
  const lines = HEADER_VALUES.flatMap((value) => {
    const isLong = value.length > 300
    const parts = isLong ? [] : [...new Set(partsOf(value))]
    const spellings = [...spellingsOf([value])].filter(([text]) => text.length <= 300)
    return [`- \`${shown(isLong ? `${value.slice(0, 60)}… (${value.length})` : value)}\``].concat(
      parts.map((part) => `  - part \`${shown(part)}\``),
      spellings.map(([text, atEdge]) => `  - \`${shown(text)}\`${atEdge ? ', also its beginning' : ''}`),
    )
  })
  golden('header values', lines)
})

const ADDRESS = '203.0.113.10'
const IPV6 = '2001:db8:85a3::8a2e:370:7334'
const NAME = 'lb-7.origin.internal.example'
const SECRET = "p@ss:w0rd+&<%>'=_{}~"
const LONG = Array.from({ length: 30 }, (_, index) => `k${(index * 7919).toString(36)}-`).join('')

const redact = redactorFor({
  hosts: [ADDRESS, IPV6, NAME],
  shownHosts: ['www.shop.test'],
  secrets: [SECRET, LONG],
  shownTexts: ['https://www.shop.test/login'],
})

const notationsOf = (value: string, own: readonly Notation[]) =>
  [...NOTATIONS, ...own].map(({ name, write }) => ({ value, name, write }))

test('exactly a value is replaced in each notation', () => {
  const notations = [
    ...notationsOf(ADDRESS, IPV4_NOTATIONS),
    ...notationsOf(IPV6, IPV6_NOTATIONS),
    ...notationsOf(NAME, NAME_NOTATIONS),
    ...notationsOf(SECRET, []),
  ]
  const lines = notations.map(({ value, name, write }, index) => {
    const text =
      [`upstream "${write(value)}"; id=7`, `/a/${write(value)}/b`, `x ${write(value)} y`][index % 3] ?? ''
    return `- ${value}, ${name}: \`${shown(redact(text))}\``
  })
  golden('notations', lines)
})

test('a text that ends anywhere in a value shows nothing of it', () => {
  const lines = [ADDRESS, IPV6, NAME, SECRET, LONG].flatMap((value) =>
    [
      value,
      encodeURIComponent(value),
      Buffer.from(value).toString('base64'),
      Buffer.from(value).toString('hex'),
    ].map((written) => {
      const cuts = Array.from({ length: written.length }, (_, end) =>
        redact(`at ${written.slice(0, end + 1)}`),
      )
      return `- ${written}: ${cuts.map((cut) => `\`${shown(cut)}\``).join(' ')}`
    }),
  )
  golden('cut texts', lines)
})

test('63 letters from anywhere in a long secret are replaced', () => {
  const lines = [63, 64, 65, 96].flatMap((length) =>
    Array.from({ length: 34 }, (_, index) => {
      const part = LONG.slice(index, index + length)
      return `- ${index} +${length}: \`${redact(`q=${part};r`)}\` \`${redact(`q=${part}`)}\``
    }),
  )
  golden('long secrets', lines)
  expect(redact(LONG)).toBe('***')
})
