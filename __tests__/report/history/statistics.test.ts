import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { VerdictHistory } from '../../../src/domain/history/entry.ts'
import { type HistoryStatistics, statisticsOf } from '../../../src/report/history/statistics.ts'
import { nonEmpty, runs } from './histories.ts'

const START = Date.UTC(2026, 10, 29, 12)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const iso = (minute: number): string => new Date(START + minute * MINUTE).toISOString()

function statistics(history: VerdictHistory): HistoryStatistics {
  const found = statisticsOf({ history })
  if (found === undefined) throw new RangeError('No history')
  return found
}

const monitoring = (deployed: number, until: number) => ({
  deployedAt: iso(deployed),
  until: iso(until),
})

/** After a deploy so many hours before the first run, which is watched over for 48 hours. */
function gapsOf(marks: string, hours: number): HistoryStatistics['gaps'] | undefined {
  return statisticsOf({ history: runs(marks), monitoring: monitoring(-hours * 60, 2880 - hours * 60) })?.gaps
}

describe('outages', () => {
  test('last from the first unhealthy run to the first healthy one, with their causes in order', () => {
    const causes = ['origin-refused', 'origin-refused', 'origin-app-down'] as const
    expect(statistics(runs('✓✓✗✗✗✓✓', { causes })).outages).toEqual([
      {
        from: iso(30),
        orEarlier: false,
        lastSeen: iso(60),
        to: iso(75),
        end: 'known',
        causes: ['origin-refused', 'origin-app-down'],
        checks: 3,
        run: '9000000002',
        down: 45 * MINUTE,
        atMost: 45 * MINUTE,
      },
    ])
  })

  test('neither start nor end with an inconclusive run', () => {
    const { outages, counts, availability } = statistics(runs('✓?✗?✗?✓?'))
    expect(outages).toMatchObject([{ from: iso(30), to: iso(90), end: 'known', checks: 2, down: HOUR }])
    expect(counts).toEqual({ healthy: 2, unhealthy: 2, inconclusive: 4 })
    expect(availability).toBe(50)
  })

  test('are counted apart from the times without a conclusive check', () => {
    const { unclear } = statistics(runs('✓??✗?✓✓✓✓✓✓✓✓✓✓?      ?✓?'))
    expect(unclear).toMatchObject([
      { from: iso(15), to: iso(45), checks: 2, run: '9000000001' },
      { from: iso(60), to: iso(75), checks: 1 },
      // Nothing is known about a gap.
      { from: iso(225), to: iso(225), checks: 1 },
      { from: iso(330), to: iso(345), checks: 1 },
      { from: iso(360), to: iso(360), checks: 1 },
    ])
  })

  test('are ongoing while the last run is unhealthy', () => {
    const { outages } = statistics(runs('✓✓✓✗✗'))
    expect(outages).toMatchObject([{ from: iso(45), lastSeen: iso(60), end: 'ongoing', down: 15 * MINUTE }])
    expect(outages[0]?.to).toBeUndefined()
  })

  test('have an unknown end while all later runs are inconclusive', () => {
    expect(statistics(runs('✓✓✗✗?')).outages).toMatchObject([
      { lastSeen: iso(45), end: 'unknown', down: 15 * MINUTE, atMost: 30 * MINUTE },
    ])
  })

  test('have a vague end when no run was conclusive for hours', () => {
    for (const between of ['     ', '?????', '?   ?']) {
      expect(statistics(runs(`✓✓✓✓✓✓✓✓✓✗✗${between}✓✓✓✓`)).outages).toMatchObject([
        { to: iso(240), end: 'vague', down: 15 * MINUTE, atMost: 105 * MINUTE },
      ])
    }
  })

  test('may have begun earlier when no run was conclusive for hours', () => {
    expect(statistics(runs('✓✓✓✓✓✓✓     ✗✓✓')).outages).toMatchObject([{ orEarlier: true, from: iso(180) }])
    expect(statistics(runs('✗✓✓')).outages).toMatchObject([{ orEarlier: true }])
    const found = statisticsOf({ history: runs('✗✓✓✓✓'), monitoring: monitoring(-10, 2880) })
    expect(found?.outages).toMatchObject([{ orEarlier: false }])
  })

  test('continue over a gap, which counts as neither up nor down', () => {
    const { outages, gaps } = statistics(runs('✓✓✓✓✓✓✓✗✗     ✗✓✓✓✓'))
    expect(outages).toMatchObject([{ checks: 3, down: 30 * MINUTE, atMost: 2 * HOUR }])
    expect(gaps).toEqual([{ from: iso(120), to: iso(210) }])
  })
})

