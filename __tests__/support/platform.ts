import { describe, test } from '@jest/globals'

// The only module of the tests that decides where they run. Most run on Linux, macOS and Windows. The others name what
// they need here, and are skipped elsewhere: the skipped tests of a run then include the reason.

export const LINUX = process.platform === 'linux'
export const WINDOWS = process.platform === 'win32'

/** Whether every program must be here, because `.ci/run` installs them: tests that lack one then fail. */
export const COMPLETE = LINUX && process.env['CI'] === 'true'

/** The functions to define tests with: Jest's own, or those that skip. */
export interface Here {
  readonly test: typeof test | typeof test.skip
  readonly describe: typeof describe | typeof describe.skip
  /** For a name: ` (not here: nc is missing)`. Empty where the tests run. */
  readonly because: string
}

/** What POSIX systems have and Windows doesn't. */
export const NO_SIGNALS = 'Windows has no signals'
export const NO_SHELL = 'Windows has no POSIX shell'
export const NO_FIFO = 'Windows has no mkfifo'
/** What only Linux has. */
export const NEEDS_TERMINAL = 'it runs on a terminal of util-linux'
export const NEEDS_PROGRAMS = 'it runs the programs of Debian'

/** Tests for POSIX systems: `reason` says why not for Windows. */
export function onPosix(reason: string): Here {
  return here(WINDOWS ? reason : undefined)
}

/**
 * Tests for Linux only: `reason` says what they need.
 *
 * @param missing what this machine lacks for them
 */
export function onLinux(reason: string, missing?: string): Here {
  if (!LINUX) return here(`only on Linux, because ${reason}`)
  return here(COMPLETE ? undefined : missing)
}

function here(problem: string | undefined): Here {
  if (problem === undefined) return { test, describe, because: '' }
  test.skip(`not here: ${problem}`, () => undefined)
  return { test: test.skip, describe: describe.skip, because: ` (not here: ${problem})` }
}
