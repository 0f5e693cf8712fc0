import { expect, test } from '@jest/globals'
import { RECORDED } from '../../scripts/witness/recorded.ts'
import { verdictCases } from '../../scripts/witness/verdicts.ts'
import { runVerdicts } from '../../scripts/witness/verdict-run.ts'
import { isInstalled } from '../../scripts/witness/witnesses.ts'
import { RIGHT_VERDICTS } from './verdicts.ts'
import { NEEDS_PROGRAMS, onLinux } from '../support/platform.ts'

const SEED = 7
/** `npm run lab -- witnesses --cases 20000 --seed 3` sends more. */
const CASES = 1500

const installed = await Promise.all((['nginx', 'haproxy', 'curl'] as const).map(isInstalled))
const missing = installed.every(Boolean) ? undefined : 'nginx, HAProxy or curl is missing'
const here = onLinux(NEEDS_PROGRAMS, missing).test

here(
  'what nginx and HAProxy serve whole is not unhealthy, and what both refuse is not sound, except where an RFC says why',
  async () => {
    const lines: string[] = []
    const code = await runVerdicts({ count: CASES, seed: SEED }, (line) => lines.push(line))
    expect({ code, lines }).toEqual({
      code: 0,
      lines: expect.arrayContaining(['Every disagreement is listed.']),
    })
  },
  120_000,
)

test('the same seed makes the same cases, and the recorded ones come first', () => {
  const cases = verdictCases(200, SEED)
  expect(cases).toEqual(verdictCases(200, SEED))
  expect(cases.slice(0, RECORDED.length).map(({ bytes }) => bytes)).toEqual(RECORDED)
  expect(cases.map(({ number }) => number)).toEqual(cases.map((_, index) => index))
})

test('every listed disagreement has a sentence of an RFC', () => {
  for (const { rfc, sentence, kinds } of Object.values(RIGHT_VERDICTS)) {
    expect(rfc).toMatch(/^\d{4} \d+(\.\d+)*$/)
    expect(sentence).toMatch(/^\S.{20,}/)
    expect(kinds.length).toBeGreaterThan(0)
  }
})
