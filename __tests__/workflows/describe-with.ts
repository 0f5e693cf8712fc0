import { describe } from '@jest/globals'
import { LINUX, NEEDS_PROGRAMS } from '../support/platform.ts'
import type { Tool } from './tools.ts'

/** `describe`. If something is missing, the tests are skipped and the reason is printed. Only Linux has all tools. */
export function describeWith(
  ...tools: readonly Pick<Tool, 'missing'>[]
): (title: string, tests: () => void) => void {
  const missing = LINUX
    ? tools.find((each) => each.missing !== undefined)?.missing
    : `only on Linux, because ${NEEDS_PROGRAMS}`
  if (missing === undefined) return describe
  return (title, tests) => {
    console.warn(`Skipped: ${title}. Reason: ${missing}.`)
    describe.skip(title, tests)
  }
}
