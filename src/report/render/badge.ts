import type { Report } from '../../domain/report.ts'
import { HOUR, plural } from '../../shared/text.ts'
import { statisticsOf } from '../history/statistics.ts'
import { spanWords } from './history.ts'

/** Names of colors that shields.io knows. */
const COLORS = { healthy: 'brightgreen', unhealthy: 'red', inconclusive: 'lightgrey' } as const

/** Seconds for which shields.io keeps a badge. It has no shorter time. */
const CACHE_SECONDS = 300

/** Characters of the label: longer names of hosts make a badge wider than a page. */
const MAX_LABEL = 60

/** The JSON of a badge, as the endpoint badge of shields.io reads it: https://shields.io/badges/endpoint-badge. */
export function* badgeOf(report: Report): Iterable<string> {
  const { verdict } = report
  const badge = {
    schemaVersion: 1,
    label: labelOf(report),
    message: messageOf(report),
    color: COLORS[verdict],
    ...(verdict === 'unhealthy' && { isError: true }),
    cacheSeconds: CACHE_SECONDS,
  }
  yield `${JSON.stringify(badge, undefined, 2)}\n`
}

function labelOf({ sites }: Report): string {
  const hosts = new Set(sites.map(({ host }) => host))
  const [host = ''] = hosts
  if (hosts.size > 1) return plural(sites.length, 'site')
  return host.length > MAX_LABEL ? `${host.slice(0, MAX_LABEL - 1)}…` : host
}

/** `healthy, 99.2% over 31 h, Nov 30 14:03 UTC`, `unhealthy (origin-refused), 2 of 12 sites, Nov 30 14:03 UTC`. */
function messageOf(report: Report): string {
  const { verdict, cause, sites, notes, at } = report
  const cancelled = verdict === 'inconclusive' && notes.some(({ id }) => id === 'cancelled')
  const why = cancelled ? 'cancelled' : cause
  const same = sites.filter((site) => site.verdict === verdict).length
  const count =
    sites.length > 1 && verdict !== 'healthy' && same > 0 ? [`${same} of ${sites.length} sites`] : []
  return [why === '' ? verdict : `${verdict} (${why})`, ...count, ...availabilityIn(report), timeOf(at)].join(
    ', ',
  )
}

/** Of a shorter time, one failure would look like an unreliable site. */
const MIN_TIME = 3 * HOUR

function availabilityIn(report: Report): readonly string[] {
  const history = statisticsOf(report)
  if (history?.availability === undefined) return []
  const time = Date.parse(history.to) - Date.parse(history.from)
  return time < MIN_TIME ? [] : [`${history.availability}% over ${spanWords(time)}`]
}

/** With the day, because a badge may be older than it looks. */
function timeOf(at: string): string {
  const [, month = '', day = '', time = ''] = /^.*?\d{4}-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(at) ?? []
  return `${MONTHS[Number(month) - 1]} ${Number(day)} ${time} UTC`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
