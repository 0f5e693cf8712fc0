import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ERRORS_5XX } from '../../lab/edge/pages/errors-5xx.ts'
import { isErrorCode } from '../../lab/edge/pages/errors.ts'
import { nginxStylePage } from '../../lab/http/page.ts'
import {
  challengeIn,
  edgeErrorIn,
  fromCache,
  rayOf,
  throughCloudflare,
  traceOf,
} from '../../src/cloudflare/response.ts'
import { edgeErrorOf, type EdgeError } from '../../src/cloudflare/error-page.ts'
import { generatorOf, lacksBackend } from '../../src/diagnosis/facts/generator.ts'
import type { CompletedExchange } from '../../src/domain/exchange.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import {
  response,
  failedExchange,
  errorPageFor,
  cachedResponse as copy,
  edgeResponse,
  traceResponse,
} from '../support/evidence.ts'
import { asRecorded } from '../support/recorded.ts'
import { headersOf } from '../support/texts.ts'

/** A response with this status and body. */
function answered(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): CompletedExchange {
  const exchange = response(status, body, headers)
  if (exchange.kind !== 'completed') throw new TypeError('a response completes')
  return exchange
}

const read = (status: number, body: string): EdgeError | undefined => {
  const page = answered(status, body)
  return edgeErrorOf(page.head, page.body)
}

const PROBLEM = { status: 522, error_code: 522, error_category: 'origin', cloudflare_error: true }
const FRONT =
  '---\nstatus: 522\nerror_code: 522\nerror_category: "origin"\ncloudflare_error: true\n---\n# Error 522\n'
const box = (inside: string): string =>
  `<div id="cf-wrapper"><div id="cf-error-details">${inside}</div></div>`

describe('a Cloudflare error is recognized', () => {
  test.each<[string, number, string, EdgeError]>([
    [
      'as problem details',
      522,
      JSON.stringify(PROBLEM),
      { code: 522, form: 'json', category: untrusted('origin') },
    ],
    [
      'as problem details without the rest',
      522,
      '{"error_code":522,"cloudflare_error":true}',
      { code: 522, form: 'json' },
    ],
    [
      'as problem details of a numbered error',
      530,
      '{"error_code":1033,"cloudflare_error":true}',
      { code: 1033, form: 'json' },
    ],
    ['as Markdown', 522, FRONT, { code: 522, form: 'markdown', category: untrusted('origin') }],
    ['as text', 523, 'error code: 523', { code: 523, form: 'text' }],
    ['as text of a numbered error', 403, 'error code: 1020\n', { code: 1020, form: 'text' }],
    ['bare', 502, nginxStylePage(502, 'cloudflare').body, { code: 502, form: 'bare' }],
    [
      'bare, from an older edge',
      504,
      nginxStylePage(504, 'cloudflare-nginx').body,
      { code: 504, form: 'bare' },
    ],
    ['as a page of 2020', 521, box('<span class="cf-error-code">521</span>'), { code: 521, form: 'html' }],
    [
      'as a page of 2023',
      521,
      box('<span class="code-label">Error code 521</span>'),
      { code: 521, form: 'html' },
    ],
    ['as a page without its code', 521, box('<h1>Oops</h1>'), { code: 521, form: 'html' }],
    [
      'as a page with the code in its title only',
      521,
      `<title>shop.example | 521: Web server is down</title>${box('')}`,
      { code: 521, form: 'html' },
    ],
    [
      "as a customer's own page",
      530,
      '<div class="cf-error-details cf-error-1016"><p>Error 9999</p></div>',
      { code: 1016, form: 'html' },
    ],
    ['as a status that only Cloudflare has', 524, 'Sorry', { code: 524, form: 'status' }],
    ['as 530 alone', 530, '', { code: 530, form: 'status' }],
  ])('%s', (_, status, body, error) => {
    expect(read(status, body)).toEqual(error)
  })

  test.each(Object.keys(ERRORS_5XX).map(Number).filter(isErrorCode))(
    '%d as the lab serves it, in HTML and in JSON',
    (code) => {
      for (const [accept, form] of [
        ['text/html', 'html'],
        ['application/json', 'json'],
      ] as const)
        expect(read(code, errorPageFor(code, accept).body)).toMatchObject({ code, form })
    },
  )

  test.each([1000, 1001, 1006, 1015, 1020, 1033, 1101] as const)('%d as the lab serves it', (code) => {
    const { status, body } = errorPageFor(code)
    expect(read(status, body)).toEqual({ code, form: 'html' })
    // With another status, the same page comes from an application that passes it on.
    if (status === 530) expect(read(500, body)).toBeUndefined()
  })
})

