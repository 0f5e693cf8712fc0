/** The built library, imported by the package's name in a process of its own. */
import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from '@jest/globals'
import { reportIn } from '../../lab/runner/read-report.ts'
import type { FaultId } from '../../lab/scenarios/faults.ts'
import { ORIGIN_ADDRESS, SITE } from '../../lab/world/internet.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { ORIGIN_SPELLINGS } from '../support/leaks.ts'
import type { Call, Ended } from './programs/call.ts'

const PROGRAM = join(import.meta.dirname, 'programs/call.ts')

const worlds: World[] = []
afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()))
})

async function worldWith(fault: FaultId): Promise<World> {
  const world = await startWorld({ fault })
  worlds.push(world)
  return world
}

const envOf = ({ env }: World): Call['env'] => ({ ORIGIN_GATE_LAB: env['ORIGIN_GATE_LAB'] ?? '' })

const BASE = { url: SITE, origin: ORIGIN_ADDRESS, timeout: '2s' } as const

/** Makes calls in one process, which trusts the lab's certificates. */
async function callAll({ env }: World, calls: readonly Call[]): Promise<readonly Ended[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM], {
    env: { NODE_EXTRA_CA_CERTS: env['NODE_EXTRA_CA_CERTS'] ?? '' },
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  child.stdin.end(JSON.stringify(calls))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

async function call(world: World, given: Omit<Call, 'env'>): Promise<Ended> {
  const [ended] = await callAll(world, [{ ...given, env: envOf(world) }])
  return ended ?? { progress: [] }
}

describe('check', () => {
  test('returns the report of a site that is down', async () => {
    const { report, error } = await call(await worldWith('refused'), { config: BASE })
    expect(error).toBeUndefined()
    expect(reportIn(JSON.stringify(report))).toMatchObject({
      verdict: 'unhealthy',
      promote: false,
      cause: 'origin-refused',
      sites: [{ probes: { edge: { status: 521 } }, remedy: { difficulty: 'easy' } }],
    })
  })

  test('checks once by default, and calls onProgress after each check', async () => {
    const { report, progress } = await call(await worldWith('healthy'), { config: BASE })
    expect(report).toMatchObject({ verdict: 'healthy', promote: true, sites: [{ course: { looks: 1 } }] })
    expect(progress).toEqual([
      {
        url: SITE,
        at: report?.sites[0].timeline[0]?.at,
        verdict: 'healthy',
        cause: '',
        confidence: '',
        edge: '200',
        origin: '200',
        line: expect.stringMatching(/^\d\d:\d\d:\d\d ✓ through Cloudflare 200 \(SJC, .*\) · direct 200 \(/),
      },
    ])
  })

  test('waits as long as the configuration says', async () => {
    const config = { ...BASE, wait: 60, interval: '500ms', consecutiveSuccesses: 3 }
    const { report, progress } = await call(await worldWith('healthy'), { config })
    expect(report).toMatchObject({ verdict: 'healthy', sites: [{ course: { looks: 3 } }] })
    expect(progress).toHaveLength(3)
  })

  test('checks several sites with settings of their own', async () => {
    const config = {
      origin: ORIGIN_ADDRESS,
      timeout: '2s',
      sites: [
        { url: SITE },
        { url: `${SITE}missing`, 'expected-status': 404 },
        { url: `${SITE}other`, expectedBody: 'not there', origin: '' },
      ],
    }
    const { report, progress } = await call(await worldWith('healthy'), { config })
    const verdicts = report?.sites.map(({ url, verdict, probes }) => [url, verdict, probes.origins.length])
    expect(verdicts).toEqual(
      expect.arrayContaining([
        [SITE, 'healthy', 1],
        [`${SITE}missing`, 'healthy', 1],
        [`${SITE}other`, 'unhealthy', 0],
      ]),
    )
    expect(progress).toHaveLength(3)
  })

  test('compares with the report that `baseline` names', async () => {
    const config = { ...BASE, baseline: '/nowhere/report.json' }
    const { report } = await call(await worldWith('healthy'), { config })
    expect(report?.notes).toEqual([
      {
        id: 'baseline',
        text: 'Nothing to compare with: the earlier report that `baseline` names does not exist yet.',
      },
    ])
  })

  test('continues the history of that report, from the deploy on', async () => {
    const world = await worldWith('healthy')
    const baseline = join(world.folder, 'report.json')
    const first = await call(world, { config: BASE })
    await writeFile(baseline, JSON.stringify(first.report))
    const { report } = await call(world, { config: { ...BASE, baseline } })
    expect(report?.history?.map(({ verdict, run }) => [verdict, run])).toEqual([
      ['healthy', ''],
      ['healthy', ''],
    ])
    expect(report).not.toHaveProperty('monitoring')

    // Later than the first result, because it has the time of the second one.
    const deployedAt = report?.at
    const after = await call(world, { config: { ...BASE, baseline, deployedAt, monitorFor: '24h' } })
    expect(after.report?.history?.map(({ at }) => at)).toEqual([after.report?.at])
    expect(after.report?.monitoring).toEqual({
      deployedAt,
      until: new Date(Date.parse(deployedAt ?? '') + 86_400_000).toISOString(),
    })
  })

  test('rejects a wrong configuration with all its problems, and requests nothing', async () => {
    const world = await worldWith('healthy')
    const config = { ...BASE, timeout: '20x', expectedStatus: 'fine' }
    const { error, progress } = await call(world, { config })
    expect(error).toMatchObject({
      name: 'ConfigError',
      message: expect.stringMatching(/^2 problems:\n`expected-status`.*\n`timeout`/),
      problems: { length: 2 },
    })
    expect([progress, world.internet.origin.requests]).toEqual([[], []])
  })
})

test('two checks at the same time do not interfere with each other', async () => {
  const [refused, healthy] = [await worldWith('refused'), await worldWith('healthy')]
  const calls: readonly Call[] = [
    { config: { ...BASE, showOrigin: true }, env: envOf(refused) },
    { config: BASE, env: envOf(healthy) },
    { config: { ...BASE, url: `${SITE}?token=s3cret-value` }, env: envOf(healthy), throws: 'one fails' },
    { config: BASE, env: envOf(refused), abort: 'before' },
    { config: BASE, env: envOf(refused) },
  ]
  const [shown, fine, failed, aborted, hidden] = await callAll(healthy, calls)
  expect([shown, fine, failed, aborted, hidden]).toMatchObject([
    { report: { cause: 'origin-refused' } },
    { report: { verdict: 'healthy' } },
    { error: { message: 'one fails' } },
    { error: { message: 'not today' } },
    { report: { cause: 'origin-refused' } },
  ])
  expect(JSON.stringify(shown)).toContain(ORIGIN_ADDRESS)
  for (const spelling of ORIGIN_SPELLINGS)
    expect(JSON.stringify([fine, failed, aborted, hidden])).not.toMatch(spelling)
})

describe('no secret and no address of the origin', () => {
  const secrets = {
    headers: ['X-Gate: s3cret-header'],
    accessClientId: 's3cret.access',
    accessClientSecret: 's3cret0123456789abcdef',
  }

  test.each(['refused', 'wrong-name', 'app-error'] as const)('are in the result: %s', async (fault) => {
    const config = { ...BASE, ...secrets, url: `${SITE}?api_key=s3cret-key` }
    const ended = await call(await worldWith(fault), { config })
    const words = JSON.stringify(ended)
    expect(ended.report?.verdict).toBe('unhealthy')
    expect(ended.progress.map(({ url }) => url)).toEqual([`${SITE}?api_key=***`])
    for (const spelling of [...ORIGIN_SPELLINGS, /s3cret/]) expect(words).not.toMatch(spelling)
  })

  test('are in an error', async () => {
    const config = { ...BASE, ...secrets, origin: `${ORIGIN_ADDRESS}:99999`, headers: 's3cret-header' }
    const ended = await call(await worldWith('healthy'), { config })
    expect(ended.error?.problems).toHaveLength(2)
    for (const spelling of [...ORIGIN_SPELLINGS, /s3cret/])
      expect(JSON.stringify(ended)).not.toMatch(spelling)
  })
})

describe('a signal', () => {
  test('that is aborted already rejects with its reason, and nothing is requested', async () => {
    const world = await worldWith('healthy')
    const { error, progress } = await call(world, { config: BASE, abort: 'before' })
    expect([error, progress]).toEqual([{ name: 'Error', message: 'not today' }, []])
    expect(world.internet.origin.requests).toEqual([])
  })

  test('that aborts between two checks ends the run with what is known', async () => {
    const config = { ...BASE, wait: '1h', interval: '10m' }
    const { report, progress } = await call(await worldWith('refused'), { config, abort: 'progress' })
    expect(progress).toHaveLength(1)
    expect(reportIn(JSON.stringify(report))).toMatchObject({
      verdict: 'inconclusive',
      promote: false,
      cause: '',
      notes: [{ id: 'cancelled' }],
      sites: [{ course: { ended: 'cancelled', looks: 1 }, timeline: [{ cause: 'origin-refused' }] }],
    })
  })

  test('that aborts during a request ends it', async () => {
    const sites = [
      { url: SITE, timeout: '50m', origin: ORIGIN_ADDRESS },
      { url: 'https://gone.shop.example/' },
    ]
    const config = { sites, resolvers: 'none' }
    const { report } = await call(await worldWith('silent'), { config, abort: 'progress' })
    expect(report).toMatchObject({ verdict: 'inconclusive', promote: false })
    expect(report?.sites.map(({ course }) => course.looks).toSorted()).toEqual([0, 1])
  })
})

test.each(['throws', 'rejects'])(
  'if onProgress %s, the run ends, and check rejects with its error',
  async (how) => {
    const config = { ...BASE, wait: '1h', interval: '10m' }
    const { error, progress } = await call(await worldWith('refused'), { config, [how]: 'my own bug' })
    expect(error).toEqual({ name: 'RangeError', message: 'my own bug' })
    expect(progress).toHaveLength(1)
  },
)

test('the package exports the JSON schema of the report', async () => {
  const schema = new URL(import.meta.resolve('origin-gate/report.schema.json'))
  expect(JSON.parse(await readFile(schema, 'utf8'))).toMatchObject({ title: 'Report of Origin Gate' })
})
