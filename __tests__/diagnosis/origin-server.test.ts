import { describe, expect, test } from '@jest/globals'
import { originServer, serverIn } from '../../src/diagnosis/facts/servers/origin-server.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { Exchange, TlsSession } from '../../src/domain/exchange.ts'
import { untrusted, type Untrusted } from '../../src/domain/untrusted.ts'
import { valueRecorder } from '../../src/redact/response/fields.ts'
import { caseNames, readCase } from '../support/cases.ts'
import {
  edgeError,
  edgeResponse,
  evidenceWith,
  failedExchange,
  nginxError,
  refusedConnection,
  REQUEST,
  response,
  tlsSession,
} from '../support/evidence.ts'

const ok = (headers: Readonly<Record<string, string>>): Exchange => response(200, 'shop', headers)

const certificate = (more: {
  readonly subject?: Untrusted
  readonly issuer?: Untrusted
  readonly names?: readonly Untrusted[]
}): TlsSession => {
  const session = tlsSession(['untrusted'])
  return { ...session, certificate: { ...session.certificate, ...more } }
}
const CADDY = certificate({ issuer: untrusted('CN=Caddy Local Authority - ECC Intermediate') })
const TRAEFIK = certificate({ subject: untrusted('CN=TRAEFIK DEFAULT CERT') })
const INGRESS = certificate({
  subject: untrusted('O=Acme Co, CN=Kubernetes Ingress Controller Fake Certificate'),
})
const HEROKU = certificate({ names: [untrusted('*.herokuapp.com')] })
const untrustedBy = (tls: TlsSession): Exchange => failedExchange('tls', 'untrusted', { tls })

const DIRECT: readonly (readonly [what: string, origin: Exchange, server: string | undefined])[] = [
  ['a Server header', ok({ server: 'nginx/1.22.1' }), 'nginx'],
  ['OpenResty', ok({ server: 'openresty/1.25.3.1' }), 'OpenResty'],
  ['Apache', ok({ server: 'Apache/2.4.57 (Debian)' }), 'Apache'],
  ['Apache without its version', ok({ server: 'Apache' }), 'Apache'],
  ['Tomcat', ok({ server: 'Apache-Coyote/1.1' }), undefined],
  ['Caddy', ok({ server: 'Caddy' }), 'Caddy'],
  ['Caddy in front of nginx', ok({ server: 'nginx', via: '1.1 Caddy' }), 'Caddy'],
  ['IIS', ok({ server: 'Microsoft-IIS/10.0' }), 'IIS'],
  ['the kernel of Windows', ok({ server: 'Microsoft-HTTPAPI/2.0' }), 'IIS'],
  ['LiteSpeed', ok({ server: 'LiteSpeed' }), 'LiteSpeed'],
  ['Vercel', ok({ server: 'Vercel', 'x-vercel-id': 'fra1::a' }), 'Vercel'],
  ['Netlify', ok({ server: 'Netlify' }), 'Netlify'],
  ['Fly.io', ok({ server: 'Fly/d8', via: '1.1 fly.io' }), 'Fly.io'],
  ['Heroku', ok({ server: 'gunicorn', via: '1.1 vegur' }), 'Heroku'],
  ['Heroku since 2024', ok({ via: '1.1 heroku-router' }), 'Heroku'],
  ['an AWS load balancer', ok({ server: 'awselb/2.0' }), 'AWS load balancer'],
  [
    'CloudFront in front of nginx',
    ok({ server: 'nginx', via: '1.1 a.cloudfront.net (CloudFront)' }),
    'CloudFront',
  ],
  ['Google', ok({ server: 'Google Frontend' }), 'Google Cloud load balancer'],
  ['the language of the application', ok({ 'x-powered-by': 'PHP/8.3, Caddy' }), undefined],
  ['a name with servers in it', ok({ server: 'my-caddy-nginx' }), undefined],
  ['nothing', ok({}), undefined],
  ['an error page', nginxError(502), 'nginx'],
  ['a page against a header', response(502, '', { server: 'Caddy' }), 'Caddy'],
  [
    'the page of the server behind a proxy without a header',
    response(
      503,
      '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>',
    ),
    'HAProxy',
  ],
  [
    'the footer of Apache',
    response(400, '<address>Apache/2.4.57 (Debian) Server at www.shop.example Port 443</address>'),
    'Apache',
  ],
  [
    'an application behind nginx',
    response(500, 'HTTP Status 500 – Internal Server Error <h3>Apache Tomcat/9.0</h3>', { server: 'nginx' }),
    'nginx',
  ],
  ['ASP.NET Core in IIS', response(500, 'HTTP Error 500.30 - ASP.NET Core app failed to start'), 'IIS'],
  ["a certificate of Caddy's own authority", untrustedBy(CADDY), 'Caddy'],
  ["Traefik's default certificate", untrustedBy(TRAEFIK), 'Traefik'],
  ["a controller's certificate", untrustedBy(INGRESS), 'ingress-nginx'],
  ["a controller's page", { ...nginxError(404), tls: INGRESS }, 'ingress-nginx'],
  ["a platform's certificate", untrustedBy(HEROKU), 'Heroku'],
  ['a certificate against a header', { ...ok({ server: 'nginx' }), tls: CADDY }, 'Caddy'],
  ['a refused connection', refusedConnection, undefined],
]

