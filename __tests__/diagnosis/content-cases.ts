import {
  response,
  failedExchange,
  challenge,
  dnsElsewhere,
  cachedResponse,
  nginxError,
  plainError,
  refusedConnection,
  edgeResponse,
  edgeError,
  type Case,
} from '../support/evidence.ts'
import { healthy, inconclusive, unhealthy } from '../support/judgments.ts'
import { afterRedirects, unfollowedRedirect, withContent, withElapsed } from '../support/redirects.ts'

const BEHIND_TUNNEL = {
  unread: [],
  record: { kind: 'tunnel', proxied: true, pointsToOrigins: [null] },
} as const

const HOME = 'https://www.shop.example/'
const PLAIN = 'http://www.shop.example/'
const OTHER = 'https://shop.elsewhere.example/'
const EN = `${HOME}en`
const past = { dns: dnsElsewhere, trace: response(404) } as const

const TEXT = { expectedBody: { kind: 'text', text: 'release 7' } } as const
const has = { body: 'found' } as const
const lacks = { body: 'missing' } as const
const fresh = (content: typeof has | typeof lacks) => withContent(edgeResponse(200), content)
const copy = (content: typeof has | typeof lacks) => withContent(cachedResponse(), content)
const direct = (content: typeof has | typeof lacks) => withContent(response(200), content)

const LIMIT = { maxResponseTime: 300 } as const

const shown = unfollowedRedirect('loop', 'origin', HOME, HOME)
const back = unfollowedRedirect('loop', 'origin', HOME, EN, HOME)
const itself = unfollowedRedirect('loop', 'direct', HOME, HOME)

