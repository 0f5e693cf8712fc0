import type { Site } from '../../domain/config.ts'
import type { SiteReport } from '../../domain/report.ts'
import { shownUrl } from '../../shared/secrets-in-url.ts'
import { duration, plural } from '../../shared/text.ts'
import { MARKS, timeOfDay } from '../words.ts'
import type { RoundProgress } from './line.ts'

/** `Checking https://www.shop.example/ through Cloudflare and directly at the origin`. */
export function startText(sites: readonly Pick<Site, 'url' | 'origins' | 'originProxyCommand'>[]): string {
  const [only, ...more] = sites
  const what = only === undefined || more.length > 0 ? `${sites.length} sites` : shownUrl(only.url)
  const known = sites.filter(({ origins }) => origins.length > 0)
  const how = known.every(({ originProxyCommand }) => originProxyCommand === undefined)
    ? 'directly at the origin'
    : known.length > 1
      ? 'at the origins'
      : 'at the origin through `origin-proxy-command`'
  return `Checking ${what} through Cloudflare${known.length === 0 ? '' : ` and ${how}`}`
}

/** What a round shows: the headline of its report, and how sure the cause is. Not escaped yet. */
export function announcement(
  { evidence, judgment }: Pick<RoundProgress, 'evidence' | 'judgment'>,
  { headline, confidence, because }: Pick<SiteReport, 'headline' | 'confidence' | 'because'>,
): readonly string[] {
  return [
    `${timeOfDay(new Date(evidence.at).toISOString())} ${MARKS[judgment.verdict]} ${headline}`,
    ...(confidence === '' ? [] : [`Confidence: ${confidence}. ${because}`]),
  ]
}

/** What follows the first round that isn't the last one. */
export function whatFollows(line: RoundProgress): string {
  const { judgment, next, pause = 0, interval, left, needed } = line
  if (next.kind === 'reached') return `Watching it from now on, with a check every ${duration(interval)}.`
  if (judgment.verdict === 'healthy')
    return `Checking again until ${plural(needed, 'check')} in a row are healthy.`
  if (pause >= left) return `Checking once more in ${duration(pause)}.`
  // `Retry-After`
  const longer = pause > interval ? ` in ${duration(pause)}, as the site requests, then` : ''
  return `Checking again${longer} every ${duration(interval)} for up to ${duration(left)}.`
}
