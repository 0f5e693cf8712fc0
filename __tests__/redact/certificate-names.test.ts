import { describe, expect, test } from '@jest/globals'
import { PLATFORMS } from '../../src/diagnosis/fingerprints/stand-ins/platforms.ts'
import type { Certificate } from '../../src/domain/certificate.ts'
import type { Site } from '../../src/domain/config.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { Resolution } from '../../src/domain/dns.ts'
import type { Exchange, Head, RedirectChain } from '../../src/domain/exchange.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import { recordingOf } from '../../src/recording/write.ts'
import { namesFoundIn } from '../../src/redact/certificate-names.ts'
import { originNames } from '../../src/redact/redactors.ts'
import { FILE_RENDERERS, RENDERERS } from '../../src/report/render/index.ts'
import { conclude, replayed } from '../../src/run/conclude.ts'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import { PUBLISH, SCHEDULE, SITE } from '../support/config.ts'
import {
  dnsElsewhere,
  dnsToCloudflare,
  edgeError,
  edgeResponse,
  evidenceWith,
  noResponse,
  response,
  tlsSession,
  traceResponse,
} from '../support/evidence.ts'

interface Presented {
  readonly names?: readonly string[]
  readonly subject?: string
  readonly more?: Partial<Certificate>
}

const serving = ({ names = [], subject = 'CN=www.shop.example', more = {} }: Presented): Exchange => {
  const session = tlsSession(more.faults)
  const certificate = {
    ...session.certificate,
    names: names.map(untrusted),
    subject: untrusted(subject),
    ...more,
  }
  return response(200, 'shop', {}, { ...session, certificate })
}

const redirects = (exchange: Exchange, to: string): Exchange => ({
  ...exchange,
  redirectChain: {
    redirects: [
      {
        status: 302,
        from: untrusted('https://www.shop.example/'),
        to: untrusted(to),
        headers: {},
        elapsed: 1,
      },
    ],
  },
})

const ended = (exchange: Exchange, end: NonNullable<RedirectChain['end']>, next: string): Exchange => ({
  ...exchange,
  redirectChain: { redirects: [], end, next: untrusted(next) },
})

const withStatus = (exchange: Exchange, status: number): Exchange =>
  exchange.kind === 'completed' ? { ...exchange, head: { ...exchange.head, status } } : exchange

const edgeHead: Head = { status: 200, headers: { 'cf-ray': untrusted('8f1') } }
const dnsToBoth: Resolution = {
  host: 'www.shop.example',
  elapsed: 2,
  kind: 'resolved',
  addresses: [
    { address: '104.16.10.10', family: 4 },
    { address: '198.51.100.1', family: 4 },
  ],
}

const site: Site = { ...SITE, origins: [{ scheme: 'https:', host: '203.0.113.10', port: 443 }] }

/** What of a certificate is hidden. */
function hidden(
  presented: Presented,
  { sites = [site], edge, earlier = [], ...more }: Circumstances = {},
): readonly string[] {
  const evidence = evidenceWith({
    edge: edge ?? edgeResponse(200, 'shop'),
    origin: serving(presented),
    ...more,
  })
  const found = namesFoundIn([...earlier, evidence])
  return originNames(sites.map((each) => ({ site: each, addresses: [], ...found })))
}

type Circumstances = Parameters<typeof evidenceWith>[0] & {
  readonly sites?: readonly Site[]
  readonly earlier?: readonly Evidence[]
}

const withSession = (exchange: Exchange, presented: Presented): Exchange => {
  const { tls } = serving(presented)
  return { ...exchange, ...(tls !== undefined && { tls }) }
}

