import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import type { ApiRequest } from '../../../lab/apis/api.ts'
import type { Probe, ProbeOutcome } from '../../../lab/apis/globalping-probes.ts'
import { HOME_PAGE } from '../../../lab/origins/server/response.ts'
import { nginxStylePage } from '../../../lab/http/page.ts'
import { runAction, type Run } from '../../../lab/runner/run-action.ts'
import { startWorld, type World, type WorldOptions } from '../../../lab/world/world.ts'
import { DEFAULT_SETUP, type Setup } from '../../../lab/world/setup.ts'
import { start } from '../../support/program.ts'
import type { Evidence } from '../../../src/domain/evidence.ts'
import { recordingIn } from '../../../src/recording/read.ts'
import { leaksIn, ORIGIN_SPELLINGS, SECRET } from '../../support/leaks.ts'
import { NO_SIGNALS, onPosix } from '../../support/platform.ts'

const posix = onPosix(NO_SIGNALS).test

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

const probe = (country: string, city: string, outcome: ProbeOutcome = 'site'): Probe => ({
  continent: 'EU',
  region: 'Western Europe',
  country,
  city,
  asn: 64_500,
  network: 'Lab Net',
  outcome,
})
const PROBES = [probe('DE', 'Frankfurt'), probe('FR', 'Paris', { at: '104.16.20.20' })]
const TOKEN = 'gp-4f0c6f1b7a2d4e5f9a8b'

interface Checked {
  readonly run: Run
  readonly rounds: readonly Evidence[]
  /** What Globalping received. */
  readonly requests: readonly ApiRequest[]
  readonly recording: string
}

async function check(
  setup: Partial<Setup>,
  inputs: Readonly<Record<string, string>>,
  more: Partial<WorldOptions> = {},
): Promise<Checked> {
  world = await startWorld({
    scenario: {
      id: 'vantage',
      sentence: 'probes elsewhere request the site',
      setup: { ...setup, globalping: { probes: PROBES, tokens: [TOKEN], ...setup.globalping } },
      curl: { edge: 200, direct: 200 },
      expected: { verdict: 'healthy', cause: '' },
    },
    inputs: { 'vantage-points': 'Europe+5', timeout: '10s', 'globalping-token': TOKEN, ...inputs },
    records: true,
    ...more,
  })
  const run = await runAction(world)
  const recording = await readFile(join(world.folder, 'recording.json'), 'utf8')
  const read = recordingIn(recording)
  if (typeof read === 'string') throw new Error(`The recording ${read}`)
  const requests = world.internet.apiRequests.filter(({ host }) => host === 'api.globalping.io')
  return { run, rounds: read.sites[0].history, requests, recording }
}

const created = (requests: readonly ApiRequest[]): readonly unknown[] =>
  requests.filter(({ method }) => method === 'POST').map(({ body }) => body)

/** By place: the status, or how it failed. */
const seen = ({ vantage }: Evidence): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    (vantage?.results ?? []).map(({ place, target, exchange }) => [
      `${String(place.city)} ${target}`,
      exchange?.kind === 'completed' ? exchange.head.status : exchange?.error.reason,
    ]),
  )

test('a healthy site is measured once, in the last round, with the token for Globalping alone', async () => {
  const { run, rounds, requests } = await check({}, { headers: `X-Gate: ${SECRET}` })
  expect(run.outputs['verdict']).toBe('healthy')
  expect(rounds.map(({ vantage }) => vantage !== undefined)).toEqual([false, true])
  expect(rounds.at(-1)?.vantage).toMatchObject({
    withoutHeaders: true,
    cost: { tests: 2, remaining: 248, limit: 250, resetsIn: 1800 },
    results: [
      { place: { city: 'Frankfurt', country: 'DE' }, target: 'edge', resolvedTo: 'cloudflare' },
      { place: { city: 'Paris', country: 'FR' }, target: 'edge', resolvedTo: 'cloudflare' },
    ],
  })
  expect(seen(rounds[1] ?? rounds[0] ?? never())).toEqual({ 'Frankfurt edge': 200, 'Paris edge': 200 })
  expect(created(requests)).toEqual([
    {
      type: 'http',
      target: 'www.shop.example',
      inProgressUpdates: false,
      locations: [{ magic: 'Europe', limit: 5 }],
      measurementOptions: {
        protocol: 'HTTPS',
        port: 443,
        request: { path: '/', method: 'GET', headers: { accept: expect.any(String) } },
      },
    },
  ])
  expect(requests.every(({ headers }) => headers.authorization === `Bearer ${TOKEN}`)).toBe(true)
  expect(leaksIn(run, [TOKEN, SECRET, ...ORIGIN_SPELLINGS])).toEqual([])
})

test('an error for this runner alone is seen as that, and what leaves has no secret and no origin', async () => {
  const { run, rounds, requests, recording } = await check(
    {
      edgeBehavior: (request) =>
        String(request.headers['user-agent']).includes('origin-gate')
          ? nginxStylePage(503, 'cloudflare')
          : undefined,
    },
    { headers: `X-Gate: ${SECRET}`, wait: '4s' },
  )
  expect(rounds.length).toBeGreaterThan(1)
  for (const round of rounds) {
    expect(round.edge?.kind === 'completed' && round.edge.head.status).toBe(503)
    expect(seen(round)).toEqual({ 'Frankfurt edge': 200, 'Paris edge': 200 })
  }
  // The later rounds use the measurement of the first.
  expect(created(requests)).toHaveLength(1)
  expect(new Set(rounds.map(({ vantage }) => vantage?.at)).size).toBe(1)
  const sent = JSON.stringify(requests)
  expect(sent).not.toContain(SECRET)
  for (const spelling of ORIGIN_SPELLINGS) expect(sent).not.toMatch(spelling)
  expect(recording).not.toContain(TOKEN)
  expect(leaksIn(run, [TOKEN, SECRET, ...ORIGIN_SPELLINGS])).toEqual([])
})

