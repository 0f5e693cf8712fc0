import type { IdleConnection, IdleConnectionEnd } from '../../src/domain/recheck.ts'
import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { answer, inWords, nginx, plain, refused, seen, told } from '../support/evidence.ts'

const ending = (how: IdleConnectionEnd, after = 5000): IdleConnection => ({
  survived: 1000,
  ended: { how, after },
})
const held: IdleConnection = { survived: 76_000 }

const keeping = (evidence: Evidence, ...idleConnections: readonly IdleConnection[]): Evidence => ({
  ...evidence,
  idleConnections,
})

describe('an origin that ends connections which Cloudflare keeps', () => {
  test.each<[string, Evidence, string]>([
    ['is noted', keeping(seen(), ending('closed')), 'healthy ~ origin-reset'],
    ['is noted, when it resets', keeping(seen(), ending('reset')), 'healthy ~ origin-reset'],
    [
      'is warned of, when a request got lost',
      keeping(seen(), ending('unanswered')),
      'healthy + origin-reset',
    ],
    ['explains a 520', keeping(seen({ edge: told(520) }), ending('closed')), 'unhealthy origin-reset likely'],
    ['is nothing, while it holds', keeping(seen(), held), 'healthy'],
    [
      'does not explain a 520, while it holds',
      keeping(seen({ edge: told(520) }), held),
      'unhealthy cloudflare-blocked-by-origin possible',
    ],
    [
      'does not explain a 521',
      keeping(seen({ edge: told(521), origin: refused }), ending('closed')),
      'unhealthy origin-refused certain',
    ],
    [
      'does not explain a 502',
      keeping(seen({ edge: told(502), origin: nginx(502) }), ending('closed')),
      'unhealthy origin-app-down certain',
    ],
    [
      'is not told beside an error of its own',
      keeping(seen({ origin: plain(500) }), ending('closed')),
      'unhealthy origin-app-error likely',
    ],
  ])('%s', (_, evidence, expected) => {
    expect(inWords(judge(evidence))).toBe(expected)
  })

  test('is told by its place among several', () => {
    const evidence = keeping(seen({ origin: [answer(200), answer(200)] }), held, ending('closed', 61_000))
    const [note] = judge(evidence).notes
    expect(note).toMatchObject({ cause: { id: 'origin-reset' }, origin: { position: 2, of: 2 } })
    expect(note?.match.because).toContain('idle for 61 s')
  })
})