describe('names in the certificate of an origin', () => {
  test.each([
    ['srv42.hoster.example', 'srv42.hoster.example'],
    ['origin.shop.example', 'origin.shop.example'],
    ['Old-WWW.shop.example.', 'old-www.shop.example'],
    ['other.example', 'other.example'],
    ['203.0.113.99', '203.0.113.99'],
    ['2001:db8::99', '2001:db8::99'],
    ['*.srv42.hoster.example', 'srv42.hoster.example'],
    ['*.web.hoster.co.uk', 'web.hoster.co.uk'],
    ['xn--rsprung-m2a.example', 'xn--rsprung-m2a.example'],
  ])('%s is hidden', (name, expected) => {
    expect(hidden({ names: ['www.shop.example', name] })).toEqual([expected])
  })

  test.each([
    ['the host', 'www.shop.example'],
    ['a wildcard that covers the host', '*.shop.example'],
    ['the parent domain', 'shop.example'],
    ["another site's host", 'docs.other.example'],
    ["another site's parent domain", 'www.other.example'],
    ['the host that the direct request names', 'app.hoster.example'],
    ['a wildcard of a whole company', '*.hoster.net'],
    ['such a company in Britain', '*.hoster.co.uk'],
    ['a platform', '*.up.railway.app'],
    ['Cloudflare', 'sni.cloudflaressl.com'],
    ['a domain that our sentences name', 'developers.cloudflare.com'],
    ['an example', 'www.example.com'],
    ['localhost', 'localhost'],
    ['localhost with a domain', 'localhost.localdomain'],
    ['a cluster', 'shop.default.svc.cluster.local'],
    ['a proxy without a certificate', '4f1b.traefik.default'],
    ['a private name', 'db.corp.internal'],
    ['a router', 'router.lan'],
    ['a home network', 'nas.home.arpa'],
    ['an invalid name', 'server.invalid'],
    ['a private address', '10.0.0.5'],
    ["Cloudflare's address", '104.16.1.1'],
    ['one word', 'plesk'],
    ['no name', '$ORIGIN'],
    ['words', 'Kubernetes Ingress Controller Fake Certificate'],
  ])('stay readable: %s', (_, name) => {
    const other = { ...SITE, url: 'https://docs.other.example/', originSni: 'app.hoster.example' }
    expect(hidden({ names: [name], subject: `CN=${name}` }, { sites: [site, other] })).toEqual([])
  })

  test('stay readable if the name of a domain comes with its wildcard', () => {
    expect(
      hidden({ names: ['*.github.io', 'github.io', 'www.hoster.net', 'hoster.net', '*.hoster.net'] }),
    ).toEqual([])
    expect(hidden({ names: ['*.srv42.hoster.net', 'srv42.hoster.net'] })).toEqual(['srv42.hoster.net'])
  })

  test("stay readable if Cloudflare's certificate has them", () => {
    const names = ['www.shop.example', 'api.other.example']
    const edge = withSession(edgeResponse(200, 'shop'), { names })
    expect(hidden({ names }, { edge })).toEqual([])
    // Without Cloudflare, it is the origin that presents it.
    expect(hidden({ names }, { edge: serving({ names }) })).toEqual(['api.other.example'])
  })

  test("stay readable if Cloudflare's certificate has them, whatever became of the request", () => {
    const names = ['www.shop.example', 'api.other.example']
    const hiddenNames = ['api.other.example']
    const good = withSession(edgeResponse(200, 'shop'), { names })
    const failed = withSession(noResponse, { names })
    const dns = dnsToCloudflare
    expect(hidden({ names }, { edge: failed, dns })).toEqual([])
    // Cloudflare's headers came before the failure.
    const error = { reason: 'closed', code: 'ECONNRESET', received: 300 } as const
    const cutOff = withSession(
      { kind: 'failed', phase: 'transfer', timings: {}, error, head: edgeHead },
      { names },
    )
    expect(hidden({ names }, { edge: cutOff, dns: dnsElsewhere })).toEqual([])
    // Another round, another site and another request of visitors.
    const earlier = [evidenceWith({ edge: good })]
    expect(hidden({ names }, { edge: noResponse, earlier })).toEqual([])
    expect(hidden({ names }, { edge: noResponse, uncached: good })).toEqual([])
    expect(hidden({ names }, { edge: noResponse, trace: withSession(traceResponse, { names }) })).toEqual([])
    expect(
      hidden({ names: ['other.example'] }, { edge: withSession(good, { names: ['*.other.example'] }) }),
    ).toEqual([])
    // One of its addresses, or the name itself, points to another server.
    expect(hidden({ names }, { edge: failed, dns: dnsElsewhere })).toEqual(hiddenNames)
    expect(hidden({ names }, { edge: failed, dns: dnsToBoth })).toEqual(hiddenNames)
    expect(hidden({ names }, { edge: failed, dns: undefined })).toEqual(hiddenNames)
    const redirected = redirects(failed, 'https://login.other.example/')
    expect(hidden({ names }, { edge: redirected, dns })).toEqual(hiddenNames)
  })

  const login = ['www.shop.example', 'login.shop.example', 'srv42.hoster.net']
  const toLogin = 'https://login.shop.example:8443/signin'
  test.each<[string, Circumstances]>([
    ['is sent to', { edge: redirects(noResponse, toLogin) }],
    ['was sent to by a good page', { edge: redirects(edgeResponse(200, 'shop'), toLogin) }],
    ['is sent to at last', { edge: ended(edgeResponse(302, ''), 'barred', toLogin) }],
    ['is sent to in a circle', { edge: ended(edgeResponse(302, ''), 'loop', toLogin) }],
    ['is sent to by a header', { edge: edgeResponse(302, '', { location: toLogin }) }],
    ['is sent to without a scheme', { edge: edgeResponse(302, '', { location: '//LOGIN.shop.example./a' }) }],
    ['is sent to past the cache', { uncached: redirects(edgeResponse(200, ''), toLogin) }],
    ['is sent to without Cloudflare', { edge: redirects(response(200, 'shop'), toLogin), dns: dnsElsewhere }],
    ['was sent to in another round', { earlier: [evidenceWith({ edge: redirects(noResponse, toLogin) })] }],
    ['is sent to below it', { edge: redirects(noResponse, 'https://a.login.shop.example/') }],
  ])('stay readable if a visitor %s', (_, circumstances) => {
    expect(hidden({ names: login }, circumstances)).toEqual(['srv42.hoster.net'])
  })

  test('are hidden if only the origin redirects there, or if it is an address', () => {
    const origin = redirects(serving({ names: login }), 'https://login.shop.example/')
    const direct = ended(origin, 'elsewhere', 'https://srv42.hoster.net/')
    expect(hidden({}, { origin: direct })).toEqual(['login.shop.example', 'srv42.hoster.net'])
    const address = redirects(edgeResponse(200, 'shop'), 'https://203.0.113.99/')
    expect(hidden({ names: ['203.0.113.99'] }, { edge: address })).toEqual(['203.0.113.99'])
    const wide = redirects(edgeResponse(200, 'shop'), 'https://[2001:db8::99]:8443/')
    expect(hidden({ names: ['2001:db8::99'] }, { edge: wide })).toEqual(['2001:db8::99'])
    // What visitors see of one name says nothing about those below it.
    const parent = redirects(edgeResponse(200, 'shop'), 'https://shop2.example/')
    expect(hidden({ names: ['shop2.example', 'srv.shop2.example'] }, { edge: parent })).toEqual([
      'srv.shop2.example',
    ])
  })

  test('are also found in its subject, and in an issuer that nothing trusts', () => {
    const subject =
      'C=--, O=Shop, OU=www.shop.example, CN=vps1.hoster.example, emailAddress=root@vps2.hoster.example'
    expect(hidden({ subject })).toEqual(['vps1.hoster.example', 'vps2.hoster.example'])
    expect(hidden({ subject: 'CN=Shop, emailAddress=admin@mail.example' })).toEqual([])
    const issuer = untrusted('CN=ca.hoster.example')
    expect(hidden({ more: { issuer } })).toEqual([])
    expect(hidden({ more: { issuer, chainError: 'DEPTH_ZERO_SELF_SIGNED_CERT' } })).toEqual([
      'ca.hoster.example',
    ])
  })

  test('of hosting platforms stay, so that a recording shows which platform it is', () => {
    const samples = [
      '*.s3.amazonaws.com s3.amazonaws.com *.s3.eu-central-1.amazonaws.com',
      '*.azurewebsites.net *.scm.azurewebsites.net *.sso.azurewebsites.net',
      '*.up.railway.app',
      '*.herokuapp.com herokuapp.com',
      '*.vercel.app vercel.app',
      '*.netlify.app netlify.app',
      '*.wpengine.com wpengine.com',
      '*.1.azurestaticapps.net',
      '*.ngrok-free.app ngrok-free.app',
    ].map((names) => names.split(' '))
    for (const names of samples) expect(hidden({ names })).toEqual([])
    const known = samples.filter((names) =>
      PLATFORMS.some(({ certificate }) => names.some((name) => certificate?.test(name) === true)),
    )
    expect(known).toHaveLength(samples.length)
  })
})

