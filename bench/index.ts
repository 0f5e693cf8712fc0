/**
 * Compares the cost of a run with an empty Node process and with curl. A figure that misses its aim is reported, but
 * fails nothing, because the machine may be busy. A process that ends unexpectedly fails the run.
 */
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Aim, comparisonTableOf, type Figure, type Spread, spreadOf, tableOf } from './figures.ts'
import { countsOfRounds, countsOfPublishing, countTable } from './counts.ts'
import {
  COMPARED,
  openSubjects,
  PEAKS,
  ROUNDS,
  SLOW,
  type Subject,
  type Subjects,
  TIMES,
} from './subjects.ts'

/**
 * Enough for memory and for what waits for a timer, because both hardly vary. The run of a thousand sites is measured
 * once: it takes as long as all others together.
 */
const FEW_ROUNDS = 3

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    entry: { type: 'string' },
  },
})
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1)
  throw new RangeError(`--rounds is ${values.rounds}. Use a whole number from 1.`)

const COMPARED_AS: Readonly<Record<(typeof COMPARED)[number], string>> = {
  rejected: 'start-up, until an input is rejected',
  connect: 'start-up, until the first connection',
  check: 'a healthy check, edge and origin',
  'check peak': 'peak memory of that check',
}

const ENTRY = fileURLToPath(new URL('../dist/index.js', import.meta.url))

const ours = await openSubjects(ENTRY)
const other = values.entry === undefined ? undefined : await openSubjects(values.entry)
try {
  const { spreads, spreadsOfOther } = await measured(ours.subjects, other?.subjects, rounds)
  console.log(
    `node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores; ` +
      `${rounds} interleaved rounds; each pair is min / median\n`,
  )
  console.log(tableOf(figuresOf(spreads)))
  if (values.entry !== undefined) {
    console.log(`\nCompared with ${values.entry}, in the same rounds:\n`)
    console.log(
      comparisonTableOf(
        COMPARED.map((subject) => ({
          what: COMPARED_AS[subject],
          unit: subject === 'check peak' ? 'MB' : 'ms',
          ours: spreads(subject),
          theirs: spreadsOfOther(subject),
        })),
      ),
    )
  }
  const counts = [...(await countsOfRounds()), ...(await countsOfPublishing(ENTRY))]
  console.log(`\n${countTable(counts)}`)
} finally {
  await Promise.all([ours.close(), other?.close()])
}

type Spreads = (subject: Subject) => Spread

/** Interleaved: each round measures each subject once, so a disturbance affects all of them. */
async function measured(
  subjects: Subjects,
  otherSubjects: Subjects | undefined,
  rounds: number,
): Promise<{ readonly spreads: Spreads; readonly spreadsOfOther: Spreads }> {
  const samples = new Map<Subject, number[]>()
  const samplesOfOther = new Map<Subject, number[]>()
  // The first round is not counted: its files are not in the cache yet.
  for (let round = 0; round <= rounds; round++) {
    const few = PEAKS.filter((peak) => peak !== 'many peak' || round === 1)
    for (const subject of round > FEW_ROUNDS ? TIMES : [...TIMES, ...ROUNDS, ...few]) {
      const value = await subjects[subject]()
      if (round > 0) add(samples, subject, value)
    }
    for (const subject of otherSubjects === undefined ? [] : COMPARED) {
      // The peak of our build is measured in the first rounds, but a comparison needs it in all of them.
      if (subject === 'check peak' && round > FEW_ROUNDS) add(samples, subject, await subjects[subject]())
      const value = await otherSubjects?.[subject]()
      if (round > 0 && value !== undefined) add(samplesOfOther, subject, value)
    }
  }
  return {
    spreads: (subject) => spreadOf(samples.get(subject) ?? []),
    spreadsOfOther: (subject) => spreadOf(samplesOfOther.get(subject) ?? []),
  }
}

function add(to: Map<Subject, number[]>, subject: Subject, value: number): void {
  to.set(subject, [...(to.get(subject) ?? []), value])
}

function figuresOf(of: Spreads): readonly Figure[] {
  const rejected = of('rejected')
  const start: Aim = { of: 'over', limit: { min: 60, median: 60 }, text: 'over by 60 ms at most' }
  const node = { unit: 'ms', against: 'an empty node', theirs: of('empty') } as const
  return [
    { what: 'start-up, until an input is rejected', ours: rejected, aim: start, ...node },
    { what: 'start-up, until the first connection', ours: of('connect'), aim: start, ...node },
    {
      what: 'a healthy check, edge and origin',
      unit: 'ms',
      ours: of('check'),
      against: 'two curls',
      theirs: of('curl'),
      aim: {
        of: 'over',
        limit: { min: rejected.min + 50, median: rejected.median + 50 },
        text: 'over by start-up and 50 ms at most',
      },
    },
    roundFigure(
      `a round whose origin takes ${SLOW} ms`,
      of('slow round'),
      'its slowest probe',
      of('slowest probe'),
    ),
    roundFigure('a round whose origin never responds', of('hanging round'), 'its deadline', of('deadline')),
    {
      what: 'the comment of a thousand failing sites',
      unit: 'ms',
      ours: of('comment'),
      against: 'its JSON',
      theirs: of('json'),
      aim: { of: 'whole', limit: { min: 100, median: 100 }, text: '100 ms at most' },
    },
    {
      what: 'peak memory of a thousand sites',
      unit: 'MB',
      ours: of('many peak'),
      against: 'one site',
      theirs: of('check peak'),
      aim: { of: 'whole', limit: { min: 200, median: 200 }, text: '200 MB at most' },
    },
    {
      what: 'peak memory of that check',
      unit: 'MB',
      ours: of('check peak'),
      against: 'an empty node',
      theirs: of('empty peak'),
      aim: { of: 'whole', limit: { min: 100, median: 100 }, text: '100 MB at most' },
    },
  ]
}

/** A round takes hardly longer than its slowest probe, because probes run in parallel. Only rechecks follow. */
function roundFigure(what: string, ours: Spread, against: string, theirs: Spread): Figure {
  const limit = { min: theirs.min / 10, median: theirs.median / 10 }
  return { what, unit: 'ms', ours, against, theirs, aim: { of: 'over', limit, text: 'over by 10 % at most' } }
}
