import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { reportIn } from '../lab/runner/read-report.ts'
import type { SiteReport } from '../src/report/schema-1/report.ts'
import { HOSTILE_HTTP } from './support/hostile/http.ts'
import { HOSTILE_HTTP2 } from './support/hostile/http2.ts'
import { startHostileServers, type RunningServers } from './support/hostile/servers.ts'
import { HOSTILE_HANDSHAKES, HOSTILE_SESSIONS, LONG_CHAINS, SLOW_HANDSHAKE } from './support/hostile/tls.ts'
import { ENTRY } from './support/program.ts'

// The whole command against servers that never finish, or that send too much. Each group of servers is one run, with a
// site for each server: it ends by itself, in the memory that one of them may take. `npm run bench` has the times.

/** Milliseconds. A run takes seconds, on a busy machine several times that. Most servers never end. */
const WATCHDOG = 60_000
/** Kilobytes of the whole process. Node itself needs a quarter of that. */
const MAX_MEMORY = 250_000

/** Where the servers of each group are: at both the edge and the origin, or only at the origin. */
const GROUPS = {
  http: { servers: Object.keys(HOSTILE_HTTP), scheme: 'http', atEdge: true, timeout: '2s' },
  tls: {
    servers: [
      ...[HOSTILE_HANDSHAKES, HOSTILE_SESSIONS, LONG_CHAINS].flatMap((table) => Object.keys(table)),
      SLOW_HANDSHAKE,
    ],
    scheme: 'https',
    atEdge: true,
    timeout: '2s',
  },
  // The check tries HTTP/2 last, so on a busy machine it needs more time.
  http2: { servers: Object.keys(HOSTILE_HTTP2), scheme: 'https', atEdge: false, timeout: '3s' },
} as const

interface Outcome {
  /** Null: the watchdog killed it. */
  readonly code: number | null
  readonly stderr: string
  /** Kilobytes. */
  readonly memory: number
  /** The servers' sites. */
  readonly sites: readonly SiteReport[]
  /** The servers that began to attack. */
  readonly attacked: readonly string[]
}

/**
 * Prints the peak of the memory when the process ends, in kilobytes. On Linux, `maxRSS` would begin with the memory of
 * the process that started it, here Jest.
 */
const MEASURE = `data:text/javascript,${encodeURIComponent(`
import { readFileSync } from 'node:fs'
const peak = () => process.platform === 'linux'
  ? /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]
  : process.resourceUsage().maxRSS
process.on('exit', () => process.stderr.write('\\npeak=' + peak()))
`)}`

const nameOf = (index: number): string => `s${index}.shop.example`

async function runAgainst(
  group: keyof typeof GROUPS,
  ports: RunningServers,
  parent: string,
): Promise<Outcome> {
  const { servers, scheme, atEdge, timeout } = GROUPS[group]
  const folder = await mkdtemp(join(parent, `${group}-`))
  const file = (name: string): string => join(folder, name)
  const port = scheme === 'http' ? 80 : 443
  const each = servers.map((server, index) => ({
    name: nameOf(index),
    edge: `104.16.10.${index}`,
    origin: `203.0.113.${index}`,
    at: ports[group][server] ?? 0,
  }))
  const plan = {
    names: Object.fromEntries(each.map(({ name, edge }) => [name, [edge]])),
    routes: Object.fromEntries(
      each.flatMap(({ edge, origin, at }) => [
        [`${edge}:${port}`, atEdge ? at : ports.edge],
        [`${origin}:${port}`, at],
      ]),
    ),
  }
  const sites = each.map(({ name, origin }) => `  - url: ${scheme}://${name}/\n    origin: ${origin}\n`)
  await Promise.all([
    writeFile(file('plan.json'), JSON.stringify(plan)),
    writeFile(file('ca.pem'), ports.authority),
    writeFile(file('sites.yml'), `sites:\n${sites.join('')}`),
  ])
  const flags = '--config sites.yml --report report.json --record record.json --wait 0s --timeout'.split(' ')
  const child = spawn(process.execPath, ['--import', MEASURE, ENTRY, ...flags, timeout], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      ORIGIN_GATE_LAB: file('plan.json'),
      NODE_EXTRA_CA_CERTS: file('ca.pem'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: WATCHDOG,
    killSignal: 'SIGKILL',
  })
  const [stderr] = await Promise.all([text(child.stderr), once(child, 'close')])
  const report = await readFile(file('report.json'), 'utf8').then(reportIn, () => undefined)
  const memory = Number(/peak=(\d+)/.exec(stderr)?.[1] ?? NaN)
  const attacked = servers.filter((server) => ports.attacked.has(ports[group][server] ?? 0))
  return { code: child.exitCode, stderr, memory, sites: report?.sites ?? [], attacked }
}

let outcomes: Readonly<Partial<Record<string, Outcome>>> = {}
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-budget-'))
  const servers = await startHostileServers()
  try {
    const [http, tls] = await Promise.all([
      runAgainst('http', servers, folder),
      runAgainst('tls', servers, folder),
    ])
    // The others' floods would leave no time for it.
    const http2 = await runAgainst('http2', servers, folder)
    outcomes = { http, tls, http2 }
  } finally {
    servers.close()
  }
}, 2 * WATCHDOG)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.each(Object.entries(GROUPS))('hostile servers: %s', (group, { servers }) => {
  test('the command ends by itself, in bounded memory', () => {
    const { code, stderr = '', memory } = outcomes[group] ?? {}
    expect({ code, stderr }).toMatchObject({ code: 1 })
    expect(stderr).not.toMatch(/\n {4}at /)
    expect(memory).toBeLessThan(MAX_MEMORY)
  })

  test('each server attacked', () => {
    expect(outcomes[group]?.attacked).toEqual(servers)
  })

  test.each(servers.map((server, index) => [server, nameOf(index)]))(
    'a server that %s has a verdict',
    (_, name) => {
      const site = outcomes[group]?.sites.find(({ url }) => new URL(url).hostname === name)
      expect(site).toMatchObject({ verdict: expect.stringMatching(/^(?:un)?healthy$/) })
    },
  )
})
