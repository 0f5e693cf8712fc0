import { untrusted } from '../../src/domain/untrusted.ts'
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Site } from '../../src/domain/config.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { recordingIn } from '../../src/recording/read.ts'
import type { Recording } from '../../src/recording/recording.ts'
import { recordingOf } from '../../src/recording/write.ts'
import { replayed } from '../../src/run/conclude.ts'
import { PUBLISH, SCHEDULE, SITE } from '../support/config.ts'
import {
  response,
  refusedConnection,
  evidenceWith,
  edgeResponse,
  edgeError,
  dnsElsewhere,
} from '../support/evidence.ts'
import { ORIGIN_SPELLINGS } from '../support/leaks.ts'
import { hostileText } from '../support/hostile-text.ts'

const ADDRESS = '203.0.113.10'
const NAME = 'web-1.hosting.example.net'
const OPTIONS = { showOrigin: false, publish: PUBLISH }

function siteAt(host: string, more: Partial<Site> = {}): Site {
  return { ...SITE, origins: [{ scheme: 'https:', host, port: 443 }], ...more }
}

function recorded(
  evidence: Evidence,
  site: Site,
  {
    addresses = [],
    showOrigin = false,
  }: { readonly addresses?: readonly string[]; readonly showOrigin?: boolean } = {},
): Recording {
  return recordingOf(
    {
      version: '1.0.0',
      at: evidence.at,
      schedule: SCHEDULE,
      sites: [{ site, history: [evidence], addresses }],
    },
    { showOrigin, tokens: ['ghs_0123456789'] },
  )
}

test('a recording has the words of a command that the report quotes, and no others', () => {
  const output = [
    'Warning: Permanently added jump.acme.internal to the list of known hosts.',
    'deploy@jump.acme.internal: Permission denied (publickey).',
    '',
  ].join('\n')
  const origin: Exchange = {
    kind: 'failed',
    timings: { connect: 20 },
    phase: 'connect',
    error: { reason: 'route', code: 'ROUTE_PERMISSION_DENIED', received: 0 },
    commandOutput: untrusted(output),
  }
  const site = siteAt(ADDRESS, { originProxyCommand: 'ssh -W %h:%p jump' })
  const recording = recorded(evidenceWith({ edge: edgeResponse(200), origin }), site)
  const text = JSON.stringify(recording)
  expect(text).toContain('Permission denied (publickey).')
  expect(text).not.toMatch(/deploy@|acme|ssh -W/)
})

const withScript = (page: Exchange, path: string): Exchange =>
  page.kind === 'completed'
    ? { ...page, assets: { script: { url: untrusted(`https://www.shop.example${path}`) } } }
    : page

