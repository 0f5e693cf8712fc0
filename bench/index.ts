/**
 * Prints what a run costs beside what nobody can save: an empty node process, and curl. A figure that misses its aim is
 * told and fails nothing, since a busy machine is no fault of the code; a process that ends unexpectedly fails the run.
 */
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Aim, type Figure, type Spread, spreadOf, tableOf } from './figures.ts'
import { countsOfLooks, countsOfPublishing, countTable } from './counts.ts'
import { LOOKS, openSubjects, PEAKS, SLOW, type Subject, type Subjects, TIMES } from './subjects.ts'

/** Memory hardly varies, nor does what waits for a clock: a few rounds tell it. */
const FEW_ROUNDS = 3

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    entry: { type: 'string', default: fileURLToPath(new URL('../dist/index.js', import.meta.url)) },
  },
})
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1)
  throw new RangeError(`--rounds is ${values.rounds}; give 1 or more`)

const { subjects, close } = await openSubjects(values.entry)
try {
  const spreads = await measured(subjects, rounds)
  console.log(
    `node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores; ` +
      `${rounds} interleaved rounds; each pair is min / median\n`,
  )
  console.log(tableOf(figuresOf(spreads)))
  const counts = [...(await countsOfLooks()), ...(await countsOfPublishing(values.entry))]
  console.log(`\n${countTable(counts)}`)
} finally {
  await close()
}

type Spreads = (subject: Subject) => Spread

/** Round by round, each subject once a round: what disturbs the machine for a while disturbs them all. */
async function measured(subjects: Subjects, rounds: number): Promise<Spreads> {
  const samples = new Map<Subject, number[]>()
  // The first of each pays for cold files and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const subject of round > FEW_ROUNDS ? TIMES : [...TIMES, ...LOOKS, ...PEAKS]) {
      const value = await subjects[subject]()
      if (round > 0) samples.set(subject, [...(samples.get(subject) ?? []), value])
    }
  }
  return (subject) => spreadOf(samples.get(subject) ?? [])
}

function figuresOf(of: Spreads): readonly Figure[] {
  const refused = of('refused')
  const start: Aim = { of: 'over', limit: { min: 60, median: 60 }, text: 'over by 60 ms at most' }
  const node = { unit: 'ms', against: 'an empty node', theirs: of('empty') } as const
  return [
    { what: 'start-up, until an input is refused', ours: refused, aim: start, ...node },
    { what: 'start-up, until the first probe dials', ours: of('dial'), aim: start, ...node },
    {
      what: 'a healthy look, edge and origin',
      unit: 'ms',
      ours: of('look'),
      against: 'two curls',
      theirs: of('curl'),
      aim: {
        of: 'over',
        limit: { min: refused.min + 50, median: refused.median + 50 },
        text: 'over by start-up and 50 ms at most',
      },
    },
    lookFigure(
      `a look whose origin takes ${SLOW} ms`,
      of('slow look'),
      'its slowest probe',
      of('slowest probe'),
    ),
    lookFigure('a look whose origin never answers', of('silent look'), 'its deadline', of('deadline')),
    {
      what: 'the comment of a thousand failing sites',
      unit: 'ms',
      ours: of('comment'),
      against: 'its JSON',
      theirs: of('json'),
      aim: { of: 'whole', limit: { min: 100, median: 100 }, text: '100 ms at most' },
    },
    {
      what: 'the most memory of that look',
      unit: 'MB',
      ours: of('look peak'),
      against: 'an empty node',
      theirs: of('empty peak'),
      aim: { of: 'whole', limit: { min: 100, median: 100 }, text: '100 MB at most' },
    },
  ]
}

/** A look costs its slowest probe and hardly more: nothing is asked one after the other but what a failure left open. */
function lookFigure(what: string, ours: Spread, against: string, theirs: Spread): Figure {
  const limit = { min: theirs.min / 10, median: theirs.median / 10 }
  return { what, unit: 'ms', ours, against, theirs, aim: { of: 'over', limit, text: 'over by 10 % at most' } }
}
