import type { ClientCertificate, Config, PublishConfig, Schedule, Site } from '../domain/config.ts'
import type { Header } from './headers.ts'
import { hostWithoutPort } from './names.ts'
import { type Origin, targetOf } from './origins.ts'

/** The inputs, parsed, before they are put where they belong. */
export interface Settings
  extends
    Schedule,
    Pick<Config, 'failOn' | 'showOrigin' | 'report' | 'junit' | 'baseline'>,
    PublishConfig,
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
  readonly urls: readonly [string, ...string[]]
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

/** Every URL is a site, once. */
export function configOf(settings: Settings): Config {
  const { wait, interval, consecutiveSuccesses, watch } = settings
  const { failOn, showOrigin, report, junit, baseline } = settings
  const { comment, commentTarget, commentKey, prNumber, jobSummary, checkRun, deploymentStatus } = settings
  const { githubToken } = settings
  const [first, ...rest] = settings.urls
  const others = new Set(rest.filter((url) => url !== first))
  return {
    sites: [siteOf(first, settings), ...[...others].map((url) => siteOf(url, settings))],
    schedule: { wait, interval, consecutiveSuccesses, watch },
    failOn,
    showOrigin,
    report,
    junit,
    baseline,
    publish: {
      comment,
      commentTarget,
      commentKey,
      prNumber,
      jobSummary,
      checkRun,
      deploymentStatus,
      githubToken,
    },
  }
}

function siteOf(url: string, settings: Settings): Site {
  const { headers, expectedStatus, timeout, method, sslMode, originCa = [] } = settings
  const { clientCertificate, access, expectedBody, expectedHeader, maxResponseTime } = settings
  const { followRedirects, certificateDays, resolvers, apiToken, zoneId } = settings
  const parsed = new URL(url)
  const originHost = settings.originHost ?? parsed.host
  return {
    url,
    origins: settings.origins.map((origin) => targetOf(origin, parsed, sslMode)),
    originHost,
    originSni: settings.originSni ?? hostWithoutPort(originHost),
    headers,
    expectedStatus,
    timeout,
    method,
    sslMode,
    originCa,
    ...(clientCertificate !== undefined && { clientCertificate }),
    ...(access !== undefined && { access }),
    ...(expectedBody !== undefined && { expectedBody }),
    ...(expectedHeader !== undefined && { expectedHeader }),
    ...(maxResponseTime !== undefined && { maxResponseTime }),
    followRedirects,
    certificateDays,
    resolvers,
    // Of a fork's pull request the token stays away while the id is still there: then nothing is read.
    ...(apiToken !== '' && { zone: { token: apiToken, ...(zoneId !== undefined && { id: zoneId }) } }),
  }
}
