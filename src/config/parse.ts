import type { Config, PublishConfig, Schedule, Site } from '../domain/config.ts'
import { parseBoolean } from './booleans.ts'
import { oneOf, parseFailOn } from './choices.ts'
import { durationBetween } from './durations.ts'
import { type Header, parseHeader } from './headers.ts'
import { type Input, type InputName, INPUTS } from './inputs.ts'
import { integerBetween } from './integers.ts'
import { itemsOf, listOf, someOf } from './lists.ts'
import { hostWithoutPort, parseHostHeader, parseServerName } from './names.ts'
import { type Origin, parseOrigin, targetOf } from './origins.ts'
import { type Parser, textThat } from './parser.ts'
import { type Problem, problemOf } from './problems.ts'
import { combined, type Result, succeed } from './result.ts'
import { secretsOf, showsOrigin } from './secrets.ts'
import { parseStatuses } from './statuses.ts'
import { parseUrl } from './urls.ts'

/** Where the inputs come from, and what an empty one means there. */
export interface Context {
  readonly shell: 'action' | 'cli'
  readonly defaultCommentKey: string
  /** Path of the Action's JSON report. The command writes one only when it is told to. */
  readonly defaultReport: string
}

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The configuration, or every problem of the inputs at once in the order of `INPUTS`. Reads nothing but `input`. */
export function parseConfig(input: (name: InputName) => string, context: Context): ParsedConfig {
  const checked = checkerOf(input, context)
  const parsed = combined<Settings, Problem>({
    urls: checked('url', someOf(listOf(parseUrl), 'Give one or more http or https URLs, one a line')),
    origins: checked('origin', listOf(parseOrigin)),
    originHost: checked('origin-host', optional(parseHostHeader)),
    originSni: checked('origin-sni', optional(parseServerName)),
    headers: checked('headers', listOf(parseHeader)),
    expectedStatus: checked(
      'expected-status',
      someOf(parseStatuses, 'Give codes, classes and ranges, such as `200-399`'),
    ),
    timeout: checked('timeout', durationBetween(1, HOUR)),
    wait: checked('wait', durationBetween(0, 24 * HOUR)),
    // No pause at all would hammer a site that is already ill.
    interval: checked('interval', durationBetween(100, HOUR)),
    consecutiveSuccesses: checked('consecutive-successes', integerBetween(1, 100)),
    failOn: checked('fail-on', parseFailOn),
    comment: checked('comment', oneOf(['always', 'on-failure', 'never'])),
    commentTarget: checked('comment-target', oneOf(['auto', 'pr', 'commit'])),
    commentKey: checked('comment-key', parseKey),
    prNumber: checked('pr-number', optional(integerBetween(1, 2 ** 31 - 1))),
    jobSummary: checked('job-summary', parseBoolean),
    report: checked('report', succeed),
    showOrigin: checked('show-origin', parseBoolean),
    githubToken: checked('github-token', parseToken),
  })
  return parsed.ok
    ? { ok: true, config: configOf(parsed.value, context) }
    : { ok: false, problems: parsed.faults }
}

interface Settings
  extends
    Omit<Schedule, 'watch'>,
    Pick<Config, 'failOn' | 'showOrigin' | 'report'>,
    Omit<PublishConfig, 'checkRun' | 'deploymentStatus'> {
  readonly urls: readonly [string, ...string[]]
  readonly origins: readonly Origin[]
  readonly originHost: string | undefined
  readonly originSni: string | undefined
  readonly headers: readonly Header[]
  readonly expectedStatus: Site['expectedStatus']
  readonly timeout: number
}

type Checker = <T>(name: InputName, parse: Parser<T>) => Result<T, Problem>

/** Reads an input, or its default where it is empty or not for this shell, and says what is wrong with it. */
function checkerOf(input: (name: InputName) => string, { shell }: Context): Checker {
  const secrets = secretsOf(input)
  return (name, parse) => {
    const row: Input | undefined = INPUTS.find((row) => row.name === name)
    const given = row?.shells === 'action' && shell === 'cli' ? '' : input(name).trim()
    const text = given === '' ? literal(row?.default ?? '') : given
    const parsed = parse(text)
    if (parsed.ok) return parsed
    const secret = row?.secret === true && !(name === 'origin' && showsOrigin(input))
    const showing = { secret, several: itemsOf(text).length > 1, secrets }
    return { ok: false, faults: parsed.faults.map((refusal) => problemOf(name, refusal, showing)) }
  }
}

function configOf(settings: Settings, context: Context): Config {
  const { wait, interval, consecutiveSuccesses, failOn, showOrigin, report } = settings
  const { comment, commentTarget, commentKey, prNumber, jobSummary, githubToken } = settings
  const [first, ...rest] = settings.urls
  return {
    sites: [
      siteOf(first, settings),
      ...rest.filter((url) => url !== first).map((url) => siteOf(url, settings)),
    ],
    schedule: { wait, interval, consecutiveSuccesses, watch: 0 },
    failOn,
    showOrigin,
    report: report === '' && context.shell === 'action' ? context.defaultReport : report,
    junit: '',
    baseline: '',
    publish: {
      comment,
      commentTarget,
      commentKey: commentKey === '' ? context.defaultCommentKey : commentKey,
      prNumber,
      jobSummary,
      checkRun: false,
      deploymentStatus: false,
      githubToken,
    },
  }
}

function siteOf(url: string, settings: Settings): Site {
  const { headers, expectedStatus, timeout } = settings
  const parsed = new URL(url)
  const originHost = settings.originHost ?? parsed.host
  return {
    url,
    origins: settings.origins.map((origin) => targetOf(origin, parsed)),
    originHost,
    originSni: settings.originSni ?? hostWithoutPort(originHost),
    headers,
    expectedStatus,
    timeout,
    method: 'GET',
    sslMode: 'auto',
    originCa: [],
    followRedirects: 0,
    certificateDays: 0,
    resolvers: [],
  }
}

/** The runner fills in an expression. Where there is no runner, nothing does. */
function literal(value: string): string {
  return value.startsWith('${{') ? '' : value
}

function optional<T>(parse: Parser<T>): Parser<T | undefined> {
  return (text) => (text === '' ? succeed(undefined) : parse(text))
}

const parseKey = textThat((text) => text.length <= 200 && !/\p{Cc}/u.test(text), {
  fault: 'is no key',
  accepted: 'Give up to 200 characters in one line',
})

const parseToken = textThat((text) => /^[\x21-\x7e]*$/u.test(text), {
  fault: 'has a space, a line break or a character beyond ASCII',
  accepted: 'Give one token, such as `${{ github.token }}`',
})
