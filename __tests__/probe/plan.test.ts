import { describe, expect, test } from '@jest/globals'
import type { OriginTarget, Site } from '../../src/domain/config.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import { SITE as ANY_SITE } from '../support/config.ts'

const SITE: Site = {
  ...ANY_SITE,
  url: 'http://www.shop.example/cart?id=1',
  headers: [['X-Gate', 'open']],
}
const target = (host: string, port = 80, scheme: OriginTarget['scheme'] = 'http:'): OriginTarget => ({
  scheme,
  host,
  port,
})

function planned(...origins: readonly OriginTarget[]): ReturnType<typeof planOf> {
  return planOf({ ...SITE, origins, originProxyCommand: 'ssh -W %h:%p deploy@bastion.example' })
}

describe('a site with a command', () => {
  test('requests its origins through the command, and no other host', () => {
    const proxyCommand = 'ssh -W %h:%p deploy@bastion.example'
    const { edge, trace, origins } = planned(target('203.0.113.10', 443, 'https:'), target('10.0.0.9', 8080))
    expect(origins).toMatchObject([
      {
        proxyCommand,
        redirects: {
          direct: {
            configured: { port: 443, proxyCommand },
            byScheme: { 'http:': { port: 80, proxyCommand }, 'https:': { port: 443, proxyCommand } },
          },
        },
      },
      { proxyCommand, redirects: { direct: { configured: { port: 8080, proxyCommand } } } },
    ])
    expect([edge, trace]).toEqual([
      expect.not.objectContaining({ proxyCommand }),
      expect.not.objectContaining({ proxyCommand }),
    ])
    expect(JSON.stringify(edge)).not.toContain('bastion')
  })

  test.each([
    ['203.0.113.10', { route: 'bastion' }],
    ['origin.shop.example', { route: 'bastion' }],
    ['127.0.0.1', { route: 'bastion', inner: true }],
    ['10.0.0.9', { route: 'bastion', inner: true }],
    ['fd00::9', { route: 'bastion', inner: true }],
    ['web', { route: 'bastion', inner: true }],
    ['web.default.svc.cluster.local', { route: 'bastion', inner: true }],
  ])('says how %s is reached', (host, expected) => {
    expect(planned(target(host)).request.origins).toEqual([{ tls: false, port: 80, ...expected }])
  })
})

describe('the plan', () => {
  test.each<[string, Partial<Site>, object]>([
    [
      'for an https site connects to port 443 with the name of the site',
      { url: 'https://www.shop.example/' },
      { edge: { port: 443, tls: { servername: 'www.shop.example', trust: 'visitors' } } },
    ],
    [
      'for another port has it in the Host header',
      { url: 'http://www.shop.example:8080/' },
      { edge: { port: 8080, headers: { host: 'www.shop.example:8080' } } },
    ],
    [
      'requests the trace over the same path',
      { url: 'https://www.shop.example/a' },
      { trace: { port: 443, path: '/cdn-cgi/trace' } },
    ],
    [
      'for an IPv6 address connects without brackets',
      { url: 'http://[2001:db8::10]/' },
      { edge: { host: '2001:db8::10', headers: { host: '[2001:db8::10]' } } },
    ],
    [
      'requests an https origin under its own names, as Cloudflare does',
      {
        origins: [target('203.0.113.10', 8443, 'https:')],
        originHost: 'app.internal',
        originSni: 'tls.internal:8443',
      },
      {
        origins: [
          {
            host: '203.0.113.10',
            port: 8443,
            tls: { servername: 'tls.internal', trust: 'cloudflare' },
            headers: { host: 'app.internal', 'x-gate': 'open' },
          },
        ],
      },
    ],
  ])('%s', (_, changes, expected) => {
    expect(planOf({ ...SITE, ...changes })).toMatchObject(expected)
  })

  test('sends the Access token to Cloudflare only', () => {
    const { edge, trace, origins } = planOf({
      ...SITE,
      access: { id: 'gate.access', secret: 'hush' },
      origins: [target('203.0.113.10')],
    })
    const headers = { 'cf-access-client-id': 'gate.access', 'cf-access-client-secret': 'hush' }
    expect(edge.headers).toMatchObject(headers)
    expect(trace.headers).toMatchObject(headers)
    expect(JSON.stringify(origins)).not.toMatch(/cf-access|hush/)
  })

  test('has no address and no secret in the check request', () => {
    const { request } = planOf({ ...SITE, origins: [target('203.0.113.10')] })
    expect(JSON.stringify(request)).not.toMatch(/203\.0\.113\.10|open/)
  })
})
