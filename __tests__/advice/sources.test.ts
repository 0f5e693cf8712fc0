import { expect, test } from '@jest/globals'
import { CAUSES } from '../../src/diagnosis/causes/index.ts'
import { daysOf, startOf } from '../../scripts/days.ts'
import { outdatedClaims } from '../../scripts/sources.ts'

const cause = (read: string) =>
  ({
    id: 'origin-refused',
    sources: [{ claim: 'Cloudflare shows 521 when the origin refuses.', at: 'https://x.example/', read }],
  }) as const

test('claims older than a year are listed, the oldest first', () => {
  const causes = [cause('2024-02-01'), cause('2023-01-31'), cause('2025-02-02')]
  expect(outdatedClaims(causes, 365, '2026-02-02')).toEqual([
    '2023-01-31  origin-refused: Cloudflare shows 521 when the origin refuses. https://x.example/',
    '2024-02-01  origin-refused: Cloudflare shows 521 when the origin refuses. https://x.example/',
  ])
  expect(outdatedClaims(causes, 364, '2026-02-02')).toHaveLength(3)
})

test('an age and a day are read strictly', () => {
  expect([daysOf('90d'), daysOf('1y')]).toEqual([90, 365])
  for (const age of ['', '0d', '90', '1m', '-1d']) expect(() => daysOf(age)).toThrow('90d, 1y')
  for (const day of ['', '2026-02-29', '2026-13-01', '26-01-01', 'today'])
    expect(() => startOf(day)).toThrow('YYYY-MM-DD')
})

test.each(CAUSES.map((cause) => [cause.id, cause] as const))('%s names its sources', (_, { sources }) => {
  for (const { claim, at, read } of sources) {
    expect(claim).toMatch(/^[A-Z0-9`].*\.$/)
    expect(at).toMatch(/^https:\/\/\S+$|^RFC \d+(?:, section [\d.]+)?$/)
    expect(() => startOf(read)).not.toThrow()
  }
})
