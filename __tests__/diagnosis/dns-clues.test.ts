import { wholeText } from '../support/texts.ts'
import { describe, expect, test } from '@jest/globals'
import { dnsClues, remainingTtl } from '../../src/diagnosis/clues/dns.ts'
import type { DnsAnswer } from '../../src/domain/dns.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import { dnsElsewhere, dnsFailure, evidenceWith, dnsAnswers, type Measurements } from '../support/evidence.ts'

const texts = (changes: Measurements): readonly string[] =>
  dnsClues(evidenceWith(changes)).map(({ text }) => wholeText(text))

const because = (code: number, text: string): DnsAnswer => ({
  server: untrusted('1.1.1.1'),
  elapsed: 2,
  transport: 'udp',
  kind: 'failed',
  reason: 'server-failure',
  code: 'SERVFAIL',
  errors: [{ code, text: untrusted(text) }],
  bogus: false,
})

describe('the clues about a name', () => {
  test('list what each server returns', () => {
    const followUps = {
      resolvers: dnsAnswers('cloudflare', 'cloudflare', 'no-such-host'),
      nameServers: dnsAnswers('cloudflare'),
    }
    expect(texts({ dns: dnsElsewhere, followUps })).toEqual([
      "For www.shop.example, the runner's resolver returns addresses outside Cloudflare's ranges; 1.1.1.1 and 8.8.8.8 return Cloudflare addresses; 9.9.9.9 reports that the name does not exist (NXDOMAIN).",
      "The zone's name servers return Cloudflare addresses.",
    ])
  })

  test('leave out resolvers that did not respond', () => {
    expect(
      texts({ dns: dnsFailure('timeout'), followUps: { resolvers: dnsAnswers('timeout', 'no-address') } }),
    ).toEqual([
      "For www.shop.example, the runner's resolver does not respond; 8.8.8.8 has no address for the name.",
    ])
  })

  test.each<readonly [why: string, answer: DnsAnswer, words: RegExp]>([
    ['a signature', because(6, ''), /DNSSEC/],
    ['a server that refuses', because(23, '198.51.100.101:53 returned REFUSED'), /do not serve the zone/],
    ['a server that is dead', because(23, '198.51.100.101:53 timed out'), /do not respond/],
  ])('say why a resolver fails, without an address: %s', (_, answer, words) => {
    const found = texts({ dns: dnsFailure('server-failure'), followUps: { resolvers: [answer] } })
    expect(found.at(-1)).toMatch(words)
    expect(found.join(' ')).not.toContain('198.51.100.101')
  })
})

test.each([
  [60, '60 s'],
  [1740, '29 min'],
  [172_800, '48 h'],
])('%i seconds are %s', (ttl, words) => {
  expect(remainingTtl(dnsAnswers('elsewhere').map((answer) => Object.assign(answer, { ttl })))).toBe(words)
})

test('without a TTL the remaining time is unknown', () => {
  expect(remainingTtl(dnsAnswers('no-such-host'))).toBeUndefined()
})
