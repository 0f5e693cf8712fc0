/**
 * Compares our reader of HTTP/1.1 with other implementations: `npm run witness -- --cases 100000 --seed 7`. Prints how
 * often each listed difference occurred. Exits with 1 if a difference isn't listed, or a listed one never occurred.
 */
import { parseArgs } from 'node:util'
import { WITNESS_NAMES, type Case, type WitnessName } from './witness/case.ts'
import { readOurselves } from './witness/ours.ts'
import { compareWith, staleRows, type Unlisted } from './witness/run.ts'
import { shrink } from './witness/shrink.ts'
import { isInstalled, WITNESSES } from './witness/witnesses.ts'

/** With fewer cases, rare differences may not occur. */
const CASES_FOR_STALE = 100_000
/** Unlisted differences to print for each witness. */
const MAX_PRINTED = 10

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string' },
    witness: { type: 'string', multiple: true },
    print: { type: 'string', default: String(MAX_PRINTED) },
  },
})
const count = Number(values.cases)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const chosen = WITNESS_NAMES.filter((name) => values.witness?.includes(name) ?? true)

console.log(`seed ${seed}, ${count} cases`)
const read: WitnessName[] = []
const listed = new Set<string>()
let failed = false
for (const name of chosen) {
  if (await isInstalled(name)) {
    read.push(name)
    failed = !(await run(name)) || failed
  } else console.log(`\n${name}: skipped, because it is not installed`)
}
if (count >= CASES_FOR_STALE)
  for (const key of staleRows(read, listed)) {
    failed = true
    console.log(`stale, remove from the list: ${key}`)
  }
process.exitCode = failed ? 1 : 0

/** Returns whether every difference is listed. */
async function run(name: WitnessName): Promise<boolean> {
  const witness = await WITNESSES[name]()
  try {
    const startedAt = performance.now()
    const { cases, listed: found, unlisted } = await compareWith(witness, { count, seed })
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    console.log(
      `\n${witness.name} (${witness.version}): ${cases} cases in ${seconds} s, ${unlisted.length} unlisted`,
    )
    for (const [key, times] of [...found].toSorted(([, a], [, b]) => b - a)) {
      listed.add(key)
      console.log(`  ${String(times).padStart(6)}  ${key}`)
    }
    for (const each of unlisted.slice(0, Number(values.print))) await print(each)
    return unlisted.length === 0
  } finally {
    await witness.close()
  }
}

async function print({ witness, effect, each }: Unlisted): Promise<void> {
  const small = await shrink(witness, each, effect)
  const [theirs] = await witness.read([small])
  const { outcome, features } = readOurselves(small)
  console.log(
    `  NOT LISTED: case ${each.number}, ${witness.name} ${effect}; features: ${[...features].join(', ')}`,
  )
  console.log(`    ${small.method} ${textOf(small)}`)
  console.log(`    ours:   ${JSON.stringify(outcome).slice(0, 200)}`)
  console.log(`    theirs: ${JSON.stringify(theirs).slice(0, 200)}`)
}

function textOf({ bytes }: Case): string {
  return JSON.stringify(Buffer.from(bytes).toString('latin1')).slice(0, 600)
}
