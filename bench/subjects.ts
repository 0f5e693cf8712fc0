import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { EDGE_ADDRESS, HOST, ORIGIN_ADDRESS, SITE } from '../lab/world/internet.ts'
import { listen } from '../lab/network/listen.ts'
import { routeKey, type LabFile, type Route } from '../lab/network/routes.ts'
import { startWorld } from '../lab/world/world.ts'
import { after, lookAt, silent, slowestOf, TIMEOUT } from './looking.ts'
import { ended, timed, type Command } from './process.ts'
import { openRendering } from './rendering.ts'

/**
 * What is measured in milliseconds, as whole processes:
 * - `empty` a node process that does nothing, which nobody who runs on node can save;
 * - `refused` the Action with an input that is refused, so that it ends before it would probe;
 * - `dial` the Action until its first connection arrives: all that it takes to begin probing;
 * - `look` the whole Action on a healthy site: edge, origin, trace and name, then report, summary and outputs;
 * - `curl` the same two requests, edge and origin, by two curls side by side.
 *
 * And within this process, for a report of a thousand sites: `comment` what it takes to render it, `json` its JSON.
 */
export const TIMES = ['empty', 'refused', 'dial', 'look', 'curl', 'comment', 'json'] as const
/** What is measured in megabytes: the most memory that the process ever held. `many` is the Action on a thousand sites. */
export const PEAKS = ['empty peak', 'look peak', 'many peak'] as const

/**
 * Looks within this process, in milliseconds: `slow look` at an origin that takes its time, and its `slowest probe`;
 * `silent look` at one that never answers, and its `deadline`.
 */
export const LOOKS = ['slow look', 'slowest probe', 'silent look', 'deadline'] as const

export type Subject = (typeof TIMES)[number] | (typeof PEAKS)[number] | (typeof LOOKS)[number]

/** Each measures once. Fails when what it measures does not end as it should. */
export type Subjects = { readonly [S in Subject]: () => Promise<number> }

/** Sites of the run that is to stay small. */
const MANY = 1000

/** Milliseconds that the slow origin takes. */
export const SLOW = 400

const PEAK = new URL('peak.js', import.meta.url).href

/** Opens the lab in which all of them are measured. `entry` is the Action's file. */
export async function openSubjects(
  entry: string,
): Promise<{ readonly subjects: Subjects; readonly close: () => Promise<void> }> {
  const world = await startWorld({
    fault: 'healthy',
    // Anything but a healthy site has to end with another exit code than 0.
    inputs: { wait: '0s', comment: 'never', 'fail-on': 'unhealthy, inconclusive, warning' },
  })
  const script = join(world.folder, 'empty.mjs')
  await writeFile(script, '')
  const door = await openDoor(join(world.folder, 'door.json'))

  const action = (env: Command['env']): Command => nodeOf(entry, { ...world.env, ...env })
  const rendering = openRendering()
  const empty = nodeOf(script, { PATH: world.env['PATH'] ?? '' })
  const look = { ...action({}), says: 'is healthy' }
  const sites = join(world.folder, 'sites.yml')
  await writeFile(
    sites,
    `sites:\n${Array.from({ length: MANY }, (_, at) => `  - url: ${SITE}?${at}\n`).join('')}`,
  )
  // Edge and origin share the machine: they may take their time.
  const many = {
    ...action({ INPUT_URL: '', INPUT_CONFIG: sites, INPUT_TIMEOUT: '20s' }),
    says: `All ${MANY} sites are healthy`,
    limit: 180_000,
  }
  const refused = { ...action({ INPUT_URL: '' }), code: 1, says: 'Nothing was probed' }
  const shut = { ...action({ ORIGIN_GATE_LAB: door.plan }), code: 1 }
  const { routes } = world.internet.labFile()
  const curls = [EDGE_ADDRESS, ORIGIN_ADDRESS].map((address) =>
    curlOf(routes[routeKey(address, 443)], world.env),
  )

  let slowest = 0

  return {
    subjects: {
      empty: () => timed(empty),
      refused: () => timed(refused),
      dial: () => door.reached(shut),
      look: () => timed(look),
      curl: async () => Math.max(...(await Promise.all(curls.map(timed)))),
      comment: async () => rendering.comment(),
      json: async () => rendering.json(),
      'slow look': async () => {
        const { took, evidence } = await lookAt(after(SLOW))
        slowest = slowestOf(evidence)
        return took
      },
      'slowest probe': async () => slowest,
      'silent look': async () => (await lookAt(silent)).took,
      deadline: async () => TIMEOUT,
      'empty peak': () => peakOf(empty),
      'look peak': () => peakOf(look),
      'many peak': () => peakOf(many),
    },
    close: async () => {
      await Promise.all([world.close(), door.close()])
    },
  }
}

function nodeOf(file: string, env: Command['env']): Command {
  return { program: process.execPath, args: [file], env, code: 0, says: '' }
}

/** Asks for the site along one route, as the Action does: HTTP/1.1, over TLS that is validated. */
function curlOf(port: Route | undefined, env: Command['env']): Command {
  const args = [
    ...'--disable --silent --show-error --fail --http1.1 --noproxy * --output /dev/null'.split(' '),
    '--cacert',
    env['NODE_EXTRA_CA_CERTS'] ?? '',
    '--connect-to',
    `${HOST}:443:127.0.0.1:${port}`,
    SITE,
  ]
  return { program: 'curl', args, env: { PATH: env['PATH'] ?? '' }, code: 0, says: '' }
}

async function peakOf(command: Command): Promise<number> {
  const kibibytes = Number(await ended({ ...command, args: ['--import', PEAK, ...command.args] }))
  return (kibibytes * 1024) / 1_000_000
}

interface Door {
  /** Path of the lab's plan under which every way leads here. */
  readonly plan: string
  /** Runs a command to its end. Milliseconds from before its process is made until it knocks for the first time. */
  readonly reached: (command: Command) => Promise<number>
  readonly close: () => Promise<void>
}

/** A port that shuts every connection at once, and knows when it came. */
async function openDoor(plan: string): Promise<Door> {
  const server = createServer((socket) => socket.on('error', () => undefined).destroy())
  const { port, close } = await listen(server)
  const view: LabFile = {
    names: { [HOST]: [EDGE_ADDRESS] },
    routes: { [routeKey(EDGE_ADDRESS, 443)]: port, [routeKey(ORIGIN_ADDRESS, 443)]: port },
  }
  await writeFile(plan, JSON.stringify(view))
  return {
    plan,
    close,
    reached: async (command) => {
      let arrived: number | undefined
      server.once('connection', () => {
        arrived = performance.now()
      })
      const start = performance.now()
      await ended(command)
      if (arrived === undefined) throw new Error(`${command.args.join(' ')} never dialed`)
      return arrived - start
    },
  }
}
