import type { Exchange } from '../../src/domain/exchange.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import {
  cachedResponse,
  edgeError,
  edgeResponse,
  nginxError,
  plainError,
  refusedConnection,
  response,
  type Case,
} from '../support/evidence.ts'
import { healthy, inconclusive, unhealthy } from '../support/judgments.ts'

/** Cases of what responds in front of the site: bot protection and waiting rooms. */

const vercel = { server: 'Vercel', 'x-vercel-mitigated': 'challenge' } as const
const challenge = response(403, '<title>Vercel Security Checkpoint</title>', vercel)
const challengeAtEdge = edgeResponse(403, '<title>Vercel Security Checkpoint</title>', {
  'x-vercel-mitigated': 'challenge',
})
const BLOCK = '<title>Your access to this site has been limited</title>'
const IMPERVA =
  '<html>\n<head>\n<script src="/_Incapsula_Resource?SWJIYLWA=5074">\n</script>\n<body>\n</body></html>\n'
const queued = (cookie: string, text: string, headers: Readonly<Record<string, string>> = {}): Exchange => {
  const page = response(200, text, { server: 'cloudflare', ...headers })
  return page.kind === 'completed'
    ? { ...page, head: { ...page.head, setCookie: [untrusted(cookie)] } }
    : page
}
const lacking = (exchange: Exchange): Exchange =>
  exchange.kind === 'completed' ? { ...exchange, content: { body: 'missing' } } : exchange
const having = (exchange: Exchange): Exchange =>
  exchange.kind === 'completed' ? { ...exchange, content: { body: 'found' } } : exchange
const EXPECTED = { request: { expectedBody: { kind: 'text', text: 'Welcome' } } } as const

