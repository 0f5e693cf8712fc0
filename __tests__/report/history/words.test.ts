import { describe, expect, test } from '@jest/globals'
import type { Monitoring, VerdictHistory } from '../../../src/domain/history/entry.ts'
import { type HistoryStatistics, statisticsOf } from '../../../src/report/history/statistics.ts'
import { historyEvents, historyFacts, historyPoint } from '../../../src/report/render/history.ts'
import { DISTANCE, runs } from './histories.ts'

const NOON = Date.UTC(2026, 10, 29, 12)
const HOUR = 3_600_000

function statistics(history: VerdictHistory, monitoring?: Monitoring): HistoryStatistics {
  const found = statisticsOf({ history, ...(monitoring !== undefined && { monitoring }) })
  if (found === undefined) throw new RangeError('No history')
  return found
}

/** For as long as these runs, or longer. */
function monitoring(marks: string, hours = 48): Monitoring {
  const end = NOON + marks.length * DISTANCE
  const deployed = NOON - DISTANCE
  const until = Math.min(end - DISTANCE, deployed + hours * HOUR)
  return {
    deployedAt: new Date(deployed).toISOString(),
    until: new Date(until).toISOString(),
  }
}

function sentenceOf(history: HistoryStatistics): string {
  const { label, text } = historyPoint(history)
  return `${label}: ${text}`
}

function stripOf(marks: string): string {
  return historyPoint(statistics(runs(marks))).strip ?? ''
}

function factsOf(marks: string): readonly string[] {
  return historyFacts(statistics(runs(marks))).map(({ text }) => text)
}