describe('not a Cloudflare error:', () => {
  test.each([
    ['a successful response, whatever its body', 200, JSON.stringify(PROBLEM)],
    ["nginx's page", 502, nginxStylePage(502, 'nginx').body],
    [
      'a page into which Cloudflare put a script',
      403,
      '<h1>Forbidden</h1><script src="/cdn-cgi/challenge-platform/h/b/jsd.js"></script>',
    ],
    ['a page that names a Ray ID', 500, 'Ray ID: 8f2a1c0d9e7b6543'],
    ['JSON of the application', 500, '{"error_code":522}'],
    ['JSON whose flag is a string', 500, '{"error_code":522,"cloudflare_error":"true"}'],
    ['JSON whose code is a string', 500, '{"error_code":"522","cloudflare_error":true}'],
    ['half of JSON', 502, '{"error_code":522,"cloudflare_error":true'],
    ['JSON that is null', 500, 'null'],
    ['prose about a code', 500, 'The error code: 522 was seen'],
    ['Markdown without front matter', 500, '# error_code: 522\ncloudflare_error: true'],
    ['a status that others use', 527, ''],
    [
      'a page of the site that quotes such a page',
      404,
      '<!DOCTYPE html><body><h1>What a 502 means</h1><center><h1>502 Bad Gateway</h1></center><hr><center>cloudflare</center>',
    ],
  ])('%s', (_, status, body) => {
    expect(read(status, body)).toBeUndefined()
  })

  test('the same status from another network', () => {
    expect(edgeErrorIn(response(522, '', { server: 'other' }))).toBeUndefined()
    expect(edgeErrorIn(edgeResponse(522))).toMatchObject({ code: 522 })
    expect(edgeErrorIn(failedExchange('connect', 'refused'))).toBeUndefined()
  })
})

