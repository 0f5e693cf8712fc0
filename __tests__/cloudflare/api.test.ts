import { describe, expect, test } from '@jest/globals'
import { assert, jsonValue, property, string } from 'fast-check'
import { apiResultOf, unreadWords } from '../../src/cloudflare/api/result.ts'
import { analyticsIn, analyticsQuery } from '../../src/cloudflare/api/analytics.ts'
import { statusIn } from '../../src/cloudflare/api/status-page.ts'
import {
  poolHealthIn,
  poolsFor,
  recordsIn,
  rulesIn,
  settingIn,
  workerFor,
  zoneHeadIn,
  zoneNamesOf,
} from '../../src/cloudflare/api/zone.ts'
import { response, refusedConnection } from '../support/evidence.ts'

const error = (status: number, code: number, message: string) =>
  response(
    status,
    JSON.stringify({ success: false, errors: [{ code, message }], messages: [], result: null }),
  )

describe('a response of the API', () => {
  test.each([
    ['token', error(403, 9109, 'Invalid access token')],
    ['token', error(401, 1000, 'Invalid API Token')],
    ['token', error(400, 6003, 'Invalid request headers')],
    ['permission', error(403, 9109, 'Unauthorized to access requested resource')],
    ['permission', error(403, 10_000, 'Authentication error')],
    ['absent', error(404, 10_003, 'could not find entrypoint ruleset')],
    ['busy', error(429, 971, 'Please wait')],
    ['failed', response(200, '<title>Worker threw exception</title>')],
    ['failed', response(502, 'error code: 502')],
    ['failed', response(200, `{"success":true,"result":[${'{},'.repeat(100_000)}{}]}`)],
    ['failed', response(200, `{"success":true,"result":${'['.repeat(200)}${']'.repeat(200)}}`)],
    ['unreachable', refusedConnection],
  ])('can mean: %s', (why, exchange) => {
    expect(apiResultOf(exchange)).toEqual({ ok: false, why })
  })

  test('has as many records as were requested, because each is resolved', () => {
    const records = Array.from({ length: 300 }, (_, at) => ({ type: 'A', content: `192.0.2.${at % 250}` }))
    expect(recordsIn(records)).toHaveLength(100)
  })

  test('has a result', () => {
    expect(apiResultOf(response(200, '{"success":true,"result":{"id":1}}'))).toEqual({
      ok: true,
      result: { id: 1 },
    })
  })

  test('is reported in fixed words', () => {
    expect(unreadWords('The DNS records', 'permission', 'DNS Read')).toBe(
      'The DNS records could not be read: the token lacks the permission "DNS Read".',
    )
  })
})

const routes = (...patterns: readonly string[]): unknown =>
  patterns.map((pattern) => ({ pattern, script: 'shop' }))

describe('a Workers route', () => {
  test.each<[boolean, string, string]>([
    [true, 'www.shop.example/*', 'www.shop.example/'],
    [true, '*.shop.example/*', 'www.shop.example/cart'],
    [true, '*shop.example/*', 'shop.example/'],
    [true, 'https://www.shop.example/api/*', 'www.shop.example/api/x'],
    [true, 'www.shop.example/', 'www.shop.example/'],
    [false, 'www.shop.example/', 'www.shop.example/cart'],
    [false, 'www.shop.example/api/*', 'www.shop.example/'],
    [false, '*.shop.example/*', 'shop.example/'],
    [false, '', 'shop.example/'],
  ])('matches the page (%s): %s %s', (concerns, pattern, page) => {
    expect(workerFor(routes(pattern), page)).toBe(concerns)
  })

  test('without a script turns Workers off, if it is more specific', () => {
    const off = [...[routes('*.shop.example/*')].flat(), { pattern: 'www.shop.example/static/*' }]
    expect(workerFor(off, 'www.shop.example/static/a.css')).toBe(false)
    expect(workerFor(off, 'www.shop.example/')).toBe(true)
  })
})

test('the zone is the host name or one of its parent domains', () => {
  expect(zoneNamesOf('a.b.Shop.co.uk')).toEqual(['a.b.shop.co.uk', 'b.shop.co.uk', 'shop.co.uk', 'co.uk'])
  expect(zoneNamesOf('localhost')).toEqual([])
  expect(zoneNamesOf('a.b.c.d.e.f.g.example').length).toBeLessThanOrEqual(5)
})

const origin = (failure_reason: string): unknown => ({
  '203.0.113.10': { healthy: false, failure_reason },
})

const health = (...failures: readonly string[]): unknown => ({
  pop_health: { 'San Jose, CA': { healthy: false, origins: failures.map(origin) } },
})

test("a pool's failures are reported only if they are fixed phrases", () => {
  expect(poolHealthIn(health('TCP connection failed', 'No failures', 'dial 203.0.113.10:443'))).toEqual({
    healthy: false,
    failures: ['TCP connection failed'],
  })
  expect(poolHealthIn({ pop_health: {} })).toEqual({ failures: [] })
})

test('the analytics query gets the host as a variable, not in its text', () => {
  const { query, variables } = JSON.parse(analyticsQuery('023e', '"}evil', 0))
  expect(query).not.toContain('evil')
  expect(variables).toMatchObject({ zone: '023e', host: '"}evil', until: '1970-01-01T00:00:00.000Z' })
})

test('no parser throws, whatever the API returns', () => {
  assert(
    property(jsonValue({ maxDepth: 5 }), string(), (value, name) => {
      const parsers = [
        recordsIn,
        rulesIn,
        settingIn,
        zoneHeadIn,
        poolHealthIn,
        (each: unknown) => workerFor(each, name),
        (each: unknown) => poolsFor(each, name),
        (each: unknown) => analyticsIn(each, name),
        (each: unknown) => statusIn(each, name),
      ]
      for (const parse of parsers) expect(() => parse(value)).not.toThrow()
      expect(() => apiResultOf(response(200, JSON.stringify(value)))).not.toThrow()
    }),
  )
})