/** Cases of the causes about redirects and about expected content. */
export const CONTENT_CASES: Readonly<Record<string, readonly Case[]>> = {
  'redirect-loop': [
    [
      'a page redirects to itself, and the origin is fine over TLS',
      { edge: shown },
      unhealthy('redirect-loop', 'likely'),
    ],
    [
      'the same, and the origin was not probed',
      { edge: shown, origin: undefined },
      unhealthy('redirect-loop', 'possible'),
    ],
    [
      'the same, behind a tunnel',
      { edge: shown, origin: undefined, zone: BEHIND_TUNNEL },
      unhealthy('redirect-loop', 'likely'),
    ],
    [
      'a Cloudflare rule redirects to itself',
      { edge: unfollowedRedirect('loop', 'cloudflare', HOME, HOME) },
      unhealthy('redirect-loop', 'likely'),
    ],
    [
      'the origin does it for every client',
      { edge: shown, origin: itself },
      unhealthy('redirect-loop', 'certain'),
    ],
    [
      'pages redirect to each other on both sides',
      { edge: back, origin: unfollowedRedirect('loop', 'direct', HOME, EN, HOME) },
      unhealthy('redirect-loop', 'certain'),
    ],
    [
      'Cloudflare sends plain HTTP to HTTPS, and the origin sends HTTPS back',
      {
        edge: {
          ...unfollowedRedirect('loop', 'cloudflare', HOME, PLAIN, HOME),
          redirectChain: {
            ...unfollowedRedirect('loop', 'origin', HOME, PLAIN, HOME).redirectChain,
            redirects:
              afterRedirects(edgeResponse(200), 'origin', HOME, PLAIN).redirectChain?.redirects ?? [],
          },
        },
        origin: afterRedirects(response(200), 'direct', HOME, PLAIN),
      },
      unhealthy('redirect-loop', 'certain'),
    ],
    [
      'on and on, each time elsewhere',
      {
        edge: unfollowedRedirect('limit', 'origin', HOME, `${HOME}1`, `${HOME}2`, `${HOME}3`),
        origin: unfollowedRedirect('limit', 'direct', HOME, `${HOME}1`, `${HOME}2`, `${HOME}3`),
      },
      unhealthy('redirect-loop', 'likely'),
    ],
    ['the origin alone, while visitors are served', { origin: itself }, unhealthy('redirect-loop', 'likely')],
    [
      'by the only status that is not expected',
      { edge: shown, origin: itself, request: { expectedStatus: [[200, 200]] } },
      unhealthy('redirect-loop', 'certain'),
    ],
    [
      'but not when the way ends well',
      {
        edge: afterRedirects(edgeResponse(200), 'origin', PLAIN, HOME),
        origin: afterRedirects(response(200), 'direct', PLAIN, HOME),
      },
      healthy,
    ],
    [
      'but not when it ends at an error',
      {
        edge: afterRedirects(edgeResponse(500), 'origin', HOME, EN),
        origin: afterRedirects(plainError(500), 'direct', HOME, EN),
      },
      unhealthy('origin-app-error', 'certain'),
    ],
    ['but not when redirects are not followed', { edge: edgeResponse(301), origin: response(301) }, healthy],
    [
      'but not when it ends at the wall of Access',
      {
        edge: {
          ...unfollowedRedirect(
            'barred',
            'cloudflare',
            HOME,
            'https://team.cloudflareaccess.com/cdn-cgi/access/login',
          ),
        },
      },
      inconclusive('cloudflare-access-required', 'certain'),
    ],
  ],
  'edge-stale': [
    [
      'a copy lacks it, and past the cache it is there',
      { edge: copy(lacks), uncached: fresh(has), origin: direct(has), request: TEXT },
      unhealthy('edge-stale', 'certain'),
    ],
    [
      'the same, and the origin rejects the direct probe',
      { edge: copy(lacks), uncached: fresh(has), origin: refusedConnection, request: TEXT },
      unhealthy('edge-stale', 'certain').withNote('origin-locked-to-cloudflare'),
    ],
    [
      'a copy lacks it, and the origin has it',
      { edge: copy(lacks), origin: direct(has), request: TEXT },
      unhealthy('edge-stale', 'likely'),
    ],
    [
      'past the cache it is missing too',
      { edge: copy(lacks), uncached: fresh(lacks), origin: direct(has), request: TEXT },
      unhealthy('edge-stale', 'likely'),
    ],
    [
      'no cache is at work, and the origin has it',
      { edge: fresh(lacks), origin: direct(has), request: TEXT },
      unhealthy('edge-stale', 'likely'),
    ],
    [
      'a cached copy lacks it, and the origin was not probed',
      { edge: copy(lacks), origin: undefined, request: TEXT },
      unhealthy('edge-stale', 'likely'),
    ],
    [
      'the same, and the origin rejects the direct probe',
      { edge: copy(lacks), origin: refusedConnection, request: TEXT },
      unhealthy('edge-stale', 'likely'),
    ],
    [
      'but not when the origin lacks it too',
      { edge: copy(lacks), uncached: fresh(lacks), origin: direct(lacks), request: TEXT },
      unhealthy('origin-not-deployed', 'certain'),
    ],
    ['but not when both have it', { edge: copy(has), origin: direct(has), request: TEXT }, healthy],
    [
      'but not when visitors get an error',
      { edge: edgeError(521), origin: direct(has), request: TEXT },
      unhealthy('cloudflare-blocked-by-origin', 'likely'),
    ],
  ],
  'origin-not-deployed': [
    [
      'neither side has it',
      { edge: fresh(lacks), origin: direct(lacks), request: TEXT },
      unhealthy('origin-not-deployed', 'certain'),
    ],
    [
      'the origin lacks it, and a copy has it',
      { edge: copy(has), origin: direct(lacks), request: TEXT },
      unhealthy('origin-not-deployed', 'likely'),
    ],
    [
      'Cloudflare has just asked, and we did not',
      { edge: fresh(lacks), origin: undefined, request: TEXT },
      unhealthy('origin-not-deployed', 'likely'),
    ],
    [
      'Cloudflare got it from an origin, and the direct probe is rejected',
      { edge: fresh(lacks), origin: refusedConnection, request: TEXT },
      unhealthy('origin-not-deployed', 'likely').withNote('origin-locked-to-cloudflare'),
    ],
    [
      'what answers past Cloudflare lacks it, and the origin was not probed',
      { ...past, edge: withContent(response(200), lacks), origin: undefined, request: TEXT },
      unhealthy('origin-not-deployed', 'likely').withWarning('dns-not-proxied'),
    ],
    [
      "a cached copy has it, the origin's page lacks it, and the direct probe is rejected",
      { edge: copy(has), uncached: fresh(lacks), origin: refusedConnection, request: TEXT },
      unhealthy('origin-not-deployed', 'likely').withNote('origin-locked-to-cloudflare'),
    ],
    [
      'a copy has it, past the cache it is missing, and the origin was not probed',
      { edge: copy(has), uncached: fresh(lacks), origin: undefined, request: TEXT },
      unhealthy('origin-not-deployed', 'likely'),
    ],
    [
      'but not when it is there past the cache',
      { edge: copy(has), uncached: fresh(has), origin: undefined, request: TEXT },
      healthy,
    ],
    [
      'one of two origins lacks it',
      { edge: fresh(has), origin: [direct(has), direct(lacks)], request: TEXT },
      unhealthy('origin-not-deployed', 'likely'),
    ],
    [
      'one of two origins lacks it, and it is that one that Cloudflare asks',
      { edge: fresh(lacks), origin: [direct(has), direct(lacks)], request: TEXT },
      unhealthy('origin-not-deployed', 'likely'),
    ],
    [
      'the runner is challenged, and the origin lacks it',
      { edge: challenge('header'), origin: direct(lacks), request: TEXT },
      unhealthy('origin-not-deployed', 'likely'),
    ],
    [
      'a header is missing',
      {
        edge: withContent(edgeResponse(200), { header: 'missing' }),
        origin: withContent(response(200), { header: 'missing' }),
        request: { expectedHeader: { name: 'x-release', value: { kind: 'text', text: '7' } } },
      },
      unhealthy('origin-not-deployed', 'certain'),
    ],
    [
      'the page is longer than what was read of it',
      {
        edge: withContent(edgeResponse(200), { body: 'unread' }),
        origin: withContent(response(200), { body: 'unread' }),
        request: TEXT,
      },
      inconclusive('origin-not-deployed', 'possible'),
    ],
    [
      'the pattern takes too long',
      { edge: withContent(edgeResponse(200), { body: 'undecided' }), origin: undefined, request: TEXT },
      inconclusive('origin-not-deployed', 'possible'),
    ],
    [
      'but not when the origin has it',
      { edge: fresh(lacks), origin: direct(has), request: TEXT },
      unhealthy('edge-stale', 'likely'),
    ],
    [
      'but not when the application fails',
      { edge: edgeResponse(500), origin: nginxError(500), request: TEXT },
      unhealthy('origin-app-error', 'certain'),
    ],
    ['but not when it is there', { edge: fresh(has), origin: direct(has), request: TEXT }, healthy],
    [
      'but not when it is where visitors are sent',
      {
        edge: withContent(afterRedirects(edgeResponse(200), 'origin', HOME, OTHER), has),
        origin: unfollowedRedirect('elsewhere', 'direct', HOME, OTHER),
        request: TEXT,
      },
      healthy,
    ],
  ],
  'slow-response': [
    [
      'both sides are slow',
      { edge: withElapsed(edgeResponse(200), 900), origin: withElapsed(response(200), 800), request: LIMIT },
      unhealthy('slow-response', 'certain'),
    ],
    [
      'visitors wait, and we do not',
      { edge: withElapsed(edgeResponse(200), 900), request: LIMIT },
      unhealthy('slow-response', 'likely'),
    ],
    [
      'the redirects take the time',
      {
        edge: { ...afterRedirects(withElapsed(edgeResponse(200), 290), 'origin', PLAIN, HOME, EN) },
        request: LIMIT,
      },
      unhealthy('slow-response', 'likely'),
    ],
    [
      'a copy hides it',
      { edge: cachedResponse(), origin: withElapsed(response(200), 800), request: LIMIT },
      unhealthy('slow-response', 'likely'),
    ],
    [
      'only we wait',
      { origin: withElapsed(response(200), 800), request: LIMIT },
      healthy.withWarning('slow-response'),
    ],
    [
      "even Cloudflare's own answer is slow",
      {
        edge: withElapsed(edgeResponse(200), 900),
        trace: withElapsed(response(200, 'fl=1f1\nvisit_scheme=https\n'), 700),
        request: LIMIT,
      },
      inconclusive('slow-response', 'likely'),
    ],
    ['but not without a limit', { edge: withElapsed(edgeResponse(200), 9000) }, healthy],
    ['but not within the limit', { edge: withElapsed(edgeResponse(200), 300), request: LIMIT }, healthy],
    [
      'but not when it fails',
      {
        edge: withElapsed(edgeResponse(500), 900),
        origin: withElapsed(plainError(500), 900),
        request: LIMIT,
      },
      unhealthy('origin-app-error', 'certain'),
    ],
  ],
}