describe('availability', () => {
  test('is 100% only without an outage, and 0% only without a healthy run', () => {
    const many = '✓'.repeat(400)
    expect(statistics(runs(many)).availability).toBe(100)
    expect(statistics(runs(`${many.repeat(10)}✗`)).availability).toBe(99.9)
    expect(statistics(runs(`✓${'✗'.repeat(4000)}`)).availability).toBe(0.1)
    expect(statistics(runs('✗✗')).availability).toBe(0)
  })

  test('is absent when no run was conclusive', () => {
    expect(statistics(runs('??')).availability).toBeUndefined()
  })
})

describe('gaps', () => {
  test('are clearly longer than the usual distance', () => {
    const times = [0, 15, 40, 52, 80, 120, 130, 330, 345, 360]
    const entries = times.map(
      (minute) => ({ at: iso(minute), verdict: 'healthy', cause: '', run: '' }) as const,
    )
    expect(statistics(nonEmpty(entries)).gaps).toEqual([{ from: iso(130), to: iso(330) }])
  })

  test('are not found between pairs of runs', () => {
    const entries = Array.from({ length: 20 }, (_, index) => {
      const minute = Math.floor(index / 2) * 30 + (index % 2)
      return { at: iso(minute), verdict: 'healthy', cause: '', run: '' } as const
    })
    expect(statistics(nonEmpty(entries)).gaps).toEqual([])
  })

  test('may follow the deploy, unless the history is too short for it', () => {
    const history = runs('✓✓✓✓✓')
    expect(statisticsOf({ history, monitoring: monitoring(-300, 2580) })).toMatchObject({
      sinceDeploy: true,
      from: iso(-300),
      gaps: [{ from: iso(-300), to: iso(0) }],
    })
    expect(statisticsOf({ history, monitoring: monitoring(-5000, 2580) })).toMatchObject({
      sinceDeploy: false,
      from: iso(0),
      gaps: [],
    })
  })
})

describe('with a deploy', () => {
  test('only the runs after it count', () => {
    const found = statisticsOf({ history: runs('✗✗✗✓✓✓'), monitoring: monitoring(40, 2920) })
    expect(found?.counts).toEqual({ healthy: 3, unhealthy: 0, inconclusive: 0 })
    expect(found?.outages).toEqual([])
  })

  test('the last word comes at the end of the monitoring', () => {
    const history = runs('✓✓✓✓✓')
    expect(statisticsOf({ history, monitoring: monitoring(0, 61) })?.monitored).toBeUndefined()
    expect(statisticsOf({ history, monitoring: monitoring(0, 60) })?.monitored).toBe(HOUR)
  })

  test('a few runs are not enough to know the usual distance, but hours without any are a gap', () => {
    expect(gapsOf('✓', 5)).toEqual([])
    expect(gapsOf('✓', 7)).toEqual([{ from: iso(-420), to: iso(0) }])
    expect(gapsOf('✓✓✓', 47)).toEqual([{ from: iso(-47 * 60), to: iso(0) }])
    expect(statistics(runs('✓                                ✓')).gaps).toEqual([])
  })

  test('one run is enough', () => {
    expect(statisticsOf({ history: runs('✓') })).toBeUndefined()
    expect(statisticsOf({ history: runs('✓'), monitoring: monitoring(-5, 2875) })?.counts.healthy).toBe(1)
    expect(statisticsOf({ history: runs('✓'), monitoring: monitoring(5, 2885) })).toBeUndefined()
  })
})

