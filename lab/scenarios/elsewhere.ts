import type { Probe, ProbeOutcome, ProbeResponse } from '../apis/globalping-probes.ts'
import { errorPage } from '../edge/pages/error-page.ts'
import { ADDRESSES } from '../network/addresses.ts'
import { HEALTHY, inconclusive, unhealthy, type Scenario } from './scenario.ts'

/** The pairs that this runner can't distinguish alone, with the results of vantage points and without. */

const SHOP = '<!doctype html><title>Shop</title><h1>Shop</h1>'

/** What a visitor elsewhere gets, through a Cloudflare data center there. */
const through = (colo: string, status: number, body: string, type = 'text/html'): ProbeResponse => ({
  status,
  headers: {
    server: 'cloudflare',
    'cf-ray': `8f2a1c0d9e7b6543-${colo}`,
    'cf-cache-status': 'DYNAMIC',
    'content-type': type,
  },
  body,
  address: ADDRESSES['second-edge'],
})

const page = (colo: string): ProbeResponse => through(colo, 200, SHOP)

function refused(colo: string): ProbeResponse {
  const { status, body, type } = errorPage(
    521,
    {},
    {
      scheme: 'https',
      port: 443,
      host: 'www.shop.example',
      method: 'GET',
      path: '/',
      headers: { accept: 'text/html' },
      visitor: '198.51.100.30',
      colo,
      ray: '8f2a1c0d9e7b6543',
      at: Date.UTC(2026, 10, 23),
    },
  )
  return through(colo, status, body, type)
}

/** Dallas, Frankfurt and Singapore, each in a network of its own. */
const probes = (dallas: ProbeOutcome, frankfurt: ProbeOutcome, singapore: ProbeOutcome): readonly Probe[] => [
  { ...AMERICA, city: 'Dallas', country: 'US', asn: 64_501, network: 'Example Hosting', outcome: dallas },
  { ...EUROPE, city: 'Frankfurt', country: 'DE', asn: 64_502, network: 'Example Cloud', outcome: frankfurt },
  { ...ASIA, city: 'Singapore', country: 'SG', asn: 64_503, network: 'Example Telecom', outcome: singapore },
]
const AMERICA = { continent: 'NA', region: 'Northern America' } as const
const EUROPE = { continent: 'EU', region: 'Western Europe' } as const
const ASIA = { continent: 'AS', region: 'South-eastern Asia' } as const

const GOOD = probes(page('DFW'), page('FRA'), page('SIN'))
const WITH = { 'vantage-points': 'world+3', timeout: '10s', wait: '0s' } as const
const SILENT = ['Globalping', 'From elsewhere'] as const
const ALONE = 'visitors in Frankfurt, Singapore and Dallas get 200'