describe('a recording', () => {
  test.each([
    ['refused', evidenceWith({ edge: edgeError(521), origin: refusedConnection }), 'origin-refused'],
    ['healthy', evidenceWith({ edge: edgeResponse(200), origin: response(200) }), ''],
    [
      'a deleted script',
      evidenceWith({
        request: { checkAssets: true },
        origin: withScript(response(200, 'shop'), '/new.js'),
        edge: withScript(edgeResponse(200, 'shop', { 'cf-cache-status': 'HIT' }), '/old.js'),
        followUps: {
          assets: [
            {
              kind: 'script',
              url: untrusted('https://www.shop.example/old.js'),
              edge: edgeResponse(404),
            },
          ],
        },
      }),
      'edge-stale',
    ],
    [
      'another server',
      {
        ...evidenceWith({
          edge: response(200, '<title>For sale</title>'),
          dns: dnsElsewhere,
          trace: response(404),
        }),
        atOrigins: [false],
      },
      'dns-not-proxied',
    ],
  ])('replays to the same report as the run: %s', (_, evidence, cause) => {
    const report = replayed(recorded(evidence, siteAt(ADDRESS)), OPTIONS)
    expect(report.cause).toBe(cause)
    const open = replayed(recorded(evidence, siteAt(ADDRESS), { showOrigin: true }), OPTIONS)
    expect(report).toEqual(open)
  })

  test('has no address of the origin, in any place and notation', () => {
    const body = `<hr>Apache at ${ADDRESS} Port 80, that is 0xcb00710a or 203.0.\u200b113.10\n<p>ip-203-0-113-10.x.example`
    const origin = response(500, body, {
      server: `web at ${ADDRESS}`,
      'x-203-0-113-10': NAME,
      location: `https://${NAME}/`,
    })
    const dns = {
      kind: 'resolved',
      host: 'www.shop.example',
      elapsed: 3,
      addresses: [{ address: ADDRESS, family: 4 }],
    } as const
    const evidence = evidenceWith({ edge: edgeResponse(500, body), origin, dns })
    const text = JSON.stringify(recorded(evidence, siteAt(NAME), { addresses: [ADDRESS] }))
    for (const spelling of [...ORIGIN_SPELLINGS, NAME, '\u200b'] as const) expect(text).not.toMatch(spelling)
    expect(text).toContain('origin-1.example.net')
    expect(text).toContain('198.18.0.2')
  })

  test('has no address outside Cloudflare that the name resolved to, even if no origin is configured', () => {
    const dns = {
      kind: 'resolved',
      host: 'www.shop.example',
      elapsed: 3,
      addresses: [
        { address: '104.16.132.229', family: 4 },
        { address: '192.0.2.66', family: 4 },
      ],
    } as const
    const body = 'I am 192.0.2.66, on my way from lb-7.hosting.example'
    const server = {
      server: untrusted('1.1.1.1'),
      transport: 'udp',
      ...dns,
      aliases: [untrusted('lb-7.hosting.example')],
      ttl: 300,
    } as const
    const evidence = { ...evidenceWith({ edge: edgeResponse(500, body), dns }), resolvers: [server] }
    const made = recorded(evidence, SITE)
    expect(JSON.stringify(made)).not.toMatch(/192\.0\.2\.66|lb-7/)
    const [{ history }] = made.sites
    expect(history[0].dns).toMatchObject({
      addresses: [{ address: '104.16.132.229' }, { address: '198.18.0.1' }],
    })
    expect(history[0].resolvers).toMatchObject([{ server: '1.1.1.1', aliases: ['origin-2.example.net'] }])
  })

  test('leaves a text unchanged if it hides nothing', () => {
    const body = 'line\r\n\u202eline\u0000'
    const { sites } = recorded(evidenceWith({ edge: edgeResponse(200, body) }), siteAt(ADDRESS))
    expect(sites[0].history[0].edge).toMatchObject({ body: { text: body } })
  })

  test('replaces a Cloudflare address with another Cloudflare address', () => {
    const { sites } = recorded(evidenceWith(), siteAt('104.16.132.229'))
    expect(sites[0].site.origins[0]?.host).toBe('104.16.0.1')
  })

  test("keeps an origin's name that is the site's own", () => {
    const { sites } = recorded(evidenceWith(), siteAt('www.shop.example'))
    expect(sites[0].site.origins[0]?.host).toBe('www.shop.example')
  })

  test('has neither secrets nor cookies', () => {
    const secrets = {
      header: 's3cret-Value-42',
      id: 'id.access',
      access: 'acc3ss-secret',
      token: 'cf-t0ken',
      key: 'KEY',
    }
    const site = siteAt(ADDRESS, {
      headers: [['x-gate', `Bearer ${secrets.header}`]],
      access: { id: secrets.id, secret: secrets.access },
      zone: { token: secrets.token },
      clientCertificate: { cert: 'PEM', key: secrets.key },
    })
    const body = `${Object.values(secrets).slice(0, 4).join(' ')} ghs_0123456789`
    const evidence = evidenceWith({
      edge: edgeResponse(200, body, { 'set-cookie': 'sid=0123abc; Path=/, b=9; Secure' }),
    })
    const text = JSON.stringify(recorded(evidence, site, { showOrigin: true }))
    for (const secret of [...Object.values(secrets), 'ghs_0123456789', '0123abc', 'b=9'])
      expect(text).not.toContain(secret)
    expect(text).toContain('["x-gate","***"]')
  })

  test('replays where records could not be compared with an origin, and where a token for Access was sent', () => {
    const record = { kind: 'name', proxied: true, pointsToOrigins: [null] } as const
    const zone = { ssl: 'full', record, unread: [] } as const
    const evidence = evidenceWith({ edge: edgeError(521), origin: refusedConnection, zone })
    const again = recordingIn(
      JSON.stringify(recorded(evidence, siteAt(NAME, { access: { id: 'abcdefgh', secret: 'ijklmnop' } }))),
    )
    expect(again).toMatchObject({
      sites: [{ site: { access: { id: '***', secret: '***' } }, history: [{ zone: { record } }] }],
    })
  })

  test('keeps words of ours that equal a secret', () => {
    const site = siteAt(ADDRESS, { headers: [['x-gate', 'refused']] })
    const report = replayed(
      recorded(evidenceWith({ edge: edgeError(521), origin: refusedConnection }), site),
      OPTIONS,
    )
    expect(report.cause).toBe('origin-refused')
  })

  test('of a page full of near addresses is written', () => {
    for (const piece of ['203.0.113.', '::', 'cb00710a', '\u200b1.']) {
      const body = piece.repeat(65_536 / piece.length)
      const text = JSON.stringify(
        recorded(
          evidenceWith({ edge: edgeResponse(200, body) }),
          siteAt(ADDRESS, { headers: [['x', 'aaaa']] }),
        ),
      )
      expect(text.length).toBeGreaterThan(10_000)
    }
  })

  test('of hostile text can be read back', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const evidence = evidenceWith({
          edge: edgeResponse(500, text, { server: text }),
          origin: response(500, text),
        })
        const made = recorded(evidence, siteAt(ADDRESS))
        expect(recordingIn(JSON.stringify(made))).toEqual(made)
      }),
    )
  })
})

