import type { ClientCertificate, Expected, Schedule, Site } from '../domain/config.ts'
import type { Checker } from './parser/checker.ts'
import { oneOf, parseSslMode } from './values/choices.ts'
import { durationBetween } from './values/durations.ts'
import { parseExpected, parseExpectedHeader } from './values/expected.ts'
import type { Files } from './files/pem-files.ts'
import { type Header, parseHeader } from './values/headers.ts'
import { integerBetween } from './values/integers.ts'
import { listOf, someOf } from './parser/lists.ts'
import { parseHostHeader, parseServerName } from './values/names.ts'
import { type Origin, parseOrigin } from './values/origins.ts'
import { pairOf, problem } from './values/pairs.ts'
import { optional, type Parsed, type Parser } from './parser/parser.ts'
import { belongsTo, certificatesIn, keyIn } from './values/pem.ts'
import type { Problem } from './parser/problems.ts'
import { parseResolvers } from './values/resolvers.ts'
import { type Result, succeed } from './parser/result.ts'
import { parseStatuses } from './values/statuses.ts'
import { parseAccessId, parseAccessSecret, parseZoneId, tokenSuchAs } from './values/tokens.ts'

/** What may differ from site to site, but for the URL. */
export interface SiteSettings
  extends
    Schedule,
    Pick<
      Site,
      | 'expectedStatus'
      | 'timeout'
      | 'method'
      | 'sslMode'
      | 'followRedirects'
      | 'certificateDays'
      | 'resolvers'
    > {
  readonly origins: readonly Origin[]
  readonly originHost: string | undefined
  readonly originSni: string | undefined
  readonly originCa: readonly string[] | undefined
  readonly clientCertificate: ClientCertificate | undefined
  readonly headers: readonly Header[]
  readonly access: Site['access'] | undefined
  readonly expectedBody: Site['expectedBody'] | undefined
  readonly expectedHeader: Site['expectedHeader'] | undefined
  readonly maxResponseTime: number | undefined
  readonly apiToken: string
  readonly zoneId: string | undefined
}

/** Each setting, or what is wrong with it. */
export type Parts<T> = { readonly [Key in keyof T]: Result<T[Key], Problem> }

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** As many as browsers follow. */
const MOST_REDIRECTS = 20

/**
 * Reads the settings of a site by means of a checker, in the order of `INPUTS`. For one site or many: what they have in common is
 * parsed once, and is the same object.
 */
export function siteReader(files: Files): (checked: Checker) => Parts<SiteSettings> {
  const origins = memo(listOf(parseOrigin))
  const originCa = memo(optional(certificatesIn(files)))
  const cert = memo(optional(certificatesIn(files)))
  const key = memo(optional(keyIn(files)))
  const headers = memo(listOf(parseHeader))
  const statuses = memo(someOf(parseStatuses, 'Give codes, classes and ranges, such as `200-399`'))
  const expectedBody = memo(optional(parseExpected))
  const expectedHeader = memo(optional(parseExpectedHeader))
  const resolvers = memo(parseResolvers)
  return (checked) => {
    const method = checked('method', oneOf(['GET', 'HEAD']))
    return {
      origins: checked('origin', origins),
      originHost: checked('origin-host', optional(parseHostHeader)),
      originSni: checked('origin-sni', optional(parseServerName)),
      originCa: checked('origin-ca', originCa),
      clientCertificate: clientCertificateOf(checked, cert, key),
      sslMode: checked('ssl-mode', parseSslMode),
      method,
      headers: checked('headers', headers),
      access: accessOf(checked),
      expectedStatus: checked('expected-status', statuses),
      expectedBody: bodyOf(checked('expected-body', expectedBody), method),
      expectedHeader: checked('expected-header', expectedHeader),
      maxResponseTime: checked('max-response-time', optional(durationBetween(1, HOUR))),
      followRedirects: checked('follow-redirects', integerBetween(0, MOST_REDIRECTS)),
      timeout: checked('timeout', durationBetween(1, HOUR)),
      wait: checked('wait', durationBetween(0, 24 * HOUR)),
      // No pause at all would hammer a site that is already ill.
      interval: checked('interval', durationBetween(100, HOUR)),
      consecutiveSuccesses: checked('consecutive-successes', integerBetween(1, 100)),
      watch: checked('watch', durationBetween(0, 24 * HOUR)),
      certificateDays: checked('certificate-days', integerBetween(0, 10 * 365)),
      resolvers: checked('resolvers', resolvers),
      apiToken: checked(
        'cloudflare-api-token',
        tokenSuchAs('Give one API token alone, without `Bearer` before it'),
      ),
      zoneId: checked('cloudflare-zone-id', parseZoneId),
    }
  }
}

/** Of thousands of sites most say the same. */
function memo<T>(parse: Parser<T>): Parser<T> {
  const known = new Map<string, Parsed<T>>()
  return (text) => {
    const parsed = known.get(text) ?? parse(text)
    known.set(text, parsed)
    return parsed
  }
}

function clientCertificateOf(
  checked: Checker,
  cert: Parser<readonly [string, ...string[]] | undefined>,
  key: Parser<string | undefined>,
): Result<ClientCertificate | undefined, Problem> {
  const pair = pairOf(
    ['origin-client-cert', checked('origin-client-cert', cert)],
    ['origin-client-key', checked('origin-client-key', key)],
  )
  if (!pair.ok || pair.value === undefined) return pair.ok ? succeed(undefined) : pair
  const [certificates, secret] = pair.value
  return belongsTo(secret, certificates[0])
    ? succeed({ cert: certificates.join(''), key: secret })
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
  expected: Result<Expected | undefined, Problem>,
  method: Result<Site['method'], Problem>,
): Result<Expected | undefined, Problem> {
  return method.ok && method.value === 'HEAD' && expected.ok && expected.value !== undefined
    ? problem(
        'expected-body',
        'is given, but `method` is `HEAD`, and its answers have no body. Leave one of them out.',
      )
    : expected
}
