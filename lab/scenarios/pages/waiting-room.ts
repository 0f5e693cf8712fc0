import { html } from '../../origins/scripted/routes.ts'
import type { EdgeRule } from '../../world/zone.ts'
import { HEALTHY, inconclusive, type Scenario } from '../scenario.ts'

const ONCE = { wait: '0s' } as const
const COOKIE = { 'set-cookie': '__cfwaitingroom=ChhpWDAz; path=/; HttpOnly; Secure' } as const

const queue =
  (status: number, title: string, text: string, headers: Readonly<Record<string, string>> = {}): EdgeRule =>
  () => ({
    status,
    type: 'text/html',
    body: String(html(title, text).body),
    headers: { ...COOKIE, ...headers },
  })

const QUEUED = {
  ...inconclusive('cloudflare-waiting-room'),
  says: ['waiting room', 'bypass rule'],
  neverSays: [/purge/i, /is down/i, /another origin/i],
} as const

/** Cloudflare's waiting room. */
export const WAITING_ROOM: readonly Scenario[] = [
  {
    id: 'cloudflare-waiting-room-default-page',
    sentence: 'a waiting room shows its default page with 200, and a text is expected',
    setup: {
      edgeBehavior: queue(
        200,
        'Waiting Room powered by Cloudflare',
        '<h1>You are now in line.</h1><p>Your estimated wait time is 4 minutes.</p>',
        { refresh: '20' },
      ),
    },
    inputs: { ...ONCE, 'expected-body': 'Welcome to the shop' },
    curl: { edge: 200, direct: 200 },
    expected: QUEUED,
    not: ['edge-stale', 'origin-not-deployed'],
  },
  {
    id: 'cloudflare-waiting-room-without-an-expectation',
    sentence: 'a waiting room shows its default page with 202, and no text is expected',
    setup: { edgeBehavior: queue(202, 'Waiting Room powered by Cloudflare', '<p>You are now in line.</p>') },
    inputs: ONCE,
    curl: { edge: 202, direct: 200 },
    expected: QUEUED,
    not: ['edge-stale', 'cloudflare-challenged'],
  },
  {
    id: 'cloudflare-waiting-room-own-page-429',
    sentence: "a waiting room shows the zone's own page with 429 and a suffix in its cookie",
    setup: {
      edgeBehavior: () => ({
        status: 429,
        type: 'text/html',
        body: String(html('Gleich geht es los', '<p>Sie sind in der Warteschlange.</p>').body),
        headers: { 'set-cookie': '__cfwaitingroom_sale=ChhpWDAz; path=/', refresh: '20' },
      }),
    },
    inputs: ONCE,
    curl: { edge: 429, direct: 200 },
    expected: QUEUED,
    not: ['cloudflare-blocked-by-origin', 'cloudflare-rate-limited', 'origin-overloaded'],
  },
  {
    id: 'cloudflare-waiting-room-json',
    sentence: 'a waiting room responds in JSON',
    setup: {
      edgeBehavior: () => ({
        status: 200,
        type: 'application/json',
        body: '{"cfWaitingRoom":{"inWaitingRoom":true,"waitTime":5,"waitTimeKnown":true}}',
        headers: COOKIE,
      }),
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: QUEUED,
  },
  {
    id: 'healthy-let-through-a-waiting-room',
    sentence: 'a waiting room lets the check through, and the page mentions a waiting room',
    setup: {
      edgeBehavior: () => ({
        status: 200,
        type: 'text/html',
        body: String(html('Shop', '<h1>Welcome to the shop</h1><p>Our waiting room has magazines.</p>').body),
        headers: { ...COOKIE, 'cf-cache-status': 'DYNAMIC' },
      }),
    },
    inputs: { ...ONCE, 'expected-body': 'Welcome to the shop' },
    curl: { edge: 200, direct: 200 },
    expected: HEALTHY,
    not: ['cloudflare-waiting-room'],
  },
]
