import type { ClientCertificate, Config, Expected, Site } from '../domain/config.ts'
import { parseBoolean } from './booleans.ts'
import { oneOf, parseFailOn, parseSslMode } from './choices.ts'
import { durationBetween } from './durations.ts'
import { parseExpected, parseExpectedHeader } from './expected.ts'
import type { Files } from './files.ts'
import { parseHeader } from './headers.ts'
import { type Input, type InputName, INPUTS } from './inputs.ts'
import { integerBetween } from './integers.ts'
import { itemsOf, listOf, someOf } from './lists.ts'
import { parseHostHeader, parseServerName } from './names.ts'
import { parseOrigin } from './origins.ts'
import { pairOf, problem } from './pairs.ts'
import { type Parser, textThat } from './parser.ts'
import { belongsTo, certificatesIn, keyIn } from './pem.ts'
import { type Problem, problemOf } from './problems.ts'
import { parseResolvers } from './resolvers.ts'
import { combined, type Result, succeed } from './result.ts'
import { secretsOf, showsOrigin } from './secrets.ts'
import { configOf, type Settings } from './settings.ts'
import { parseStatuses } from './statuses.ts'
import { parseAccessId, parseAccessSecret, parseZoneId, tokenSuchAs } from './tokens.ts'
import { parseUrl } from './urls.ts'

/** Where the inputs come from, and what an empty one means there. */
export interface Context {
  readonly shell: 'action' | 'cli'
  readonly defaultCommentKey: string
  /** Path of the Action's JSON report. The command writes one only when it is told to. */
  readonly defaultReport: string
  /** What `filesOf` has read. */
  readonly files: Files
}

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** As many as browsers follow. */
const MOST_REDIRECTS = 20

/**
 * The configuration, or every problem of the inputs at once in the order of `INPUTS`. Reads nothing but `input` and what
 * the context has of files.
 */
export function parseConfig(input: (name: InputName) => string, context: Context): ParsedConfig {
  const checked = checkerOf(input, context)
  const method = checked('method', oneOf(['GET', 'HEAD']))
  const parsed = combined<Settings, Problem>({
    urls: checked('url', someOf(listOf(parseUrl), 'Give one or more http or https URLs, one a line')),
    origins: checked('origin', listOf(parseOrigin)),
    originHost: checked('origin-host', optional(parseHostHeader)),
    originSni: checked('origin-sni', optional(parseServerName)),
    originCa: checked('origin-ca', optional(certificatesIn(context.files))),
    clientCertificate: clientCertificateOf(checked, context.files),
    sslMode: checked('ssl-mode', parseSslMode),
    method,
    headers: checked('headers', listOf(parseHeader)),
    access: accessOf(checked),
    expectedStatus: checked(
      'expected-status',
      someOf(parseStatuses, 'Give codes, classes and ranges, such as `200-399`'),
    ),
    expectedBody: bodyOf(checked, method),
    expectedHeader: checked('expected-header', optional(parseExpectedHeader)),
    maxResponseTime: checked('max-response-time', optional(durationBetween(1, HOUR))),
    followRedirects: checked('follow-redirects', integerBetween(0, MOST_REDIRECTS)),
    timeout: checked('timeout', durationBetween(1, HOUR)),
    wait: checked('wait', durationBetween(0, 24 * HOUR)),
    // No pause at all would hammer a site that is already ill.
    interval: checked('interval', durationBetween(100, HOUR)),
    consecutiveSuccesses: checked('consecutive-successes', integerBetween(1, 100)),
    watch: checked('watch', durationBetween(0, 24 * HOUR)),
    certificateDays: checked('certificate-days', integerBetween(0, 10 * 365)),
    resolvers: checked('resolvers', parseResolvers),
    apiToken: checked(
      'cloudflare-api-token',
      tokenSuchAs('Give one API token alone, without `Bearer` before it'),
    ),
    zoneId: checked('cloudflare-zone-id', parseZoneId),
    failOn: checked('fail-on', parseFailOn),
    comment: checked('comment', oneOf(['always', 'on-failure', 'never'])),
    commentTarget: checked('comment-target', oneOf(['auto', 'pr', 'commit'])),
    commentKey: withDefault(checked('comment-key', parseKey), context.defaultCommentKey),
    prNumber: checked('pr-number', optional(integerBetween(1, 2 ** 31 - 1))),
    jobSummary: checked('job-summary', parseBoolean),
    checkRun: checked('check-run', parseBoolean),
    deploymentStatus: checked('deployment-status', parseBoolean),
    report: withDefault(checked('report', succeed), context.shell === 'action' ? context.defaultReport : ''),
    junit: checked('junit', succeed),
    baseline: checked('baseline', succeed),
    showOrigin: checked('show-origin', parseBoolean),
    githubToken: checked('github-token', tokenSuchAs('Give one token, such as `${{ github.token }}`')),
  })
  return parsed.ok ? { ok: true, config: configOf(parsed.value) } : { ok: false, problems: parsed.faults }
}

type Checker = <T>(name: InputName, parse: Parser<T>) => Result<T, Problem>

/** Reads an input, or its default where it is empty or not for this shell, and says what is wrong with it. */
function checkerOf(input: (name: InputName) => string, { shell, files }: Context): Checker {
  const secrets = secretsOf(input, files)
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

function clientCertificateOf(checked: Checker, files: Files): Result<ClientCertificate | undefined, Problem> {
  const pair = pairOf(
    ['origin-client-cert', checked('origin-client-cert', optional(certificatesIn(files)))],
    ['origin-client-key', checked('origin-client-key', optional(keyIn(files)))],
  )
  if (!pair.ok || pair.value === undefined) return pair.ok ? succeed(undefined) : pair
  const [certificates, key] = pair.value
  return belongsTo(key, certificates[0])
    ? succeed({ cert: certificates.join(''), key })
    : problem(
        'origin-client-key',
        'does not belong to the first certificate in `origin-client-cert`. Give the two that were made together, and the certificates of authorities last.',
      )
}

function accessOf(checked: Checker): Result<Site['access'] | undefined, Problem> {
  const pair = pairOf(
    ['access-client-id', checked('access-client-id', parseAccessId)],
    ['access-client-secret', checked('access-client-secret', parseAccessSecret)],
  )
  if (!pair.ok || pair.value === undefined) return pair.ok ? succeed(undefined) : pair
  const [id, secret] = pair.value
  return succeed({ id, secret })
}

function bodyOf(
  checked: Checker,
  method: Result<Site['method'], Problem>,
): Result<Expected | undefined, Problem> {
  const expected = checked('expected-body', optional(parseExpected))
  return method.ok && method.value === 'HEAD' && expected.ok && expected.value !== undefined
    ? problem(
        'expected-body',
        'is given, but `method` is `HEAD`, and its answers have no body. Leave one of them out.',
      )
    : expected
}

function withDefault(parsed: Result<string, Problem>, usual: string): Result<string, Problem> {
  return parsed.ok && parsed.value === '' ? succeed(usual) : parsed
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
