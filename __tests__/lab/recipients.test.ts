/** What the lab notices if something is sent to the wrong recipient, and that docs/security.md names them all. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { ApiRequest } from '../../lab/apis/api.ts'
import { API_ADDRESSES } from '../../lab/network/addresses.ts'
import { RECIPIENTS, strayRequests } from '../../lab/runner/check-recipients.ts'

const ENV = {
  INPUT_URL: 'https://www.shop.example/',
  INPUT_ORIGIN: '203.0.113.10',
  INPUT_HEADERS: 'X-Gate: secret-of-the-gate',
  'INPUT_CLOUDFLARE-API-TOKEN': 'token-of-the-zone',
  'INPUT_VANTAGE-POINTS': 'world',
}

const request = (changes: Partial<ApiRequest>): ApiRequest => ({
  host: 'www.cloudflarestatus.com',
  method: 'GET',
  path: '/api/v2/summary.json',
  query: new URLSearchParams(),
  headers: {},
  body: undefined,
  ...changes,
})

const MEASUREMENT = { host: 'api.globalping.io', method: 'POST', path: '/v1/measurements' }
const ZONE = { host: 'api.cloudflare.com', path: '/client/v4/zones' }

const problems = (changes: Partial<ApiRequest>, env: Readonly<Record<string, string>> = {}) =>
  strayRequests({ env: { ...ENV, ...env }, apiRequests: [request(changes)], queries: [] })

const queried = (server: string, name: string) =>
  strayRequests({
    env: ENV,
    apiRequests: [],
    queries: [{ server, transport: 'udp', name, type: 'A' }],
  })

describe('a request to an API', () => {
  test.each([
    ['the status page, without anything', {}],
    ['the zone, with its token', { ...ZONE, headers: { authorization: 'Bearer token-of-the-zone' } }],
    ['Globalping, with the URL', { ...MEASUREMENT, body: { target: 'www.shop.example' } }],
  ])('may go to %s', (_, changes) => {
    expect(problems(changes)).toEqual([])
  })

  test.each<[string, Partial<ApiRequest>, Readonly<Record<string, string>>, string]>([
    ['another host', { host: 'telemetry.example' }, {}, 'is not expected'],
    ['another path', { path: '/api/v2/subscribe' }, {}, 'is not expected'],
    [
      'an API whose input is empty',
      MEASUREMENT,
      { 'INPUT_VANTAGE-POINTS': '' },
      'was sent without the input vantage-points',
    ],
    [
      "another API, with the zone's token",
      { ...MEASUREMENT, headers: { authorization: 'Bearer token-of-the-zone' } },
      {},
      'has another credential',
    ],
    ['an API, with a cookie', { headers: { cookie: 'a=b' } }, {}, 'has a cookie'],
    [
      'an API, with a header of the site',
      { ...MEASUREMENT, body: { headers: { 'x-gate': 'secret-of-the-gate' } } },
      {},
      'has the secret secret-of-the-gate',
    ],
    [
      'an API, with the origin',
      { ...MEASUREMENT, body: { target: '203.0.113.10' } },
      {},
      'has the origin 203.0.113.10',
    ],
  ])('may not go to %s', (_, changes, env, problem) => {
    expect(problems(changes, env).join('\n')).toContain(problem)
  })

  test('has the origin if `vantage-origin` allows it', () => {
    const changes = { ...MEASUREMENT, body: { target: '203.0.113.10' } }
    expect(problems(changes, { 'INPUT_VANTAGE-ORIGIN': 'true' })).toEqual([])
  })
})

test("only the runner's own resolver gets names that are not the site's", () => {
  expect(queried('198.51.100.53', 'origin.shop.example')).toEqual([])
  for (const name of ['www.shop.example', 'shop.example', 'ns1.lab-dns.example'])
    expect(queried('1.1.1.1', name)).toEqual([])
  for (const name of ['origin.shop.example', 'shop.hosting.example', 'api.github.com'])
    expect(queried('1.1.1.1', name)).toEqual([`1.1.1.1 got a DNS query for ${name}`])
})

test('docs/security.md names every recipient and the input that turns it on', () => {
  const page = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8')
  const table = page.slice(page.indexOf('## What is sent where'), page.indexOf('## What is hidden'))
  const rows = table.split('\n').filter((line) => line.startsWith('| '))
  expect(Object.keys(RECIPIENTS).toSorted()).toEqual(Object.keys(API_ADDRESSES).toSorted())
  for (const [host, { input = '' }] of Object.entries(RECIPIENTS))
    expect(rows.filter((row) => row.includes(host)).join('\n')).toContain(input)
  expect(rows.join('\n')).toMatch(/1\.1\.1\.1/)
})