const VALID: unknown = JSON.parse(
  JSON.stringify(recorded(evidenceWith({ edge: edgeResponse(200) }), siteAt(ADDRESS))),
)

/** The valid recording with one value replaced. */
function withValue(path: readonly (string | number)[], value: unknown, whole = VALID): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(whole))
    return whole.map((item, index) => (index === key ? withValue(rest, value, item) : item))
  if (typeof whole !== 'object' || whole === null) throw new TypeError(`No object at ${key}`)
  return Object.fromEntries(
    Object.entries(whole).map(([name, item]) => [name, name === key ? withValue(rest, value, item) : item]),
  )
}

test.each([
  ['', 'is not valid JSON'],
  ['{}', 'was not written by `--record`'],
  ['null', 'was not written by `--record`'],
  ['[]', 'was not written by `--record`'],
  ['{"recording":4}', 'has recording format 4, which this version does not support'],
  ['{"recording":3}', 'has no valid `version`'],
  ['{"recording":2,"sites":[{}]}', 'has no valid `version`'],
  ['{"recording":1,"sites":[]}', 'has no valid `version`'],
  ['{"recording":1,"sites":[{}]}', 'has no valid `version`'],
])('a file that is not a recording is rejected with the reason: %s', (content, reason) => {
  expect(recordingIn(content)).toBe(reason)
})

test.each([
  [['sites'], [], 'sites'],
  [['sites', 0, 'site', 'url'], 'file:///etc/passwd', 'sites[0].site.url'],
  [['sites', 0, 'site', 'origins'], [{}], 'sites[0].site.origins[0].scheme'],
  [['sites', 0, 'history'], [], 'sites[0].history'],
  [['sites', 0, 'history', 0, 'at'], '2026', 'sites[0].history[0].at'],
  [['sites', 0, 'history', 0, 'at'], 1e308, 'sites[0].history[0].at'],
  [
    ['sites', 0, 'history', 0, 'edge', 'head', 'headers'],
    { server: null },
    'sites[0].history[0].edge.head.headers.server',
  ],
  [['sites', 0, 'site', 'url'], `https://${'x'.repeat(300)}/`, 'sites[0].site.url'],
  [['sites', 0, 'site', 'originHost'], 'x'.repeat(300), 'sites[0].site.originHost'],
  [['sites', 0, 'addresses'], ['x'.repeat(300)], 'sites[0].addresses[0]'],
  [['sites', 0, 'history', 0, 'edge', 'kind'], 'answered', 'sites[0].history[0].edge.kind'],
  [['sites', 0, 'history', 0, 'edge', 'head', 'status'], null, 'sites[0].history[0].edge.head.status'],
] as const)('an invalid value in a recording is named: %j', (path, value, named) => {
  expect(recordingIn(JSON.stringify(withValue(path, value)))).toBe(`has no valid \`${named}\``)
})

