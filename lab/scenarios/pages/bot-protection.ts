import { html, routes } from '../../origins/scripted/routes.ts'
import { HEALTHY, inconclusive, unhealthy, type Expectation, type Scenario } from '../scenario.ts'
import {
  ANUBIS,
  AWS_CHALLENGE,
  DATADOME,
  IMPERVA,
  MODSECURITY,
  SITEGROUND,
  VERCEL,
  walled,
  WORDFENCE,
} from './wall-pages.ts'

const ONCE = { wait: '0s' } as const
const STOPPED = inconclusive('origin-bot-protection')
/** Words that would blame a site that the check never got. */
const NO_DEPLOY = [/roll ?back/i, /in the deploy/i, /is down/i, /routes, files/]

const named = (product: string, ...says: readonly (string | RegExp)[]): Expectation => ({
  ...STOPPED,
  says: ['inconclusive', product, ...says],
  neverSays: NO_DEPLOY,
})

/** Bot protection that is not Cloudflare's responds instead of the site. */
export const BOT_PROTECTION: readonly Scenario[] = [
  {
    id: 'origin-bot-protection-siteground-202',
    sentence: 'SiteGround challenges every client with 202 and a refresh',
    setup: { origin: walled('SiteGround challenges every client', SITEGROUND) },
    inputs: ONCE,
    curl: { edge: 202, direct: 202, directContains: /sg-captcha: challenge/i },
    expected: { ...named('SiteGround', 'sg-captcha: challenge'), confidence: 'certain' },
    not: ['origin-not-deployed', 'unexpected-status'],
  },
  {
    id: 'origin-bot-protection-vercel',
    sentence: 'the origin is a Vercel deployment, whose firewall challenges every client',
    setup: { origin: walled('Vercel challenges every client', VERCEL) },
    inputs: ONCE,
    curl: { edge: 403, direct: 403, directContains: /Vercel Security Checkpoint/ },
    expected: {
      ...named(
        'Vercel',
        'Vercel responded with a challenge instead of the site',
        'x-vercel-protection-bypass',
      ),
      confidence: 'certain',
    },
    not: ['unexpected-status', 'cloudflare-blocked-by-origin', 'origin-locked-to-cloudflare'],
  },
  {
    id: 'healthy-202-of-a-queue',
    sentence: 'both sides respond 202 with a JSON body, as an API does that queues its work',
    setup: {
      origin: routes('the API accepts the request', {
        '/': { status: 202, type: 'application/json', body: '{"queued":true}' },
      }),
    },
    inputs: ONCE,
    curl: { edge: 202, direct: 202 },
    expected: HEALTHY,
    not: ['origin-bot-protection'],
  },
  {
    id: 'origin-bot-protection-imperva-200',
    sentence: 'Imperva responds 200 with its script and an empty body, and a text is expected',
    setup: { origin: walled('Imperva challenges every client', IMPERVA) },
    inputs: { ...ONCE, 'expected-body': 'Welcome to the shop' },
    curl: { edge: 200, direct: 200, directContains: /_Incapsula_Resource/ },
    expected: named('Imperva'),
    not: ['origin-not-deployed', 'edge-stale'],
  },
  {
    id: 'origin-bot-protection-modsecurity-406',
    sentence: 'ModSecurity at the origin blocks every client with 406',
    setup: { origin: walled('ModSecurity blocks every client', MODSECURITY) },
    inputs: ONCE,
    curl: { edge: 406, direct: 406 },
    expected: named('ModSecurity', 'block page'),
    not: ['unexpected-status'],
  },
  {
    id: 'origin-bot-protection-wordfence-503',
    sentence: 'Wordfence blocks every client with 503, and the origin is not known',
    setup: { origin: walled('Wordfence blocks every client', WORDFENCE) },
    inputs: { ...ONCE, origin: '' },
    curl: { edge: 503, direct: 503 },
    expected: named('Wordfence'),
    not: ['origin-overloaded', 'origin-maintenance', 'cloudflare-waiting-room'],
  },
  {
    id: 'origin-bot-protection-only-direct',
    sentence: 'AWS WAF challenges only the direct request, and Cloudflare gets the page',
    setup: { origin: walled('AWS WAF challenges the runner', AWS_CHALLENGE, 'the runner') },
    inputs: ONCE,
    curl: { edge: 200, direct: 202 },
    expected: { ...HEALTHY, notes: ['origin-bot-protection'] },
    not: ['origin-locked-to-cloudflare', 'unexpected-status'],
  },
  {
    id: 'origin-bot-protection-only-direct-blocked-with-503',
    sentence: 'Wordfence blocks only the direct request with 503, and Cloudflare gets the page',
    setup: { origin: walled('Wordfence blocks the runner', WORDFENCE, 'the runner') },
    inputs: { ...ONCE, 'expected-body': 'Welcome to the shop' },
    curl: { edge: 200, direct: 503 },
    expected: { ...HEALTHY, notes: ['origin-bot-protection'] },
    not: ['origin-overloaded', 'origin-maintenance', 'origin-not-deployed'],
  },
  {
    id: 'origin-bot-protection-behind-a-cached-copy',
    sentence: 'DataDome challenges the direct request, and the cache ignores query strings',
    setup: {
      origin: walled('DataDome challenges every client', DATADOME),
      edgeBehavior: 'cached',
      zone: { cacheIgnoresQuery: true },
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 403, edgeContains: /cf-cache-status: HIT/i },
    // The copy says nothing about the origin, and neither does the challenge.
    expected: { ...STOPPED, says: ['DataDome', 'cache'], neverSays: [/is down/i] },
    not: ['cache-masks-broken-origin', 'origin-locked-to-cloudflare'],
  },
  {
    id: 'origin-bot-protection-only-through-cloudflare',
    sentence: 'Anubis challenges what comes through Cloudflare with 200, and not the runner',
    setup: { origin: walled('Anubis challenges Cloudflare', ANUBIS, 'Cloudflare') },
    inputs: { ...ONCE, 'expected-body': 'Welcome to the shop' },
    curl: { edge: 200, direct: 200, edgeContains: /not a bot/ },
    // A browser passes it, so visitors may be served.
    expected: { ...named('Anubis'), confidence: 'likely' },
    not: ['edge-stale', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'cloudflare-blocked-by-origin-wordfence',
    sentence: 'Wordfence blocks what comes through Cloudflare, and not the runner',
    setup: { origin: walled('Wordfence blocks Cloudflare', WORDFENCE, 'Cloudflare') },
    inputs: ONCE,
    curl: { edge: 503, direct: 200 },
    expected: { ...unhealthy('cloudflare-blocked-by-origin', 'likely'), says: ['Wordfence'] },
    not: ['origin-bot-protection', 'origin-overloaded'],
  },
  {
    id: 'origin-bot-protection-one-of-two-origins',
    sentence: 'ModSecurity blocks Cloudflare and the runner at one of two origins, which Cloudflare uses',
    setup: { origin: walled('ModSecurity blocks every client', MODSECURITY), second: 'up' },
    inputs: { ...ONCE, origin: '203.0.113.20\n203.0.113.10' },
    curl: { edge: 406, direct: 200 },
    // That origin blocks this runner too, so it does not block only Cloudflare.
    expected: named('ModSecurity'),
    not: ['cloudflare-blocked-by-origin', 'unexpected-status'],
  },
  {
    id: 'origin-bot-protection-before-a-locked-origin',
    sentence: 'DataDome challenges what comes through Cloudflare, and the firewall drops the runner',
    setup: { origin: walled('DataDome challenges every client', DATADOME), runnerToOrigin: 'drop' },
    inputs: ONCE,
    curl: { edge: 403, direct: 'timeout' },
    expected: named('DataDome'),
    not: ['origin-connect-timeout', 'origin-locked-to-cloudflare', 'unexpected-status'],
  },
  {
    id: 'healthy-embeds-scripts-of-bot-protection',
    sentence: 'the page itself loads the scripts of three bot protections and a captcha for its form',
    setup: {
      origin: routes('the page loads such scripts', {
        '/': {
          ...html(
            'Shop',
            `<script src="/_Incapsula_Resource?SWJIYLWA=719d&ns=1"></script>
<script src="https://js.datadome.co/tags.js"></script>
<script>window._pxAppId = 'PX123'</script>
<h1>Welcome to the shop</h1>
<form><div class="g-recaptcha" data-sitekey="k"></div></form>
<p>Protected by Imunify360 and Sucuri.</p>`,
          ),
          headers: [
            ['X-Iinfo', '39-6829515-6829577 NNYN'],
            ['X-DataDome', 'protected'],
            ['X-Sucuri-ID', '11005'],
            ['Set-Cookie', 'incap_ses_1=a; path=/'],
          ],
        },
      }),
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: HEALTHY,
    not: ['origin-bot-protection'],
  },
  {
    id: 'healthy-challenge-for-the-script',
    sentence: 'the page is fine, and SiteGround challenges the request for its script with 202 and HTML',
    setup: {
      origin: routes('SiteGround challenges the request for the script', {
        '/': html('Shop', '<h1>Welcome to the shop</h1><script src="/app.js"></script>'),
        '/app.js': SITEGROUND,
      }),
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: HEALTHY,
    not: ['origin-not-deployed', 'edge-stale'],
  },
  {
    id: 'healthy-wall-with-the-expected-text',
    sentence: 'the site is about captchas, has such a title, and contains the expected text',
    setup: {
      origin: routes('the site looks like a challenge', {
        '/': html('Human verification', '<p class="g-recaptcha">Welcome to the shop</p>'),
      }),
    },
    inputs: { ...ONCE, 'expected-body': 'Welcome to the shop' },
    curl: { edge: 200, direct: 200 },
    expected: HEALTHY,
    not: ['origin-bot-protection'],
  },
]
