import { httpOrigin } from '../../origins/server/http-origin.ts'
import { routes } from '../../origins/scripted/routes.ts'
import { HOME_PAGE, send, sendHome, type HttpResponse } from '../../origins/server/response.ts'
import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'

const ONCE = { wait: '0s', 'consecutive-successes': '1', timeout: '5s' } as const
const HEAD = { ...ONCE, method: 'HEAD' } as const

const refusesHead = (status: number) =>
  httpOrigin(`the origin responds ${status} to HEAD, and its page to GET`, () => (request) => {
    if (request.method === 'HEAD') send(request, { status })
    else sendHome(request)
  })

const always = (status: number, more: Partial<HttpResponse> = {}) =>
  routes(`the origin always responds ${status}`, {}, { status, body: `<h1>${status}</h1>\n`, ...more })

const DEPLOY = ['published the page', 'routes, files']

/** Statuses with one meaning each, and HEAD. */
export const STATUSES: readonly Scenario[] = [
  ...[404, 501, 403].map((status): Scenario => ({
    id: `unexpected-status-head-${status}`,
    sentence: `the origin responds ${status} to HEAD, and the page to GET`,
    setup: { origin: refusesHead(status) },
    inputs: HEAD,
    // curl uses GET.
    curl: { edge: 200, direct: 200 },
    expected: {
      ...unhealthy('unexpected-status', status === 501 ? 'certain' : 'likely'),
      says: ['HEAD', 'method: GET'],
      neverSays: DEPLOY,
    },
    not: ['origin-app-error', 'cloudflare-blocked-by-origin'],
  })),
  {
    id: 'unexpected-status-head-and-get-404',
    sentence: 'the page is gone, for HEAD and for GET',
    setup: { origin: always(404) },
    inputs: HEAD,
    curl: { edge: 404, direct: 404 },
    expected: { ...unhealthy('unexpected-status', 'certain'), says: DEPLOY },
    not: ['origin-not-deployed'],
  },
  {
    id: 'healthy-head-fails-at-the-origin-only',
    sentence: 'the cache responds to HEAD, and the origin responds to GET only',
    setup: { origin: refusesHead(405), edgeBehavior: 'cached' },
    inputs: HEAD,
    curl: { edge: 200, direct: 200 },
    expected: HEALTHY,
    not: ['unexpected-status', 'cache-masks-broken-origin'],
  },
  ...(
    [
      [401, 'Send credentials'],
      [406, 'ModSecurity'],
      [407, 'proxy'],
      [410, 'removed on purpose'],
      [421, 'proxy_ssl_server_name'],
      [426, 'proxy_http_version 1.1'],
      [431, '`headers`'],
      [451, 'legal reasons'],
    ] as const
  ).map(([status, says]): Scenario => ({
    id: `unexpected-status-${status}`,
    sentence: `the origin always responds ${status}`,
    setup: { origin: always(status) },
    inputs: ONCE,
    curl: { edge: status, direct: status },
    expected: { ...unhealthy('unexpected-status', 'likely'), says: [says], neverSays: DEPLOY },
    not: ['cloudflare-blocked-by-origin', 'origin-not-deployed'],
  })),
  ...[401, 403].map((status): Scenario => ({
    id: `healthy-expected-${status}`,
    sentence: `the page requires a login, and ${status} is the expected status`,
    setup: { origin: always(status) },
    inputs: { ...ONCE, 'expected-status': String(status) },
    curl: { edge: status, direct: status },
    expected: { ...HEALTHY, neverSays: ['admits only Cloudflare', 'admit only Cloudflare'] },
    not: ['origin-locked-to-cloudflare', 'unexpected-status'],
  })),
  {
    id: 'healthy-expected-401-next-to-200',
    sentence:
      'the page is public through Cloudflare, requires a login directly, and both statuses are expected',
    setup: {
      origin: httpOrigin('the origin requires a login from everyone but Cloudflare', () => (request) => {
        if ('cf-ipcountry' in request.headers) send(request, { status: 200, body: HOME_PAGE })
        else send(request, { status: 401 })
      }),
    },
    inputs: { ...ONCE, 'expected-status': '200, 401' },
    curl: { edge: 200, direct: 401 },
    expected: { ...HEALTHY, neverSays: ['admit only Cloudflare'] },
    not: ['origin-locked-to-cloudflare', 'unexpected-status'],
  },
]
