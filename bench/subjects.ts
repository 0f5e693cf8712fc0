import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { EDGE_ADDRESS, HOST, ORIGIN_ADDRESS, SITE } from '../lab/world/internet.ts'
import { listen } from '../lab/network/listen.ts'
import type { LabFile, Route } from '../lab/network/routes.ts'
import { hostAndPort } from '../src/shared/authority.ts'
import { startWorld } from '../lab/world/world.ts'
import { respondAfter, runRound, neverResponds, slowestOf, TIMEOUT } from './one-round.ts'
import { ended, timed, type Command } from './process.ts'
import { openRendering } from './rendering.ts'

/**
 * What is measured in milliseconds, as whole processes:
 * - `empty`: a Node process that does nothing;
 * - `rejected`: the Action with an invalid input, so that it ends before the first probe;
 * - `connect`: the Action until its first connection arrives;
 * - `check`: the whole Action on a healthy site: edge, origin, trace and DNS, then report, summary and outputs;
 * - `curl`: the same two requests, edge and origin, by two curls in parallel.
 *
 * In this process, for a report of a thousand sites: `comment` renders the comment, `json` the JSON.
 */
export const TIMES = ['empty', 'rejected', 'connect', 'check', 'curl', 'comment', 'json'] as const
/** What is measured in megabytes: the peak memory of a process. `many` is the Action on a thousand sites. */
export const PEAKS = ['empty peak', 'check peak', 'many peak'] as const

/**
 * Rounds in this process, in milliseconds: `slow round` with a slow origin, and its `slowest probe`; `hanging round`
 * with an origin that never responds, and its `deadline`.
 */
export const ROUNDS = ['slow round', 'slowest probe', 'hanging round', 'deadline'] as const

export type Subject = (typeof TIMES)[number] | (typeof PEAKS)[number] | (typeof ROUNDS)[number]

/** Each measures once. Throws when the measured process or round does not end as expected. */
export type Subjects = { readonly [S in Subject]: () => Promise<number> }

/** What is compared with another build: start-up, a whole check, and its memory. */
export const COMPARED = ['rejected', 'connect', 'check', 'check peak'] as const satisfies readonly Subject[]

/** The number of sites in the run whose memory is measured. */
const MANY = 1000

/** How long the slow origin takes, in milliseconds. */
export const SLOW = 400

const PEAK = new URL('peak.js', import.meta.url).href

/** Starts the lab that all subjects run in. `entry` is the Action's file. */
export async function openSubjects(
  entry: string,
): Promise<{ readonly subjects: Subjects; readonly close: () => Promise<void> }> {
  const world = await startWorld({
    fault: 'healthy',
    // Everything except a healthy site must end with another exit code than 0.
    inputs: { wait: '0s', comment: 'never', 'fail-on': 'unhealthy, inconclusive, warning' },
  })
  const script = join(world.folder, 'empty.mjs')
  await writeFile(script, '')
  const closingPort = await openClosingPort(join(world.folder, 'closing-port.json'))

  const action = (env: Command['env']): Command => nodeOf(entry, { ...world.env, ...env })
  const rendering = openRendering()
  const empty = nodeOf(script, { PATH: world.env['PATH'] ?? '' })
  const check = { ...action({}), prints: 'is healthy' }
  const sites = join(world.folder, 'sites.yml')
  await writeFile(
    sites,
    `sites:\n${Array.from({ length: MANY }, (_, at) => `  - url: ${SITE}?${at}\n`).join('')}`,
  )
  // Edge and origin share the machine with the Action, so requests need more time.
  const many = {
    ...action({ INPUT_URL: '', INPUT_CONFIG: sites, INPUT_TIMEOUT: '20s' }),
    prints: `All ${MANY} sites are healthy`,
    timeout: 180_000,
  }
  const rejected = { ...action({ INPUT_URL: '' }), code: 1, prints: 'Nothing was ' }
  const cutOff = { ...action({ ORIGIN_GATE_LAB: closingPort.plan }), code: 1 }
  const { routes } = world.internet.labFile()
  const curls = [EDGE_ADDRESS, ORIGIN_ADDRESS].map((address) =>
    curlOf(routes[hostAndPort(address, 443)], world.env),
  )

  let slowest = 0

  return {
    subjects: {
      empty: () => timed(empty),
      rejected: () => timed(rejected),
      connect: () => closingPort.firstConnection(cutOff),
      check: () => timed(check),
      curl: async () => Math.max(...(await Promise.all(curls.map(timed)))),
      comment: async () => rendering.comment(),
      json: async () => rendering.json(),
      'slow round': async () => {
        const { elapsed, evidence } = await runRound(respondAfter(SLOW))
        slowest = slowestOf(evidence)
        return elapsed
      },
      'slowest probe': async () => slowest,
      'hanging round': async () => (await runRound(neverResponds)).elapsed,
      deadline: async () => TIMEOUT,
      'empty peak': () => peakOf(empty),
      'check peak': () => peakOf(check),
      'many peak': () => peakOf(many),
    },
    close: async () => {
      await Promise.all([world.close(), closingPort.close()])
    },
  }
}

function nodeOf(file: string, env: Command['env']): Command {
  return { program: process.execPath, args: [file], env, code: 0, prints: '' }
}

/** Requests the site over one route, as the Action does: HTTP/1.1 over validated TLS. */
function curlOf(port: Route | undefined, env: Command['env']): Command {
  const args = [
    ...'--disable --silent --show-error --fail --http1.1 --noproxy * --output /dev/null'.split(' '),
    '--cacert',
    env['NODE_EXTRA_CA_CERTS'] ?? '',
    '--connect-to',
    `${HOST}:443:127.0.0.1:${port}`,
    SITE,
  ]
  return { program: 'curl', args, env: { PATH: env['PATH'] ?? '' }, code: 0, prints: '' }
}

async function peakOf(command: Command): Promise<number> {
  const kibibytes = Number(await ended({ ...command, args: ['--import', PEAK, ...command.args] }))
  return (kibibytes * 1024) / 1_000_000
}

interface ClosingPort {
  /** The path of the lab file that routes every connection here. */
  readonly plan: string
  /** Runs a command to its end. Milliseconds from before its process starts until its first connection. */
  readonly firstConnection: (command: Command) => Promise<number>
  readonly close: () => Promise<void>
}

/** A port that closes every connection at once, and remembers when the first one arrived. */
async function openClosingPort(plan: string): Promise<ClosingPort> {
  const server = createServer((socket) => socket.on('error', () => undefined).destroy())
  const { port, close } = await listen(server)
  const view: LabFile = {
    names: { [HOST]: [EDGE_ADDRESS] },
    routes: { [hostAndPort(EDGE_ADDRESS, 443)]: port, [hostAndPort(ORIGIN_ADDRESS, 443)]: port },
  }
  await writeFile(plan, JSON.stringify(view))
  return {
    plan,
    close,
    firstConnection: async (command) => {
      let arrived: number | undefined
      server.once('connection', () => {
        arrived = performance.now()
      })
      const start = performance.now()
      await ended(command)
      if (arrived === undefined) throw new Error(`${command.args.join(' ')} never connected`)
      return arrived - start
    },
  }
}
