import { HOUR, MINUTE } from '../shared/text.ts'
import { parseHostHeader, parseServerName } from './values/hosts.ts'
import { oneOf, parseBoolean, parseSslMode, integerBetween } from './values/scalars.ts'
import type { ClientCertificate, Expected, Schedule, Site, Vantage, VantagePoint } from '../domain/config.ts'
import type { Checker } from './parser/checker.ts'
import { durationBetween } from './values/durations.ts'
import { parseExpected, parseExpectedHeader } from './values/expected.ts'
import type { Files } from './files/pem-files.ts'
import { parseHeaders } from './values/headers.ts'
import { listOf, someOf } from './parser/lists.ts'
import { type Origin, parseOrigin } from './values/origin/origins.ts'
import { pairOf, problem } from './values/pairs.ts'
import { parseProxyCommand } from './values/origin/proxy-command.ts'
import { combined, memo, optional, type Parser, type Result, succeed } from './parser/parser.ts'
import { certificatesIn, keyIn, matches } from './values/pem.ts'
import type { Problem } from './parser/problems.ts'
import { parseResolvers } from './values/resolvers.ts'
import { parseStatuses } from './values/statuses.ts'
import { parseVantagePoints } from './values/vantage-points.ts'
import { parseAccessId, parseAccessSecret, parseZoneId, tokenSuchAs } from './values/tokens.ts'

/** The settings of a site as typed. What follows from its URL is not filled in yet. */
export interface SiteSettings extends Omit<Site, 'url' | 'origins' | 'originHost' | 'originSni'> {
  readonly origins: readonly Origin[]
  readonly originHost?: string
  readonly originSni?: string
  readonly schedule: Schedule
}

/** Each part of a value, or its problems. */
export type Parts<T> = { readonly [Key in keyof Required<T>]: Result<T[Key], Problem> }

/** As many as browsers follow. */
const MAX_REDIRECTS = 20

/**
 * Parses the settings of a site with a checker, in the order of `INPUTS`. Equal values of several sites are parsed once
 * and are the same object.
 *
 * @returns a function whose `alone` says whether these are the settings of a site, and not only defaults of others
 */
