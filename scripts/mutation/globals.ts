/**
 * The part of `@jest/globals` that the tests of `tests.ts` use. Registers their tests, so that `runner.ts` can run each
 * as often as it likes in a process that has loaded the modules once.
 */
export { expect } from 'expect'

interface RegisteredTest {
  /** The name with those of its groups, and a number if others have it too. */
  readonly id: string
  readonly run: () => unknown
}

const groups: string[] = []
const registered = new Map<string, RegisteredTest>()

export function registeredTests(): readonly RegisteredTest[] {
  return [...registered.values()]
}

function addTest(name: string, run: () => unknown): void {
  const full = [...groups, name].join(' › ')
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

/** A table of cases, each an array of arguments or a single one. The name stays as written. */
function eachOf(add: (name: string, run: () => unknown) => void) {
  return (table: Iterable<unknown>) =>
    (name: string, run: (...values: readonly unknown[]) => unknown): void => {
      for (const row of table) add(name, () => (Array.isArray(row) ? run(...row) : run(row)))
    }
}

export const test = Object.assign(addTest, { each: eachOf(addTest) })
export const describe = Object.assign(addGroup, {
  each: eachOf(addGroup),
  skip: () => undefined,
})
