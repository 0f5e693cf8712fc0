/** What dist/ loads, and when. Loading blocks the event loop, so phases measured meanwhile would be too long. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runAction } from '../lab/runner/run-action.ts'
import { findScenario } from '../lab/scenarios/catalogue.ts'
import { startWorld, type World } from '../lab/world/world.ts'
import { start } from './support/program.ts'

const RECORDER = new URL('support/record-loads.js', import.meta.url).href

let world: World
beforeEach(async () => {
  world = await startWorld({ fault: 'healthy', inputs: { wait: '0s' } })
})
afterEach(() => world.close())

/** What the Action loads, connects and prints, in order. */
async function eventsOf(
  env: Readonly<Record<string, string>>,
  expected: { readonly code: number; readonly prints: string },
): Promise<readonly string[]> {
  const recorded = join(world.folder, 'events.json')
  const recording = { NODE_OPTIONS: `--import ${RECORDER}`, RECORDED_EVENTS: recorded }
  const { code, stdout } = await runAction({
    ...world,
    env: { ...world.env, ...env, ...recording },
  })
  expect([code, stdout]).toEqual([expected.code, expect.stringContaining(expected.prints)])
  return JSON.parse(await readFile(recorded, 'utf8'))
}

const loadsIn = (events: readonly string[]): readonly string[] =>
  events.filter((event) => event.startsWith('load ')).map((event) => event.slice('load '.length))

/** The index of the first connection to the edge or the origin; others go to GitHub. */
function firstProbe(events: readonly string[]): number {
  const ports = new Set(Object.values(world.internet.labFile().routes).map((port) => `connect ${port}`))
  return events.findIndex((event) => ports.has(event))
}

/** The only file of dist/ that has a text. */
async function fileWith(text: string): Promise<string> {
  const dist = new URL('../dist/', import.meta.url)
  const names = (await readdir(dist)).filter((name) => name.endsWith('.js'))
  const files = await Promise.all(
    names.map(async (name) => [name, await readFile(new URL(name, dist), 'utf8')] as const),
  )
  const [found, ...more] = files.flatMap(([name, source]) => (source.includes(text) ? [name] : []))
  if (found === undefined || more.length > 0) throw new Error(`${text} is not in exactly one file`)
  return found
}

const HEALTHY = { code: 0, prints: 'is healthy' }

/** Node modules that take milliseconds to load and that a healthy check doesn't need. */
const UNNEEDED = ['assert', 'dgram', 'fs/promises', 'http', 'http2', 'perf_hooks', 'v8', 'vm']

describe.each([
  ['one site', {}],
  ['one site, and a comment', { INPUT_COMMENT: 'always' }],
  ['one site, and a check run', { 'INPUT_CHECK-RUN': 'true' }],
])('a healthy check of %s', (_, env) => {
  test('loads nothing while probes run', async () => {
    const events = await eventsOf(env, HEALTHY)
    const first = firstProbe(events)
    const last = events.findIndex(
      (event) => event.startsWith('print ') && event.includes(' through Cloudflare 200 '),
    )
    expect(first).toBeGreaterThan(0)
    expect(last).toBeGreaterThan(first)
    expect(loadsIn(events.slice(first, last))).toEqual([])
  })
})

test('a healthy check loads only what it needs before its first connection', async () => {
  const events = await eventsOf({ INPUT_COMMENT: 'never' }, HEALTHY)
  const loaded = loadsIn(events.slice(0, firstProbe(events)))
  expect(loaded).toEqual(expect.arrayContaining(['index.js', 'tls', 'zlib']))
  expect(loaded.filter((name) => UNNEEDED.includes(name))).toEqual([])
  // The entry, the bundle, the probes, the diagnosis, and what they share.
  expect(loaded.filter((name) => /^(?:.*index|main)\.js$/.test(name)).length).toBeLessThanOrEqual(5)
})

test('the page is loaded only for a run that has one, after its last check', async () => {
  const page = await fileWith("default-src 'none'")
  const without = await eventsOf({ INPUT_COMMENT: 'never' }, HEALTHY)
  expect(loadsIn(without)).not.toContain(page)
  const withPage = await eventsOf({ INPUT_COMMENT: 'never', INPUT_HTML: 'page.html' }, HEALTHY)
  const loaded = loadsIn(withPage)
  expect(loaded.filter((name) => name.endsWith('index.js') && !loadsIn(without).includes(name))).toEqual([
    page,
  ])
  const last = withPage.findIndex(
    (event) => event.startsWith('print ') && event.includes(' through Cloudflare 200 '),
  )
  expect(withPage.indexOf(`load ${page}`)).toBeGreaterThan(last)
})

test('the client for SOCKS proxies is loaded only for a run behind one, before its first connection', async () => {
  const client = await fileWith('Socks5 proxy rejected connection')
  const without = await eventsOf({ INPUT_COMMENT: 'never' }, HEALTHY)
  expect(loadsIn(without)).not.toContain(client)
  const scenario = findScenario('healthy-socks-locked-origin')
  if (scenario === undefined) throw new Error('the scenario is missing')
  await world.close()
  world = await startWorld({ scenario, inputs: { comment: 'never' } })
  const { port } = new URL(world.env['ALL_PROXY'] ?? '')
  const behind = await eventsOf({}, HEALTHY)
  const first = behind.indexOf(`connect ${port}`)
  expect(first).toBeGreaterThan(0)
  expect(loadsIn(behind.slice(0, first))).toContain(client)
  expect(
    loadsIn(
      behind.slice(
        first,
        behind.findLastIndex((event) => event === `connect ${port}`),
      ),
    ),
  ).toEqual([])
})

test('a merge of reports loads no network and connects to nothing, and a check loads nothing of it', async () => {
  const reader = await fileWith('contradicts itself')
  const report = join(world.folder, 'report.json')
  const checked = await eventsOf({ INPUT_COMMENT: 'never', INPUT_REPORT: report }, HEALTHY)
  expect(loadsIn(checked)).not.toContain(reader)
  const recorded = join(world.folder, 'merge.json')
  const env = { NODE_OPTIONS: `--import ${RECORDER}`, RECORDED_EVENTS: recorded }
  expect(await start(['merge', report], env).ended).toMatchObject({ code: 0, stderr: '' })
  const events: readonly string[] = JSON.parse(await readFile(recorded, 'utf8'))
  expect(loadsIn(events)).toContain(reader)
  expect(loadsIn(events).filter((name) => ['dns', 'http', 'https', 'http2', 'tls'].includes(name))).toEqual(
    [],
  )
  expect(events.filter((event) => event.startsWith('connect '))).toEqual([])
})

test('rejected inputs load the entry only, and no cryptography', async () => {
  const loaded = loadsIn(
    await eventsOf({ INPUT_URL: '', NODE_EXTRA_CA_CERTS: '' }, { code: 1, prints: 'Nothing was checked' }),
  )
  expect(loaded.filter((name) => /^(?:.*index|main)\.js$/.test(name))).toEqual(['index.js', 'main.js'])
  expect(loaded.filter((name) => [...UNNEEDED, 'crypto', 'tls', 'zlib'].includes(name))).toEqual([])
})
