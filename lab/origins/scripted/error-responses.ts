import { setTimeout as pause } from 'node:timers/promises'
import { send, sendHome } from '../server/response.ts'
import type { OriginDefinition } from '../origin.ts'
import { fixedResponse, nginxPage } from './content.ts'
import { httpOrigin } from '../server/http-origin.ts'

const TEXT_PLAIN = 'text/plain; charset=utf-8'

/** Origins that report an error themselves, with the real pages of servers and platforms. */
export const ERROR_RESPONSES = {
  'app-error': fixedResponse('the application returns a 500', nginxPage(500)),
  'app-error-json': fixedResponse('the application returns a 500 in JSON', {
    status: 500,
    type: 'application/json',
    body: '{"error":"internal","message":"relation \\"carts\\" does not exist","requestId":"b3f1"}\n',
  }),
  'app-error-stack': fixedResponse('the application returns a 500 with a stack trace', {
    status: 500,
    type: TEXT_PLAIN,
    server: 'gunicorn',
    body: 'Traceback (most recent call last):\n  File "/srv/shop/cart.py", line 12, in total\nKeyError: \'price\'\n',
  }),
  'app-error-501': fixedResponse('the application returns 501', nginxPage(501)),
  'database-down': fixedResponse('the application cannot connect to its database', {
    status: 500,
    server: 'Apache',
    body: '<!DOCTYPE html>\n<title>Database Error</title>\n<h1>Error establishing a database connection</h1>\n',
  }),
  'app-down': fixedResponse(
    'the application behind the origin is down, so the origin returns 502',
    nginxPage(502),
  ),
  'app-timeout': httpOrigin(
    'the application behind the origin takes too long, so the origin returns 504',
    ({ upstreamTimeout }) =>
      async (request) => {
        await pause(upstreamTimeout)
        send(request, nginxPage(504))
      },
  ),
  'partly-down': httpOrigin('the origin returns 502 for paths under /broken/ only', () => (request) => {
    if (request.path.startsWith('/broken/')) send(request, nginxPage(502))
    else sendHome(request)
  }),
  overloaded: fixedResponse('the origin is overloaded and returns 503', nginxPage(503)),
  'overloaded-text': fixedResponse('the application has no free worker and returns 503', {
    status: 503,
    type: TEXT_PLAIN,
    server: '',
    body: 'Server is too busy, try again later\n',
  }),
  'rate-limited': fixedResponse('the origin returns 429 to every client', {
    ...nginxPage(429),
    headers: [['Retry-After', '30']],
  }),
  'bandwidth-exceeded': fixedResponse("the hosting plan's bandwidth is used up, so the origin returns 509", {
    status: 509,
    server: 'Apache',
    body: '<title>509 Bandwidth Limit Exceeded</title>\n<h1>Bandwidth Limit Exceeded</h1>\n',
  }),
  maintenance: fixedResponse('the origin is in maintenance, with Retry-After in seconds', {
    status: 503,
    headers: [['Retry-After', '3600']],
    body: '<!DOCTYPE html>\n<title>Back soon</title>\n<h1>We are moving the shelves. Back in an hour.</h1>\n',
  }),
  'maintenance-date': httpOrigin(
    'the origin is in maintenance, with Retry-After as a date',
    () => (request) => {
      const inTwoHours = new Date(Date.now() + 7_200_000).toUTCString()
      send(request, {
        status: 503,
        headers: [['Retry-After', inTwoHours]],
        body: '<!DOCTYPE html>\n<title>Scheduled maintenance</title>\n<h1>Scheduled maintenance</h1>\n',
      })
    },
  ),
  'alb-no-target': fixedResponse('an AWS load balancer has no healthy target', {
    status: 503,
    server: 'awselb/2.0',
    body: '<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n</body>\r\n</html>\r\n',
  }),
  'envoy-overflow': fixedResponse('Envoy has too many requests pending', {
    status: 503,
    type: 'text/plain',
    server: 'envoy',
    body: 'upstream connect error or disconnect/reset before headers. reset reason: overflow',
  }),
  'envoy-no-upstream': fixedResponse('Envoy has no healthy upstream', {
    status: 503,
    type: 'text/plain',
    server: 'envoy',
    body: 'no healthy upstream',
  }),
  'traefik-no-server': fixedResponse('Traefik has no server for the service', {
    status: 503,
    type: TEXT_PLAIN,
    server: '',
    body: 'no available server\n',
  }),
  'google-502': fixedResponse('a Google load balancer gets no valid response from its backend', {
    status: 502,
    server: '',
    headers: [['Via', '1.1 google']],
    body: '<html><head><title>502 Server Error</title></head><body><h1>Error: Server Error</h1><h2>The server encountered a temporary error and could not complete your request.<p>Please try again in 30 seconds.</h2></body></html>\n',
  }),
  'render-502': fixedResponse('the hosting platform, itself behind Cloudflare, returns 502 without a body', {
    status: 502,
    server: 'cloudflare',
    headers: [
      ['x-render-origin-server', 'Render'],
      ['x-render-routing', 'no-server'],
    ],
  }),
  'railway-502': fixedResponse('the hosting platform gets no response from the application', {
    status: 502,
    type: 'application/json',
    server: 'railway-edge',
    headers: [['x-railway-fallback', 'true']],
    body: '{"status":"error","code":502,"message":"Application failed to respond","request_id":"b3f1"}',
  }),
} as const satisfies Readonly<Record<string, OriginDefinition>>
