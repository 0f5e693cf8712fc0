import type { AddressFamilies, ConnectionAttempt } from '../../src/domain/recheck.ts'
import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import { followUpQuestions } from '../../src/diagnosis/next/questions.ts'
import type { FailureReason } from '../../src/domain/exchange.ts'
import {
  answer,
  dropped,
  elsewhere,
  inWords,
  refused,
  seen,
  tell,
  told,
  toCloudflare,
  unresolved,
  failing,
  type Case,
} from '../support/evidence.ts'
import { resolvedTo } from '../support/wire.ts'

const works: ConnectionAttempt = { ok: true }
const fails = (reason: FailureReason): ConnectionAttempt => ({
  ok: false,
  error: { reason, code: 'CODE', received: 0 },
})
const without6 = (reason: FailureReason): AddressFamilies => ({ v4: works, v6: fails(reason) })
const past = { dns: elsewhere, edge: answer(200), trace: answer(404) } as const

describe('where one family of addresses works and the other does not', () => {
  test.each<Case>([
    [
      'Cloudflare is refused where we would be, by IPv6',
      { edge: told(521), recheck: { addressFamilies: without6('refused') } },
      'unhealthy origin-refused likely',
    ],
    [
      'Cloudflare is refused where we would be, by IPv4',
      { edge: told(521), recheck: { addressFamilies: { v4: fails('refused'), v6: works } } },
      'unhealthy origin-refused likely',
    ],
    [
      'Cloudflare gets no answer where we would get none',
      { edge: told(522), recheck: { addressFamilies: without6('timeout') } },
      'unhealthy origin-connect-timeout likely',
    ],
    [
      'but a runner without IPv6 knows nothing of it',
      { edge: told(521), recheck: { addressFamilies: without6('unreachable') } },
      'unhealthy cloudflare-blocked-by-origin likely',
    ],
    [
      'but not when both work',
      { edge: told(521), recheck: { addressFamilies: { v4: works, v6: works } } },
      'unhealthy cloudflare-blocked-by-origin likely',
    ],
    [
      'visitors past Cloudflare are refused by IPv6',
      { ...past, further: { addressFamilies: without6('refused') } },
      'healthy + dns-not-proxied + origin-refused',
    ],
    [
      'visitors past Cloudflare get no answer by IPv6',
      { ...past, further: { addressFamilies: without6('timeout') } },
      'healthy + dns-not-proxied + origin-connect-timeout',
    ],
    [
      'but not those who come through Cloudflare',
      { further: { addressFamilies: without6('refused') } },
      'healthy',
    ],
  ])('%s', (_, changes, judged) => {
    const words = inWords(judge(seen(changes))).split(' + ')
    expect([words[0], ...words.slice(1).toSorted()].join(' + ')).toBe(judged)
  })
})

describe('a look leaves to ask', () => {
  const two = resolvedTo('198.51.100.1', '2001:db8::1')
  test.each<readonly [name: string, changes: Case[1], asks: readonly string[]]>([
    ['nothing where all is well', {}, []],
    ['nothing where every resolver leads to Cloudflare', { further: { resolvers: tell('cloudflare') } }, []],
    [
      'who is right, where resolvers differ',
      { further: { resolvers: tell('cloudflare', 'elsewhere') } },
      ['ownResolver', 'nameServers'],
    ],
    [
      'all about the name, where it does not resolve, and 1.1.1.1 where nothing is reached',
      { dns: failing('no-such-host'), edge: unresolved, trace: unresolved, origin: dropped },
      ['resolvers', 'ownResolver', 'nameServers', 'connectivity'],
    ],
    ['other resolvers, where Cloudflare gives no connection', { edge: dropped }, ['resolvers']],
    ['the ranges, where the name leads past them', past, ['ranges']],
    [
      'both families, where visitors dial by themselves',
      { ...past, dns: two },
      ['ranges', 'addressFamilies'],
    ],
    ['both families, where Cloudflare alone is refused', { edge: told(521) }, ['addressFamilies']],
    [
      'nothing of the network, where somebody said no',
      { edge: dropped, trace: dropped, origin: refused, dns: toCloudflare },
      ['resolvers'],
    ],
  ])('%s', (_, changes, asks) => {
    const ours = followUpQuestions(seen(changes)).filter(({ ask }) => ask !== 'statusPage')
    expect(ours.map(({ ask }) => ask)).toEqual(asks)
  })
})
