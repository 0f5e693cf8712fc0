import { describe, test } from '@jest/globals'
import { LINUX, NEEDS_PROGRAMS } from '../support/platform.ts'
import type { Tool } from './tools.ts'

/** GitHub's runners have Go, Python and all other programs: there, a run without these tests must not pass. */
const HAS_ALL = LINUX && process.env['GITHUB_ACTIONS'] === 'true'

/**
 * `describe`. If something is missing, the tests are skipped and the reason is printed, but fail on GitHub. Only Linux
 * has all tools.
 */
export function describeWith(
  ...tools: readonly Pick<Tool, 'missing'>[]
): (title: string, tests: () => void) => void {
  const missing = LINUX
    ? tools.find((each) => each.missing !== undefined)?.missing
    : `only on Linux, because ${NEEDS_PROGRAMS}`
  if (missing === undefined) return describe
  return (title, tests) => {
    if (HAS_ALL)
      test(`${title}: needs its tools`, () => {
        throw new Error(`${missing}. Install it, or run this job again if it could not be fetched.`)
      })
    console.warn(`Skipped: ${title}. Reason: ${missing}.`)
    describe.skip(title, tests)
  }
}
