import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HOST, SITE } from '../../lab/world/internet.ts'
import type { World } from '../../lab/world/world.ts'
import { numberIn } from '../../src/shared/json.ts'
import { openLine } from '../site/line.ts'
import { floorOf } from './one-site.ts'
import { ended, nodeOf, type Command } from '../process.ts'
import { type QuickSite, routesTo } from '../site/quick-site.ts'
import { FEW_ROUNDS, ours, theirs, type Subjects } from './subject.ts'

/** The round-trip time of the line, in milliseconds. */
export const ROUND_TRIP = 50

/** A check over the line is short, and its phases vary more than its total. */
const SHORT_ROUNDS = 10

/** Redirects to the same host, one after the other. */
export const REDIRECTS = 5

/**
 * The quick site over a line of 50 ms:
 * - `redirects`: from the first connection to the edge until the last byte of the last response;
 * - `processing`: that phase of the first request to the edge, as the Action reports it.
 *
 * `floor redirects` and `floor processing` are the same by bare `node:tls`, with one connection for all redirects.
 */
export async function farSite(entry: string, world: World, site: QuickSite): Promise<Subjects> {
  const [edge, origin] = await Promise.all([
    openLine(site.edge, ROUND_TRIP),
    openLine(site.origin, ROUND_TRIP),
  ])
  const plan = join(world.folder, 'far.json')
  const far = routesTo({ edge: edge.port, origin: origin.port })
  await writeFile(plan, JSON.stringify({ ...world.internet.labFile(), routes: far }))

  const check: Command = {
    ...nodeOf([entry], { ...world.env, ORIGIN_GATE_LAB: plan }),
    prints: 'is healthy',
  }
  const first = `/redirect/${REDIRECTS}`
  const redirected = { ...check, env: { ...check.env, INPUT_URL: new URL(first, SITE).href } }
  const floor = (paths: readonly string[]): Command =>
    floorOf(
      [
        { port: edge.port, host: HOST, paths },
        { port: edge.port, host: HOST, paths: ['/cdn-cgi/trace'] },
        { port: origin.port, host: HOST, paths },
      ],
      world.env,
    )
  const redirectedFloor = floor(
    Array.from({ length: REDIRECTS + 1 }, (_, at) => `/redirect/${REDIRECTS - at}`),
  )

  const elapsed = async (command: Command): Promise<number> => {
    edge.takeElapsed()
    await ended(command)
    return edge.takeElapsed()
  }
  return {
    subjects: [
      ours(async () => ({ redirects: await elapsed(redirected) }), FEW_ROUNDS),
      theirs(async () => ({ 'floor redirects': await elapsed(redirectedFloor) }), FEW_ROUNDS),
      ours(async () => {
        await ended(check)
        return { processing: await reportedProcessing(world) }
      }, SHORT_ROUNDS),
      theirs(async () => {
        const { stdout } = await ended(floor(['/']))
        return { 'floor processing': Number(stdout.split(/\s/)[1]) }
      }, SHORT_ROUNDS),
    ],
    close: async () => {
      await Promise.all([edge.close(), origin.close()])
    },
  }
}

/** Reads the JSON report of the last run. */
async function reportedProcessing({ folder }: World): Promise<number> {
  const report: unknown = JSON.parse(await readFile(join(folder, 'origin-gate', 'report.json'), 'utf8'))
  return numberIn(report, 'sites', 0, 'probes', 'edge', 'timings', 'processing')
}