describe('the sentence on earlier runs', () => {
  // One run every quarter of an hour from 12:00 on.
  test.each([
    ['✓✓', 'In the last 15 min: both checks healthy.'],
    ['✓✓✓✓✓', 'In the last 60 min: all 5 checks healthy.'],
    ['✓?', 'In the last 15 min: 1 check, healthy. 1 check was inconclusive and is not counted.'],
    ['??', 'In the last 15 min: both checks were inconclusive.'],
    ['???', 'In the last 30 min: all 3 checks were inconclusive.'],
    ['✓✓✗✗✓', 'In the last 60 min: 3 of 5 checks healthy. Outage 12:30–13:00 UTC (`origin-refused`).'],
    ['✓✓✗', 'In the last 30 min: 2 of 3 checks healthy. Outage since 12:30 UTC (`origin-refused`).'],
    [
      '✗✗✓✓',
      'In the last 45 min: 2 of 4 checks healthy. Outage from 12:00 or earlier to 12:30 UTC (`origin-refused`).',
    ],
    [
      '✗✗',
      'In the last 15 min: both checks unhealthy. Outage since 12:00 UTC or earlier (`origin-refused`).',
    ],
    [
      '✗✗✗',
      'In the last 30 min: none of 3 checks healthy. Outage since 12:00 UTC or earlier (`origin-refused`).',
    ],
    [
      '✓✓✗?',
      'In the last 45 min: 2 of 3 checks healthy. Outage since 12:30 UTC (`origin-refused`). Every check after 12:30 UTC was inconclusive. 1 check was inconclusive and is not counted.',
    ],
    [
      '✓✗✓✗✗✓',
      'In the last 75 min: 3 of 6 checks healthy. 2 outages, 45 min in total, the last 12:45–13:15 UTC (`origin-refused`).',
    ],
    [
      '✓✗✓✓✗✗',
      'In the last 75 min: 3 of 6 checks healthy. 2 outages, 30 min in total so far, the last since 13:00 UTC (`origin-refused`).',
    ],
    [
      '✓✓✓✓✓✓✗     ✓✓✓✓',
      'In the last 4 h: 10 of 11 checks healthy. Outage from 13:30 to 15:00 UTC at the latest (`origin-refused`). No checks 13:30–15:00 UTC.',
    ],
    [
      '✓✓✓✓     ✓✓✓✓✓✓✓✓     ✓',
      'In the last 6 h: all 13 checks healthy. 2 gaps without checks, 3 h in total, the last 16:00–17:30 UTC.',
    ],
  ])('of %s', (marks, expected) => {
    expect(sentenceOf(statistics(runs(marks)))).toBe(expected)
  })

  test('has the causes in their order, and counts very many', () => {
    const causes = [
      'origin-refused',
      'origin-app-down',
      'origin-reset',
      'origin-overloaded',
      'origin-app-error',
    ] as const
    const text = (count: number) =>
      historyPoint(statistics(runs(`✓${'✗'.repeat(count)}✓`, { causes }))).text.replace(/.*\(/, '(')
    expect(text(2)).toBe('(`origin-refused`, then `origin-app-down`).')
    expect(text(3)).toBe('(`origin-refused`, then `origin-app-down` and `origin-reset`).')
    expect(text(5)).toBe('(`origin-refused`, then `origin-app-down`, `origin-reset` and 2 more).')
  })

  test('has the day of a time that is not today', () => {
    const night = { start: Date.UTC(2026, 10, 29, 23, 30) }
    expect(historyPoint(statistics(runs('✓✗✓✓', night))).text).toContain(
      'Outage 2026-11-29 23:45 to 2026-11-30 00:00 UTC',
    )
    expect(historyPoint(statistics(runs('✗✓✓✓', night))).text).toContain(
      'Outage from 2026-11-29 23:30 or earlier to 2026-11-29 23:45 UTC',
    )
    expect(historyPoint(statistics(runs('✓✗✗✗', night))).text).toContain('Outage since 2026-11-29 23:45 UTC')
  })

  test('has seconds when an outage began and ended in the same minute', () => {
    const [first, second, third] = runs('✓✗✓')
    if (second === undefined || third === undefined) throw new RangeError('No runs')
    const history = [
      { ...first, at: '2026-11-29T12:00:01.000Z' },
      { ...second, at: '2026-11-29T12:00:11.000Z' },
      { ...third, at: '2026-11-29T12:00:31.000Z' },
    ] as const
    expect(historyPoint(statistics(history)).text).toContain('Outage 12:00:11–12:00:31 UTC')
  })
})

describe('with a deploy, the sentence', () => {
  test('says since when', () => {
    const marks = '✓'.repeat(8)
    expect(
      sentenceOf(statistics(runs(marks), { ...monitoring(marks), until: '2026-12-01T11:45:00.000Z' })),
    ).toBe('Since the deploy, 2 h ago: all 8 checks healthy.')
  })

  test.each([
    ['✓✓✓✓✓✓✓', '105 min are over: 100% healthy (7 checks).'],
    ['✓✓✓', '45 min are over: 100% healthy (3 checks).'],
    ['✓✓✗✗✓✓✓', '105 min are over: 71.4% healthy (7 checks), 1 outage of 30 min.'],
    ['✓✗✓✓✗✗✓', '105 min are over: 57.1% healthy (7 checks), 2 outages, 45 min in total.'],
    [
      '✓✗✓✓✗✗✗',
      '105 min are over: still down, since 13:00 UTC (`origin-refused`). 42.9% healthy (7 checks), 2 outages, 45 min in total so far.',
    ],
    [
      '✓✓✓✓✗✗?',
      '105 min are over: 66.7% healthy (6 checks), 1 outage of at least 15 min. Every check after 13:15 UTC was inconclusive. 1 check was inconclusive and is not counted.',
    ],
    ['???????', '105 min are over: all 7 checks were inconclusive.'],
    ['✓✓✓✓     ✓✓✓✓✓', '3 h 30 min are over: 100% healthy (9 checks). No checks 12:45–14:15 UTC.'],
  ])('has the last word of %s', (marks, expected) => {
    expect(sentenceOf(statistics(runs(marks), monitoring(marks)))).toBe(expected)
  })

  test('says what the percentage is about when the history does not reach back to the deploy', () => {
    const early = { deployedAt: '2026-11-28T12:00:00.000Z', until: '2026-12-02T12:00:00.000Z' }
    expect(
      sentenceOf(statistics(runs('✓'.repeat(290)), { ...early, until: '2026-12-03T12:00:00.000Z' })),
    ).toBe('In the last 72 h: all 290 checks healthy.')
    const long = runs('✓'.repeat(400))
    expect(sentenceOf(statistics(long, early))).toBe(
      '96 h are over: in the last 4 days, 100% healthy (400 checks).',
    )
  })
})

describe('the strip', () => {
  test('has one mark per run, and one per gap', () => {
    expect(stripOf('✓✓?✓✓✓✗✓     ✓')).toBe('✓✓?✓✓✓✗✓·✓')
  })

  test('never has more than 60 marks, and shows an outage of one run', () => {
    for (const count of [59, 60, 61, 119, 121, 500]) {
      for (const at of [0, 1, 7, count - 1]) {
        const marks = `${'✓'.repeat(at)}✗${'✓'.repeat(count - at - 1)}`
        const strip = stripOf(marks)
        expect(strip.length).toBeLessThanOrEqual(60)
        expect(strip.match(/✗/g)).toHaveLength(1)
      }
    }
    const gaps = '✓✓✓✓✓✓      '.repeat(80)
    expect(stripOf(gaps).length).toBeLessThanOrEqual(60)
  })
})

test('the facts explain the marks', () => {
  expect(factsOf('✓✓✗✓').at(-1)).toBe('✓ healthy, ✗ unhealthy.')
  expect(factsOf(`✓?${'✓'.repeat(100)}`).at(-1)).toBe(
    '✓ healthy, ? inconclusive. Each mark stands for up to 2 checks and shows the worst of them.',
  )
  expect(factsOf('??')).toEqual(['? inconclusive.'])
})

describe('events', () => {
  test('are in the order of their times, with their lengths', () => {
    const change = { where: 'directly', what: 'certificate', before: 'old', now: 'n`e`w' }
    const history = runs('✓✓✓✓✓✓✗✗✓     ✓✓✗      ✓✓✓✗?', {
      changes: { 6: [change], 8: [{ ...change, where: '' }] },
    })
    const { events, others } = historyEvents(statistics(history))
    expect(others).toBe(0)
    expect(
      events.map(({ when, what, length, details }) => [when, what, length, details].join(' | ')),
    ).toEqual([
      "13:30 | changed |  | certificate (directly): `old` → `n'e'w`",
      '13:30–14:00 | outage | 30 min | `origin-refused`, 2 checks',
      "14:00 | changed |  | certificate: `old` → `n'e'w`",
      '14:00–15:30 | no checks | 90 min | ',
      '16:00–17:45 | no checks | 105 min | ',
      'from 16:00 to 17:45 at the latest | outage | up to 105 min | `origin-refused`, 1 check',
      'since 18:30 | outage |  | `origin-refused`, 1 check',
      '18:45 | inconclusive |  | 1 check',
    ])
  })

  test('count the sites with the same change', () => {
    const change = { where: 'directly', what: 'server', before: 'a', now: 'b', site: 'https://a.example/' }
    const changes = [change, { ...change, sites: 2 }, { ...change, sites: 20 }]
    const { events } = historyEvents(statistics(runs('✓✓', { changes: { 1: changes } })))
    expect(events.map(({ details }) => details)).toEqual([
      'server (https://a.example/, directly): `a` → `b`',
      'server (https://a.example/ and 1 other site, directly): `a` → `b`',
      'server (https://a.example/ and 19 other sites, directly): `a` → `b`',
    ])
  })

  test('have no exact length if the site may have failed before the first check', () => {
    const history = statistics(runs('✗✗✓'))
    expect(historyEvents(history).events.map(({ length }) => length)).toEqual(['at least 30 min'])
    expect(factsOf('✗✗✓')[0]).toBe('33.3% of 3 checks healthy, 1 outage of at least 30 min')
    expect(historyEvents(statistics(runs('✗✗'))).events[0]?.length).toBe('at least 15 min so far')
  })

  test('are at most 40, the newest', () => {
    const { events, others } = historyEvents(statistics(runs('✓✗'.repeat(100))))
    expect(events).toHaveLength(40)
    expect(others).toBe(60)
    expect(events.at(-1)?.when).toMatch(/^since /)
  })

  test('keep outages when every run has changes', () => {
    const change = { where: '', what: 'server', before: 'a', now: 'b' }
    const changes = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [index, [change]]))
    const marks = `✓✗${'✓'.repeat(198)}`
    const { events, others } = historyEvents(statistics(runs(marks, { changes })))
    expect(events.map(({ what }) => what)).toEqual(['outage', ...Array<string>(39).fill('changed')])
    expect(others).toBe(161)
  })
})