export const ELSEWHERE: readonly Scenario[] = [
  {
    id: 'healthy-challenged-here-alone',
    sentence: 'Cloudflare challenges the runner, and visitors in three places get the site',
    setup: { edgeBehavior: 'challenge', globalping: { probes: GOOD } },
    inputs: WITH,
    curl: { edge: 403, direct: 200, edgeContains: /cf-mitigated: challenge/i },
    expected: {
      ...HEALTHY,
      notes: ['cloudflare-challenged'],
      says: [`Cloudflare challenges this runner, while ${ALONE}`, '3 of 250 free tests this hour, 247 left'],
    },
    not: ['cloudflare-waf-blocked', 'unexpected-status'],
  },
  {
    id: 'cloudflare-challenged-seen-from-here-only',
    sentence: 'Cloudflare challenges the runner alone, and the check has no `vantage-points`',
    setup: { edgeBehavior: 'challenge', globalping: { probes: GOOD } },
    inputs: { wait: '0s' },
    curl: { edge: 403, direct: 200 },
    expected: { ...inconclusive('cloudflare-challenged'), neverSays: SILENT },
    not: ['cloudflare-waf-blocked', 'unexpected-status'],
  },
  {
    id: 'cloudflare-challenged-everywhere',
    sentence: 'Cloudflare challenges the runner, and everyone else too',
    setup: { edgeBehavior: 'challenge', globalping: { probes: probes('site', 'site', 'site') } },
    inputs: WITH,
    curl: { edge: 403, direct: 200 },
    expected: {
      ...inconclusive('cloudflare-challenged'),
      confidence: 'certain',
      says: ["Globalping's probes in Frankfurt, Singapore and Dallas are challenged as well"],
    },
    not: ['cloudflare-waf-blocked', 'unexpected-status'],
  },
  {
    id: 'cloudflare-challenged-one-place-is-served',
    sentence: 'Cloudflare challenges the runner, and only one probe of three says that it gets the site',
    setup: { edgeBehavior: 'challenge', globalping: { probes: probes('site', page('FRA'), 'site') } },
    inputs: WITH,
    curl: { edge: 403, direct: 200 },
    expected: { ...inconclusive('cloudflare-challenged'), says: ['fine from Frankfurt'] },
    not: ['cloudflare-waf-blocked', 'unexpected-status'],
  },
  {
    id: 'cloudflare-challenged-here-origin-locked',
    sentence: 'Cloudflare challenges the runner alone, and the origin drops its packets',
    setup: { edgeBehavior: 'challenge', runnerToOrigin: 'drop', globalping: { probes: GOOD } },
    inputs: { ...WITH, timeout: '5s' },
    curl: { edge: 403, direct: 'timeout' },
    expected: { ...inconclusive('cloudflare-challenged'), says: ['not enough to call the site healthy'] },
    not: ['origin-connect-timeout', 'origin-locked-to-cloudflare'],
  },
  {
    id: 'healthy-blocked-here-alone',
    sentence: 'a rule of the zone blocks the runner alone',
    setup: { edgeBehavior: 'blocked', globalping: { probes: GOOD } },
    inputs: WITH,
    curl: { edge: 403, direct: 200 },
    expected: { ...HEALTHY, notes: ['cloudflare-waf-blocked'], says: [ALONE] },
    not: ['cloudflare-challenged', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'healthy-rate-limited-here-alone',
    sentence: 'a rate limit of the zone stops the runner alone',
    setup: { edgeBehavior: 'error-1015', globalping: { probes: GOOD } },
    inputs: WITH,
    curl: { edge: 429, direct: 200 },
    expected: { ...HEALTHY, notes: ['cloudflare-rate-limited'], says: [ALONE] },
    not: ['cloudflare-blocked-by-origin', 'origin-overloaded'],
  },
  {
    id: 'healthy-no-way-to-cloudflare-from-here',
    sentence: "the runner's packets to Cloudflare are dropped, and visitors elsewhere get the site",
    setup: { runnerToEdge: 'drop', globalping: { probes: GOOD } },
    inputs: { ...WITH, timeout: '5s' },
    curl: { edge: 'timeout', direct: 200 },
    expected: { ...HEALTHY, notes: ['runner-offline'], says: [ALONE] },
    not: ['cloudflare-edge-error', 'origin-connect-timeout'],
  },
  {
    id: 'cloudflare-blocked-by-origin-some-data-centers',
    sentence: "the origin refuses two of Cloudflare's data centers, and not the one of the runner",
    setup: { globalping: { probes: probes(page('DFW'), refused('FRA'), refused('SIN')) } },
    inputs: WITH,
    curl: { edge: 200, direct: 200 },
    expected: {
      ...unhealthy('cloudflare-blocked-by-origin', 'likely'),
      says: ['fails in some places', 'fails from Frankfurt and Singapore with 521, fine from Dallas'],
    },
    not: ['origin-refused', 'cloudflare-edge-error'],
  },
  {
    id: 'healthy-fails-elsewhere-unseen',
    sentence: "the origin refuses two of Cloudflare's data centers, and the check has no `vantage-points`",
    setup: { globalping: { probes: probes(page('DFW'), refused('FRA'), refused('SIN')) } },
    curl: { edge: 200, direct: 200 },
    expected: { ...HEALTHY, neverSays: SILENT },
    not: ['cloudflare-blocked-by-origin'],
  },
  {
    id: 'healthy-everywhere',
    sentence: 'the site is fine from here and from three places',
    setup: { globalping: { probes: probes('site', 'site', 'site') } },
    inputs: WITH,
    curl: { edge: 200, direct: 200 },
    expected: { ...HEALTHY, says: ['fine from Frankfurt, Singapore and Dallas'] },
    not: ['cloudflare-blocked-by-origin'],
  },
  {
    id: 'healthy-one-probe-claims-an-error',
    sentence: 'one probe claims that the site fails, and nothing else does',
    setup: { globalping: { probes: probes('site', refused('FRA'), 'site') } },
    inputs: WITH,
    curl: { edge: 200, direct: 200 },
    expected: { ...HEALTHY, notes: ['cloudflare-blocked-by-origin'], says: ['prove little'] },
    not: ['cloudflare-edge-error', 'origin-refused'],
  },
  {
    id: 'cloudflare-blocked-by-origin-here-only',
    sentence: "the origin refuses Cloudflare's data center here, and visitors elsewhere get the site",
    setup: { edgeToOrigin: 'reset', globalping: { probes: GOOD } },
    inputs: WITH,
    curl: { edge: 521, direct: 200 },
    expected: {
      ...unhealthy('cloudflare-blocked-by-origin', 'likely'),
      says: ['That is in the data center SJC. V', ALONE],
    },
    not: ['origin-refused', 'cloudflare-edge-error'],
  },
  {
    id: 'origin-refused-everywhere',
    sentence: 'nothing listens at the origin, and three places get the same error',
    setup: { origin: 'stopped', globalping: { probes: probes('site', 'site', 'site') } },
    inputs: WITH,
    curl: { edge: 521, direct: 'refused' },
    expected: {
      ...unhealthy('origin-refused', 'certain'),
      says: ['fails from Frankfurt, Singapore and Dallas with 521'],
    },
    not: ['cloudflare-blocked-by-origin', 'origin-connect-timeout'],
  },
  {
    id: 'healthy-origin-drops-this-runner-alone',
    sentence: 'the origin drops the packets of the runner, and responds to everyone else',
    setup: { runnerToOrigin: 'drop', globalping: { probes: probes('site', 'site', 'site') } },
    inputs: { ...WITH, timeout: '5s', 'vantage-origin': 'true' },
    curl: { edge: 200, direct: 'timeout' },
    expected: {
      ...HEALTHY,
      notes: ['origin-locked-to-cloudflare'],
      says: [
        "responds directly to Globalping's probes in Frankfurt, Singapore and Dallas",
        '6 of 250 free tests this hour, 244 left',
      ],
    },
    not: ['origin-connect-timeout', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'healthy-origin-locked-seen-from-elsewhere',
    sentence: 'the origin drops the packets of everyone but Cloudflare',
    setup: {
      runnerToOrigin: 'drop',
      elsewhereToOrigin: 'drop',
      globalping: { probes: probes('site', 'site', 'site') },
    },
    inputs: { ...WITH, timeout: '5s', 'vantage-origin': 'true' },
    curl: { edge: 200, direct: 'timeout' },
    expected: {
      ...HEALTHY,
      notes: ['origin-locked-to-cloudflare'],
      says: ['It seems to admit only Cloudflare'],
      neverSays: ["responds directly to Globalping's probes"],
    },
    not: ['origin-connect-timeout', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'dns-resolvers-disagree-two-places-late',
    sentence: 'in two places, the name still resolves to the old server, which is stopped',
    setup: { globalping: { probes: probes('site', { at: ADDRESSES.old }, { at: ADDRESSES.old }) } },
    inputs: WITH,
    curl: { edge: 200, direct: 200 },
    expected: {
      ...unhealthy('dns-resolvers-disagree', 'likely'),
      says: ['Frankfurt and Singapore point to a server outside Cloudflare'],
    },
    not: ['dns-not-proxied', 'cloudflare-edge-error'],
  },
]

/** The same challenge, without results of Globalping for some reason, and what the report says about it. */
const TROUBLE: readonly (readonly [
  id: string,
  sentence: string,
  globalping: Scenario['setup']['globalping'],
  says: string,
])[] = [
  ['no-probes', 'has no probes at these places', { probes: [] }, 'use a larger area such as `Europe`'],
  ['limit', 'has no tests left', { probes: GOOD, remaining: 0 }, 'no tests left in this hour'],
  ['down', 'fails', { probes: GOOD, creation: { status: 503, body: '' } }, "can't be reached or fails"],
  [
    'slow',
    'has no results in time',
    { probes: probes('silent', 'silent', 'silent') },
    'not complete in time',
  ],
  [
    'malformed',
    'sends nonsense',
    { probes: GOOD, creation: { status: 202, body: '<html>' } },
    'not what its API describes',
  ],
]

export const GLOBALPING_TROUBLE: readonly Scenario[] = TROUBLE.map(([id, sentence, globalping, says]) => ({
  id: `cloudflare-challenged-globalping-${id}`,
  sentence: `Cloudflare challenges the runner, and Globalping ${sentence}`,
  setup: { edgeBehavior: 'challenge', ...(globalping !== undefined && { globalping }) },
  inputs: { ...WITH, timeout: '4s' },
  curl: { edge: 403, direct: 200 },
  expected: { ...inconclusive('cloudflare-challenged'), confidence: 'certain', says: [says] },
  not: ['cloudflare-waf-blocked', 'unexpected-status'],
}))