describe('a host that visitors are redirected to', () => {
  const names = ['www.shop.example', 'login.shop.example', 'srv42.hoster.net']
  const given: Site = { ...SITE, origins: [{ scheme: 'https:', host: 'srv7.hoster.net', port: 443 }] }
  const seen = (to: string): readonly string[] => {
    const edge = redirects(edgeResponse(502, 'Bad gateway'), to)
    const origin = ended(serving({ names }), 'elsewhere', 'https://srv42.hoster.net/a')
    const evidence = evidenceWith({ edge, origin: withStatus(origin, 302) })
    const run = { site: given, history: [evidence], addresses: ['203.0.113.10'] } as const
    const report = conclude(
      [{ ...run, diagnosis: diagnose([evidence], 1) }],
      { showOrigin: false, publish: PUBLISH },
      evidence.at,
    )
    const recording = recordingOf(
      { version: '1', at: evidence.at, schedule: SCHEDULE, sites: [run] },
      { showOrigin: false, tokens: [] },
    )
    return [report, recording].map((each) => JSON.stringify(each))
  }

  test('stays readable, and where only the origin redirects does not', () => {
    for (const text of seen('https://login.shop.example/signin')) {
      expect(text).toContain('https://login.shop.example/signin')
      expect(text).not.toMatch(/srv42|srv7|203\.0\.113/)
    }
  })

  test('is hidden if it is the given origin or its address', () => {
    for (const to of ['https://srv7.hoster.net/signin', 'https://203.0.113.10/signin'])
      for (const text of seen(to)) expect(text).not.toMatch(/srv42|srv7|203\.0\.113/)
  })
})

