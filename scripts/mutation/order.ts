import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'

/** What the dry run measured of a test. */
export interface Measured {
  readonly file: string
  readonly id: string
  /** CPU time in milliseconds. */
  readonly cost: number
  /** How many mutants of each mutated file the test reaches. */
  readonly reaches: Readonly<Record<string, number>>
  /** The mutants that are reached while the file of the test is loaded. */
  readonly whileLoading: readonly number[]
}

/** Written by the process of the dry run, read by each that tries mutants. */
const MEASURED = '.measured-tests.json'

/**
 * CPU time in milliseconds that the tests of one mutant may take, the most promising first. A mutant that no test has
 * noticed by then counts as survived.
 */
export const BUDGET = Number(process.env['ORIGIN_GATE_MUTANT_BUDGET'] ?? '300')

/** Tries one of so many mutants, by their numbers. The others get the status of an error, which no score counts. */
const SAMPLE = Number(process.env['ORIGIN_GATE_MUTANT_SAMPLE'] ?? '1')

export function isInSample(mutant: string): boolean {
  return Number(mutant) % SAMPLE === 0
}

export function keep(tests: readonly Measured[]): void {
  writeFileSync(MEASURED, JSON.stringify(tests))
}

export function kept(): readonly Measured[] {
  return existsSync(MEASURED) ? JSON.parse(readFileSync(MEASURED, 'utf8')) : []
}

/** What a process has learned while it tried mutants. */
interface Learned {
  /** Kills of each test, by the file of the mutant. Tests that killed a mutant often kill its neighbors. */
  readonly kills: Map<string, Map<string, number>>
  /** CPU time in milliseconds of each test. The dry run runs cold code, which takes longer. */
  readonly costs: Map<string, number>
}

const learned: Learned = { kills: new Map(), costs: new Map() }

export function noteKill(file: string, test: string): void {
  const ofFile = learned.kills.get(file) ?? new Map<string, number>()
  ofFile.set(test, (ofFile.get(test) ?? 0) + 1)
  learned.kills.set(file, ofFile)
}

export function noteCost(test: string, cost: number): void {
  learned.costs.set(test, Math.min(cost, learned.costs.get(test) ?? Infinity))
}

/** These compare whole texts, so they notice more than others. */
const COMPARES_TEXTS = /^__tests__\/(?:cases|report\/golden|redact\/(?:exact|readings))\.test\.ts/

/** Whether a test prints all that a file contains: the words of a cause, a table, or what its functions return. */
function printsAll(test: string, file: string): boolean {
  const path = /src\/diagnosis\/(.+)\.ts$/.exec(file)?.[1]
  if (path === undefined) return false
  if (test.startsWith('__tests__/diagnosis/several-origins')) return !path.includes('/')
  if (test.startsWith('__tests__/diagnosis/direct-facts'))
    return /^(?:facts|fingerprints\/shown|freshness)/.test(path)
  if (path.startsWith('fingerprints/') && test.includes('the tables of what is recognized')) return true
  if (path.startsWith('causes/') && !test.includes('evidence varies'))
    return test.includes(` ${basename(path)} `)
  if (/^history|^diagnose|^judge/.test(path) && test.includes('series of rounds')) return true
  return test.includes(`› ${path} says what it said`)
}

/**
 * The tests to run for a mutant, the most promising for their time first.
 *
 * @param candidates ids; undefined: all tests
 */
export function inOrder(
  tests: readonly Measured[],
  file: string,
  candidates: readonly string[] | undefined,
): readonly Measured[] {
  const ids = candidates && new Set(candidates)
  const kills = learned.kills.get(file)
  return tests
    .filter(({ id }) => ids?.has(id) ?? true)
    .map((test) => {
      const { id, cost, reaches } = test
      const likely = ((reaches[file] ?? 0) + 0.1) * (COMPARES_TEXTS.test(id) ? 4 : 1)
      const promise = printsAll(id, file)
        ? Infinity
        : (likely + (kills?.get(id) ?? 0) * 100) / (0.3 + (learned.costs.get(id) ?? cost))
      return { test, promise }
    })
    .toSorted((a, b) => b.promise - a.promise)
    .map(({ test }) => test)
}
