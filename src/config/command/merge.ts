import type { FailOn } from '../../domain/config.ts'
import { list } from '../../shared/text.ts'
import { problemsOfReportPaths } from '../files/output-paths.ts'
import { checkerOf } from '../parser/checker.ts'
import { HIDE_TOKENS } from '../parser/hide.ts'
import { type Problem, printable } from '../parser/problems.ts'
import { parseFailOn } from '../values/scalars.ts'
import { parseFlags } from './flags.ts'
import { type Given, givenBy, withSource } from './given.ts'
import { type Output, outputOf } from './output.ts'
import { MERGE_FLAGS } from './rows.ts'

/** What the arguments of `merge` request. */
type MergeArguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'merge'
      /** As typed: paths, patterns and `-`. */
      readonly files: readonly string[]
      readonly problems: readonly Problem[]
      /** Absent if a flag is wrong. */
      readonly wanted?: { readonly output: Output; readonly failOn: ReadonlySet<FailOn> }
    }

const FILES = 'file'

/** Parses the arguments after `merge`. Variables such as `ORIGIN_GATE_FORMAT` set the flags as they do for a check. */
export function mergeArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): MergeArguments {
  const flags = parseFlags(args, FILES)
  if (flags.kind === 'help' || flags.kind === 'version') return { kind: flags.kind }
  const { given: typed } = flags
  const all = givenBy(typed, env)
  // The variables of other flags are for checks.
  const given: Given = { ...all, read: (name) => (MERGE_FLAGS.includes(name) ? all.read(name) : '') }
  const files = (typed.get(FILES) ?? '').split('\n').filter((file) => file !== '')
  const output = outputOf(given)
  const failOn = checkerOf(given.read, { shell: 'command', showOrigin: false, hide: HIDE_TOKENS })(
    'fail-on',
    parseFailOn,
  )
  const wrong = flags.kind === 'refused' ? flags.problems : []
  const known = new Set(wrong.map(({ input }) => input))
  const others = [
    ...[...typed.keys()].filter((name) => name !== FILES && !MERGE_FLAGS.includes(name)).map(foreign),
    ...(output.ok ? problemsOfReportPaths(output.output) : output.problems),
    ...(failOn.ok ? [] : failOn.faults),
    ...(files.length === 0 ? [NO_FILE] : []),
    ...(files.filter((file) => file === '-').length > 1 ? [TWICE] : []),
  ].filter(({ input }) => !known.has(input))
  const problems = [...wrong, ...others].map((problem) => withSource(problem, all))
  return {
    kind: 'merge',
    files: [...new Set(files)],
    problems,
    ...(output.ok && failOn.ok && { wanted: { output: output.output, failOn: failOn.value } }),
  }
}

const NO_FILE: Problem = {
  input: FILES,
  text: 'There is no report to merge. Add the JSON reports, such as `origin-gate merge report-*.json`.',
}

const TWICE: Problem = {
  input: FILES,
  text: '`-` can be used only once, because standard input has one report.',
}

/** A flag of a check. */
function foreign(name: string): Problem {
  const flag = `--${printable(name)}`
  return {
    input: name,
    text:
      name === 'show-origin'
        ? `\`merge\` has no \`${flag}\`, because each report shows or hides the address already. Use the flag in the checks.`
        : `\`merge\` has no \`${flag}\`, because it checks no site. It has ${list(MERGE_FLAGS.map((known) => `\`--${known}\``))}.`,
  }
}
