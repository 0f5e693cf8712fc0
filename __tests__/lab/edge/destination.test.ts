import { describe, expect, test } from '@jest/globals'
import { findDestination } from '../../../lab/edge/origin/destination.ts'
import type { EdgeRequest } from '../../../lab/edge/edge-request.ts'
import type { Zone } from '../../../lab/world/zone.ts'

const HOST = 'www.shop.example'
const ADDRESS = '203.0.113.10'

const requested = (where: Partial<EdgeRequest> = {}): EdgeRequest => ({
  scheme: 'https',
  port: 443,
  host: HOST,
  method: 'GET',
  path: '/',
  headers: { host: HOST },
  visitor: '198.51.100.7',
  colo: 'SJC',
  ray: '0123456789abcdef',
  at: 0,
  ...where,
})

const zoneWith = (settings: Partial<Zone> = {}): Zone => ({
  host: HOST,
  ssl: 'strict',
  origin: { address: ADDRESS },
  behavior: 'proxy',
  ...settings,
})

/** Such as `tls 443` or `plain 80`, or the error code. */
const endpointText = (zone: Zone, request: EdgeRequest): string => {
  const destination = findDestination(zone, request, 0)
  if (destination.kind === 'none') return String(destination.code)
  const [endpoint] = destination.endpoints
  return `${endpoint?.tls ? 'tls' : 'plain'} ${endpoint?.port}`
}

/** The names of which the certificate must match one. */
const namesOf = (ssl: Zone['ssl']): unknown => {
  const destination = findDestination(zoneWith({ ssl }), requested(), 0)
  return destination.kind === 'origin' ? destination.endpoints[0]?.tls?.names : undefined
}

describe('the SSL mode decides the scheme and port', () => {
  test.each([
    ['off', 'https', 443, 'plain 80'],
    ['off', 'http', 80, 'plain 80'],
    ['flexible', 'https', 443, 'plain 80'],
    ['flexible', 'https', 8443, 'tls 8443'],
    ['flexible', 'http', 80, 'plain 80'],
    ['full', 'https', 443, 'tls 443'],
    ['full', 'http', 8080, 'plain 8080'],
    ['strict', 'https', 2053, 'tls 2053'],
    ['strict', 'http', 80, 'plain 80'],
    ['origin_pull', 'http', 80, 'tls 443'],
  ] as const)('%s, for %s at %d: %s', (ssl, scheme, port, expected) => {
    expect(endpointText(zoneWith({ ssl }), requested({ scheme, port }))).toBe(expected)
  })

  test('and only the strict modes validate the certificate', () => {
    expect([namesOf('full'), namesOf('strict'), namesOf('origin_pull')]).toEqual([
      undefined,
      [HOST, HOST],
      [HOST, HOST],
    ])
  })
})

describe('Origin Rules', () => {
  test('change host, server name, address and port', () => {
    const rules = { host: 'app.example', address: '203.0.113.20', port: 8443 }
    expect(findDestination(zoneWith({ rules }), requested(), 0)).toEqual({
      kind: 'origin',
      host: 'app.example',
      tunnel: false,
      endpoints: [
        {
          address: '203.0.113.20',
          port: 8443,
          tls: { serverName: 'app.example', names: ['app.example', 'app.example'] },
        },
      ],
    })
  })

  test('change only the server name', () => {
    const destination = findDestination(zoneWith({ rules: { sni: 'tls.example' } }), requested(), 0)
    expect(destination).toMatchObject({ host: HOST, endpoints: [{ tls: { serverName: 'tls.example' } }] })
  })
})

describe('the record points', () => {
  test.each([
    ['to a name that does not resolve', 'unresolvable', '1016'],
    ['to a load balancer without a pool', 'no-pool', '1016'],
    ['to a pool without an origin', { pool: [] }, '1016'],
    ['to a tunnel without a connector', { tunnel: 'down' }, '1033'],
    ['into Cloudflare itself', { address: '104.21.3.4' }, '1000'],
    ['into Cloudflare itself by IPv6', { address: '2606:4700::1' }, '1000'],
    ['to a private address', { address: '10.1.2.3' }, '1002'],
    ['to loopback', { address: '::1' }, '1002'],
    ['to a reserved address, which is tried', { address: '192.0.2.66' }, 'tls 443'],
    ['to a port of its own', { address: ADDRESS, port: 8443 }, 'tls 8443'],
    ['to a tunnel with a connector', { tunnel: 'up', address: ADDRESS, port: 3000 }, 'plain 3000'],
  ] as const)('%s', (_, origin, expected) => {
    expect(endpointText(zoneWith({ origin }), requested())).toBe(expected)
  })

  test('to several origins in turn, and with failover also to the next one', () => {
    const pool = [{ address: '203.0.113.10' }, { address: '203.0.113.20' }]
    const addresses = (turn: number, failover: boolean): unknown => {
      const destination = findDestination(zoneWith({ origin: { pool, failover } }), requested(), turn)
      return destination.kind === 'origin' ? destination.endpoints.map(({ address }) => address) : []
    }
    expect([addresses(0, false), addresses(1, false), addresses(2, false)]).toEqual([
      ['203.0.113.10'],
      ['203.0.113.20'],
      ['203.0.113.10'],
    ])
    expect(addresses(1, true)).toEqual(['203.0.113.20', '203.0.113.10'])
  })

  test('to a CNAME, whose target the certificate may match under strict', () => {
    const origin = { address: ADDRESS, name: 'origin.host.example' }
    expect(findDestination(zoneWith({ origin }), requested(), 0)).toMatchObject({
      endpoints: [{ tls: { serverName: HOST, names: [HOST, HOST, 'origin.host.example'] } }],
    })
  })
})
