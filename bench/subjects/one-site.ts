import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EDGE_ADDRESS, HOST, ORIGIN_ADDRESS, SITE } from '../../lab/world/internet.ts'
import { listen } from '../../lab/network/listen.ts'
import type { LabFile, Route } from '../../lab/network/routes.ts'
import { hostAndPort } from '../../src/shared/authority.ts'
import type { World } from '../../lab/world/world.ts'
import { ended, metered, nodeOf, timed, type Command } from '../process.ts'
import { FEW_ROUNDS, ours, theirs, type Subjects } from './subject.ts'

const FLOOR = fileURLToPath(new URL('../floor.js', import.meta.url))

/** What `floor.js` requests over one connection. */
export interface Requests {
  readonly port: Route | undefined
  readonly host: string
  readonly paths: readonly string[]
}

/** The floor of a check: the same requests by bare `node:tls`, all connections at once. */
export function floorOf(requests: readonly Requests[], env: Command['env']): Command {
  const { PATH = '', NODE_EXTRA_CA_CERTS = '' } = env
  return nodeOf([FLOOR, JSON.stringify(requests)], { PATH, NODE_EXTRA_CA_CERTS })
}

/**
 * One healthy site, as whole processes:
 * - `empty`: a Node process that does nothing;
 * - `rejected`: the Action with an invalid input, so that it ends before the first probe;
 * - `connect`: the Action until its first connection arrives;
 * - `check`: the whole Action: edge, origin, trace and DNS, then report, summary and outputs;
 * - `curl`: the requests to edge and origin, by two curls in parallel;
 * - `floor`: the requests to edge, trace and origin, by bare `node:tls`.
 */
export async function oneSite(entry: string, world: World): Promise<Subjects> {
  const script = join(world.folder, 'empty.mjs')
  await writeFile(script, '')
  const closingPort = await openClosingPort(join(world.folder, 'closing-port.json'))

  const action = (env: Command['env']): Command => nodeOf([entry], { ...world.env, ...env })
  const empty = nodeOf([script], { PATH: world.env['PATH'] ?? '' })
  const check = { ...action({}), prints: 'is healthy' }
  const rejected = { ...action({ INPUT_URL: '' }), code: 1, prints: 'Nothing was ' }
  const cutOff = { ...action({ ORIGIN_GATE_LAB: closingPort.plan }), code: 1 }
  const { routes } = world.internet.labFile()
  const [edge, origin] = [EDGE_ADDRESS, ORIGIN_ADDRESS].map((address) => routes[hostAndPort(address, 443)])
  const curls = [edge, origin].map((port) => curlOf(port, world.env))
  const requests = [
    { port: edge, host: HOST, paths: ['/'] },
    { port: edge, host: HOST, paths: ['/cdn-cgi/trace'] },
    { port: origin, host: HOST, paths: ['/'] },
  ]
  const floor = { ...floorOf(requests, world.env), prints: '200' }

  return {
    close: closingPort.close,
    subjects: [
      theirs(async () => ({ empty: await timed(empty) })),
      ours(async () => ({ rejected: await timed(rejected) })),
      ours(async () => ({ connect: await closingPort.firstConnection(cutOff) })),
      ours(async () => ({ check: await timed(check) })),
      theirs(async () => ({ curl: Math.max(...(await Promise.all(curls.map(timed)))) })),
      ours(async () => {
        const { cpu, peak } = await metered(check)
        return { 'check cpu': cpu, 'check memory': peak }
      }),
      theirs(async () => ({ 'floor cpu': (await metered(floor)).cpu })),
      theirs(async () => ({ 'empty memory': (await metered(empty)).peak }), FEW_ROUNDS),
    ],
  }
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
