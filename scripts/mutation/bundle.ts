import { glob, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'
import { build, type Plugin } from 'esbuild'
import * as fc from 'fast-check'
import { JEST_GLOBALS, testsOf, type RegisteredTest } from './globals.ts'
import { AREAS } from './tests.ts'

/** One evaluation of the modules. Each file is evaluated when it is needed first. */
export interface Instance {
  /**
   * Switches to a mutant, or to none of them (-1).
   *
   * @param limit how often the mutant may run
   */
  readonly activate: (id: number, limit: number) => void
  /** Whether it ran more often. */
  readonly isEndless: () => boolean
  readonly loadMutated: () => void
  readonly testsIn: (file: string) => ReadonlyMap<string, RegisteredTest>
}

export interface Bundle {
  readonly testFiles: readonly string[]
  /** The file that contains a mutant, by the mutant's id. */
  readonly fileOf: ReadonlyMap<string, string>
  /** Counts, by the mutant's id, how often it is reached. Only if requested. */
  readonly reached: Uint32Array
  /** New modules, in the state before any of them has run. Takes no time, because V8 keeps the compiled code. */
  readonly instance: () => Instance
}

/**
 * The tests and all that they import in one script. Evaluating it again takes milliseconds, which loading the modules
 * again does not.
 *
 * @param isCounted whether it counts how often each mutant is reached
 */
export async function bundled(isCounted: boolean): Promise<Bundle> {
  const { mutatedFiles, testFiles } = await chosenFiles()
  const fileOf = new Map<string, string>()
  const { outputFiles } = await build({
    stdin: {
      contents: `
        exports.mutated = () => { ${mutatedFiles.map(requireOf).join(';')} }
        exports.tests = { ${testFiles.map((file) => `${JSON.stringify(file)}: () => ${requireOf(file)}`).join(',')} }`,
      resolveDir: process.cwd(),
      loader: 'js',
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    packages: 'external',
    plugins: [typescript(fileOf, isCounted)],
  })
  const code = outputFiles[0]?.text ?? ''
  const script = new vm.Script(`(function (require, exports, __reached) {${SWITCHES}\n${code}\n})`, {
    filename: 'tests.cjs',
  })
  const evaluate: unknown = script.runInThisContext()
  const reached = new Uint32Array([...fileOf.keys()].reduce((most, id) => Math.max(most, Number(id)), 0) + 1)
  return { testFiles, fileOf, reached, instance: () => instanceOf(evaluate, reached) }
}

/** The mutated files, and the tests of their areas. */
async function chosenFiles(): Promise<{ mutatedFiles: readonly string[]; testFiles: readonly string[] }> {
  const mutatedFiles: string[] = []
  const testFiles = new Set<string>()
  for (const { mutated, tests } of AREAS) {
    const files = await filesOf(mutated)
    const contents = await Promise.all(files.map((file) => readFile(file, 'utf8')))
    const found = files.filter((_, index) => contents[index]?.includes('stryMutAct'))
    mutatedFiles.push(...found)
    if (found.length > 0) for (const file of await filesOf(tests)) testFiles.add(file)
  }
  return { mutatedFiles, testFiles: [...testFiles] }
}

async function filesOf(patterns: readonly string[]): Promise<readonly string[]> {
  const files: string[] = []
  for await (const file of glob(patterns)) files.push(file)
  return files.toSorted()
}

const requireOf = (file: string): string => `require(${JSON.stringify(resolve(file))})`

/** Notes the mutants of each file, and replaces what a module of its own would know about its place. */
function typescript(fileOf: Map<string, string>, isCounted: boolean): Plugin {
  return {
    name: 'typescript',
    setup: (esbuild) => {
      esbuild.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8')
        for (const [, id] of text.matchAll(ACTIVE)) if (id !== undefined) fileOf.set(id, path)
        const contents = withOwnSwitches(text, isCounted)
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path)))
          .replaceAll('import.meta.main', 'false')
        return { loader: 'ts', contents }
      })
    },
  }
}

const ACTIVE = /stryMutAct_9fa48\("(\d+)"\)/g
const REACHED = /stryCov_9fa48\(("\d+"(?:, *"\d+")*)\)/g

/** Stryker's code calls a function for each mutant, which takes longer than the code under test. */
function withOwnSwitches(text: string, isCounted: boolean): string {
  return text
    .replaceAll(ACTIVE, '(__active === $1 && __hit())')
    .replaceAll(REACHED, (_, ids: string) =>
      isCounted ? `(${ids.replaceAll(/"(\d+)"/g, '__reached[$1]++')})` : '0',
    )
}

/** The variables that the mutated code reads. */
const SWITCHES = `
  let __active = -1, __hits = 0, __limit = Infinity
  const __hit = () => {
    if (++__hits > __limit) throw new Error('the mutant runs too often')
    return true
  }
  // What a mutant has computed must not be found by the next one.
  let __epoch = 0
  function WeakMap() {
    let map = new globalThis.WeakMap(), epoch = __epoch
    const current = () => {
      if (epoch !== __epoch) [map, epoch] = [new globalThis.WeakMap(), __epoch]
      return map
    }
    return { get: (key) => current().get(key), has: (key) => current().has(key), set: (key, value) => current().set(key, value) }
  }
  exports.activate = (id, limit) => { __active = id; __limit = limit; __hits = 0; __epoch += 1 }
  exports.isEndless = () => __hits > __limit`

/** At most so many runs of a property. More take seconds, and a mutant that only they notice deserves an example. */
const MAX_RUNS = 15

/** The modules that tests get in place of others. The first failure is enough: a smaller example takes minutes. */
const REPLACED: Readonly<Record<string, unknown>> = {
  '@jest/globals': JEST_GLOBALS,
  'fast-check': {
    ...fc,
    assert: <T>(property: fc.IRawProperty<T>, { numRuns = MAX_RUNS, ...parameters }: fc.Parameters<T> = {}) =>
      fc.assert(property, { ...parameters, numRuns: Math.min(numRuns, MAX_RUNS), endOnFailure: true }),
  },
}

const requireFromHere = createRequire(import.meta.url)

function instanceOf(evaluate: unknown, reached: Uint32Array): Instance {
  if (typeof evaluate !== 'function') throw new TypeError('the bundle is not a function')
  const exports: {
    activate?: (id: number, limit: number) => void
    isEndless?: () => boolean
    mutated?: () => void
    tests?: Readonly<Record<string, () => void>>
  } = {}
  evaluate((name: string): unknown => REPLACED[name] ?? requireFromHere(name), exports, reached)
  const loaded = new Map<string, ReadonlyMap<string, RegisteredTest>>()
  return {
    activate: (id, limit) => exports.activate?.(id, limit),
    isEndless: () => exports.isEndless?.() === true,
    loadMutated: () => exports.mutated?.(),
    testsIn: (file) => {
      const tests = loaded.get(file) ?? testsOf(file, () => exports.tests?.[file]?.())
      loaded.set(file, tests)
      return tests
    },
  }
}
