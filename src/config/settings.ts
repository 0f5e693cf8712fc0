import type { Config, PublishConfig, Site } from '../domain/config.ts'
import type { ListedSettings } from './listed-sites.ts'
import { hostWithoutPort } from './values/names.ts'
import { targetOf } from './values/origins.ts'
import type { SiteSettings } from './site-settings.ts'

/** The inputs, parsed, before they are put where they belong. */
export interface Settings
  extends
    SiteSettings,
    Pick<Config, 'failOn' | 'showOrigin' | 'report' | 'junit' | 'baseline'>,
    PublishConfig {
  readonly urls: readonly string[]
  readonly listed: readonly ListedSettings[]
}

/** Every URL is a site, once: as the file lists it, else as the inputs have it. There has to be one. */
export function configOf(settings: Settings): Config {
  const { wait, interval, consecutiveSuccesses, watch } = settings
  const { failOn, showOrigin, report, junit, baseline } = settings
  const { comment, commentTarget, commentKey, prNumber, jobSummary, checkRun, deploymentStatus } = settings
  const { githubToken } = settings
  const [first, ...rest] = sitesOf(settings)
  if (first === undefined) throw new RangeError('There is no site')
  return {
    sites: [first, ...rest],
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

function sitesOf(settings: Settings): readonly Site[] {
  const listed = new Set(settings.listed.map(({ url }) => url))
  return [
    ...[...new Set(settings.urls)].filter((url) => !listed.has(url)).map((url) => siteOf(url, settings)),
    ...settings.listed.map(({ url, settings: own, ownSchedule }) => {
      const { wait, interval, consecutiveSuccesses, watch } = own
      const schedule = { wait, interval, consecutiveSuccesses, watch }
      return { ...siteOf(url, own), ...(ownSchedule && { schedule }) }
    }),
  ]
}

function siteOf(url: string, settings: SiteSettings): Site {
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
