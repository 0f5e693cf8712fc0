import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { simpleTree } from '../../src/config/files/simple-yaml.ts'
import { parsedTree, parseYaml } from '../../src/config/files/yaml.ts'
import { repetitions } from '../support/effort.ts'

const INDENTS = ['', '  ', '    ', '      ', '   ']
const DASHES = ['', '', '- ', '-  ', '-', '--- ', '- - ']
const KEYS = ['url: ', 'wait:  ', 'headers:', 'headers: ', 'null: ', '"url": ', 'url : ', 'a:b', '<<: ', '']
const SCALARS = [
  'https://a.example/#x',
  '3s',
  '1.10',
  '0x1f',
  'true',
  'null',
  '~',
  '',
  ' ',
  '-1',
  'a: b',
  'a:',
  'a :b',
]
const QUOTED = [
  '"A: b"',
  "'it''s'",
  "'a'b",
  '"a" #c',
  '"a"#c',
  "'open",
  '"\\x41"',
  '""',
  "''",
  'x # why',
  'x#y',
  '#',
]
const SIGNS = ['|', '>-', 'b,c', '[a, b]', '{a: b}', '&a x', '*a', '!t x', '@x', '`x`', '%x', '...']
const LETTERS = ['é', '\u2028', '\u00a0', 'a\tb', 'x\r', '\ufeff', '😀']
const VALUES = [...SCALARS, ...QUOTED, ...SIGNS, ...LETTERS]
const USUAL = ['  - url: https://a.example', '    wait: 3s', '    headers:', '      - "A: b"', '', '# why']

const anyLine = fc
  .tuple(...[INDENTS, DASHES, KEYS, VALUES].map((parts) => fc.constantFrom(...parts)))
  .map((parts) => parts.join(''))

/** Files as people write them, with a few lines in another notation or with an error. */
const files = fc
  .tuple(
    fc.constantFrom('sites:', 'sites:', 'sites:', 'sites: # why', '---'),
    fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...USUAL) }, anyLine), { maxLength: 8 }),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([start, lines, end]) => [start, ...lines].join(end))

test('a file that needs no YAML parser is read as the parser reads it', () => {
  let simple = 0
  const count = repetitions(20_000)
  fc.assert(
    fc.property(files, (text) => {
      if (simpleTree(text) === undefined) return
      simple += 1
      expect(parseYaml(text)).toEqual(parsedTree(text))
    }),
    { seed: 7, numRuns: count },
  )
  expect(simple).toBeGreaterThan(count / 50)
})
