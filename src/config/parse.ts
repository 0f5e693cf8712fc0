import type { Config, PublishConfig } from '../domain/config.ts'
import type { ReferencedFiles } from './files/referenced.ts'
import { type InputReader, INPUTS } from './inputs/inputs.ts'
import { listedSettings } from './listed-sites.ts'
import { HOUR, isCommit, MINUTE } from '../shared/text.ts'
import { checkerOf } from './parser/checker.ts'
import { hiding } from './parser/hide.ts'
import { listOf, someOf } from './parser/lists.ts'
import { combined, memo, optional, type Result, succeed, textThat } from './parser/parser.ts'
import type { Problem } from './parser/problems.ts'
import { secretsOf, showsOrigin } from './secrets.ts'
import { configOf, type RunSettings, type Settings } from './settings.ts'
import { type Parts, siteReader, type SiteSettings } from './site-settings.ts'
import { durationBetween } from './values/durations.ts'
import { integerBetween, oneOf, parseBoolean, parseFailOn } from './values/scalars.ts'
import { parseTime } from './values/times.ts'
import { tokenSuchAs } from './values/tokens.ts'
import { parseTypedUrl, parseUrl } from './values/urls.ts'

/** The shell that runs, its defaults, and the files that `referencedFiles` has read. */
export interface Context extends ReferencedFiles {
  readonly shell: 'action' | 'command'
  readonly defaultCommentKey: string
  /** Path of the Action's JSON report. The command has no default. */
  readonly defaultReport: string
}

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * The configuration, or all problems: those of the inputs in the order of `INPUTS`, then those of the sites file. Reads
 * nothing but `input` and `context`.
 */
export function parseConfig(given: InputReader, context: Context): ParsedConfig {
  const input = readOnce(given)
  const { shell, files, listed } = context
  const urlParser = memo(parseUrl)
  // A person types the URLs of the command. Those of a sites file, which the Action reads too, need a scheme.
  const typedUrl = shell === 'command' ? memo(parseTypedUrl) : urlParser
  const checking = {
    shell,
    showOrigin: showsOrigin(input),
    hide: hiding(secretsOf(input, context, typedUrl)),
  }
  const checked = checkerOf(input, checking)
  const read = siteReader(files)
  const urls = listOf(typedUrl)
  const own: Parts<Omit<Settings, 'listed'>> = {
    urls: checked(
      'url',
      listed === undefined ? someOf(urls, 'Use one or more http or https URLs, one per line') : urls,
    ),
    site: combined<SiteSettings, Problem>(read(checked, listed === undefined || input('url').trim() !== '')),
    run: combined<RunSettings, Problem>({
      failOn: checked('fail-on', parseFailOn),
      report: withDefault(checked('report', succeed), shell === 'action' ? context.defaultReport : ''),
      junit: checked('junit', succeed),
      html: checked('html', succeed),
      badge: checked('badge', succeed),
      baseline: checked('baseline', succeed),
      deployedAt: checked('deployed-at', optional(parseTime)),
      monitorFor: checked('monitor-for', durationBetween(MINUTE, MAX_MONITORING)),
      showOrigin: checked('show-origin', parseBoolean),
    }),
    publish: combined<PublishConfig, Problem>({
      comment: checked('comment', oneOf(['always', 'on-failure', 'never'])),
      commentTarget: checked('comment-target', oneOf(['auto', 'pr', 'commit'])),
      commentKey: withDefault(checked('comment-key', parseKey), context.defaultCommentKey),
      prNumber: checked('pr-number', optional(integerBetween(1, 2 ** 31 - 1))),
      commitSha: checked('commit-sha', optional(parseCommit)),
      jobSummary: checked('job-summary', parseBoolean),
      checkRun: checked('check-run', parseBoolean),
      deploymentStatus: checked('deployment-status', parseBoolean),
      githubToken: checked('github-token', tokenSuchAs('Use one token, such as `${{ github.token }}`')),
    }),
  }
  const known = problemsIn(own).toSorted((a, b) => positionOf(a) - positionOf(b))
  const sites = listedSettings(context, input('config').trim(), {
    checking,
    base: checked,
    read,
    urlParser,
    known,
  })
  const parsed = combined<Settings, Problem>({ ...own, listed: sites })
  if (parsed.ok) return { ok: true, config: configOf(parsed.value) }
  return { ok: false, problems: [...known, ...(sites.ok ? [] : sites.faults)] }
}

/** Each of thousands of sites reads the inputs that it does not set, and reading the environment is slow. */
function readOnce(given: InputReader): InputReader {
  const known = new Map<string, string>()
  return (name) => {
    const text = known.get(name) ?? given(name)
    known.set(name, text)
    return text
  }
}

function problemsIn(parts: Readonly<Record<string, Result<unknown, Problem>>>): readonly Problem[] {
  return Object.values(parts).flatMap((part) => (part.ok ? [] : part.faults))
}

function positionOf({ input }: Problem): number {
  return INPUTS.findIndex(({ name }) => name === input)
}

function withDefault(parsed: Result<string, Problem>, fallback: string): Result<string, Problem> {
  return parsed.ok && parsed.value === '' ? succeed(fallback) : parsed
}

/** A history has no more than 72 hours. */
const MAX_MONITORING = 72 * HOUR

const parseCommit = textThat(isCommit, {
  fault: 'is not the full id of a commit',
  accepted: 'Use all 40 or 64 hex digits, in lower case',
})

const parseKey = textThat((text) => !/\p{Cc}/u.test(text), {
  fault: 'has a line break or another control character',
  accepted: 'Use text on one line',
})
