import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import {
  waitingWontHelp,
  nextAfter,
  requestedDelay,
  type ScheduleState,
} from '../../src/diagnosis/next/schedule.ts'
import type { CertificateFault } from '../../src/domain/certificate.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import {
  response,
  unbrandedError,
  challenge,
  refusedConnection,
  evidenceWith,
  responseWithCertificate,
  edgeResponse,
  edgeError,
} from '../support/evidence.ts'

const healthy = evidenceWith()
const down = evidenceWith({ edge: edgeError(521), origin: refusedConnection })
const suspected = evidenceWith({ edge: unbrandedError(502), origin: undefined })
const expired = evidenceWith({ edge: edgeError(526), origin: responseWithCertificate('expired') })
const possiblyExpired = evidenceWith({ edge: edgeError(526), origin: undefined })
const blocked = evidenceWith({ edge: challenge('header') })

/** An origin with a self-signed certificate of this name, made this many milliseconds before the round. */
function selfSigned(name: string, age: number, ...others: readonly CertificateFault[]): Evidence {
  const origin = responseWithCertificate('untrusted', ...others)
  const evidence = evidenceWith({ edge: edgeError(526) })
  if (origin.tls === undefined) return evidence
  const subject = untrusted(`CN=${name}`)
  const chainError = 'DEPTH_ZERO_SELF_SIGNED_CERT'
  const notBefore = evidence.at - age
  const certificate = { ...origin.tls.certificate, subject, issuer: subject, chainError, notBefore }
  return { ...evidence, origins: [{ ...origin, tls: { ...origin.tls, certificate } }] }
}

const DAY = 86_400_000
test.each<[string, Evidence, boolean]>([
  ["of the site's own", selfSigned('www.shop.example', DAY), true],
  ['made just now', selfSigned('www.shop.example', 60_000), false],
  ['of Traefik', selfSigned('TRAEFIK DEFAULT CERT', DAY, 'name-mismatch'), false],
  [
    'of ingress-nginx',
    selfSigned('Kubernetes Ingress Controller Fake Certificate', DAY, 'name-mismatch'),
    false,
  ],
  ['with another name', selfSigned('old.shop.example', DAY, 'name-mismatch'), true],
])('waiting does not help with a self-signed certificate %s: %s', (_, evidence, hopeless) => {
  const judgment = judge(evidence)
  expect([judgment.verdict, waitingWontHelp(judgment)]).toEqual(['unhealthy', hopeless])
})

const roundAfter = (after: number) => ({ kind: 'round', after }) as const

describe('what follows a round', () => {
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
    ['another after the interval, when it is broken', down, {}, roundAfter(5000)],
    ['one sooner, when less time is left', down, { left: 1200 }, roundAfter(1200)],
    ['none, when no time is left', down, { left: 0 }, { kind: 'over' }],
    ['one a second later, within a streak', healthy, { streak: 1 }, roundAfter(1000)],
    ['one a second later, though the time is up', healthy, { streak: 1, left: 0 }, roundAfter(1000)],
    ['none, once the streak is complete', healthy, { streak: 2 }, { kind: 'reached' }],
    ['none, when waiting certainly will not fix it', expired, {}, { kind: 'hopeless' }],
    ['none, when the probe is certainly blocked', blocked, {}, { kind: 'hopeless' }],
    ['another after the interval, when that is only suspected', possiblyExpired, {}, roundAfter(5000)],
    ['another after the interval, when nothing is certain', suspected, {}, roundAfter(5000)],
    ['one after the delay that the site requests', down, { retryAfter: 20_000 }, roundAfter(20_000)],
    [
      'one after the interval, when the site requests a shorter delay',
      down,
      { retryAfter: 100 },
      roundAfter(5000),
    ],
    [
      'one at the end, when the site requests a longer delay than is left',
      down,
      { retryAfter: 9e12 },
      roundAfter(60_000),
    ],
    ['one each interval, while it is watched', healthy, watching, roundAfter(5000)],
    ['one at the end of the watch', healthy, { ...watching, left: 300 }, roundAfter(300)],
    ['none, when the watch is over', healthy, { ...watching, left: 0 }, { kind: 'over' }],
    [
      'one more, when the last was inconclusive',
      healthy,
      { ...watching, streak: 1, left: 0 },
      roundAfter(1000),
    ],
    ['another, when it fails while it is watched', down, { watching: true }, roundAfter(5000)],
    ['none, when it fails for good', expired, { watching: true }, { kind: 'hopeless' }],
    ['none, when it fails at the end of the watch', down, { watching: true, left: 0 }, { kind: 'over' }],
  ])('is %s', (_, evidence, changes, expected) => {
    expect(nextAfter(judge(evidence), { ...pace, ...changes })).toEqual(expected)
  })

  test('is never hopeless for a healthy site', () => {
    expect([healthy, down, suspected, expired].map((evidence) => waitingWontHelp(judge(evidence)))).toEqual([
      false,
      false,
      false,
      true,
    ])
  })
})

const after = (seconds: string): Readonly<Record<string, string>> => ({ 'retry-after': seconds })

describe('a site that sends Retry-After', () => {
  test.each<[string, Evidence, number]>([
    ['directly', evidenceWith({ edge: edgeError(520), origin: response(503, '', after('30')) }), 30_000],
    [
      'through Cloudflare',
      evidenceWith({ edge: edgeResponse(429, '', after('7')), origin: response(429) }),
      7000,
    ],
    [
      'twice, for the longer',
      evidenceWith({ edge: edgeResponse(503, '', after('7')), origin: response(503, '', after('9')) }),
      9000,
    ],
    [
      'on a page that is expected',
      evidenceWith({
        edge: edgeResponse(503, '', after('7')),
        origin: undefined,
        request: { expectedStatus: [[503, 503]] },
      }),
      0,
    ],
    ["on an error of Cloudflare's own", evidenceWith({ edge: edgeResponse(522, '', after('120')) }), 0],
    ['on a page that was not found', evidenceWith({ edge: edgeResponse(404, '', after('120')) }), 0],
    ['without a number', evidenceWith({ edge: edgeResponse(503, '', after('soon')) }), 0],
    ['not at all', healthy, 0],
  ])('%s', (_, evidence, expected) => {
    expect(requestedDelay(evidence)).toBe(expected)
  })
})
