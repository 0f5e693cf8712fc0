import { describe, expect, test } from '@jest/globals'
import { assert, constantFrom, nat, oneof, property, record, string } from 'fast-check'
import { isNewer, markerOf, parseMarker, type Marker } from '../../src/github/publish/marker.ts'

const at = (runId: number, attempt: number): Marker => ({ key: 'k', runId, attempt })
const encoded = (key: string): string => markerOf({ ...at(1, 1), key })

describe('the marker', () => {
  test('an ordinary key is readable', () => {
    expect(markerOf({ key: 'deploy / check', runId: 1234567890, attempt: 1 })).toBe(
      '<!-- origin-gate key="deploy / check" run=1234567890 attempt=1 -->',
    )
  })

  const key = oneof(
    string({ unit: 'binary', maxLength: 60 }),
    string({
      unit: constantFrom('-', '>', '<', '!', '"', '\n', '\\', 'u', '0', ' ', '\ud800'),
      maxLength: 60,
    }),
  )
  const verdict = constantFrom('healthy', 'unhealthy', 'inconclusive')
  const marker = record(
    { key, runId: nat(), attempt: nat(), verdict },
    { requiredKeys: ['key', 'runId', 'attempt'] },
  )

  test('every key survives the round trip', () => {
    assert(
      property(marker, constantFrom('', '\n### body', '\r\n### body'), (marker, rest) => {
        expect(parseMarker(markerOf(marker) + rest)).toEqual(marker)
      }),
    )
  })

  test('a verdict that this version does not know is not one', () => {
    const body = '<!-- origin-gate key="k" run=7 attempt=1 verdict=degraded -->'
    expect(parseMarker(body)).toEqual({ key: 'k', runId: 7, attempt: 1 })
  })

  test('no key can end the HTML comment', () => {
    assert(
      property(marker, (marker) => {
        const inner = markerOf(marker).slice('<!--'.length, -'-->'.length)
        expect(inner).not.toMatch(/--|[<>]|[^ -~]/)
      }),
    )
  })

  test('different keys never have the same encoding', () => {
    assert(
      property(key, key, (a, b) => {
        expect(encoded(a) === encoded(b)).toBe(a === b)
      }),
    )
  })

  test('a long key is bounded, and the same key gives the same text', () => {
    const text = markerOf({ key: '\u0000'.repeat(100_000), runId: 1, attempt: 1 })
    expect(text.length).toBeLessThan(1300)
    expect(text).toBe(encoded('\u0000'.repeat(100_000)))
  })

  test('long keys that differ anywhere have different texts', () => {
    const start = 'deploy / check / '.repeat(20)
    const keys = [
      start,
      `${start}a`,
      `${start}b`,
      `${start}a`.slice(1),
      start.slice(0, 200),
      start.slice(0, 201),
    ]
    expect(new Set(keys.map(encoded)).size).toBe(keys.length)
    // A key that someone typed has no control characters.
    const typed = parseMarker(encoded(start))?.key.replace('\u0000', '') ?? ''
    expect(encoded(typed)).not.toBe(encoded(start))
  })

  test.each([
    ['a later line', '\n<!-- origin-gate key="k" run=1 attempt=1 -->'],
    ['a quote', '> <!-- origin-gate key="k" run=1 attempt=1 -->'],
    ['text after it', '<!-- origin-gate key="k" run=1 attempt=1 --> hello'],
    ['another tool', '<!-- sticky key="k" run=1 attempt=1 -->'],
    ['no run', '<!-- origin-gate key="k" attempt=1 -->'],
    ['an empty body', ''],
  ])('%s is not a marker', (_, body) => {
    expect(parseMarker(body)).toBeUndefined()
  })

  test('the run decides what is newer, then the attempt', () => {
    expect(isNewer(at(9, 1), at(8, 2))).toBe(true)
    expect(isNewer(at(8, 2), at(8, 1))).toBe(true)
    expect(isNewer(at(8, 1), at(8, 1))).toBe(false)
    expect(isNewer(at(8, 3), at(9, 1))).toBe(false)
  })
})
