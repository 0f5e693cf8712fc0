import { connect } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { followUpQuestions } from '../../../src/diagnosis/next/questions.ts'
import type { Site } from '../../../src/domain/config.ts'
import type { Evidence } from '../../../src/domain/evidence.ts'
import { probeSite } from '../../../src/probe/index.ts'
import { systemClock } from '../../../src/probe/network/clock.ts'
import { planOf } from '../../../src/probe/plan/plan.ts'
import { SITE } from '../../support/config.ts'
import { responseOf, servePersistently, type PersistentServer } from '../../support/persistent.ts'
import { address, HOST, network } from '../../support/wire.ts'

/** Milliseconds: longer than a test may take. */
const TIMEOUT = 60_000
const CLOUDFLARE = ['Server: cloudflare', 'CF-Ray: 8f2a1c0d9e7b6543-SJC']
const TRACE = 'fl=1\nvisit_scheme=http\ncolo=SJC\n'

const named = '<script type="module" src="/app.js"></script><link rel="stylesheet" href="app.css">'
const FILES = {
  '/app.js': [['Content-Type: text/javascript'], 'export {}'],
  '/app.css': [['Content-Type: text/css'], 'body {}'],
} as const

type Files = Readonly<Record<string, readonly [headers: readonly string[], body: string]>>

let servers: readonly PersistentServer[] = []
afterEach(async () => {
  await Promise.all(servers.map(({ close }) => close()))
  servers = []
})

interface RoundOptions {
  readonly isLast?: () => boolean
  readonly site?: Partial<Site>
  /** Milliseconds that the clock says have passed when `isLast` is called. */
  readonly took?: number
}

/** The edge accepts a request for this file and never responds. */
const SILENT = '/silent.js'

/** Runs a round that may request the files of its page, and lists the requests to the edge. */
async function runRound(
  page: string,
  files: Files,
  { isLast, site: changes, took = 0 }: RoundOptions = {},
): Promise<{ readonly evidence: Evidence; readonly requests: string; readonly hosts: readonly string[] }> {
  const edge = await servePersistently(({ socket, path }) => {
    if (path === SILENT) return
    const [headers, body] =
      path === '/cdn-cgi/trace' ? [[], TRACE] : (files[path] ?? [['Content-Type: text/html'], page])
    socket.write(responseOf('200 OK', [...CLOUDFLARE, ...headers], body))
  })
  servers = [...servers, edge]
  const hosts: string[] = []
  let passed = 0
  const site: Site = { ...SITE, url: `http://${HOST}/`, resolvers: [], checkAssets: true, ...changes }
  const context = {
    network: network({
      lookup: (host) => {
        hosts.push(host)
        return Promise.resolve([address('104.16.10.10')])
      },
      dial: () => connect(edge.port, '127.0.0.1'),
    }),
    clock: { ...systemClock, monotonic: () => systemClock.monotonic() + passed },
    signal: new AbortController().signal,
    timeout: TIMEOUT,
    onAddresses: () => undefined,
  }
  const plan = { ...planOf(site), traceAtOnce: false }
  const evidence = await probeSite(
    plan,
    context,
    followUpQuestions,
    undefined,
    isLast &&
      (() => {
        passed = took
        return isLast()
      }),
  )
  await edge.allClosed()
  return { evidence, requests: edge.requests().replaceAll(/\?origin-gate=\w+/g, '?uncached'), hosts }
}

const last = { isLast: () => true }

describe('the files that a page names', () => {
  test('are requested on its connection, one of each kind', async () => {
    const { evidence, requests, hosts } = await runRound(`${named}<script src="/2.js"></script>`, FILES, last)
    expect(requests).toBe('1: /, 1: /app.js, 1: /app.css')
    expect(hosts).toEqual([HOST])
    expect(evidence.assets).toMatchObject([
      { kind: 'script', module: true, url: `http://${HOST}/app.js`, edge: { head: { status: 200 } } },
      { kind: 'stylesheet', url: `http://${HOST}/app.css`, edge: { kind: 'completed' } },
    ])
  })

  test('are not read to their end', async () => {
    const long = { '/app.js': [['Content-Type: text/javascript'], '/**/'.repeat(500_000)] } as const
    const { evidence, requests } = await runRound(named, { ...FILES, ...long }, last)
    expect(requests).toBe('1: /, 1: /app.js, 2: /app.css')
    expect(evidence.assets?.[0]).toMatchObject({ edge: { kind: 'completed', body: { complete: false } } })
  })

  test('get a second if the page took the whole timeout', async () => {
    const { evidence } = await runRound(`<script src="${SILENT}"></script>`, FILES, {
      ...last,
      took: TIMEOUT,
    })
    expect(evidence.assets).toMatchObject([{ edge: { kind: 'failed', error: { code: 'DEADLINE' } } }])
  })

  test('are not requested before the last round', async () => {
    expect((await runRound(named, FILES)).requests).toBe('1: /')
    expect((await runRound(named, FILES, { isLast: () => false })).requests).toBe('1: /')
  })

  test('are not requested if the site does not want it', async () => {
    const { checkAssets: _, ...site } = { ...SITE, checkAssets: true }
    expect(planOf(site).edge).not.toHaveProperty('findsAssets')
    expect((await runRound('<p>Hello', FILES, last)).evidence).toHaveProperty('assets', [])
  })

  test('are not requested from other hosts', async () => {
    const page =
      '<script src="http://cdn.example/1.js"></script><link rel=stylesheet href="//cdn.example/1.css">'
    const { requests, hosts } = await runRound(page, FILES, last)
    expect(requests).toBe('1: /')
    expect(hosts).toEqual([HOST])
  })

  test('are requested past the cache if the copy is wrong', async () => {
    const copies = {
      '/app.js': [['Content-Type: text/html', 'CF-Cache-Status: HIT'], '<!doctype html><p>Shop'],
    } as const
    const { evidence, requests } = await runRound(named, { ...FILES, ...copies }, last)
    expect(requests).toBe('1: /, 1: /app.js, 1: /app.js?uncached, 1: /app.css')
    expect(evidence.assets?.[0]).toHaveProperty('uncached.kind', 'completed')
  })
})