describe('an error page was written by', () => {
  test.each<[string | undefined, number, string, Readonly<Record<string, string>>]>([
    ['nginx', 502, nginxStylePage(502, 'nginx').body, {}],
    ['nginx', 502, nginxStylePage(502, 'nginx/1.22.1').body, { server: 'cloudflare' }],
    ['OpenResty', 502, nginxStylePage(502, 'openresty').body, {}],
    ['AWS load balancer', 502, '', { server: 'awselb/2.0' }],
    ['HAProxy', 500, '<h1>500 Internal Server Error</h1>\nAn internal server error occurred.\n', {}],
    [
      'HAProxy',
      503,
      '<h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n',
      {},
    ],
    ['Caddy', 502, '', { server: 'Caddy' }],
    ['Traefik', 502, 'Bad Gateway', {}],
    ['Envoy', 503, 'no healthy upstream', {}],
    [
      'AWS load balancer',
      503,
      nginxStylePage(503, '').body.replace('<hr><center></center>\r\n', ''),
      { server: 'cloudflare' },
    ],
    ['Huawei load balancer', 502, nginxStylePage(502, 'ELB').body, {}],
    [
      'Apache',
      503,
      'The server is temporarily unable to service your\nrequest due to maintenance downtime or capacity\nproblems.',
      {},
    ],
    ['Varnish', 503, '<h3>Guru Meditation:</h3>', {}],
    ['Fastly', 503, '<h3>Guru Mediation:</h3>', { 'x-served-by': 'cache-fra-1', via: '1.1 varnish' }],
    ['Fastly', 500, '<p>Fastly error: unknown domain: shop.example.</p>', {}],
    ['Kong', 503, '{"message":"The upstream server is currently unavailable"}', {}],
    ['Pingora', 502, '', { server: 'Pingora/0.4' }],
    ['IIS', 503, '<p>HTTP Error 503. The service is unavailable.</p>', {}],
    [
      'IIS',
      502,
      '<h2>502 - Web server received an invalid response while acting as a gateway or proxy server.</h2>',
      {},
    ],
    ['ASP.NET Core', 500, '<h1>HTTP Error 500.30 - ASP.NET Core app failed to start</h1>', {}],
    ['Tomcat', 503, '<h1>HTTP Status 503 – Service Unavailable</h1><h3>Apache Tomcat/10.1</h3>', {}],
    ['Google front end', 503, '<title>Error 503 (Service Unavailable)!!1</title>', {}],
    [
      'Google Cloud load balancer',
      403,
      '<!doctype html><title>403</title>403 Forbidden',
      { via: '1.1 google' },
    ],
    ['Akamai', 503, 'Reference&#32;&#35;11&#46;1a2b', { server: 'AkamaiGHost' }],
    ['Azure Front Door', 503, "<h2>Our services aren't available right now</h2>", { 'x-azure-ref': '0' }],
    ['AWS API Gateway', 500, '{"message": "Internal server error"}', { 'x-amzn-requestid': 'b3f1' }],
    ['Netlify', 404, 'Not Found - Request ID: 01J', { server: 'Netlify' }],
    ['Sucuri', 403, '', { server: 'Sucuri/Cloudproxy' }],
    ['Render', 503, '', { 'x-render-routing': 'hibernate-wake-error', server: 'cloudflare' }],
    // In an application's response the header names its own server.
    [undefined, 500, 'Oops', { 'x-render-origin-server': 'uvicorn' }],
    // The same JSON without the platform's header can be from any application.
    [undefined, 500, '{"message": "Internal server error"}', {}],
    // The server that sends a page may not have written it.
    [undefined, 502, '<h1>We will be back</h1>', { server: 'nginx' }],
    [undefined, 502, '<h1>We will be back</h1>', { server: 'Caddy' }],
    [undefined, 502, nginxStylePage(502, 'cloudflare').body, {}],
    [undefined, 200, nginxStylePage(502, 'nginx').body, {}],
  ])('%s: %d %j %j', (name, status, body, headers) => {
    const page = answered(status, body, headers)
    expect(
      [page, asRecorded(page)].map((each) => each.kind === 'completed' && generatorOf(each)?.name),
    ).toEqual([name, name])
  })
})

// Backtracking would exceed the test's timeout.
test('a long hostile page is parsed in time', () => {
  for (const piece of [
    '---\n',
    '<title>',
    '{"',
    '<hr><center>',
    'id="cf-error-details"',
    'error code: ',
    ' ',
    '\n',
  ])
    for (const end of ['', '---', 'cloudflare_error: true'])
      for (const page of [answered(502, piece.repeat(8000) + end)]) {
        const read = (): unknown => [edgeErrorOf(page.head, page.body), generatorOf(page), lacksBackend(page)]
        expect(read).not.toThrow()
      }
})

