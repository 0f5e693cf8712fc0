import { head, LENGTH, page, raw, SIZE } from '../../origins/scripted/raw.ts'
import { httpOrigin } from '../../origins/server/http-origin.ts'
import { HOME_PAGE, send } from '../../origins/server/response.ts'
import { ADDRESSES } from '../../network/addresses.ts'
import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'

/** The value of every cookie in the scenarios below. No recording of any scenario may have a part of it. */
export const PLANTED_COOKIE = 'k7Qz-93fLm.x2Pd_8e'

const GATE = 'gate-5e1f7c33-b1d0-secret'
const COOKIE = `sid=${PLANTED_COOKIE}; Path=/; HttpOnly`

/** A cookie, the secret and the origin's address, wherever a valid response may have them. */
const PLANTED = [
  `HTTP/1.1 103 Early Hints\r\nSet-Cookie: hint=${PLANTED_COOKIE}\r\nLink: <https://${ADDRESSES.origin}/${GATE}>\r\n\r\n`,
  head([
    `Set-Cookie: ${COOKIE}`,
    `Set-Cookie: ${PLANTED_COOKIE}`,
    `Set-Cookie2: ${COOKIE}`,
    `X-Session: ${PLANTED_COOKIE}`,
    `X-Backend: ${ADDRESSES.origin}`,
    `X-Amz-Security-Token: ${PLANTED_COOKIE}${GATE}`,
    `ETag: "${PLANTED_COOKIE}"`,
    `${GATE}: 1`,
    'Transfer-Encoding: chunked',
    'Trailer: X-Last',
  ]),
  `${SIZE}\r\n${HOME_PAGE}\r\n0\r\nX-Last: ${PLANTED_COOKIE}\r\n\r\n`,
] as const

const base = {
  network: 'loopback',
  inputs: { wait: '0s', headers: `X-Gate: ${GATE}` },
} as const satisfies Partial<Scenario>

/** The matrix searches the recording of every scenario. In these, there is something to find. */
export const RECORDED: readonly Scenario[] = [
  {
    ...base,
    id: 'healthy-with-cookies-everywhere',
    sentence: 'a valid response has cookies in every place',
    setup: { origin: raw('it sets cookies in every place', ...PLANTED) },
    curl: { edge: 200, direct: 200 },
    expected: HEALTHY,
  },
  {
    ...base,
    id: 'origin-malformed-response-with-cookies',
    sentence: 'the invalid line of a head is a cookie',
    setup: {
      origin: raw(
        'its cookies have no header name',
        page(LENGTH, `Set-Cookie: ${COOKIE}`, ` Set-Cookie: ${COOKIE}`, `Set-Cookie ${COOKIE}`),
      ),
    },
    curl: { edge: 520, direct: 'protocol' },
    expected: unhealthy('origin-malformed-response'),
  },
  {
    ...base,
    id: 'origin-app-error-with-cookies',
    sentence: 'the origin sets a cookie, redirects, and its error page repeats the request',
    setup: {
      origin: httpOrigin('its error page repeats the request', () => (request) => {
        const headers = [['Set-Cookie', COOKIE]] as const
        if (!request.path.startsWith('/home'))
          return send(request, { status: 302, headers: [['Location', '/home'], ...headers] })
        const lines = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`)
        const body = `<h1>Fatal error on ${ADDRESSES.origin}</h1><pre>${lines.join('\n')}</pre>${PLANTED_COOKIE}`
        send(request, { status: 500, headers, body })
      }),
    },
    curl: { edge: 302, direct: 302 },
    expected: unhealthy('origin-app-error'),
  },
]
