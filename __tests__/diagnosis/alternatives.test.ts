import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { ZoneFacts } from '../../src/domain/zone.ts'
import {
  answer,
  bare,
  broken,
  dropped,
  nginx,
  plain,
  refused,
  says,
  seen,
  told,
  withHead,
} from '../support/evidence.ts'

/** What is named besides the lead, and what the lead may still be mistaken for. */
function besides(evidence: Evidence): { readonly also: readonly string[]; readonly open: readonly string[] } {
  const [lead, ...others] = judge(evidence).findings
  return {
    also: others.map(({ cause }) => cause.id),
    open: (lead?.lookalikes ?? []).map(({ what }) => (typeof what === 'string' ? what : what.other)),
  }
}

const elsewhere: ZoneFacts = {
  unread: [],
  worker: false,
  rules: { address: false, host: false, port: false },
  record: { kind: 'address', proxied: true, pointsToOrigins: [false] },
}

describe('beside what is certain', () => {
  test('headers that are too large leave a 520 to nobody else', () => {
    const keepAlive = { reused: true, exchange: broken('processing', 'closed') } as const
    const large = withHead(answer(200), 130 * 1024)
    expect(besides(seen({ edge: told(520), origin: large, recheck: { keepAlive } })).also).toEqual([])
  })

  test('a suspicion is not named: what cannot be otherwise is not something else', () => {
    const turnedDown = broken('tls', 'other', { alert: 40 })
    expect(besides(seen({ edge: told(525), origin: turnedDown })).also).toEqual([])
  })

  test('only what the cause itself leaves open is told', () => {
    expect(besides(seen({ edge: told(521), origin: refused })).open).toEqual([
      'a firewall that resets all connections',
    ])
    expect(besides(seen({ edge: told(520), origin: says('HELLO WORLD') })).open).toEqual([])
    expect(besides(seen({ edge: told(502), origin: nginx(502) })).open).toEqual([])
  })
})

describe('an origin that Cloudflare does not ask', () => {
  test('turns nobody away', () => {
    expect(besides(seen({ edge: told(521), zone: elsewhere })).also).toEqual([])
  })
})

describe('what was seen rules out', () => {
  test.each<[string, Evidence, string]>([
    [
      "an origin's own error, by the bare page",
      seen({ edge: bare(502), origin: answer(200) }),
      'origin-app-down',
    ],
    [
      'a want of Cloudflare, by a direct 503',
      seen({ edge: plain(503), origin: plain(503) }),
      'cloudflare-blocked-by-origin',
    ],
    [
      'a race of connections, by a 521',
      seen({ edge: told(521) }),
      'an origin that closes idle connections early',
    ],
    [
      "a limit of the origin, by Cloudflare's own page",
      seen({ edge: told(1015) }),
      'a rate limit at the origin',
    ],
  ])('%s', (_, evidence, what) => {
    expect(besides(evidence).open).not.toContain(what)
  })

  test('but not what it leaves open', () => {
    expect(besides(seen({ edge: told(520) })).open).toContain('an origin that closes idle connections early')
    expect(besides(seen({ edge: told(522), origin: dropped })).open).toContain('origin-locked-to-cloudflare')
  })
})
