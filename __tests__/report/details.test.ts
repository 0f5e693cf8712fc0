import { expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import { detailLines } from '../../src/report/progress/details.ts'
import { caseNames, readCase } from '../support/cases.ts'
import { edgeError, evidenceWith, refusedConnection } from '../support/evidence.ts'
import { START } from './fixtures.ts'

const pace = {
  streak: 0,
  needed: 2,
  watching: false,
  interval: 5000,
  next: { kind: 'round', after: 5000 },
  pause: 5000,
  left: 48_000,
} as const

test('the details of a round are the phases of each request, and what was decided', () => {
  const evidence = { ...evidenceWith({ edge: edgeError(521), origin: refusedConnection }), at: START }
  expect(detailLines({ evidence, judgment: judge(evidence), ...pace })).toEqual([
    expect.stringMatching(/^edge {6}521: connect \d+ ms/),
    expect.stringMatching(/^trace {5}200: /),
    expect.stringMatching(/^origin 1 {2}connection refused: .*failed in connect/),
    expect.stringMatching(/^queries: dns resolved/),
    'unhealthy: origin-refused (certain)',
    'decision: not final, check again in 5 s',
  ])
})

test('the details of every recorded case are words of ours and numbers, without a name or an address', () => {
  for (const name of caseNames()) {
    for (const { history, site } of readCase(name).recording.sites) {
      const lines = history.flatMap((evidence) =>
        detailLines({ evidence, judgment: judge(evidence), ...pace }),
      )
      for (const line of lines) {
        expect(line).toMatch(/^[a-zA-Z0-9 ,:()/'-]+$/)
        expect(line).not.toContain(new URL(site.url).hostname)
      }
    }
  }
})
