import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { clockAxis, durationAxis, measured, percent } from '../../../src/report/render/charts/scale.ts'

const anyNumber = fc.oneof(fc.double(), fc.constantFrom(0, -0, -1, 1e308, Number.NaN, Infinity, -Infinity))

test('a place is always within the drawing', () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, (part, whole) => {
      expect(percent(part, whole)).toBeGreaterThanOrEqual(0)
      expect(percent(part, whole)).toBeLessThanOrEqual(100)
    }),
  )
})

test('only durations are measured', () => {
  expect([0, 1.5, 1e12].map(measured)).toEqual([0, 1.5, 1e12])
  expect([undefined, -1, 1e13, Number.NaN, Infinity].map(measured)).toEqual(Array(5).fill(undefined))
})

describe('an axis of durations', () => {
  test.each([
    [[62], ['0 ms', '20 ms', '40 ms', '60 ms']],
    [[30_000], ['0 ms', '5 s', '10 s', '15 s', '20 s', '25 s', '30 s']],
    [[125_000], ['0 ms', '30 s', '60 s', '90 s', '2 min']],
    [[1], ['0 ms', '1 ms']],
    [[0.2], ['0 ms']],
    [[0], ['0 ms', '1 ms']],
    [[], ['0 ms', '1 ms']],
    [
      [undefined, Number.NaN, -5, Infinity],
      ['0 ms', '1 ms'],
    ],
  ])('%j', (times, labels) => {
    expect(durationAxis(times, 6).ticks.map(({ label }) => label)).toEqual(labels)
  })

  test('has room for every time, and never more ticks than intended', () => {
    fc.assert(
      fc.property(fc.array(anyNumber), fc.integer({ min: 2, max: 8 }), (times, count) => {
        for (const end of ['exact', 'tick'] as const) {
          const { max, ticks } = durationAxis(times, count, end)
          expect(max).toBeGreaterThan(0)
          for (const time of times) expect(measured(time) ?? 0).toBeLessThanOrEqual(max)
          expect(ticks.length).toBeLessThanOrEqual(count + 1)
          expect(ticks[0]).toEqual({ at: 0, label: '0 ms' })
        }
      }),
    )
  })

  test('ends at a tick if it should', () => {
    expect(durationAxis([62], 4, 'tick')).toMatchObject({
      max: 80,
      ticks: [{ at: 0 }, {}, {}, {}, { at: 100 }],
    })
  })
})

describe('an axis of moments', () => {
  const START = Date.UTC(2026, 10, 23, 14, 3, 7)
  const SECOND = 1000

  test.each([
    [55 * SECOND, ['14:03:10', '14:03:20', '14:03:30', '14:03:40', '14:03:50', '14:04:00']],
    [3600 * SECOND, ['14:10', '14:20', '14:30', '14:40', '14:50', '15:00']],
    [30 * 3600 * SECOND, ['18:00', '11-24', '06:00', '12:00', '18:00']],
    [5 * 86_400 * SECOND, ['11-24', '11-25', '11-26', '11-27', '11-28']],
    [20, ['14:03:07']],
  ])('of %j ms', (span, labels) => {
    expect(clockAxis(START, START + span, 6).ticks.map(({ label }) => label)).toEqual(labels)
  })

  test('puts a single moment in the middle', () => {
    const { place, ticks } = clockAxis(START, START, 6)
    expect([place(START), ticks]).toEqual([50, [{ at: 50, label: '14:03:07' }]])
  })

  test('keeps every moment within the drawing', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, anyNumber, (first, last, at) => {
        const { place, ticks } = clockAxis(first, last, 6)
        for (const x of [place(at), ...ticks.map((tick) => tick.at)]) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(100)
        }
        expect(ticks.length).toBeLessThanOrEqual(7)
      }),
    )
  })
})