export function siteReader(files: Files): (checked: Checker, alone?: boolean) => Parts<SiteSettings> {
  const origins = memo(listOf(parseOrigin))
  const originHost = memo(optional(parseHostHeader))
  const originSni = memo(optional(parseServerName))
  const proxyCommand = memo(optional(parseProxyCommand))
  const originCa = memo(optional(certificatesIn(files)))
  const cert = memo(optional(certificatesIn(files)))
  const key = memo(optional(keyIn(files)))
  const sslMode = memo(parseSslMode)
  const methods = memo(oneOf(['GET', 'HEAD']))
  const headers = memo(parseHeaders)
  const statuses = memo(someOf(parseStatuses, 'Use codes, classes and ranges, such as `200-399`'))
  const expectedBody = memo(optional(parseExpected))
  const expectedHeader = memo(optional(parseExpectedHeader))
  const flag = memo(parseBoolean)
  // Nothing takes minutes that visitors wait for: `2000` is two seconds.
  const maxResponseTime = memo(optional(durationBetween(1, HOUR, { unitAbove: 5 * MINUTE })))
  const redirects = memo(integerBetween(0, MAX_REDIRECTS))
  const timeout = memo(durationBetween(1, HOUR))
  const longTime = memo(durationBetween(0, 24 * HOUR, { unitAbove: 6 * HOUR }))
  // Without a pause, the checks would overload a site that already fails.
  const interval = memo(durationBetween(100, HOUR))
  const successes = memo(integerBetween(1, 100))
  const days = memo(integerBetween(0, 10 * 365))
  const resolvers = memo(parseResolvers)
  const points = memo(parseVantagePoints)
  return (checked, alone = true) => {
    const method = checked('method', methods)
    const known = checked('origin', origins)
    return {
      origins: known,
      originHost: checked('origin-host', originHost),
      originSni: checked('origin-sni', originSni),
      originProxyCommand: withOrigin(checked('origin-proxy-command', proxyCommand), known, alone),
      originCa: orElse(checked('origin-ca', originCa), []),
      clientCertificate: clientCertificateOf(checked, cert, key),
      sslMode: checked('ssl-mode', sslMode),
      method,
      headers: checked('headers', headers),
      access: accessOf(checked),
      expectedStatus: checked('expected-status', statuses),
      expectedBody: bodyOf(checked('expected-body', expectedBody), method),
      expectedHeader: checked('expected-header', expectedHeader),
      checkAssets: enabled(checked('check-assets', flag)),
      maxResponseTime: checked('max-response-time', maxResponseTime),
      followRedirects: checked('follow-redirects', redirects),
      timeout: checked('timeout', timeout),
      schedule: combined<Schedule, Problem>({
        wait: checked('wait', longTime),
        interval: checked('interval', interval),
        consecutiveSuccesses: checked('consecutive-successes', successes),
        watch: checked('watch', longTime),
      }),
      certificateDays: checked('certificate-days', days),
      resolvers: checked('resolvers', resolvers),
      vantage: vantageOf(checked, points, flag, alone),
      zone: zoneOf(checked),
    }
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
  return matches(secret, certificates[0])
    ? succeed({ cert: certificates.join(''), key: secret })
    : problem(
        'origin-client-key',
        'does not match the first certificate in `origin-client-cert`. Use the two that were issued together, and put CA certificates last.',
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

/** Undefined without a token: pull requests from forks get no secrets, but the zone's id is still set there. */
function zoneOf(checked: Checker): Result<Site['zone'], Problem> {
  const zone = combined<NonNullable<Site['zone']>, Problem>({
    token: checked(
      'cloudflare-api-token',
      tokenSuchAs('Use the API token alone, without `Bearer` before it'),
    ),
    id: checked('cloudflare-zone-id', parseZoneId),
  })
  return zone.ok && zone.value.token === '' ? succeed(undefined) : zone
}

/** The command has only the host and port of a validated `origin`, and never what the zone's records say. */
function withOrigin(
  command: Result<string | undefined, Problem>,
  origins: Result<readonly Origin[], Problem>,
  alone: boolean,
): Result<string | undefined, Problem> {
  const lacksOrigin = alone && origins.ok && origins.value.length === 0
  return lacksOrigin && command.ok && command.value !== undefined
    ? problem(
        'origin-proxy-command',
        'is set, but `origin` is empty. Set `origin` to the address that the command connects to, as seen from there.',
      )
    : command
}

function vantageOf(
  checked: Checker,
  parsePoints: Parser<readonly VantagePoint[]>,
  parseFlag: Parser<boolean>,
  alone: boolean,
): Result<Vantage | undefined, Problem> {
  const parts = combined<{ points: readonly VantagePoint[]; origin: boolean; token: string }, Problem>({
    points: checked('vantage-points', parsePoints),
    origin: checked('vantage-origin', parseFlag),
    token: checked('globalping-token', tokenSuchAs('Use the token alone, without `Bearer` before it')),
  })
  if (!parts.ok) return parts
  const { origin, token } = parts.value
  const [first, ...rest] = parts.value.points
  if (first !== undefined) {
    return succeed({ points: [first, ...rest], origin, ...(token !== '' && { token }) })
  }
  return origin && alone
    ? problem(
        'vantage-origin',
        'is `true`, but `vantage-points` is empty. Set `vantage-points`, such as `world`, or remove `vantage-origin`.',
      )
    : succeed(undefined)
}

function enabled(parsed: Result<boolean, Problem>): Result<true | undefined, Problem> {
  return parsed.ok ? succeed(parsed.value ? true : undefined) : parsed
}

function orElse<T, Fallback>(
  parsed: Result<T | undefined, Problem>,
  fallback: Fallback,
): Result<T | Fallback, Problem> {
  return parsed.ok ? succeed(parsed.value ?? fallback) : parsed
}

function bodyOf(
  expected: Result<Expected | undefined, Problem>,
  method: Result<Site['method'], Problem>,
): Result<Expected | undefined, Problem> {
  return method.ok && method.value === 'HEAD' && expected.ok && expected.value !== undefined
    ? problem(
        'expected-body',
        'is set, but `method` is `HEAD`, whose responses have no body. Remove one of them.',
      )
    : expected
}