/** Visitors are redirected to another host, for which the origin is not responsible. */
export const AWAY_CASES: readonly Case[] = [
  [
    'and served there',
    {
      edge: afterRedirects(edgeResponse(200), 'origin', HOME, OTHER),
      origin: unfollowedRedirect('elsewhere', 'direct', HOME, OTHER),
      request: { expectedStatus: [[200, 200]] },
    },
    healthy,
  ],
  [
    'by an origin that rejects the direct probe',
    { edge: afterRedirects(response(200), 'origin', HOME, OTHER), origin: refusedConnection },
    healthy.withNote('origin-locked-to-cloudflare'),
  ],
  [
    'by Cloudflare itself, while the origin rejects the direct probe',
    { edge: afterRedirects(response(200), 'cloudflare', HOME, OTHER), origin: refusedConnection },
    inconclusive('origin-locked-to-cloudflare', 'possible'),
  ],
  [
    'to a host that Cloudflare cannot resolve: the probed origin is not the cause',
    {
      edge: afterRedirects(edgeError(521), 'origin', HOME, OTHER),
      origin: unfollowedRedirect('elsewhere', 'direct', HOME, OTHER),
    },
    unhealthy('origin-refused', 'likely'),
  ],
  [
    'to a host that does not respond',
    {
      edge: afterRedirects(failedExchange('connect', 'refused'), 'origin', HOME, OTHER),
      origin: unfollowedRedirect('elsewhere', 'direct', HOME, OTHER),
    },
    unhealthy('unexpected-status', 'likely'),
  ],
  [
    'where there is no page',
    {
      edge: afterRedirects(response(404), 'origin', HOME, OTHER),
      origin: unfollowedRedirect('elsewhere', 'direct', HOME, OTHER),
    },
    unhealthy('unexpected-status', 'likely'),
  ],
  [
    'by the origin alone, which is unexpected',
    {
      origin: unfollowedRedirect('elsewhere', 'direct', HOME, OTHER),
      request: { expectedStatus: [[200, 200]] },
    },
    unhealthy('unexpected-status', 'likely'),
  ],
  [
    'past Cloudflare',
    {
      ...past,
      edge: afterRedirects(response(200), 'direct', HOME, OTHER),
      origin: unfollowedRedirect('elsewhere', 'direct', HOME, OTHER),
    },
    healthy.withWarning('dns-not-proxied'),
  ],
]
