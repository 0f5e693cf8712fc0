import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Certificate } from '../../src/domain/certificate.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import type { HostRecord, Originless, PoolHealth, ZoneFacts } from '../../src/domain/zone.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import {
  dnsElsewhere,
  edgeError,
  edgeResponse,
  evidenceWith,
  nginxError,
  refusedConnection,
  response,
  tlsSession,
  type Case,
} from '../support/evidence.ts'
import { healthy, inconclusive, resultOf, unhealthy } from '../support/judgments.ts'
import { address } from '../support/wire.ts'

const record = (kind: HostRecord['kind'], originless?: Originless): HostRecord => ({
  kind,
  proxied: true,
  pointsToOrigins: [],
  ...(originless !== undefined && { originless }),
})
const zone = (facts: Partial<ZoneFacts>): ZoneFacts => ({ unread: [], ...facts })
const tunnel = zone({ record: record('tunnel'), tunnel: untrusted('healthy') })
const pools = (...all: readonly boolean[]): ZoneFacts =>
  zone({
    record: record('none'),
    pools: all.map((each): PoolHealth => ({
      healthy: each,
      failures: each ? [] : [untrusted('TCP timeout')],
    })),
  })

/** A response with a valid certificate that has these properties. */
const certified = (more: Partial<Certificate> = {}): Exchange => {
  const session = tlsSession()
  return response(200, 'shop', {}, { ...session, certificate: { ...session.certificate, ...more } })
}
const onTunnel = (status: number, body = ''): Case[1] => ({
  edge: edgeResponse(status, body),
  origin: undefined,
  zone: tunnel,
})
const origins = (originless: Originless): Case[1] => ({
  request: { origins: [{ tls: true, port: 443, named: true, originless }] },
})
const alias = (target: string): Case[1] => ({
  edge: edgeError(1016),
  origin: undefined,
  followUps: {
    resolvers: [
      {
        server: untrusted('1.1.1.1'),
        elapsed: 1,
        transport: 'udp',
        kind: 'resolved',
        addresses: [address('104.16.10.10')],
        aliases: [untrusted(target)],
        ttl: 60,
      },
    ],
  },
})

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'records without a server': [
    ...(
      [
        ['pages', 522],
        ['workers', 522],
        ['workers', 1014],
        ['r2', 1014],
        ['placeholder', 522],
      ] as const
    ).map(([originless, code]): Case => [
      `${originless} with ${code}`,
      { edge: edgeError(code), origin: undefined, zone: zone({ record: record('name', originless) }) },
      unhealthy('cloudflare-zone-misconfigured', 'likely'),
    ]),
    [
      'the same as the given origin, and no token',
      { edge: edgeError(522), origin: edgeError(522), ...origins('pages') },
      unhealthy('cloudflare-zone-misconfigured', 'likely'),
    ],
    [
      'but not another failure',
      { edge: edgeError(1101), origin: undefined, zone: zone({ record: record('name', 'pages') }) },
      unhealthy('cloudflare-worker-failed', 'likely'),
    ],
    [
      'but not for a record with a server',
      { edge: edgeError(522), origin: undefined, zone: zone({ record: record('name') }) },
      unhealthy('origin-connect-timeout', 'possible'),
    ],
    [
      'but not while visitors are served',
      { origin: undefined, zone: zone({ record: record('name', 'pages') }) },
      healthy,
    ],
  ],
  'an origin at Cloudflare': [
    [
      'its error is not that of the application',
      { edge: edgeError(522), origin: edgeError(522) },
      unhealthy('origin-connect-timeout', 'possible'),
    ],
    [
      'a refusal stays one',
      { edge: edgeError(521), origin: edgeError(521) },
      unhealthy('origin-refused', 'likely'),
    ],
    ['visitors are served', { origin: edgeError(522) }, inconclusive('dns-points-to-cloudflare', 'likely')],
    [
      'a code about a Worker is about this zone',
      { edge: edgeError(1101), origin: edgeError(1101) },
      unhealthy('cloudflare-worker-failed', 'certain'),
    ],
  ],
  tunnels: [
    ['without a rule', onTunnel(404), unhealthy('cloudflare-tunnel-origin-unreachable', 'likely')],
    ['without any rule', onTunnel(503), unhealthy('cloudflare-tunnel-origin-unreachable', 'likely')],
    ['but not a page of the service', onTunnel(404, 'Not found'), unhealthy('unexpected-status', 'likely')],
    [
      'but not when the service itself has it',
      { ...onTunnel(404), origin: response(404) },
      unhealthy('unexpected-status', 'certain'),
    ],
    [
      'but not without a token',
      { ...onTunnel(503), zone: undefined },
      unhealthy('origin-overloaded', 'likely'),
    ],
    [
      'but not for HEAD, which has no body',
      { ...onTunnel(404), request: { method: 'HEAD' } },
      unhealthy('unexpected-status', 'likely'),
    ],
    [
      'without a connector, by 1016',
      {
        edge: edgeError(1016),
        origin: undefined,
        zone: zone({ record: record('tunnel'), tunnel: untrusted('down') }),
      },
      unhealthy('cloudflare-tunnel-down', 'certain'),
    ],
    [
      'without a connector, and its status is unknown',
      { edge: edgeError(1016), origin: undefined, zone: zone({ record: record('tunnel') }) },
      unhealthy('cloudflare-tunnel-down', 'likely'),
    ],
    [
      '530 alone, and the record is a name',
      { edge: edgeResponse(530), origin: undefined, zone: zone({ record: record('name') }) },
      unhealthy('dns-origin-unresolvable', 'likely'),
    ],
    [
      'a service that requires TLS',
      onTunnel(400, 'Client sent an HTTP request to an HTTPS server.\n'),
      unhealthy('tls-plaintext-port', 'certain'),
    ],
  ],
  pools: [
    ['one of two', { zone: pools(true, false) }, healthy.withWarning('cloudflare-no-healthy-pool')],
    ['none', { zone: pools(false, false) }, healthy.withWarning('cloudflare-no-healthy-pool')],
    ['all', { zone: pools(true, true) }, healthy],
    [
      "none, with the fallback pool's error",
      { edge: edgeError(502), origin: undefined, zone: pools(false, false) },
      unhealthy('cloudflare-no-healthy-pool', 'likely'),
    ],
    [
      'none, and the fallback pool is disabled',
      { edge: edgeError(1016), origin: undefined, zone: pools(false, false) },
      unhealthy('cloudflare-no-healthy-pool', 'certain'),
    ],
  ],
  'a trust store': [
    [
      'that lacks the CA',
      { edge: edgeError(526), origin: certified({ outsideTrustStore: true }) },
      unhealthy('tls-certificate-untrusted', 'likely'),
    ],
    [
      'that may exist',
      { edge: edgeError(526), origin: certified() },
      unhealthy('tls-certificate-untrusted', 'possible'),
    ],
    [
      'that does not matter to visitors',
      { origin: certified({ outsideTrustStore: true }) },
      healthy.withWarning('tls-certificate-untrusted'),
    ],
    ['that has the CA', { origin: certified() }, healthy],
    [
      'but not when the certificate has expired',
      {
        edge: edgeError(526),
        origin: response(200, 'shop', {}, tlsSession(['expired'])),
      },
      unhealthy('tls-certificate-expired', 'certain'),
    ],
    [
      'but not in Full mode',
      { origin: certified({ outsideTrustStore: true }), zone: zone({ ssl: 'full' }) },
      healthy,
    ],
  ],
  'an alias': [
    [
      "of a provider's name",
      alias('customers.provider.example'),
      unhealthy('dns-origin-unresolvable', 'likely'),
    ],
    ['within the zone', alias('other.shop.example'), unhealthy('dns-origin-unresolvable', 'likely')],
  ],
  'the origin decides': [
    [
      'a refusal directly and through Cloudflare',
      { edge: edgeError(521), origin: refusedConnection },
      unhealthy('origin-refused', 'certain'),
    ],
    ['a 502', { edge: edgeError(502), origin: nginxError(502) }, unhealthy('origin-app-down', 'certain')],
  ],
}

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases)('%s', (_, changes, judged) => {
    expect(resultOf(judge(evidenceWith(changes)))).toEqual(judged)
  })
})

test.each([
  ['the account enforces DNS-only', zone({ record: record('address') }), 'dns-only'],
  ['the zone is paused', zone({ record: record('address'), paused: true }), 'dns-only'],
  ['the setup is partial', zone({ record: record('address'), partial: true }), 'partial'],
  ['the record is gray', zone({ record: { ...record('address'), proxied: false } }), undefined],
])('a name that bypasses Cloudflare: %s', (_, facts, form) => {
  const evidence = evidenceWith({
    dns: dnsElsewhere,
    trace: response(404),
    edge: response(200, 'shop'),
    zone: facts,
  })
  const [warning] = judge(evidence).warnings
  expect([warning?.cause.id, warning?.match.form]).toEqual(['dns-not-proxied', form])
})

test.each([
  ['customers.provider.example', 'provider'],
  ['www.shop.example.cdn.cloudflare.net', undefined],
  ['other.shop.example', undefined],
])('an alias to %s', (target, form) => {
  const [lead] = judge(evidenceWith(alias(target))).findings
  expect(lead?.match.form).toBe(form)
})
