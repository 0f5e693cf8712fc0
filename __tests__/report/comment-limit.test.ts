import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { fit, type Piece } from '../../src/report/render/markdown/fit.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { storyOf } from './stories.ts'

const piece = fc.record({
  text: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
  dropOrder: fc.nat(5),
})

describe('fit', () => {
  test('never exceeds the limit and never cuts a piece', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), fc.nat(600), (pieces, limit) => {
        const text = fit(pieces, limit, '…')
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit)
        expect(isMadeOf(text.replace(/…$/, ''), pieces) || isMadeOf(text, pieces)).toBe(true)
      }),
    )
  })

  test('keeps all pieces when they fit', () => {
    expect(
      fit(
        [
          { text: 'a', dropOrder: 0 },
          { text: 'b', dropOrder: 9 },
        ],
        2,
        '…',
      ),
    ).toBe('ab')
  })

  test('drops the least important piece first, of equals the later one', () => {
    const pieces = ['a0', 'b2', 'c1', 'd2', 'e0'].map((text) => ({ text, dropOrder: Number(text[1]) }))
    expect(fit(pieces, 9, '.')).toBe('a0b2c1e0.')
    expect(fit(pieces, 8, '.')).toBe('a0c1e0.')
    expect(fit(pieces, 5, '.')).toBe('a0e0.')
    expect(fit(pieces, 4, '.')).toBe('a0')
    expect(fit(pieces, 1, '.')).toBe('')
  })
})

/** Whether the text is some of the pieces, in their order. */
function isMadeOf(text: string, [first, ...rest]: readonly Piece[]): boolean {
  if (first === undefined) return text === ''
  return (
    isMadeOf(text, rest) || (text.startsWith(first.text) && isMadeOf(text.slice(first.text.length), rest))
  )
}

describe('a comment', () => {
  test.each([60_000, 20_000, 9000, 5000, 3000, 1500])('fits into %i bytes', (limit) => {
    const text = RENDERERS.markdown(storyOf('forty-sites'), { limit })
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit)
    expect(text).toContain('4 of 40 sites are unhealthy')
    expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0)
    expect((text.match(/^```/gm)?.length ?? 0) % 2).toBe(0)
  })

  test('keeps the worst site longer than any details', () => {
    const text = RENDERERS.markdown(storyOf('forty-sites'), { limit: 4500 })
    expect(text).toContain('#### ❌ s4.example.com is down')
    expect(text).not.toContain('<details>')
    expect(text).toContain('Shortened')
  })
})
