import { describe, expect, test } from '@jest/globals'
import { dnsClues, remainingTtl } from '../../src/diagnosis/clues/dns.ts'
import type { DnsAnswer } from '../../src/domain/dns.ts'
import { elsewhere, failing, seen, tell, type Seen } from '../support/evidence.ts'

const texts = (changes: Seen): readonly string[] => dnsClues(seen(changes)).map(({ text }) => text)

const because = (code: number, text: string): DnsAnswer => ({
  server: '1.1.1.1',
  elapsed: 2,
  transport: 'udp',
  kind: 'failed',
  reason: 'server-failure',
  code: 'SERVFAIL',
  errors: [{ code, text }],
  bogus: false,
})

describe('what is told of a name', () => {
  test('is who says what', () => {
    const further = {
      resolvers: tell('cloudflare', 'cloudflare', 'no-such-host'),
      nameServers: tell('cloudflare'),
    }
    expect(texts({ dns: elsewhere, further })).toEqual([
      "For www.shop.example, the runner's resolver returns addresses outside Cloudflare's ranges; 1.1.1.1 and 8.8.8.8 return Cloudflare addresses; 9.9.9.9 reports that the name does not exist (NXDOMAIN).",
      "The zone's name servers return Cloudflare addresses.",
    ])
  })

  test('leaves out who was not heard', () => {
    expect(texts({ dns: failing('timeout'), further: { resolvers: tell('timeout', 'no-address') } })).toEqual(
      ["For www.shop.example, the runner's resolver does not respond; 8.8.8.8 has no address for the name."],
    )
  })

  test.each<readonly [why: string, told: DnsAnswer, words: RegExp]>([
    ['a signature', because(6, ''), /DNSSEC/],
    ['a server that refuses', because(23, '198.51.100.101:53 returned REFUSED'), /do not serve the zone/],
    ['a server that is dead', because(23, '198.51.100.101:53 timed out'), /do not respond/],
  ])('says why a resolver fails, in words without an address: %s', (_, told, words) => {
    const said = texts({ dns: failing('server-failure'), further: { resolvers: [told] } })
    expect(said.at(-1)).toMatch(words)
    expect(said.join(' ')).not.toContain('198.51.100.101')
  })
})

test.each([
  [60, '60 s'],
  [1740, '29 min'],
  [172_800, '48 h'],
])('%i seconds are %s', (ttl, words) => {
  expect(remainingTtl(tell('elsewhere').map((told) => Object.assign(told, { ttl })))).toBe(words)
})

test('nobody knows how long where nobody said', () => {
  expect(remainingTtl(tell('no-such-host'))).toBeUndefined()
})
