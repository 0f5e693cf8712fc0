import {
  answer,
  broken,
  challenged,
  elsewhere,
  fromCache,
  nginx,
  plain,
  refused,
  through,
  told,
  type Case,
} from '../support/evidence.ts'
import { after, endless, having, taking } from '../support/trails.ts'

const HOME = 'https://www.shop.example/'
const PLAIN = 'http://www.shop.example/'
const OTHER = 'https://shop.elsewhere.example/'
const EN = `${HOME}en`
const past = { dns: elsewhere, trace: answer(404) } as const

const TEXT = { expectedBody: { kind: 'text', text: 'release 7' } } as const
const has = { body: 'found' } as const
const lacks = { body: 'missing' } as const
const fresh = (content: typeof has | typeof lacks) => having(through(200), content)
const copy = (content: typeof has | typeof lacks) => having(fromCache(), content)
const direct = (content: typeof has | typeof lacks) => having(answer(200), content)

const LIMIT = { maxResponseTime: 300 } as const

const shown = endless('loop', 'origin', HOME, HOME)
const back = endless('loop', 'origin', HOME, EN, HOME)
const itself = endless('loop', 'direct', HOME, HOME)

/** The causes that only who follows redirects can see, and those of what was expected. */
export const CONTENT_CASES: Readonly<Record<string, readonly Case[]>> = {
  'redirect-loop': [
    [
      'a page leads to itself, and the origin is fine over TLS',
      { edge: shown },
      'unhealthy redirect-loop likely',
    ],
    [
      'the same, and nobody asked the origin',
      { edge: shown, origin: undefined },
      'unhealthy redirect-loop possible',
    ],
    [
      'a rule of Cloudflare leads to itself',
      { edge: endless('loop', 'cloudflare', HOME, HOME) },
      'unhealthy redirect-loop likely',
    ],
    ['the origin does it to everybody', { edge: shown, origin: itself }, 'unhealthy redirect-loop certain'],
    [
      'pages lead to each other on both sides',
      { edge: back, origin: endless('loop', 'direct', HOME, EN, HOME) },
      'unhealthy redirect-loop certain',
    ],
    [
      'Cloudflare sends plain HTTP to HTTPS, and the origin sends HTTPS back',
      {
        edge: {
          ...endless('loop', 'cloudflare', HOME, PLAIN, HOME),
          redirectChain: {
            ...endless('loop', 'origin', HOME, PLAIN, HOME).redirectChain,
            redirects: after(through(200), 'origin', HOME, PLAIN).redirectChain?.redirects ?? [],
          },
        },
        origin: after(answer(200), 'direct', HOME, PLAIN),
      },
      'unhealthy redirect-loop certain',
    ],
    [
      'on and on, each time elsewhere',
      {
        edge: endless('limit', 'origin', HOME, `${HOME}1`, `${HOME}2`, `${HOME}3`),
        origin: endless('limit', 'direct', HOME, `${HOME}1`, `${HOME}2`, `${HOME}3`),
      },
      'unhealthy redirect-loop likely',
    ],
    ['the origin alone, while visitors are served', { origin: itself }, 'unhealthy redirect-loop likely'],
    [
      'by the only status that is not expected',
      { edge: shown, origin: itself, asked: { expectedStatus: [[200, 200]] } },
      'unhealthy redirect-loop certain',
    ],
    [
      'but not when the way ends well',
      { edge: after(through(200), 'origin', PLAIN, HOME), origin: after(answer(200), 'direct', PLAIN, HOME) },
      'healthy',
    ],
    [
      'but not when it ends at an error',
      { edge: after(through(500), 'origin', HOME, EN), origin: after(plain(500), 'direct', HOME, EN) },
      'unhealthy origin-app-error certain',
    ],
    ['but not when nobody follows it', { edge: through(301), origin: answer(301) }, 'healthy'],
    [
      'but not when it ends at the wall of Access',
      {
        edge: {
          ...endless('barred', 'cloudflare', HOME, 'https://team.cloudflareaccess.com/cdn-cgi/access/login'),
        },
      },
      'inconclusive cloudflare-access-required certain',
    ],
  ],
  'edge-stale': [
    [
      'a copy lacks it, and past the cache it is there',
      { edge: copy(lacks), uncached: fresh(has), origin: direct(has), asked: TEXT },
      'unhealthy edge-stale certain',
    ],
    [
      'the same, and the origin does not let us in',
      { edge: copy(lacks), uncached: fresh(has), origin: refused, asked: TEXT },
      'unhealthy edge-stale certain ~ origin-locked-to-cloudflare',
    ],
    [
      'a copy lacks it, and the origin has it',
      { edge: copy(lacks), origin: direct(has), asked: TEXT },
      'unhealthy edge-stale likely',
    ],
    [
      'past the cache it is missing too',
      { edge: copy(lacks), uncached: fresh(lacks), origin: direct(has), asked: TEXT },
      'unhealthy edge-stale likely',
    ],
    [
      'no cache is at work, and the origin has it',
      { edge: fresh(lacks), origin: direct(has), asked: TEXT },
      'unhealthy edge-stale likely',
    ],
    [
      'a copy lacks it, and nobody asked the origin',
      { edge: copy(lacks), origin: undefined, asked: TEXT },
      'unhealthy edge-stale likely',
    ],
    [
      'the same, and it does not let us in',
      { edge: copy(lacks), origin: refused, asked: TEXT },
      'unhealthy edge-stale likely',
    ],
    [
      'but not when the origin lacks it too',
      { edge: copy(lacks), uncached: fresh(lacks), origin: direct(lacks), asked: TEXT },
      'unhealthy origin-not-deployed certain',
    ],
    ['but not when both have it', { edge: copy(has), origin: direct(has), asked: TEXT }, 'healthy'],
    [
      'but not when visitors get an error',
      { edge: told(521), origin: direct(has), asked: TEXT },
      'unhealthy cloudflare-blocked-by-origin likely',
    ],
  ],
  'origin-not-deployed': [
    [
      'neither side has it',
      { edge: fresh(lacks), origin: direct(lacks), asked: TEXT },
      'unhealthy origin-not-deployed certain',
    ],
    [
      'the origin lacks it, and a copy has it',
      { edge: copy(has), origin: direct(lacks), asked: TEXT },
      'unhealthy origin-not-deployed likely',
    ],
    [
      'Cloudflare has just asked, and we did not',
      { edge: fresh(lacks), origin: undefined, asked: TEXT },
      'unhealthy origin-not-deployed likely',
    ],
    [
      'Cloudflare has just asked, and we are not let in',
      { edge: fresh(lacks), origin: refused, asked: TEXT },
      'unhealthy origin-not-deployed likely ~ origin-locked-to-cloudflare',
    ],
    [
      'what answers past Cloudflare lacks it, and we did not ask',
      { ...past, edge: having(answer(200), lacks), origin: undefined, asked: TEXT },
      'unhealthy origin-not-deployed likely + dns-not-proxied',
    ],
    [
      'a copy has it, past the cache it is missing, and we are not let in',
      { edge: copy(has), uncached: fresh(lacks), origin: refused, asked: TEXT },
      'unhealthy origin-not-deployed likely ~ origin-locked-to-cloudflare',
    ],
    [
      'a copy has it, past the cache it is missing, and we did not ask',
      { edge: copy(has), uncached: fresh(lacks), origin: undefined, asked: TEXT },
      'unhealthy origin-not-deployed likely',
    ],
    [
      'but not when it is there past the cache',
      { edge: copy(has), uncached: fresh(has), origin: undefined, asked: TEXT },
      'healthy',
    ],
    [
      'one of two origins lacks it',
      { edge: fresh(has), origin: [direct(has), direct(lacks)], asked: TEXT },
      'unhealthy origin-not-deployed likely',
    ],
    [
      'one of two origins lacks it, and it is that one that Cloudflare asks',
      { edge: fresh(lacks), origin: [direct(has), direct(lacks)], asked: TEXT },
      'unhealthy origin-not-deployed likely',
    ],
    [
      'the runner is challenged, and the origin lacks it',
      { edge: challenged('header'), origin: direct(lacks), asked: TEXT },
      'unhealthy origin-not-deployed likely',
    ],
    [
      'a header is missing',
      {
        edge: having(through(200), { header: 'missing' }),
        origin: having(answer(200), { header: 'missing' }),
        asked: { expectedHeader: { name: 'x-release', value: { kind: 'text', text: '7' } } },
      },
      'unhealthy origin-not-deployed certain',
    ],
    [
      'the page is longer than what was read of it',
      {
        edge: having(through(200), { body: 'unread' }),
        origin: having(answer(200), { body: 'unread' }),
        asked: TEXT,
      },
      'inconclusive origin-not-deployed possible',
    ],
    [
      'the pattern takes too long',
      { edge: having(through(200), { body: 'undecided' }), origin: undefined, asked: TEXT },
      'inconclusive origin-not-deployed possible',
    ],
    [
      'but not when the origin has it',
      { edge: fresh(lacks), origin: direct(has), asked: TEXT },
      'unhealthy edge-stale likely',
    ],
    [
      'but not when the application fails',
      { edge: through(500), origin: nginx(500), asked: TEXT },
      'unhealthy origin-app-error certain',
    ],
    ['but not when it is there', { edge: fresh(has), origin: direct(has), asked: TEXT }, 'healthy'],
    [
      'but not when it is where visitors are sent',
      {
        edge: having(after(through(200), 'origin', HOME, OTHER), has),
        origin: endless('elsewhere', 'direct', HOME, OTHER),
        asked: TEXT,
      },
      'healthy',
    ],
  ],
  'slow-response': [
    [
      'both sides are slow',
      { edge: taking(through(200), 900), origin: taking(answer(200), 800), asked: LIMIT },
      'unhealthy slow-response certain',
    ],
    [
      'visitors wait, and we do not',
      { edge: taking(through(200), 900), asked: LIMIT },
      'unhealthy slow-response likely',
    ],
    [
      'the redirects take the time',
      { edge: { ...after(taking(through(200), 290), 'origin', PLAIN, HOME, EN) }, asked: LIMIT },
      'unhealthy slow-response likely',
    ],
    [
      'a copy hides it',
      { edge: fromCache(), origin: taking(answer(200), 800), asked: LIMIT },
      'unhealthy slow-response likely',
    ],
    ['only we wait', { origin: taking(answer(200), 800), asked: LIMIT }, 'healthy + slow-response'],
    [
      "even Cloudflare's own answer is slow",
      {
        edge: taking(through(200), 900),
        trace: taking(answer(200, 'fl=1f1\nvisit_scheme=https\n'), 700),
        asked: LIMIT,
      },
      'inconclusive slow-response likely',
    ],
    ['but not when nobody minds', { edge: taking(through(200), 9000) }, 'healthy'],
    ['but not within the limit', { edge: taking(through(200), 300), asked: LIMIT }, 'healthy'],
    [
      'but not when it fails',
      { edge: taking(through(500), 900), origin: taking(plain(500), 900), asked: LIMIT },
      'unhealthy origin-app-error certain',
    ],
  ],
}