describe('a response', () => {
  test.each([
    ['cf-ray', { 'cf-ray': '8f2a1c0d9e7b6543-SJC' }, true],
    ['server', { server: 'Cloudflare' }, true],
    ['a server with a similar name', { server: 'cloudflare-nginx' }, false],
    ['neither', {}, false],
  ])('came through Cloudflare by %s', (_, headers, expected) => {
    expect(throughCloudflare(response(200, '', headers))).toBe(expected)
  })

  test.each([
    ['8f2a1c0d9e7b6543-SJC', { id: '8f2a1c0d9e7b6543', colo: 'SJC' }],
    ['8f2a1c0d9e7b6543', { id: '8f2a1c0d9e7b6543', colo: '' }],
    ['8f2a1c0d9e7b6543-SJC, 8f2a1c0d9e7b6544-FRA', undefined],
    ['$(reboot)-SJC', undefined],
    ['8f2a1c0d9e7b6543-<b>', undefined],
  ])('has the Ray ID %s', (ray, expected) => {
    expect(rayOf(response(200, '', { 'cf-ray': ray }))).toEqual(expected)
  })

  test.each([
    ['HIT', true],
    ['STALE', true],
    ['UPDATING', true],
    ['MISS', false],
    ['DYNAMIC', false],
    ['REVALIDATED', false],
    ['', false],
  ])('with cf-cache-status %s comes from the cache: %s', (status, expected) => {
    expect(fromCache(edgeResponse(200, '', { 'cf-cache-status': status }))).toBe(expected)
  })

  test('from the cache differs from a fresh one', () => {
    expect([fromCache(copy()), fromCache(edgeResponse(200))]).toEqual([true, false])
  })

  test("is recognized as Cloudflare's trace", () => {
    expect(traceOf(traceResponse)).toEqual({ colo: 'SJC' })
    expect(traceOf(response(200, 'fl=1f1\nvisit_scheme=https\ncolo=<b>\n'))).toEqual({ colo: '' })
    expect(traceOf(response(200, '<h1>Every path is my home page</h1>'))).toBeUndefined()
    expect(traceOf(response(404, 'fl=1f1\nvisit_scheme=https\n'))).toBeUndefined()
  })
})

const folder = process.env['ORIGIN_GATE_CORPUS'] ?? ''
interface Specimen {
  readonly file: string
  readonly status: number
  readonly generator: string
  readonly cf_error_code: number | null
  readonly headers?: Readonly<Record<string, string>> | null
  readonly means?: string
}

/** Our names for the generators in the index. The others have no known fingerprint. */
const NAMES: Readonly<Record<string, string>> = {
  nginx: 'nginx',
  tengine: 'Tengine',
  'apache-mod_proxy': 'Apache',
  haproxy: 'HAProxy',
  varnish: 'Varnish',
  envoy: 'Envoy',
  kong: 'Kong',
  traefik: 'Traefik',
  'fly.io': 'Fly.io',
  render: 'Render',
  heroku: 'Heroku',
  'aws-cloudfront': 'CloudFront',
  'azure-application-gateway': 'Azure Application Gateway',
}

const specimens: readonly Specimen[] =
  folder === '' ? [] : JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))

const lower = (fields: readonly (readonly [string, string])[]): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map(([name, value]) => [name.toLowerCase(), value]))

/** The response in a file: a body, or a whole message if its name ends in `.http`. */
function specimenOf({ file, status, headers }: Specimen): CompletedExchange {
  const text = readFileSync(join(folder, file), 'utf8')
  if (!file.endsWith('.http')) return answered(status, text, lower(Object.entries(headers ?? {})))
  const [head = '', ...body] = text.split(/\r?\n\r?\n/)
  const fields = [...head.matchAll(/^([\w-]+): *(.*?)\r?$/gm)].map(
    ([, name = '', value = '']) => [name, value] as const,
  )
  return answered(status, body.join('\n\n'), lower(fields))
}

// Other people's pages can't be published here. Set the variable to a folder with a collection.
const collected = folder !== '' ? describe : describe.skip
collected(`real pages${folder !== '' ? '' : ' (ORIGIN_GATE_CORPUS names no collection)'}`, () => {
  test.each(specimens.map((specimen) => [specimen.file, specimen] as const))('%s', (_, specimen) => {
    const page = specimenOf(specimen)
    const error = edgeErrorOf(page.head, page.body)
    const fromEdge = specimen.generator === 'cloudflare-edge'
    if (specimen.cf_error_code !== null) expect(error?.code).toBe(specimen.cf_error_code)
    if (!fromEdge) expect(error).toBeUndefined()
    if (specimen.means?.startsWith('challenge') === true) {
      expect(error).toBeUndefined()
      expect(
        challengeIn({ ...page, head: { ...page.head, headers: headersOf({ server: 'cloudflare' }) } }),
      ).toBe('page')
    }
    const name = NAMES[specimen.generator]
    if (name !== undefined) expect(generatorOf(page)?.name).toBe(name)
    if (fromEdge) expect(generatorOf(page)).toBeUndefined()
  })
})