test('a data center that fails is seen from the place that gets it', async () => {
  const { rounds, requests } = await check({ zone: { colos: { AMS: 'bare-502' } } }, { wait: '4s' })
  expect(seen(rounds.at(-1) ?? never())).toEqual({ 'Frankfurt edge': 200, 'Paris edge': 502 })
  // Without the measurement, the rounds after it would look like a recovery.
  expect(rounds.slice(1).every(({ vantage }) => vantage !== undefined)).toBe(true)
  expect(created(requests)).toHaveLength(1)
})

test('with `vantage-origin`, the same probes also request the origin, and its address stays out of the report', async () => {
  const { run, rounds, requests, recording } = await check(
    { origin: 'stopped', globalping: { probes: PROBES } },
    { 'vantage-origin': 'true', wait: '0s' },
  )
  expect(seen(rounds[0] ?? never())).toEqual({
    'Frankfurt edge': 521,
    'Paris edge': 521,
    'Frankfurt 0': 'refused',
    'Paris 0': 'refused',
  })
  expect(created(requests)).toMatchObject([
    { target: 'www.shop.example' },
    {
      target: '203.0.113.10',
      locations: 'Lab0000000000001',
      measurementOptions: { request: { host: 'www.shop.example' } },
    },
  ])
  expect(rounds[0]?.vantage?.cost?.tests).toBe(4)
  for (const spelling of ORIGIN_SPELLINGS) expect(recording).not.toMatch(spelling)
  expect(leaksIn(run, ORIGIN_SPELLINGS)).toEqual([])
})

test.each([
  ['/en/', true],
  // What a site may repeat of a request, or know about itself.
  ['/hello/Hunter2-abc/', false],
  ['/node/203-0-113-10/', false],
])(
  'probes request the page where the redirects ended, %s, unless it has a secret: %s',
  async (path, used) => {
    const { run, requests } = await check(
      {
        edgeBehavior: (request) =>
          request.path === '/'
            ? { status: 302, type: '', body: '', headers: { location: path } }
            : { status: 200, type: 'text/html', body: HOME_PAGE },
      },
      { headers: 'Authorization: Bearer Hunter2-abc', wait: '0s' },
    )
    expect(run.outputs['verdict']).toBe('healthy')
    expect(created(requests)).toMatchObject([
      { measurementOptions: { request: { path: used ? path : '/' } } },
    ])
    expect(JSON.stringify(requests)).not.toContain('Hunter2-abc')
    for (const spelling of ORIGIN_SPELLINGS) expect(JSON.stringify(requests)).not.toMatch(spelling)
  },
)

test('while a site is watched, a healthy check of a locked origin is not measured', async () => {
  const { run, rounds, requests } = await check(
    { runnerToOrigin: 'reset' },
    { wait: '0s', watch: '2s', interval: '500ms' },
  )
  expect(run.outputs['verdict']).toBe('healthy')
  expect(rounds.length).toBeGreaterThan(1)
  expect(rounds.map(({ vantage }) => vantage !== undefined)).toEqual([
    true,
    ...rounds.slice(1).map(() => false),
  ])
  expect(created(requests)).toHaveLength(1)
})

posix('a run that is cancelled does not wait for Globalping', async () => {
  world = await startWorld({
    fault: 'healthy',
    inputs: { 'vantage-points': 'world', wait: '0s', timeout: '30s' },
  })
  await world.internet.apply({ ...DEFAULT_SETUP, services: { 'api.globalping.io': 'silent' } })
  const program = start([], world.env, world.folder)
  await program.printed('::add-mask::')
  const { apiRequests } = world.internet
  await until(() => apiRequests.some(({ method }) => method === 'POST'))
  program.signal('SIGTERM')
  expect((await program.ended).code).toBe(1)
  expect(await readFile(join(world.folder, 'output'), 'utf8')).not.toContain('promote=true')
})

test('without `vantage-points`, nothing is sent', async () => {
  const { rounds, requests } = await check({ origin: 'stopped' }, { 'vantage-points': '', wait: '0s' })
  expect(requests).toEqual([])
  expect(rounds[0]?.vantage).toBeUndefined()
})

test('nothing is sent for a URL with a secret', async () => {
  const url = 'https://www.shop.example/?access_token=5e1f7c33b1d04711'
  const { rounds, requests } = await check({}, { url, wait: '0s' })
  expect(requests).toEqual([])
  expect(rounds[0]?.vantage).toMatchObject({ problem: 'secret-url', results: [] })
})

test.each([
  ['silent', 'slow'],
  ['error', 'unavailable'],
  ['reset', 'unavailable'],
] as const)('an API that is %s changes no verdict', async (state, problem) => {
  const { run, rounds } = await check(
    { services: { 'api.globalping.io': state } },
    { wait: '0s', timeout: '2s' },
  )
  expect(run.outputs['verdict']).toBe('healthy')
  expect(rounds[0]?.vantage).toMatchObject({ problem, results: [] })
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20))
}

function never(): never {
  throw new Error('There is no round')
}