test('response times have a median and a maximum, with the first time that it was reached', () => {
  const [first, ...rest] = runs('✓✓✓✓')
  const times = [300, 100, 900, 900]
  const history = nonEmpty(
    [first, ...rest].map((entry, index) =>
      Object.assign({}, entry, { edgeTime: times[index], originTime: undefined }),
    ),
  )
  expect(statistics(history)).toMatchObject({ edge: { usual: 300, slowest: 900, slowestAt: iso(30) } })
  expect(statistics(history).origin).toBeUndefined()
})

describe('of any history', () => {
  const change = fc.record({
    where: fc.string(),
    what: fc.string(),
    before: fc.string(),
    now: fc.string(),
  })
  const entry = fc.record({
    distance: fc.oneof(fc.integer({ min: 0, max: 40 * MINUTE }), fc.integer({ min: 0, max: 5 * HOUR })),
    verdict: fc.constantFrom('healthy', 'unhealthy', 'inconclusive'),
    cause: fc.constantFrom('', 'origin-refused', 'origin-app-down'),
    edgeTime: fc.nat(),
    changes: fc.array(change, { maxLength: 2 }),
  })
  const histories = fc.array(entry, { minLength: 2, maxLength: 60 }).map((steps) => {
    let at = START
    return nonEmpty(
      steps.map(({ distance, ...rest }) => {
        at += distance + 1
        return { at: new Date(at).toISOString(), run: '1', ...rest }
      }),
    )
  })

  test('every run counts once, in any order', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (history, random) => {
        const found = statistics(history)
        const { healthy, unhealthy, inconclusive } = found.counts
        expect(healthy + unhealthy + inconclusive).toBe(history.length)
        expect(found.entries).toEqual(history)
        expect(found.outages.reduce((total, { checks }) => total + checks, 0)).toBe(unhealthy)
        expect(found.changes).toHaveLength(history.flatMap(({ changes = [] }) => changes).length)
        const keys = new Map(history.map((each) => [each, random.next().value]))
        const shuffled = nonEmpty(history.toSorted((a, b) => Number(keys.get(a)) - Number(keys.get(b))))
        expect(statistics(shuffled)).toEqual(found)
      }),
    )
  })

  test('every inconclusive run is in one stretch, which no conclusive run is in', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { unclear, counts } = statistics(history)
        expect(unclear.reduce((total, { checks }) => total + checks, 0)).toBe(counts.inconclusive)
        for (const { from, to } of unclear)
          for (const { at, verdict } of history)
            expect(at > from && at < to && verdict !== 'inconclusive').toBe(false)
      }),
    )
  })

  test('outages are in order, and no gap is downtime', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { outages, gaps, from, to, down, atMost } = statistics(history)
        const time = Date.parse
        for (const [index, outage] of outages.entries()) {
          const next = outages[index + 1]
          expect(outage.end === 'known' || outage.end === 'vague' || next === undefined).toBe(true)
          if (next !== undefined) expect(time(outage.to ?? '')).toBeLessThanOrEqual(time(next.from))
          const end = Math.max(time(outage.lastSeen), time(outage.to ?? outage.lastSeen))
          const inside = gaps.filter((gap) => time(gap.from) >= time(outage.from) && time(gap.to) <= end)
          const unseen = inside.reduce((total, gap) => total + time(gap.to) - time(gap.from), 0)
          expect(outage.down + unseen).toBeLessThanOrEqual(outage.atMost)
          // An outage begins and ends with a run, and a gap has none.
          for (const gap of gaps)
            expect(time(outage.from) > time(gap.from) && time(outage.from) < time(gap.to)).toBe(false)
        }
        expect(down).toBeLessThanOrEqual(atMost)
        expect(atMost).toBeLessThanOrEqual(time(to) - time(from))
      }),
    )
  })

  test('100% means that no run was unhealthy', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { availability, counts } = statistics(history)
        expect(availability === 100).toBe(counts.unhealthy === 0 && counts.healthy > 0)
      }),
    )
  })
})