/** Visitors are sent to another host, which is not the origin's affair. */
export const AWAY_CASES: readonly Case[] = [
  [
    'and served there',
    {
      edge: after(through(200), 'origin', HOME, OTHER),
      origin: endless('elsewhere', 'direct', HOME, OTHER),
      asked: { expectedStatus: [[200, 200]] },
    },
    'healthy',
  ],
  [
    'by an origin that does not let us in',
    { edge: after(answer(200), 'origin', HOME, OTHER), origin: refused },
    'healthy ~ origin-locked-to-cloudflare',
  ],
  [
    'by Cloudflare itself: nobody has seen the origin, which does not let us in',
    { edge: after(answer(200), 'cloudflare', HOME, OTHER), origin: refused },
    'inconclusive origin-locked-to-cloudflare possible',
  ],
  [
    'where Cloudflare finds nobody: the origin that was asked has nothing to do with it',
    {
      edge: after(told(521), 'origin', HOME, OTHER),
      origin: endless('elsewhere', 'direct', HOME, OTHER),
    },
    'unhealthy origin-refused likely',
  ],
  [
    'where nobody answers',
    {
      edge: after(broken('connect', 'refused'), 'origin', HOME, OTHER),
      origin: endless('elsewhere', 'direct', HOME, OTHER),
    },
    'unhealthy unexpected-status likely',
  ],
  [
    'where there is no page',
    {
      edge: after(answer(404), 'origin', HOME, OTHER),
      origin: endless('elsewhere', 'direct', HOME, OTHER),
    },
    'unhealthy unexpected-status likely',
  ],
  [
    'by the origin alone, which nobody expects',
    {
      origin: endless('elsewhere', 'direct', HOME, OTHER),
      asked: { expectedStatus: [[200, 200]] },
    },
    'unhealthy unexpected-status likely',
  ],
  [
    'past Cloudflare',
    {
      ...past,
      edge: after(answer(200), 'direct', HOME, OTHER),
      origin: endless('elsewhere', 'direct', HOME, OTHER),
    },
    'healthy + dns-not-proxied',
  ],
]
