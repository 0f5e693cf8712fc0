import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import type { FailureReason } from '../../src/domain/exchange.ts'
import type { AddressFamilies, ConnectionAttempt } from '../../src/domain/recheck.ts'
import {
  response,
  timedOutConnection,
  dnsElsewhere,
  refusedConnection,
  evidenceWith,
  dnsAnswers,
  edgeError,
  dnsToCloudflare,
  unresolvedName,
  dnsFailure,
  type Case,
} from '../support/evidence.ts'
import { healthy, resultOf, unhealthy } from '../support/judgments.ts'
import { resolvedTo } from '../support/wire.ts'

const works: ConnectionAttempt = { ok: true }
const fails = (reason: FailureReason): ConnectionAttempt => ({
  ok: false,
  error: { reason, code: 'CODE', received: 0 },
})
const without6 = (reason: FailureReason): AddressFamilies => ({ v4: works, v6: fails(reason) })
const past = { dns: dnsElsewhere, edge: response(200), trace: response(404) } as const

describe('where one family of addresses works and the other does not', () => {
  test.each<Case>([
    [
      'Cloudflare is refused where we would be, by IPv6',
      { edge: edgeError(521), recheck: { addressFamilies: without6('refused') } },
      unhealthy('origin-refused', 'likely'),
    ],
    [
      'Cloudflare is refused where we would be, by IPv4',
      { edge: edgeError(521), recheck: { addressFamilies: { v4: fails('refused'), v6: works } } },
      unhealthy('origin-refused', 'likely'),
    ],
    [
      'Cloudflare gets no answer where we would get none',
      { edge: edgeError(522), recheck: { addressFamilies: without6('timeout') } },
      unhealthy('origin-connect-timeout', 'likely'),
    ],
    [
      'but a runner without IPv6 knows nothing of it',
      { edge: edgeError(521), recheck: { addressFamilies: without6('unreachable') } },
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      'but not when both work',
      { edge: edgeError(521), recheck: { addressFamilies: { v4: works, v6: works } } },
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      'visitors past Cloudflare are refused by IPv6',
      { ...past, followUps: { addressFamilies: without6('refused') } },
      healthy.withWarning('dns-not-proxied').withWarning('origin-refused'),
    ],
    [
      'visitors past Cloudflare get no answer by IPv6',
      { ...past, followUps: { addressFamilies: without6('timeout') } },
      healthy.withWarning('dns-not-proxied').withWarning('origin-connect-timeout'),
    ],
    [
      'but not those who come through Cloudflare',
      { followUps: { addressFamilies: without6('refused') } },
      healthy,
    ],
  ])('%s', (_, changes, judged) => {
    const judgment = judge(evidenceWith(changes))
    const warnings = judgment.warnings.toSorted((a, b) => a.cause.id.localeCompare(b.cause.id))
    expect(resultOf({ ...judgment, warnings })).toEqual(judged)
  })
})

describe('the follow-up questions are', () => {
  const two = resolvedTo('198.51.100.1', '2001:db8::1')
  test.each<readonly [name: string, changes: Case[1], questions: readonly string[]]>([
    ['none for a healthy site', {}, []],
    [
      'none when every resolver points to Cloudflare',
      { followUps: { resolvers: dnsAnswers('cloudflare') } },
      [],
    ],
    [
      'who is right, where resolvers differ',
      { followUps: { resolvers: dnsAnswers('cloudflare', 'elsewhere') } },
      ['ownResolver', 'nameServers'],
    ],
    [
      'what visitors get where several resolvers point elsewhere',
      { followUps: { resolvers: dnsAnswers('cloudflare', 'elsewhere', 'elsewhere') } },
      ['ownResolver', 'nameServers', 'lateAddresses'],
    ],
    [
      'nothing there, while visitors are not served anyway',
      { edge: edgeError(521), followUps: { resolvers: dnsAnswers('elsewhere', 'elsewhere') } },
      ['otherPort', 'ownResolver', 'nameServers', 'addressFamilies'],
    ],
    [
      'all about the name, where it does not resolve, and 1.1.1.1 where nothing is reached',
      {
        dns: dnsFailure('no-such-host'),
        edge: unresolvedName,
        trace: unresolvedName,
        origin: timedOutConnection,
      },
      ['resolvers', 'ownResolver', 'nameServers', 'connectivity'],
    ],
    ['other resolvers, where Cloudflare gives no connection', { edge: timedOutConnection }, ['resolvers']],
    ['the ranges, when the name points outside them', past, ['ranges']],
    [
      'both families, where visitors dial by themselves',
      { ...past, dns: two },
      ['ranges', 'addressFamilies'],
    ],
    [
      'both families, where Cloudflare alone is refused',
      { edge: edgeError(521) },
      ['otherPort', 'addressFamilies'],
    ],
    [
      'nothing about the network, when a connection is refused',
      {
        edge: timedOutConnection,
        trace: timedOutConnection,
        origin: refusedConnection,
        dns: dnsToCloudflare,
      },
      ['resolvers'],
    ],
  ])('%s', (_, changes, questions) => {
    const ours = followUpQuestions(evidenceWith(changes)).filter(({ probe }) => probe !== 'statusPage')
    expect(ours.map(({ probe }) => probe)).toEqual(questions)
  })
})
