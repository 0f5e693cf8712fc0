import { createServer } from 'node:https'
import { readFile, writeFile } from 'node:fs/promises'
import type { Server } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { routesTo } from '../../bench/site/quick-site.ts'
import { listen, type Listening } from '../../lab/network/listen.ts'
import type { LabFile } from '../../lab/network/routes.ts'
import { clockEnv, runAction } from '../../lab/runner/run-action.ts'
import { makeCertificate } from '../../lab/tls/authorities.ts'
import { HOST, SITE } from '../../lab/world/internet.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { repetitions } from '../support/effort.ts'
import { command } from '../support/program.ts'

let world: World | undefined
const servers: Listening[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
  await world?.close()
  world = undefined
})

/** Tomorrow, when the lab's certificates are still valid. */
const START = new Date(new Date().setUTCHours(34, 0, 0, 0))

const lines = (output: string): readonly string[] =>
  output.split('\n').filter((line) => line.includes(' ✓ through Cloudflare 200'))

describe('the log of a long watch has a line per minute', () => {
  test('of the Action', async () => {
    const inputs = { wait: '10s', watch: '30m', interval: '10s', timeout: '20s' }
    const here = (world = await startWorld({ fault: 'healthy', inputs }))
    const { stdout, report } = await runAction(here, { now: START })
    const [site] = report?.sites ?? []
    // Each check takes some of the half hour too.
    expect(site?.timeline.length).toBeGreaterThan(100)
    const printed = lines(stdout)
    expect(printed.length).toBeGreaterThan(20)
    expect(printed.length).toBeLessThan(35)
    expect(printed.slice(2, 4)).toEqual([
      expect.stringMatching(/^10:01:01 ✓ .* · 8 in a row · next check in 10 s, watching for 2\d min/),
      expect.stringMatching(/^10:02:01 ✓ .* · 14 in a row · next check in 10 s, watching for 2\d min/),
    ])
  })

  test('of the command', async () => {
    const here = (world = await startWorld({ fault: 'healthy' }))
    const args = [SITE, '--origin', '203.0.113.10', '--wait', '10s', '--watch', '30m', '--interval', '10s']
    const { code, stderr } = await command(here, args, await clockEnv(here, START))
    expect(code).toBe(0)
    expect(lines(stderr).length).toBeGreaterThan(20)
    expect(lines(stderr).length).toBeLessThan(35)
  })
})

/** Checks of a long run: more than the report keeps. `__tests__/report/long-watch.test.ts` has 10,000. */
const CHECKS = Math.max(300, repetitions(1500))
/** Milliseconds. Each check that fails has follow-ups. */
const TIMEOUT = 900_000

/** By the number of earlier requests: the status of Cloudflare's response, its data center, and the origin's status. */
type Course = (requests: number) => readonly [edge: number, colo: string, origin: number]

const STATUSES = [200, 403, 404, 418, 429, 500, 501, 502, 503, 504]
const COLOS = ['SJC', 'AMS', 'FRA', 'LHR', 'NRT', 'SIN', 'IAD']
const pick = <T>(values: readonly [T, ...T[]] | readonly T[], index: number): T | undefined =>
  values[index % values.length]

const COURSES: Readonly<Record<string, Course>> = {
  steady: () => [200, 'SJC', 200],
  flapping: (requests) => (requests % 4 < 2 ? [200, 'SJC', 200] : [502, 'SJC', 502]),
  'different at every check': (requests) => [
    pick(STATUSES, requests) ?? 200,
    pick(COLOS, requests) ?? 'SJC',
    pick(STATUSES, requests * 3) ?? 200,
  ],
}

async function open(server: Server): Promise<number> {
  const listening = await listen(server)
  servers.push(listening)
  return listening.port
}

/** An edge and an origin whose first responses are healthy, as `watch` requires. Returns their lab file. */
async function openSite(here: World, course: Course): Promise<LabFile> {
  const credentials = makeCertificate('valid', HOST, here.internet.authorities)
  let requests = 0
  const now = (): ReturnType<Course> => (requests < 8 ? [200, 'SJC', 200] : course(requests))
  const edge = await open(
    createServer(credentials, (request, response) => {
      const [status, colo] = now()
      response.setHeader('server', 'cloudflare').setHeader('cf-ray', `8f2a1c0d9e7b6543-${colo}`)
      if (request.url === '/cdn-cgi/trace')
        return response.end(`h=${HOST}\nvisit_scheme=https\ncolo=${colo}\n`)
      requests += 1
      response.setHeader('content-type', 'text/html').writeHead(status)
      return response.end(`<!DOCTYPE html>\n<title>Shop ${requests}</title>\n`)
    }),
  )
  const origin = await open(
    createServer(credentials, (_, response) => {
      response.setHeader('content-type', 'text/html').writeHead(now()[2])
      response.end(`<!DOCTYPE html>\n<title>Shop ${requests}</title>\n`)
    }),
  )
  return {
    ...here.internet.labFile(),
    routes: routesTo({ edge, origin }),
    clock: { now: START.toISOString() },
  }
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

test.each(Object.entries(COURSES))(
  'what a long run leaves stays within its limits: %s',
  async (name, course) => {
    const inputs = {
      wait: '1m',
      watch: `${CHECKS * 10}s`,
      interval: '10s',
      timeout: '20s',
      html: 'page.html',
    }
    const here = (world = await startWorld({ fault: 'healthy', inputs }))
    const lab = join(here.folder, 'site.json')
    await writeFile(lab, JSON.stringify(await openSite(here, course)))
    const run = await runAction(here, { env: { ORIGIN_GATE_LAB: lab }, limit: TIMEOUT })
    const [site] = run.report?.sites ?? []
    if (site === undefined) throw new Error(run.stdout + run.stderr)

    const { timeline } = site
    const checks = timeline.length + sum(timeline.map(({ skipped }) => skipped?.looks ?? 0))
    const failed =
      timeline.filter(({ verdict }) => verdict === 'unhealthy').length +
      sum(timeline.map(({ skipped }) => skipped?.failed ?? 0))
    expect(timeline.length).toBeLessThanOrEqual(200)
    // What the checks take counts too, and some pauses are shorter than the interval.
    expect(checks).toBeGreaterThan(CHECKS * 0.7)
    expect(checks).toBeLessThan(CHECKS * 2)
    expect(failed > 0).toBe(name !== 'steady')

    const sizes = [
      run.comments[0]?.body.length,
      run.summary.length,
      JSON.stringify(run.report).length,
      (await readFile(join(here.folder, 'page.html'), 'utf8')).length,
    ]
    const limits = [20_000, 30_000, 150_000, 300_000]
    expect(sizes.map((size = Infinity, index) => size < (limits[index] ?? 0))).toEqual([
      true,
      true,
      true,
      true,
    ])
    if (name !== 'steady') expect(run.comments[0]?.body).toContain(`${failed} of ${checks} checks`)
  },
  TIMEOUT,
)