test.each(DIRECT)('names the server of %s', (_, origin, server) => {
  expect(originServer({ request: REQUEST, edge: edgeError(502), origin })).toBe(server)
})

describe('what Cloudflare passes on', () => {
  test.each([
    ['its own server', edgeResponse(200, 'shop'), undefined],
    ['its own error page', edgeError(521), undefined],
    ["nginx's page", edgeResponse(500, '<hr><center>nginx</center>'), 'nginx'],
    ["a platform's header", edgeResponse(200, 'shop', { 'x-vercel-id': 'fra1::a' }), 'Vercel'],
  ] as const)('%s', (_, edge, server) => {
    expect(originServer({ request: REQUEST, edge, origin: refusedConnection })).toBe(server)
  })

  test('counts less than a direct response', () => {
    const edge = edgeResponse(500, '<hr><center>nginx</center>')
    expect(originServer({ request: REQUEST, edge, origin: ok({ server: 'Caddy' }) })).toBe('Caddy')
  })
})

test('an earlier round names the server when the last one has no response', () => {
  const history = [ok({ server: 'Caddy' }), refusedConnection].map((origin) => evidenceWith({ origin }))
  expect(serverIn(history, undefined)).toBe('Caddy')
})

test('a site without Cloudflare is its own origin', () => {
  const evidence = evidenceWith({ edge: ok({ server: 'Apache' }), origin: undefined })
  expect(serverIn([evidence], { position: 1, of: 1, site: true })).toBe('Apache')
  expect(serverIn([evidence], undefined)).toBe('Apache')
})

const serverOf = (origins: readonly Exchange[], position?: number): string | undefined =>
  serverIn(
    [evidenceWith({ origin: origins })],
    position === undefined ? undefined : { position, of: origins.length },
  )

describe('of several origins', () => {
  const [nginx, caddy] = [ok({ server: 'nginx' }), ok({ server: 'Caddy' })]
  test('each has its own, in any order', () => {
    expect([serverOf([nginx, caddy], 1), serverOf([nginx, caddy], 2)]).toEqual(['nginx', 'Caddy'])
    expect([serverOf([caddy, nginx], 2), serverOf([caddy, nginx], 1)]).toEqual(['nginx', 'Caddy'])
  })

  test('all of them have a server only if it is the same', () => {
    expect(serverOf([nginx, nginx])).toBe('nginx')
    expect([serverOf([nginx, caddy]), serverOf([caddy, nginx])]).toEqual([undefined, undefined])
  })
})

const rounds = (name: string): readonly Evidence[] =>
  readCase(name).recording.sites.flatMap(({ history }): readonly Evidence[] => history)

test.each(caseNames())('%s: a forged header changes no verdict', (name) => {
  for (const evidence of rounds(name)) {
    const origins = evidence.origins?.map((origin) =>
      origin.kind === 'completed'
        ? {
            ...origin,
            head: { ...origin.head, headers: { ...origin.head.headers, via: untrusted('1.1 Caddy') } },
          }
        : origin,
    )
    const forged = judge({ ...evidence, ...(origins !== undefined && { origins }) })
    expect(JSON.stringify(forged)).toBe(JSON.stringify(judge(evidence)))
  }
})

test.each([
  ['server', 'nginx/1.22.1'],
  ['via', '1.1 Caddy'],
  ['via', '1.1 vegur'],
  ['via', '1.1 heroku-router'],
  ['via', '1.1 a1b2c3.cloudfront.net (CloudFront)'],
  ['x-vercel-id', 'fra1::a'],
])('a recording keeps what names the server: %s: %s', (name, value) => {
  const recorded = ok({ [name]: valueRecorder()(name, value) })
  const live = ok({ [name]: value })
  expect(originServer({ request: REQUEST, origin: recorded })).toBe(
    originServer({ request: REQUEST, origin: live }),
  )
  expect(originServer({ request: REQUEST, origin: live })).toBeDefined()
})
