/**
 * The part of `@jest/globals` that the tests of `tests.ts` use. Registers their tests, so that `runner.ts` can run each
 * as often as it likes without starting a process.
 */
import { expect } from 'expect'

export interface RegisteredTest {
  /** The file, the names of the groups, the name, and a number if others have all of them too. */
  readonly id: string
  readonly run: () => unknown
}

let file = ''
const groups: string[] = []
let registered = new Map<string, RegisteredTest>()

/**
 * @param load loads the file, which registers its tests
 * @returns the tests by their ids
 */
export function testsOf(path: string, load: () => void): ReadonlyMap<string, RegisteredTest> {
  file = path
  registered = new Map()
  load()
  return registered
}

function addTest(name: string, run: () => unknown): void {
  const full = [file, ...groups, name].join(' › ')
  let id = full
  for (let number = 2; registered.has(id); number += 1) id = `${full} (${number})`
  registered.set(id, { id, run })
}

function addGroup(name: string, define: () => unknown): void {
  groups.push(name)
  try {
    define()
  } finally {
    groups.pop()
  }
}

/** A table of cases, each an array of arguments or a single one. Of a name only the first `%s` is replaced. */
function eachOf(add: (name: string, run: () => unknown) => void) {
  return (table: Iterable<unknown>) =>
    (name: string, run: (...values: readonly unknown[]) => unknown): void => {
      for (const row of table) {
        const values: readonly unknown[] = Array.isArray(row) ? row : [row]
        const [first] = values
        add(typeof first === 'string' ? name.replace('%s', () => first) : name, () => run(...values))
      }
    }
}

const test = Object.assign(addTest, { each: eachOf(addTest) })
const describe = Object.assign(addGroup, { each: eachOf(addGroup), skip: () => undefined })

/** What `import … from '@jest/globals'` gets. */
export const JEST_GLOBALS = { expect, test, describe }
