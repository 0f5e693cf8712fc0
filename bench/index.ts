/**
 * Compares the cost of a run with the least that its work can cost. A figure that exceeds its limit is reported, but
 * fails nothing, because the machine may be busy. A process that ends unexpectedly fails the run.
 */
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startWorld } from '../lab/world/world.ts'
import { countsOfPublishing, countsOfRounds, countTable } from './counts.ts'
import { comparisonOf } from './comparison.ts'
import { farSite } from './subjects/far-site.ts'
import { tableOf } from './figures.ts'
import { inProcess } from './subjects/in-process.ts'
import { longWatch } from './subjects/long-watch.ts'
import { manySites } from './subjects/many-sites.ts'
import { measuredIn } from './measure.ts'
import { oneSite } from './subjects/one-site.ts'
import { openQuickSite } from './site/quick-site.ts'
import { limitedFigures, otherFigures } from './results.ts'
import type { Subjects } from './subjects/subject.ts'

const ENTRY = fileURLToPath(new URL('../dist/index.js', import.meta.url))

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    all: { type: 'boolean', default: false },
    entry: { type: 'string' },
  },
})
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1)
  throw new RangeError(`--rounds is ${values.rounds}. Use a whole number from 1.`)
const tenThousand = values.all

const ours = await open(ENTRY)
const other = values.entry === undefined ? undefined : await open(values.entry)
try {
  const { spreads, spreadsOfOther } = await measuredIn(
    rounds,
    [...ours.subjects, ...inProcess()],
    other?.subjects ?? [],
  )
  console.log(
    `node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores; ` +
      `${rounds} interleaved rounds; each pair is min / median\n`,
  )
  console.log(tableOf([...limitedFigures(spreads, { tenThousand }), ...otherFigures(spreads)]))
  if (!tenThousand)
    console.log(
      '\n10,000 sites and 10,000 checks take minutes. Measure them too with: npm run bench -- --all',
    )
  if (values.entry !== undefined) {
    console.log(`\nCompared with ${values.entry}, in the same rounds:\n`)
    console.log(comparisonOf(spreads, spreadsOfOther, { tenThousand }))
  }
  const counts = [...(await countsOfRounds()), ...(await countsOfPublishing(ENTRY))]
  console.log(`\n${countTable(counts)}`)
} finally {
  await Promise.all([ours.close(), other?.close()])
}

/** Starts the lab that all whole processes of one build run in. `entry` is the Action's file. */
async function open(entry: string): Promise<Subjects> {
  const world = await startWorld({
    fault: 'healthy',
    // Everything except a healthy site must end with another exit code than 0.
    inputs: { wait: '0s', comment: 'never', 'fail-on': 'unhealthy, inconclusive, warning' },
  })
  const site = await openQuickSite(world.internet.authorities)
  const parts = [
    await oneSite(entry, world),
    await farSite(entry, world, site),
    await manySites(entry, world, site, { tenThousand }),
    await longWatch(entry, world, site, { tenThousand }),
  ]
  return {
    subjects: parts.flatMap(({ subjects }) => subjects),
    close: async () => {
      await Promise.all([world, site, ...parts].map((each) => each.close()))
    },
  }
}
