import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LabFile } from '../../lab/network/routes.ts'
import type { World } from '../../lab/world/world.ts'
import { metered, nodeOf, type Usage } from '../process.ts'
import { type QuickSite, routesTo } from '../site/quick-site.ts'
import { FEW_ROUNDS, ours, type Subjects } from './subject.ts'

/** Seconds. */
const INTERVAL = 5
/** The checks of an hour. */
export const HOUR_OF_CHECKS = 3600 / INTERVAL

/** Milliseconds after which a run of ten thousand checks is stuck. */
const TIMEOUT = 900_000

/**
 * `watch` at the healthy quick site, with the lab's clock, so that pauses take no time:
 * - `watch cpu`: the CPU time of one check, in an hour of them;
 * - `watch memory`: the peak of that run;
 * - `longer watch memory`: that of ten thousand checks.
 */
export async function longWatch(
  entry: string,
  world: World,
  site: QuickSite,
  { tenThousand }: { readonly tenThousand: boolean },
): Promise<Subjects> {
  const lab = join(world.folder, 'watch.json')
  const run = async (checks: number): Promise<Usage> => {
    const plan: LabFile = {
      ...world.internet.labFile(),
      routes: routesTo(site),
      clock: { now: new Date().toISOString() },
    }
    await writeFile(lab, JSON.stringify(plan))
    return metered({
      ...nodeOf([entry], {
        ...world.env,
        ORIGIN_GATE_LAB: lab,
        INPUT_WAIT: '1m',
        INPUT_WATCH: `${checks * INTERVAL}s`,
        INPUT_INTERVAL: `${INTERVAL}s`,
        INPUT_TIMEOUT: '20s',
      }),
      prints: 'is healthy',
      timeout: TIMEOUT,
    })
  }
  return {
    subjects: [
      ours(async () => {
        const { cpu, peak } = await run(HOUR_OF_CHECKS)
        return { 'watch cpu': cpu / HOUR_OF_CHECKS, 'watch memory': peak }
      }, FEW_ROUNDS),
      ...(tenThousand ? [ours(async () => ({ 'longer watch memory': (await run(10_000)).peak }), 1)] : []),
    ],
    close: async () => undefined,
  }
}
