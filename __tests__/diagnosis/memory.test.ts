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
import { answer, challenged, nginx, refused, seen, through, told } from '../support/evidence.ts'

const LOOKS: Readonly<Record<string, Evidence>> = {
  H: seen(),
  h: seen({ edge: through(204), origin: answer(204) }),
  R: seen({ edge: told(521), origin: refused }),
  D: seen({ edge: told(502), origin: nginx(502) }),
  C: seen({ edge: challenged('header') }),
}
const JUDGED = new Map(Object.entries(LOOKS).map(([letter, evidence]) => [letter, judge(evidence)]))
const STREAK = 2

/** Looks by their letters, so many milliseconds apart: as they are made, and as they are remembered. */
function run(
  letters: string,
  steps: readonly number[] = [1000],
  most = MAX_ROUNDS,
): readonly [History, History] {
  let memory: RunHistory = EMPTY_HISTORY
  let row = 0
  let reached = false
  let at = 0
  const all = Array.from(letters, (letter, index) => {
    at += steps[index % steps.length] ?? 0
    const evidence = { ...(LOOKS[letter] ?? seen()), at }
    const judgment = JUDGED.get(letter) ?? judge(evidence)
    row = judgment.verdict === 'healthy' ? row + 1 : 0
    const pin = !reached && row >= STREAK ? STREAK : 0
    reached ||= pin > 0
    memory = addRound(memory, evidence, judgment, { pin, most })
    return evidence
  })
  const [first = seen(), ...rest] = all
  return [[first, ...rest], historyOf(memory) ?? [seen()]]
}

const courseIn = (history: History) => availabilityOf(history, diagnose(history, STREAK).judgments)
const keptOf = (history: History): number => history.length

const page = (): Evidence => seen({ edge: through(200, 'x'.repeat(1000)) })

describe('of a long run', () => {
  const letters = fc
    .array(
      fc.tuple(fc.constantFrom('H', 'H', 'h', 'R', 'D', 'C', 'HR', 'Hh'), fc.integer({ min: 1, max: 12 })),
      { minLength: 1, maxLength: 9 },
    )
    .map((parts) => parts.map(([part, times]) => part.repeat(times)).join(''))
  const steps = fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 1, maxLength: 7 })

  test('a bounded part is kept, which comes to the same', () => {
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
      { numRuns: 100 },
    )
  })

  test('a short one is kept as it is', () => {
    const [all, kept] = run('HRDCH')
    expect(kept).toEqual(all)
  })

  test('a blip in the middle is kept, with the looks around it', () => {
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

  test('a pattern is read from what is kept of the end', () => {
    const [, kept] = run('HHR'.repeat(2000))
    expect(courseIn(kept)).toMatchObject({
      rounds: 6000,
      failed: 2000,
      pattern: { kind: 'period', failing: 1, of: 3 },
    })
  })

  test('a page that has not changed is kept once', () => {
    const memory = addRound(addRound(EMPTY_HISTORY, page(), judge(page())), page(), judge(page()))
    const bodies = memory.map(({ evidence: { edge } }) => (edge?.kind === 'completed' ? edge.body.text : ''))
    expect(bodies[0]).toBe(bodies[1])
    expect(bodies[0]?.length).toBe(1000)
  })
})
