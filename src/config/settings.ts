import type { Config, PublishConfig, Site } from '../domain/config.ts'
import type { ListedSettings } from './listed-sites.ts'
import type { SiteSettings } from './site-settings.ts'
import { hostWithoutPort } from './values/hosts.ts'
import { targetOf } from './values/origin/origins.ts'

/** The parsed inputs. */
export interface Settings {
  readonly urls: readonly string[]
  readonly site: SiteSettings
  readonly run: RunSettings
  readonly publish: PublishConfig
  readonly listed: readonly ListedSettings[]
}

export interface RunSettings extends Omit<Config, 'sites' | 'schedule' | 'publish' | 'deployed'> {
  /** Milliseconds since the epoch. */
  readonly deployedAt: number | undefined
  /** Milliseconds. */
  readonly monitorFor: number
}

/** Every URL becomes one site, with the settings of the sites file or of the inputs. There is at least one. */
export function configOf(settings: Settings): Config {
  const [first, ...rest] = sitesOf(settings)
  if (first === undefined) throw new RangeError('There is no site')
  const { deployedAt, monitorFor, ...run } = settings.run
  return {
    sites: [first, ...rest],
    schedule: settings.site.schedule,
    ...run,
    ...(deployedAt !== undefined && { deployed: { at: deployedAt, monitorFor } }),
    publish: settings.publish,
  }
}

function sitesOf({ urls, site, listed }: Settings): readonly Site[] {
  const inFile = new Set(listed.map(({ url }) => url))
  return [
    ...[...new Set(urls)].filter((url) => !inFile.has(url)).map((url) => siteOf(url, site, false)),
    ...listed.map(({ url, settings, ownSchedule }) => siteOf(url, settings, ownSchedule)),
  ]
}

function siteOf(url: string, { schedule, ...settings }: SiteSettings, ownSchedule: boolean): Site {
  const parsed = new URL(url)
  const originHost = settings.originHost ?? parsed.host
  return {
    ...settings,
    url,
    origins: settings.origins.map((origin) => targetOf(origin, parsed, settings.sslMode)),
    originHost,
    originSni: settings.originSni ?? hostWithoutPort(originHost),
    ...(ownSchedule && { schedule }),
  }
}
