import { expect, test } from '@jest/globals'
import { assert, integer, property, string } from 'fast-check'
import { truncate, truncateToBytes } from '../../src/github/publish/truncate.ts'

const LINES = 'a line of text\n'.repeat(100)

test('a text within the limit is unchanged', () => {
  expect(truncate(LINES, LINES.length)).toBe(LINES)
})

test('an open fence and open details are closed', () => {
  const text = truncate(`<details><summary>x</summary>\n\n\`\`\`\`sh\n\`\`\`\n${LINES}`, 1000)
  expect(text).toMatch(/a line of text\n````\n\n<\/details>\n\n_The rest did not fit here/)
})

test('closed ones are not closed again', () => {
  const text = truncate(`<details>\n\n~~~sh\nx\n~~~\n\n</details>\n${LINES}`, 1000)
  expect(text).toMatch(/a line of text\n\n_The rest did not fit here/)
})

test('no text exceeds the limit', () => {
  const wild = string({ unit: 'binary', minLength: 500, maxLength: 3000 })
  assert(
    property(wild, integer({ min: 450, max: 1500 }), (text, limit) => {
      expect(truncate(text, limit).length).toBeLessThanOrEqual(limit)
      expect(Buffer.byteLength(truncateToBytes(text, limit * 2))).toBeLessThanOrEqual(limit * 2)
    }),
  )
})
