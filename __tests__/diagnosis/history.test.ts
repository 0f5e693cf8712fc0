import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import {
  historyOf,
  MAX_ROUNDS,
  EMPTY_HISTORY,
  addRound,
  type RunHistory,
} from '../../src/diagnosis/history/history.ts'
import { availabilityOf } from '../../src/diagnosis/history/availability.ts'
import type { Evidence, History } from '../../src/domain/evidence.ts'
import { rawTextOf } from '../../src/domain/untrusted.ts'
import {
  response,
  challenge,
  nginxError,
  refusedConnection,
  evidenceWith,
  edgeResponse,
  edgeError,
} from '../support/evidence.ts'
import { shownResponses } from '../../src/diagnosis/trim-evidence.ts'
import { agrees } from '../support/golden.ts'
import { repetitions } from '../support/effort.ts'

const edgeAt = (colo: string, status: number) =>
  edgeResponse(status, 'shop', { 'cf-ray': `8f2a1c0d9e7b6543-${colo}` })

const ROUNDS: Readonly<Record<string, Evidence>> = {
  H: evidenceWith(),
  h: evidenceWith({ edge: edgeResponse(204), origin: response(204) }),
  R: evidenceWith({ edge: edgeError(521), origin: refusedConnection }),
  D: evidenceWith({ edge: edgeError(502), origin: nginxError(502) }),
  C: evidenceWith({ edge: challenge('header') }),
  // A warning, two origins of which one fails, another data center, and the other address family.
  W: evidenceWith({ edge: edgeResponse(200, 'shop'), origin: response(404) }),
  O: evidenceWith({ origin: [response(200, 'shop'), nginxError(502)] }),
  o: evidenceWith({ origin: [response(200, 'shop'), response(200, 'shop')] }),
  A: evidenceWith({ edge: edgeAt('AMS', 200) }),
  a: evidenceWith({ edge: edgeAt('AMS', 502), origin: nginxError(502) }),
  6: evidenceWith({ edge: Object.assign({}, edgeError(521), { family: 6 }), origin: refusedConnection }),
  4: evidenceWith({ edge: Object.assign({}, edgeResponse(200, 'shop'), { family: 4 }) }),
}
const JUDGED = new Map(Object.entries(ROUNDS).map(([letter, evidence]) => [letter, judge(evidence)]))
const STREAK = 2

/** Rounds by their letters, at the given steps in milliseconds: all of them, and those that are kept. */
function run(
  letters: string,
  steps: readonly number[] = [1000],
  max = MAX_ROUNDS,
): readonly [History, History] {
  let memory: RunHistory = EMPTY_HISTORY
  let row = 0
  let reached = false
  let at = 0
  const all = Array.from(letters, (letter, index) => {
    at += steps[index % steps.length] ?? 0
    const evidence = { ...(ROUNDS[letter] ?? evidenceWith()), at }
    const judgment = JUDGED.get(letter) ?? judge(evidence)
    row = judgment.verdict === 'healthy' ? row + 1 : 0
    const pin = !reached && row >= STREAK ? STREAK : 0
    reached ||= pin > 0
    memory = addRound(memory, evidence, judgment, { pin, max })
    return evidence
  })
  const [first = evidenceWith(), ...rest] = all
  return [[first, ...rest], historyOf(memory) ?? [evidenceWith()]]
}

const courseIn = (history: History) => availabilityOf(history, diagnose(history, STREAK).judgments)
const keptOf = (history: History): number => history.length

const page = (): Evidence => evidenceWith({ edge: edgeResponse(200, 'x'.repeat(1000)) })

describe('the recorded history', () => {
  const letters = fc
    .array(
      fc.tuple(fc.constantFrom('H', 'H', 'h', 'R', 'D', 'C', 'HR', 'Hh'), fc.integer({ min: 1, max: 12 })),
      { minLength: 1, maxLength: 9 },
    )
    .map((parts) => parts.map(([part, times]) => part.repeat(times)).join(''))
  const steps = fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 1, maxLength: 7 })

  test('is bounded, and yields the same diagnosis', () => {
    fc.assert(
      fc.property(letters, steps, (letters, steps) => {
        const [all, kept] = run(letters, steps, 20)
        expect(kept.length).toBeLessThanOrEqual(20)
        const [whole, part] = [diagnose(all, STREAK), diagnose(kept, STREAK)]
        expect([part.verdict, part.cause?.cause.id]).toEqual([whole.verdict, whole.cause?.cause.id])
        const { pattern: _, ...course } = courseIn(all)
        const { pattern: __, ...remembered } = courseIn(kept)
        expect(remembered).toEqual(course)
      }),
      { numRuns: repetitions(100) },
    )
  })

  test('has every round of a short run', () => {
    const [all, kept] = run('HRDCH')
    expect(kept).toEqual(all)
  })

  test('keeps a short failure in the middle, with the rounds around it', () => {
    const [, kept] = run(`${'H'.repeat(5000)}R${'H'.repeat(5000)}`)
    expect(keptOf(kept)).toBe(MAX_ROUNDS)
    expect(courseIn(kept)).toMatchObject({
      rounds: 10_001,
      failed: 1,
      transitions: 2,
      downtime: 1000,
      recoveredAfter: 1000,
    })
    const blip = kept.findIndex((evidence) => judge(evidence).verdict === 'unhealthy')
    expect([kept[blip - 1]?.at, kept[blip]?.at, kept[blip + 1]?.at]).toEqual([
      5_000_000, 5_001_000, 5_002_000,
    ])
  })

  test('shows a pattern at its end', () => {
    const [, kept] = run('HHR'.repeat(2000))
    expect(courseIn(kept)).toMatchObject({
      rounds: 6000,
      failed: 2000,
      pattern: { kind: 'period', failing: 1, of: 3 },
    })
  })

  test('has an unchanged body in memory once', () => {
    const memory = addRound(addRound(EMPTY_HISTORY, page(), judge(page())), page(), judge(page()))
    const bodies = memory.map(({ evidence: { edge } }) =>
      edge?.kind === 'completed' ? rawTextOf(edge.body.text) : '',
    )
    expect(bodies[0]).toBe(bodies[1])
    expect(bodies[0]?.length).toBe(1000)
  })
})

