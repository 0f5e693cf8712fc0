import { describe, expect, test } from '@jest/globals'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Evidence, History } from '../../src/domain/evidence.ts'
import { pauseAfter } from '../../src/run.ts'
import { bare, challenged, nginx, refused, seen, showing, told } from '../support/evidence.ts'

/** What a look can come to, by a letter. */
const LOOKS: Readonly<Record<string, Evidence>> = {
  H: seen(),
  w: seen({ origin: showing('expired') }), // healthy, with a warning
  R: seen({ edge: told(521), origin: refused }), // origin-refused, certain
  D: seen({ edge: told(502), origin: nginx(502) }), // origin-app-down, certain
  p: seen({ edge: bare(502), origin: undefined }), // cloudflare-edge-error, possible
  C: seen({ edge: challenged('header') }), // inconclusive
}

function historyOf(letters: string): History {
  const [first = seen(), ...rest] = Array.from(letters, (letter) => LOOKS[letter] ?? seen())
  return [first, ...rest]
}

describe('a run', () => {
  test.each<[looks: string, streak: number, verdict: string, trend: string, cause: string]>([
    ['H', 1, 'healthy', 'steady', ''],
    ['HH', 2, 'healthy', 'steady', ''],
    ['RHH', 2, 'healthy', 'recovered', ''],
    ['RDCHH', 2, 'healthy', 'recovered', ''],
    ['HRHH', 2, 'healthy', 'recovered', ''],
    ['R', 1, 'unhealthy', 'steady', 'origin-refused'],
    ['RRR', 2, 'unhealthy', 'steady', 'origin-refused'],
    ['C', 1, 'inconclusive', 'steady', 'cloudflare-challenged'],
    // It came and went: the last look decides, whatever was good before.
    ['HR', 1, 'unhealthy', 'intermittent', 'origin-refused'],
    ['RHR', 2, 'unhealthy', 'intermittent', 'origin-refused'],
    ['HHHHHC', 2, 'inconclusive', 'intermittent', 'cloudflare-challenged'],
    // Healthy at the end, but not for long enough.
    ['RH', 2, 'unhealthy', 'intermittent', 'origin-refused'],
    ['RHHH', 4, 'unhealthy', 'intermittent', 'origin-refused'],
    ['H', 2, 'inconclusive', 'steady', ''],
    // The latest look that knew something is told, rather than a later one that only suspects or could not see.
    ['RD', 1, 'unhealthy', 'steady', 'origin-app-down'],
    ['Rp', 1, 'unhealthy', 'steady', 'origin-refused'],
    ['RC', 1, 'inconclusive', 'steady', 'cloudflare-challenged'],
    ['pC', 1, 'inconclusive', 'steady', 'cloudflare-challenged'],
    ['pp', 1, 'unhealthy', 'steady', 'cloudflare-edge-error'],
    // What was before health is over.
    ['DHC', 1, 'inconclusive', 'intermittent', 'cloudflare-challenged'],
    ['DHp', 1, 'unhealthy', 'intermittent', 'cloudflare-edge-error'],
  ])('%s with a streak of %d is %s, %s %s', (letters, streak, verdict, trend, cause) => {
    const diagnosis = diagnose(historyOf(letters), streak)
    expect([diagnosis.verdict, diagnosis.trend, diagnosis.cause?.cause.id ?? '']).toEqual([
      verdict,
      trend,
      cause,
    ])
    expect(diagnosis.looks.map((look) => look.verdict)).toEqual(
      historyOf(letters).map((look) => judge(look).verdict),
    )
  })

  test('warns of what was so at the end', () => {
    expect(diagnose(historyOf('wH'), 1).warnings).toEqual([])
    expect(diagnose(historyOf('Hw'), 1).warnings).toMatchObject([
      { cause: { id: 'tls-certificate-expired' } },
    ])
  })
})

describe('the next look comes', () => {
  const pace = { streak: 0, needed: 2, left: 60_000, interval: 5000 }

  test.each<[string, string, Partial<typeof pace>, number | undefined]>([
    ['after the interval, when it is broken', 'R', {}, 5000],
    ['sooner, when less time is left', 'R', { left: 1200 }, 1200],
    ['never, when no time is left', 'R', { left: 0 }, undefined],
    ['a second later, within a streak', 'H', { streak: 1 }, 1000],
    ['a second later, though the time is up: a streak may end', 'H', { streak: 1, left: 0 }, 1000],
    ['never, once the streak is long enough', 'H', { streak: 2 }, undefined],
    ['never, when waiting cannot mend it and that is certain', 'C', {}, undefined],
    ['after the interval, when that is only suspected', 'p', {}, 5000],
  ])('%s', (_, letter, changes, expected) => {
    expect(pauseAfter(judge(LOOKS[letter] ?? seen()), { ...pace, ...changes })).toBe(expected)
  })

  test('never, when a certificate has expired', () => {
    const expired = judge(seen({ edge: told(526), origin: showing('expired') }))
    expect(pauseAfter(expired, pace)).toBeUndefined()
    const unseen = judge(seen({ edge: told(526), origin: undefined }))
    expect(pauseAfter(unseen, pace)).toBe(5000)
  })
})
