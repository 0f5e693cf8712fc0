import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { ZoneFacts } from '../../src/domain/zone.ts'
import {
  response,
  unbrandedError,
  failedExchange,
  timedOutConnection,
  nginxError,
  plainError,
  refusedConnection,
  malformedResponse,
  evidenceWith,
  edgeError,
  withHeadBytes,
} from '../support/evidence.ts'

/** The other causes that are reported, and the open lookalikes of the lead. */
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

describe('next to a certain cause', () => {
  test('headers that are too large leave no other cause for a 520', () => {
    const keepAlive = { reused: true, exchange: failedExchange('processing', 'closed') } as const
    const large = withHeadBytes(response(200), 130 * 1024)
    expect(
      besides(evidenceWith({ edge: edgeError(520), origin: large, recheck: { keepAlive } })).also,
    ).toEqual([])
  })

  test('merely possible causes are hidden', () => {
    const turnedDown = failedExchange('tls', 'other', { alert: 40 })
    expect(besides(evidenceWith({ edge: edgeError(525), origin: turnedDown })).also).toEqual([])
  })

  test('only the lookalikes that the cause leaves open are listed', () => {
    expect(besides(evidenceWith({ edge: edgeError(521), origin: refusedConnection })).open).toEqual([
      'a firewall that resets all connections',
    ])
    expect(
      besides(evidenceWith({ edge: edgeError(520), origin: malformedResponse('HELLO WORLD') })).open,
    ).toEqual([])
    expect(besides(evidenceWith({ edge: edgeError(502), origin: nginxError(502) })).open).toEqual([])
  })

  test.each([
    ['unknown', undefined, true],
    ['there', true, true],
    ['absent', false, false],
  ] as const)('code 1015 may be the limit of a Worker that is %s', (_, worker, isOpen) => {
    const zone = worker === undefined ? undefined : { unread: [], worker }
    const { open } = besides(evidenceWith({ edge: edgeError(1015), zone }))
    expect(open.includes('a Worker that exceeds its burst limit')).toBe(isOpen)
  })
})

describe('an origin that Cloudflare does not use', () => {
  test('does not block Cloudflare', () => {
    expect(besides(evidenceWith({ edge: edgeError(521), zone: elsewhere })).also).toEqual([])
  })
})

describe('the evidence rules out', () => {
  test.each<[string, Evidence, string]>([
    [
      "an origin's own error, by the bare page",
      evidenceWith({ edge: unbrandedError(502), origin: response(200) }),
      'origin-app-down',
    ],
    [
      'a fault at Cloudflare, by a direct 503',
      evidenceWith({ edge: plainError(503), origin: plainError(503) }),
      'cloudflare-blocked-by-origin',
    ],
    [
      'a race of connections, by a 521',
      evidenceWith({ edge: edgeError(521) }),
      'an origin that closes idle connections early',
    ],
    [
      "a limit of the origin, by Cloudflare's own page",
      evidenceWith({ edge: edgeError(1015) }),
      'a rate limit at the origin',
    ],
  ])('%s', (_, evidence, what) => {
    expect(besides(evidence).open).not.toContain(what)
  })

  test('but not a lookalike that it leaves open', () => {
    expect(besides(evidenceWith({ edge: edgeError(520) })).open).toContain(
      'an origin that closes idle connections early',
    )
    expect(besides(evidenceWith({ edge: edgeError(522), origin: timedOutConnection })).open).toContain(
      'origin-locked-to-cloudflare',
    )
  })
})

describe('what the evidence rules out is not named as similar', () => {
  test.each([
    ['refused', { edge: edgeError(521), origin: timedOutConnection }],
    ['timed out', { edge: edgeError(522), origin: refusedConnection }],
    ['unreachable', { edge: edgeError(523), origin: timedOutConnection }],
  ])('a firewall against Cloudflare, when the direct request fails too: %s', (_, changes) => {
    expect(besides(evidenceWith(changes)).open).not.toContain('cloudflare-blocked-by-origin')
  })

  test('a firewall against Cloudflare is, without a direct request', () => {
    expect(besides(evidenceWith({ edge: edgeError(521), origin: undefined })).open).toContain(
      'cloudflare-blocked-by-origin',
    )
  })

  test('a compressed page, when Cloudflare sent no page', () => {
    expect(besides(evidenceWith({ edge: timedOutConnection })).open).not.toContain(
      'a wrong length or broken gzip from the origin',
    )
  })
})