const SERIES =
  'H R C HH RR HR RH HRH RHH CHH HCH HHR HHRHH RCR RCRHH DRD DDCRR HHHRRRHHH HhHhRRhh RRRRRRRRRRRRRRRRRRRR HHHHHHHHHHHHHHHHHHHH HRHRHRHRHRHRHRHRHRHR HHRHHRHHRHHRHHR CCCCCCCCCCCCCCCCCC WWW HWW WHW ooOoOooO OOOO HaHaHaAA AHaHAHaHaH HHaaHHaa 64646464 444666 HHHHHRHHHHHHHHHHDHHHHHHHHHHCHHHHHHHHHH RRRRRRRRHHHHHHHHRRRRRRRRHHHHHHHH HHHHHHCCCCCCRRRRRRCCCCCCHHHHHH'.split(
    ' ',
  )
const json = (value: unknown): string => `\`${JSON.stringify(value)}\``

/** What is concluded from a history, for each number of needed rounds. */
const conclusionsOf = (history: History): readonly string[] =>
  [1, 2, 5].map((needed) => {
    const { verdict, cause, trend, warnings, notes } = diagnose(history, needed)
    const ids = [cause?.cause.id ?? 'none'].concat([...warnings, ...notes].map((each) => each.cause.id))
    return `- ${history.length} rounds, ${needed} needed: ${verdict}, ${trend}: ${ids.join(' ')}`
  })

test('series of rounds are kept and counted as reviewed', () => {
  const sections = SERIES.flatMap((letters) =>
    [[1000], [0, 5000, -2000]].map((steps) => {
      const [all, kept] = run(letters, steps, 12)
      return [`## ${letters}, ${steps.join(' ')} ms\n`]
        .concat(
          conclusionsOf(all),
          conclusionsOf(kept),
          `- ${json(courseIn(all))}`,
          `- ${json(courseIn(kept))}`,
          kept.map(({ at, skipped }) => `  - ${at}${skipped === undefined ? '' : `: ${json(skipped)}`}`),
        )
        .join('\n')
    }),
  )
  agrees(
    join(import.meta.dirname, '..', 'golden', 'tables', 'series.md'),
    `# Series of rounds\n\n${sections.join('\n\n')}\n`,
  )
})

const bodies = (history: History): readonly number[] =>
  history.map(({ edge }) => (edge?.kind === 'completed' ? rawTextOf(edge.body.text).length : 0))

/** Each round has the page without its text in the evidence, and with it in its responses. */
const recorded = (letters: string, max = MAX_ROUNDS): History => {
  let memory: RunHistory = EMPTY_HISTORY
  for (const letter of letters) {
    const whole = ROUNDS[letter] ?? evidenceWith()
    const judgment = JUDGED.get(letter) ?? judge(whole)
    const light = { ...whole, edge: edgeResponse(letter === 'H' ? 200 : 502) }
    memory = addRound(memory, light, judgment, { max, responses: shownResponses(whole) })
  }
  return historyOf(memory) ?? [evidenceWith()]
}

describe('the raw responses in the recorded history', () => {
  test('are those of the newest round with each verdict and cause', () => {
    const lengths = bodies(recorded('HDDHDRR'))
    const empty = bodies([evidenceWith({ edge: edgeResponse(200) })])[0] ?? 0
    expect(lengths.map((length) => length > empty)).toEqual([false, false, false, true, true, false, true])
  })

  test('stay when a full history drops rounds', () => {
    const [kept, all] = [recorded(`H${'D'.repeat(40)}R`, 10), recorded(`H${'D'.repeat(40)}R`)]
    expect(bodies(kept).slice(-2)).toEqual(bodies(all).slice(-2))
  })
})
