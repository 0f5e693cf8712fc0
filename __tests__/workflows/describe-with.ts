import { describe } from '@jest/globals'
import type { Tool } from './tools.ts'

/** `describe`. If something is missing, the tests are skipped and the reason is printed. */
export function describeWith(
  ...tools: readonly Pick<Tool, 'missing'>[]
): (title: string, tests: () => void) => void {
  const { missing } = tools.find((each) => each.missing !== undefined) ?? {}
  if (missing === undefined) return describe
  return (title, tests) => {
    console.warn(`Skipped: ${title}. Reason: ${missing}.`)
    describe.skip(title, tests)
  }
}