const NAMES = ['old-www.shop.example', 'shop.example', 'mail.hoster.example', 'dashboard.hoster.example']
const LEAK = /old.www|hoster/i
const history = [
  evidenceWith({
    edge: edgeError(526),
    origin: serving({
      names: NAMES,
      subject: 'CN=srv42.hoster.example',
      more: { faults: ['name-mismatch'] },
    }),
  }),
] as const satisfies readonly [Evidence]

function sinks(showOrigin: boolean): readonly string[] {
  const [first] = history
  const report = conclude(
    [{ site, history: [first], addresses: [], diagnosis: diagnose([first], 1) }],
    { showOrigin, publish: PUBLISH },
    first.at,
  )
  const links = {}
  return [
    RENDERERS.markdown(report, { limit: 60_000, links }).replaceAll('\\', ''),
    ...[FILE_RENDERERS.json(report), FILE_RENDERERS.text(report), FILE_RENDERERS.junit(report)].map(
      (pieces) => Array.from(pieces).join(''),
    ),
  ]
}

describe('a report', () => {
  test('shows none of them, and counts them', () => {
    const [comment = '', ...others] = sinks(false)
    for (const text of [comment, ...others]) expect(text).not.toMatch(LEAK)
    expect(comment).toContain(
      'covers shop.example and 3 hidden names (`show-origin: true` shows them), not www.shop.example',
    )
    expect(comment).toContain('| `shop.example`, 3 hidden names |')
    expect(comment).toContain('under SSL/TLS → Origin Server.')
  })

  test('shows them if the origin is shown', () => {
    const [comment = ''] = sinks(true)
    expect(comment).toContain('old-www.shop.example, shop.example, mail.hoster.example and others, not')
  })

  test('is the same from a recording, which has none of them either', () => {
    const [first] = history
    const run = {
      version: '1',
      at: first.at,
      schedule: SCHEDULE,
      sites: [{ site, history: [first], addresses: [] }],
    } as const
    const made = recordingOf(
      { ...run, sites: [{ site, history: [first], addresses: [] }] },
      { showOrigin: false, tokens: [] },
    )
    expect(JSON.stringify(made)).not.toMatch(LEAK)
    const options = { showOrigin: false, publish: PUBLISH }
    expect(replayed(made, options)).toEqual(
      replayed({ recording: 3, ...run, sites: [{ site, history: [first], addresses: [] }] }, options),
    )
  })
})
