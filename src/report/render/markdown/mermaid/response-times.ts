import { plural } from '../../../../shared/text.ts'
import type { Verdict } from '../../../../domain/diagnosis.ts'
import type { SiteReport, TimelineEntry } from '../../../../domain/report.ts'
import { seriesOf } from '../../charts/series.ts'
import { withCode } from '../escape.ts'
import { chart, hasLine, isWorthDrawing, roomFor, type Slot } from './chart.ts'
import { type Names, timesWords, verdictWords, worstOf } from './parts.ts'

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
  if (!isWorthDrawing(slots)) return ''
  const line = hasLine(slots)
  const words = [
    ...timesWords(checks, names, line),
    ...verdictWords(checks, line),
    ...countWords(checks, last, size),
  ]
  const drawing = chart({
    title: `Response times of ${plural(last, 'check')}`,
    description: words.join(' '),
    axis: 'check',
    slots,
  })
  return `${drawing}\n\n${words.map((sentence) => withCode(sentence)).join(' ')}`
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

function countWords(checks: readonly Check[], last: number, size: number): readonly string[] {
  const unlisted = last - checks.length
  return [
    ...(size === 1 ? [] : [`Each bar shows the worst of ${size} consecutive checks.`]),
    ...(unlisted === 0 ? [] : [`${plural(unlisted, 'check')} in between are not listed.`]),
  ]
}
