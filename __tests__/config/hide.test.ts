import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { hiding } from '../../src/config/parser/hide.ts'

test.each([
  ['a secret', ['secret'], 'a secret!', 'a ***!'],
  ['the longest of several', ['abc', 'abcd', 'ab'], 'abcde abx', '***e ***x'],
  ['one with a prefix of another that does not match', ['ab', 'abcz', 'abd'], 'abce', '***ce'],
  ['what overlaps it', ['abc', 'cde', 'efg'], 'xabcdefgx', 'x***x'],
  ['two that follow each other', ['abc', 'def'], 'abcdef', '******'],
  ['either case', ['Secret.Example'], 'https://SECRET.example/ İsecret.example', 'https://***/ İ***'],
  ['nothing else', ['abc', ''], 'ab c', 'ab c'],
])('hides %s', (_, secrets, text, shown) => {
  expect(hiding(secrets)(text, 100)).toBe(shown)
})

test('shows no secret, whatever the others are', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(
      fc.array(letters, { maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd') }),
      (secrets, text) => {
        const shown = hiding(secrets)(text, 1000)
        expect(secrets.filter((secret) => shown.includes(secret))).toEqual([])
        if (!secrets.some((secret) => text.includes(secret))) expect(shown).toBe(text)
      },
    ),
    { seed: 3, numRuns: 500 },
  )
})

test('shows no more than the beginning, with secrets that the cut would have shown in part', () => {
  expect(hiding(['secret'])(`abc secret ${'x'.repeat(1e6)}`, 6)).toBe('abc ***')
})
