import type { Config } from '../domain/config.ts'
import { parseBoolean } from './values/booleans.ts'
import { checkerOf } from './parser/checker.ts'
import { oneOf, parseFailOn } from './values/choices.ts'
import type { ReferencedFiles } from './files/referenced.ts'
import type { InputName } from './inputs/inputs.ts'
import { integerBetween } from './values/integers.ts'
import { listedSettings } from './listed-sites.ts'
import { listOf, someOf } from './parser/lists.ts'
import { optional, textThat } from './parser/parser.ts'
import type { Problem } from './parser/problems.ts'
import { combined, type Result, succeed } from './parser/result.ts'
import { secretsOf, showsOrigin } from './secrets.ts'
import { configOf, type Settings } from './settings.ts'
import { type Parts, siteReader } from './site-settings.ts'
import { tokenSuchAs } from './values/tokens.ts'
import { parseUrl } from './values/urls.ts'

/** Where the inputs come from, and what an empty one means there. With what `givenBy` has read. */
export interface Context extends ReferencedFiles {
  readonly shell: 'action' | 'cli'
  readonly defaultCommentKey: string
  /** Path of the Action's JSON report. The command writes one only when it is told to. */
  readonly defaultReport: string
}

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * The configuration, or every problem of the inputs at once in the order of `INPUTS`, and then those of the file `config`. Reads nothing
 * but `input` and what the context has of files.
 */
export function parseConfig(input: (name: InputName) => string, context: Context): ParsedConfig {
  const { shell, files, listed } = context
  const checking = { shell, showOrigin: showsOrigin(input), secrets: secretsOf(input, context) }
  const checked = checkerOf(input, checking)
  const urls = listOf(parseUrl)
  const read = siteReader(files)
  const own: Parts<Omit<Settings, 'listed'>> = {
    urls: checked(
      'url',
      listed === undefined ? someOf(urls, 'Give one or more http or https URLs, one a line') : urls,
    ),
    ...read(checked),
    failOn: checked('fail-on', parseFailOn),
    comment: checked('comment', oneOf(['always', 'on-failure', 'never'])),
    commentTarget: checked('comment-target', oneOf(['auto', 'pr', 'commit'])),
    commentKey: withDefault(checked('comment-key', parseKey), context.defaultCommentKey),
    prNumber: checked('pr-number', optional(integerBetween(1, 2 ** 31 - 1))),
    jobSummary: checked('job-summary', parseBoolean),
    checkRun: checked('check-run', parseBoolean),
    deploymentStatus: checked('deployment-status', parseBoolean),
    report: withDefault(checked('report', succeed), shell === 'action' ? context.defaultReport : ''),
    junit: checked('junit', succeed),
    baseline: checked('baseline', succeed),
    showOrigin: checked('show-origin', parseBoolean),
    githubToken: checked('github-token', tokenSuchAs('Give one token, such as `${{ github.token }}`')),
  }
  const known = Object.values<Result<unknown, Problem>>(own).flatMap((part) => (part.ok ? [] : part.faults))
  const parsed = combined<Settings, Problem>({
    ...own,
    listed: listedSettings(context, input('config').trim(), { checking, base: checked, read, known }),
  })
  return parsed.ok ? { ok: true, config: configOf(parsed.value) } : { ok: false, problems: parsed.faults }
}

function withDefault(parsed: Result<string, Problem>, usual: string): Result<string, Problem> {
  return parsed.ok && parsed.value === '' ? succeed(usual) : parsed
}

const parseKey = textThat((text) => text.length <= 200 && !/\p{Cc}/u.test(text), {
  fault: 'is no key',
  accepted: 'Give up to 200 characters in one line',
})
