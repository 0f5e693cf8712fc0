import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import {
  waitingWontHelp,
  nextAfter,
  retryAfterOf,
  type ScheduleState,
} from '../../src/diagnosis/next/schedule.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { answer, bare, challenged, refused, seen, showing, through, told } from '../support/evidence.ts'

const healthy = seen()
const down = seen({ edge: told(521), origin: refused })
const suspected = seen({ edge: bare(502), origin: undefined })
const expired = seen({ edge: told(526), origin: showing('expired') })
const unseenExpired = seen({ edge: told(526), origin: undefined })
const turnedAway = seen({ edge: challenged('header') })

const look = (after: number) => ({ kind: 'look', after }) as const

describe('what comes after a look', () => {
  const pace: ScheduleState = {
    streak: 0,
    needed: 2,
    watching: false,
    left: 60_000,
    interval: 5000,
    retryAfter: 0,
  }
  const watching = { watching: true, streak: 5 }

  test.each<[string, Evidence, Partial<ScheduleState>, ReturnType<typeof nextAfter>]>([
    ['another after the interval, when it is broken', down, {}, look(5000)],
    ['one sooner, when less time is left', down, { left: 1200 }, look(1200)],
    ['none, when no time is left', down, { left: 0 }, { kind: 'over' }],
    ['one a second later, within a streak', healthy, { streak: 1 }, look(1000)],
    ['one a second later, though the time is up', healthy, { streak: 1, left: 0 }, look(1000)],
    ['none, once the streak is long enough', healthy, { streak: 2 }, { kind: 'reached' }],
    ['none, when waiting cannot mend it for certain', expired, {}, { kind: 'hopeless' }],
    ['none, when the probe is turned away for certain', turnedAway, {}, { kind: 'hopeless' }],
    ['another after the interval, when that is only suspected', unseenExpired, {}, look(5000)],
    ['another after the interval, when nothing is certain', suspected, {}, look(5000)],
    ['one when the site asks for it', down, { retryAfter: 20_000 }, look(20_000)],
    ['one at the interval, when the site would have it sooner', down, { retryAfter: 100 }, look(5000)],
    [
      'one at the end, when the site asks for more time than is left',
      down,
      { retryAfter: 9e12 },
      look(60_000),
    ],
    ['one each interval, while it is watched', healthy, watching, look(5000)],
    ['one at the end of the watch', healthy, { ...watching, left: 300 }, look(300)],
    ['none, when the watch is over', healthy, { ...watching, left: 0 }, { kind: 'over' }],
    ['one more, when the last could not see', healthy, { ...watching, streak: 1, left: 0 }, look(1000)],
    ['another, when it fails while it is watched', down, { watching: true }, look(5000)],
    ['none, when it fails for good', expired, { watching: true }, { kind: 'hopeless' }],
    ['none, when it fails at the end of the watch', down, { watching: true, left: 0 }, { kind: 'over' }],
  ])('is %s', (_, evidence, changes, expected) => {
    expect(nextAfter(judge(evidence), { ...pace, ...changes })).toEqual(expected)
  })

  test('is never hopeless for a site that is well', () => {
    expect([healthy, down, suspected, expired].map((evidence) => waitingWontHelp(judge(evidence)))).toEqual([
      false,
      false,
      false,
      true,
    ])
  })
})

const after = (seconds: string): Readonly<Record<string, string>> => ({ 'retry-after': seconds })

describe('a site that asks to be left alone', () => {
  test.each<[string, Evidence, number]>([
    ['directly', seen({ edge: told(520), origin: answer(503, '', after('30')) }), 30_000],
    ['through Cloudflare', seen({ edge: through(429, '', after('7')), origin: answer(429) }), 7000],
    [
      'twice, for the longer',
      seen({ edge: through(503, '', after('7')), origin: answer(503, '', after('9')) }),
      9000,
    ],
    [
      'on a page that is expected',
      seen({
        edge: through(503, '', after('7')),
        origin: undefined,
        asked: { expectedStatus: [[503, 503]] },
      }),
      0,
    ],
    ["on an error of Cloudflare's own", seen({ edge: through(522, '', after('120')) }), 0],
    ['on a page that was not found', seen({ edge: through(404, '', after('120')) }), 0],
    ['without a number', seen({ edge: through(503, '', after('soon')) }), 0],
    ['not at all', healthy, 0],
  ])('%s', (_, evidence, expected) => {
    expect(retryAfterOf(evidence)).toBe(expected)
  })
})