const trace = (ip: string): Exchange =>
  response(
    200,
    `fl=123f45\nh=www.shop.example\nip=${ip}\nts=1.2\nvisit_scheme=https\nuag=x\ncolo=SJC\nloc=DE\nwarp=off\n`,
  )

describe("the runner's own address", () => {
  const RUNNER = '81.2.69.142'
  const RUNNER6 = '2a02:8070:1::7'
  const round = (page: string, followUps: object): Evidence =>
    evidenceWith({
      edge: edgeResponse(403, page, {
        server: `proxy for ${RUNNER}`,
        location: `https://www.shop.example/?ip=${encodeURIComponent(RUNNER6)}`,
      }),
      origin: response(200),
      followUps,
    })
  const LEAK = /81[^0-9]2[^0-9]69[^0-9]142|2a02[^0-9]{1,5}8070/i

  test.each(['trace', 'connectivity'])('is in nothing that is recorded: from the %s', (key) => {
    for (const showOrigin of [false, true]) {
      const page = `blocked ${RUNNER} 81-2-69-142 2A02:8070:1:0:0:0:0:7`
      const history = [round(page, { [key]: trace(RUNNER) }), round(page, { [key]: trace(RUNNER6) })] as const
      const [first, second] = history
      const recording = recordingOf(
        {
          version: '1.0.0',
          at: first.at,
          schedule: SCHEDULE,
          sites: [{ site: siteAt(ADDRESS), history: [first, second], addresses: [] }],
        },
        { showOrigin, tokens: [] },
      )
      const content = JSON.stringify(recording)
      expect(content).not.toMatch(LEAK)
      expect(content).not.toMatch(/123f45|loc=|uag=|warp=/)
      expect(content).toContain('colo=SJC')
      const report = JSON.stringify(replayed(recording, { ...OPTIONS, showOrigin }))
      expect(report).toBe(
        JSON.stringify(
          replayed(
            {
              recording: 3,
              version: '1.0.0',
              at: first.at,
              schedule: SCHEDULE,
              sites: [{ site: siteAt(ADDRESS), history: [first, second], addresses: [] }],
            },
            { ...OPTIONS, showOrigin },
          ),
        ),
      )
      expect(report).not.toMatch(LEAK)
    }
  })

  test.each([
    `<span>Your IP: <span class="hidden" id="cf-footer-ip">${RUNNER}</span></span>`,
    `<span id=cf-footer-ip>${RUNNER}</span>`,
    `<p>Your IP address is ${RUNNER}.</p>`,
    `Your IP (${RUNNER}) was blocked`,
    `{"client_ip":"${RUNNER}"}`,
    `<td>REMOTE_ADDR</td><td class="v">${RUNNER}</td>`,
    `$_SERVER['REMOTE_ADDR']</td><td class="v">${RUNNER} </td>`,
    `CF-Connecting-IP: ${RUNNER}`,
    `X-Forwarded-For: ${RUNNER}, 172.70.1.1`,
    `x-real-ip=${RUNNER}`,
    `{"your_ip": "${RUNNER}"}`,
    `Client IP: ${RUNNER}`,
  ])('is hidden where a page quotes it: %s', (page) => {
    const content = JSON.stringify(recorded(round(page, {}), siteAt(ADDRESS)))
    expect(content).not.toMatch(/81[^0-9]2[^0-9]69[^0-9]142/)
    expect(content).toContain('$RUNNER')
  })

  test.each(['104.16.10.10', '127.0.0.1', '10.0.0.7', '1.2.3', 'fe80::1', '::1', 'not-one'])(
    'is not %s',
    (address) => {
      const page = `ip=${address}\nYour IP: ${address}`
      expect(JSON.stringify(recorded(round(page, {}), siteAt(ADDRESS)))).not.toContain('$RUNNER')
    },
  )

  test('a page that only looks like a trace stays', () => {
    const page = 'fl=1\nvisit_scheme=x\n<h1>Out of service</h1>'
    expect(JSON.stringify(recorded(round(page, {}), siteAt(ADDRESS)))).toContain(
      JSON.stringify(page).slice(1, -1),
    )
  })
})
