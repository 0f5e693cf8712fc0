import { wholeText } from '../../support/texts.ts'
import { describe, expect, test } from '@jest/globals'
import { judge } from '../../../src/diagnosis/judge.ts'
import { foreignNameServers } from '../../../src/diagnosis/freshness/name-servers.ts'
import { likenessOf } from '../../../src/diagnosis/freshness/same-content.ts'
import type { DnsAnswer } from '../../../src/domain/dns.ts'
import type { Exchange } from '../../../src/domain/exchange.ts'
import { untrusted } from '../../../src/domain/untrusted.ts'
import { evidenceWith, REQUEST, response } from '../../support/evidence.ts'
import { resultOf } from '../../support/judgments.ts'
import { FRESHNESS_CASES } from './freshness-cases.ts'

describe.each(Object.entries(FRESHNESS_CASES))('%s', (_, cases) => {
  test.each(cases)('%s', (__, changes, expected) => {
    expect(resultOf(judge(evidenceWith(changes)))).toEqual(expected)
  })
})

const page = (title: string, text: string): string =>
  `<html><head><title>${title}</title></head><body>${text}</body></html>`
const SHOP = page('Shop', '<nav>Products Prices Contact</nav><p>Fresh vegetables every day, from our farm.')

test.each<[string, string, string, 'same' | 'different' | 'unclear']>([
  ['the same page', SHOP, SHOP, 'same'],
  ['another token', `${SHOP}<input value="a8f3">`, `${SHOP}<input value="77c1">`, 'same'],
  ['another release', SHOP, SHOP.replace('vegetables', 'fruit'), 'same'],
  [
    'a parking page',
    SHOP,
    page('shop.example', '<h1>This domain is for sale</h1>Related searches: flights'),
    'different',
  ],
  ['a page and nothing', SHOP, '', 'different'],
  ['nothing on both sides', '', '', 'same'],
  ['JSON with another time', '{"status":"ok","at":17}', '{"status":"ok","at":18}', 'same'],
])('two servers are compared by their pages: %s', (_, one, other, expected) => {
  expect(likenessOf(response(200, one), response(200, other))).toBe(expected)
  expect(likenessOf(response(200, other), response(200, one))).toBe(expected)
})

const LENGTH = { 'content-length': '70', 'content-type': 'text/html' }
const toLogin = (query: string, host = 'login.shop.example') => ({ location: `https://${host}/sso${query}` })
test.each<[string, Exchange, Exchange, 'GET' | 'HEAD', 'same' | 'different' | 'unclear']>([
  ['204', response(204), response(204), 'GET', 'same'],
  ['204 and 200', response(204), response(200), 'GET', 'unclear'],
  ['204 to HEAD', response(204), response(204), 'HEAD', 'same'],
  ['lengths to HEAD', response(200, '', LENGTH), response(200, '', LENGTH), 'HEAD', 'same'],
  ['no length to HEAD', response(200), response(200), 'HEAD', 'unclear'],
  [
    'other types',
    response(200, '', LENGTH),
    response(200, '', { ...LENGTH, 'content-type': 'a/b' }),
    'HEAD',
    'unclear',
  ],
  [
    'queries of a redirect',
    response(302, '', toLogin('?state=1')),
    response(302, '', toLogin('?state=2')),
    'GET',
    'same',
  ],
  [
    'hosts of a redirect',
    response(302, 'x', toLogin('')),
    response(302, 'x', toLogin('', 'park.example')),
    'GET',
    'different',
  ],
])('two servers are compared by what they send without a page: %s', (_, one, other, method, expected) => {
  expect(likenessOf(one, other, method)).toBe(expected)
  expect(likenessOf(other, one, method)).toBe(expected)
})

test('two servers with the same ETag serve the same, whether or not it is weak', () => {
  const [one, other] = [response(200, 'a', { etag: 'W/"7"' }), response(200, 'b', { etag: '"7"' })]
  expect(likenessOf(one, other)).toBe('same')
})

const answers = (...servers: readonly string[]): readonly DnsAnswer[] =>
  servers.map((server) => ({
    server: untrusted(server),
    elapsed: 1,
    transport: 'udp',
    kind: 'failed',
    reason: 'other',
    code: 'REFUSED',
    errors: [],
    bogus: false,
  }))

test.each<[string, readonly string[], string | undefined]>([
  ['none are known', [], undefined],
  ["Cloudflare's", ['ada.ns.cloudflare.com', 'bob.ns.cloudflare.com'], undefined],
  [
    'Foundation DNS',
    ['blue.foundationdns.com', 'blue.foundationdns.net', 'blue.foundationdns.org'],
    undefined,
  ],
  ['Cloudflare is secondary', ['ns0000.secondary.cloudflare.com', 'ns1.example.net'], undefined],
  [
    'parked',
    ['ns2.sedoparking.com', 'ns1.sedoparking.com'],
    "The domain's name servers are ns1.sedoparking.com and ns2.sedoparking.com (Sedo, a domain parking service), not Cloudflare's.",
  ],
  [
    "a registrar's",
    ['NS21.domaincontrol.com'],
    "The domain's name server is ns21.domaincontrol.com (GoDaddy's default), not Cloudflare's.",
  ],
  ['others', ['ns1.example.net'], "The domain's name server is ns1.example.net, not Cloudflare's."],
])('name servers are named unless they are Cloudflare’s: %s', (_, servers, expected) => {
  const found = foreignNameServers({ at: 0, request: REQUEST, nameServers: answers(...servers) })
  expect(found && wholeText(found)).toBe(expected)
})