export const WALL_CASES: Readonly<Record<string, readonly Case[]>> = {
  'origin-bot-protection': [
    [
      'both responses are challenges',
      { edge: challengeAtEdge, origin: challenge },
      inconclusive('origin-bot-protection', 'certain'),
    ],
    [
      'the origin was not probed',
      { edge: edgeResponse(202, '', { 'sg-captcha': 'challenge' }), origin: undefined },
      inconclusive('origin-bot-protection', 'certain'),
    ],
    [
      'a challenge through Cloudflare, and the direct probe is refused',
      { edge: challengeAtEdge, origin: refusedConnection },
      inconclusive('origin-bot-protection', 'certain'),
    ],
    [
      'two products',
      { edge: challengeAtEdge, origin: response(503, BLOCK) },
      inconclusive('origin-bot-protection', 'certain'),
    ],
    [
      'a challenge only through Cloudflare, which a browser passes',
      { edge: challengeAtEdge },
      inconclusive('origin-bot-protection', 'likely'),
    ],
    ['only the direct probe is challenged', { origin: challenge }, healthy.withNote('origin-bot-protection')],
    [
      'only the direct probe is challenged, with 200',
      { origin: response(200, IMPERVA) },
      healthy.withNote('origin-bot-protection'),
    ],
    [
      'the direct challenge lacks the expected text, and visitors get it',
      { edge: having(edgeResponse(200)), origin: lacking(response(200, IMPERVA)), ...EXPECTED },
      healthy.withNote('origin-bot-protection'),
    ],
    [
      'a copy from the cache over a challenge proves nothing',
      { edge: cachedResponse(), origin: response(200, IMPERVA) },
      inconclusive('origin-bot-protection', 'possible'),
    ],
    [
      'a copy from the cache, and a request past it is blocked',
      { edge: cachedResponse(), uncached: edgeResponse(503, BLOCK), origin: undefined },
      inconclusive('origin-bot-protection', 'possible'),
    ],
    [
      'but not when the page past the cache is fresh',
      { edge: cachedResponse(), uncached: edgeResponse(200), origin: response(503, BLOCK) },
      healthy.withNote('origin-bot-protection'),
    ],
    [
      'both lack the expected text',
      { edge: lacking(edgeResponse(200, IMPERVA)), origin: lacking(response(200, IMPERVA)), ...EXPECTED },
      inconclusive('origin-bot-protection', 'certain'),
    ],
    [
      'but not when the page has the expected text',
      { edge: having(edgeResponse(200, IMPERVA)), origin: having(response(200, IMPERVA)), ...EXPECTED },
      healthy,
    ],
    [
      'but not when the user expects its status',
      {
        edge: edgeResponse(503, BLOCK),
        origin: response(503, BLOCK),
        request: { expectedStatus: [[503, 503]] },
      },
      healthy,
    ],
    [
      'a block that one of two origins also gives this runner',
      { edge: edgeResponse(503, BLOCK), origin: [response(200), response(503, BLOCK)] },
      inconclusive('origin-bot-protection', 'certain'),
    ],
    [
      'the same, in the other order',
      { edge: edgeResponse(503, BLOCK), origin: [response(503, BLOCK), response(200)] },
      inconclusive('origin-bot-protection', 'certain'),
    ],
    [
      'without a sign of the cache, as a Worker responds',
      {
        edge: response(403, '<title>Vercel Security Checkpoint</title>', { ...vercel, server: 'cloudflare' }),
      },
      inconclusive('origin-bot-protection', 'likely'),
    ],
    [
      'but not a block page that only the cache still has',
      {
        edge: edgeResponse(503, BLOCK, { 'cf-cache-status': 'HIT' }),
        uncached: edgeResponse(200),
        origin: response(200),
      },
      unhealthy('edge-stale', 'likely'),
    ],
    [
      'but not when the origin fails by itself',
      { edge: challengeAtEdge, origin: nginxError(502) },
      unhealthy('origin-app-down', 'likely'),
    ],
    [
      'but not a block that only Cloudflare gets',
      { edge: edgeResponse(503, BLOCK) },
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      'but not when Cloudflare gets no connection',
      { edge: edgeError(521), origin: challenge },
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
    [
      'but not the 403 of the application',
      { edge: edgeResponse(403, 'No.'), origin: plainError(403) },
      unhealthy('unexpected-status', 'likely'),
    ],
    [
      'but not what such a product adds to every response',
      {
        edge: edgeResponse(
          200,
          '<title>Shop</title><h1>Shop</h1><script src="/_Incapsula_Resource?ns=1"></script>',
        ),
        origin: response(200, '<title>Shop</title>', {
          'x-datadome': 'protected',
          'x-sucuri-id': '1',
          'x-iinfo': '1',
        }),
      },
      healthy,
    ],
  ],
  'cloudflare-waiting-room': [
    [
      'the default page',
      { edge: queued('__cfwaitingroom=a; path=/', '<title>Waiting Room powered by Cloudflare</title>') },
      inconclusive('cloudflare-waiting-room', 'certain'),
    ],
    [
      "the zone's own page, which refreshes itself",
      { edge: queued('__cfwaitingroom_sale=a', '<title>Bald</title>', { refresh: '20' }) },
      inconclusive('cloudflare-waiting-room', 'certain'),
    ],
    [
      "the zone's own page, without the expected text",
      {
        edge: lacking(queued('__cfwaitingroom=a', '<title>Bald</title>', {})),
        origin: having(response(200)),
        ...EXPECTED,
      },
      inconclusive('cloudflare-waiting-room', 'certain'),
    ],
    [
      'a queue page with 503',
      { edge: { ...queued('__cfwaitingroom=a', '<title>Bald</title>', { refresh: '20' }) } },
      inconclusive('cloudflare-waiting-room', 'certain'),
    ],
    [
      'but not when the cookie comes with the site',
      { edge: queued('__cfwaitingroom=a', '<title>Shop</title>', { 'cf-cache-status': 'DYNAMIC' }) },
      healthy,
    ],
    [
      'but not when an old page comes with the cookie',
      {
        edge: lacking(queued('__cfwaitingroom=a', '<title>Old</title>', { 'cf-cache-status': 'DYNAMIC' })),
        origin: having(response(200)),
        ...EXPECTED,
      },
      unhealthy('edge-stale', 'likely'),
    ],
    [
      'but not without the cookie',
      { edge: edgeResponse(200, '<title>Shop</title><p>You are now in line</p>') },
      healthy,
    ],
  ],
}
