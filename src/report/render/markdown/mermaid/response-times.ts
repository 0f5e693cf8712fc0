import { capital, duration, plural } from '../../../../shared/text.ts'
import type { Verdict } from '../../../../domain/diagnosis.ts'
import type { SiteReport, TimelineEntry } from '../../../../domain/report.ts'
import { medianOf } from '../../../build/times.ts'
import { seriesOf } from '../../charts/series.ts'
import { withCode } from '../escape.ts'
import { chart, hasLine, isWorthDrawing, roomFor, type Slot } from './chart.ts'

/** With fewer checks, their times say nothing about a trend. */
const MIN_CHECKS = 3

/** A check with its number in the run, the first one being 1. */
interface Check extends Omit<Slot, 'label'> {
  readonly number: number
  readonly verdict: Verdict
}

/** The response times over the checks, and the same in words. Empty if there are too few. */
export function responseTimes(site: SiteReport): string {
  const [names, checks] = checksOf(site)
  const last = checks.at(-1)?.number ?? 0
  const size = Math.ceil(last / roomFor(String(last).length))
  const slots = slotsOf(checks, last, size)
  if (checks.length < MIN_CHECKS || !isWorthDrawing(slots)) return ''
  const words = [...timesWords(checks, names, hasLine(slots)), ...checksWords(checks, last, size)]
  const drawing = chart({
    title: `Response times of ${plural(last, 'check')}`,
    description: words.join(' '),
    axis: 'check',
    slots,
  })
  return `${drawing}\n\n${words.map((sentence) => withCode(sentence)).join(' ')}`
}

interface Names {
  readonly edge: string
  readonly direct: string
}

function checksOf(site: SiteReport): readonly [Names, readonly Check[]] {
  const series = seriesOf(site, 1)
  const [edge, direct] = (['edge', 'origin'] as const).map((style) =>
    series.find((each) => each.style === style),
  )
  let number = 0
  const checks = site.timeline.map((entry, index): Check => {
    number += 1 + (entry.skipped?.rounds ?? 0)
    const edgeTime = edge?.failed[index] === true ? undefined : edge?.times[index]
    const directTime = responded(entry) ? direct?.times[index] : 'none'
    return {
      number,
      verdict: entry.verdict,
      ...(edgeTime !== undefined && { edge: edgeTime }),
      ...(direct !== undefined && entry.origin !== '' && directTime !== undefined && { direct: directTime }),
    }
  })
  return [{ edge: edge?.name ?? 'through Cloudflare', direct: direct?.name ?? 'direct' }, checks]
}

/** Whether every origin sent a complete response. */
function responded({ origin }: TimelineEntry): boolean {
  return /^\d{3}(?:, \d{3})*$/.test(origin)
}

/** Checks in the order of their numbers, `size` to a slot. A slot without a listed check stays empty. */
function slotsOf(checks: readonly Check[], last: number, size: number): readonly Slot[] {
  return Array.from({ length: Math.ceil(last / size) }, (_, index) => {
    const first = index * size + 1
    const within = checks.filter(({ number }) => number >= first && number < first + size)
    return { label: String(first), ...worstOf(within) }
  })
}

/** The worst verdict and the longest times. */
export function worstOf(parts: readonly Omit<Slot, 'label'>[]): Omit<Slot, 'label'> {
  const verdict = (['unhealthy', 'inconclusive', 'healthy'] as const).find((each) =>
    parts.some((part) => part.verdict === each),
  )
  const edge = longestOf(parts.map((part) => part.edge))
  const direct = parts.some((part) => part.direct === 'none')
    ? 'none'
    : longestOf(parts.map((part) => (part.direct === 'none' ? undefined : part.direct)))
  return {
    ...(verdict !== undefined && { verdict }),
    ...(edge !== undefined && { edge }),
    ...(direct !== undefined && { direct }),
  }
}

function longestOf(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined)
  return known.length === 0 ? undefined : Math.max(...known)
}

/** What the bars and the line show: only healthy checks have a blue bar. */
export function timesWords(
  parts: readonly Omit<Slot, 'label'>[],
  { edge, direct }: Names,
  line: boolean,
): readonly string[] {
  const healthy = parts.filter(({ verdict }) => verdict === 'healthy')
  const unanswered = parts.some((part) => part.direct === 'none')
  return [
    ...range(
      `${capital(edge)} (blue bars)`,
      healthy.map((part) => part.edge),
    ),
    ...range(
      line ? `${capital(direct)} (orange line)` : capital(direct),
      parts.map((part) => (part.direct === 'none' ? undefined : part.direct)),
    ),
    ...(line && unanswered ? ['The line is at the top where there was no response.'] : []),
  ]
}

/** `Direct (orange line): 41 ms to 62 ms, usually 43 ms.` */
function range(name: string, times: readonly (number | undefined)[]): readonly string[] {
  const known = times.filter((time) => time !== undefined)
  if (known.length === 0) return []
  const [least, most] = [duration(Math.min(...known)), duration(Math.max(...known))]
  return [
    least === most
      ? `${name}: ${least}.`
      : `${name}: ${least} to ${most}, usually ${duration(medianOf(known))}.`,
  ]
}

function checksWords(checks: readonly Check[], last: number, size: number): readonly string[] {
  const counted = (verdict: Verdict): number => checks.filter((check) => check.verdict === verdict).length
  const [unhealthy, inconclusive] = [counted('unhealthy'), counted('inconclusive')]
  const unlisted = last - checks.length
  return [
    ...(unhealthy === 0 ? [] : [`Red: ${plural(unhealthy, 'unhealthy check')}.`]),
    ...(inconclusive === 0 ? [] : [`Gray: ${plural(inconclusive, 'inconclusive check')}.`]),
    ...(size === 1 ? [] : [`Each bar shows the worst of ${size} consecutive checks.`]),
    ...(unlisted === 0 ? [] : [`${plural(unlisted, 'check')} in between are not listed.`]),
  ]
}
