import type { CauseId } from '../../domain/cause-id.ts'
import { VERDICTS } from '../../domain/diagnosis.ts'
import type { HistoryChange, HistoryEntry } from '../../domain/history/entry.ts'
import {
  between,
  type Gap,
  type HistoryStatistics,
  type Outage,
  type ResponseTimes,
  type Unclear,
} from '../history/statistics.ts'
import { HOUR, MINUTE, duration, list, plural, roughDuration } from '../../shared/text.ts'
import { dayOf, MARKS, timeOfDay } from '../words.ts'
import { quoted } from './diff-words.ts'
import type { KeyPoint } from './key-points.ts'

/** The history on one line, and one mark per run. Text in backquotes is the id of a cause. */
export function historyPoint(history: HistoryStatistics): KeyPoint {
  const { counts, monitored } = history
  const sentences = [
    ...(monitored === undefined ? [countWords(counts), ...outageSentences(history)] : lastWords(history)),
    ...unknownEnd(history),
    ...inconclusiveWords(counts),
    ...gapWords(history),
  ]
  return { label: labelOf(history), text: sentences.join(' '), strip: stripOfHistory(history).marks }
}

/** `Since the deploy, 31 h ago`, `In the last 31 h`, `48 h are over`. */
function labelOf({ monitored, sinceDeploy, from, to }: HistoryStatistics): string {
  if (monitored !== undefined) return `${lengthOf(monitored)} are over`
  const span = spanWords(between(from, to))
  return sinceDeploy ? `Since the deploy, ${span} ago` : `In the last ${span}`
}

/** Three days in hours, as people set how long to monitor. */
export function spanWords(milliseconds: number): string {
  const hours = Math.round(milliseconds / HOUR)
  return milliseconds >= 2 * HOUR && hours <= 72 ? `${hours} h` : roughDuration(Math.max(milliseconds, 1000))
}

function countWords(counts: HistoryStatistics['counts']): string {
  const { healthy, unhealthy, inconclusive } = counts
  const conclusive = healthy + unhealthy
  if (conclusive === 0) return `${ofAll(inconclusive, 'was', 'were')} inconclusive.`
  if (conclusive === 1) return `1 check, ${healthy === 1 ? 'healthy' : 'unhealthy'}.`
  if (healthy === 0 && unhealthy === 2) return 'both checks unhealthy.'
  if (healthy === 0) return `none of ${conclusive} checks healthy.`
  return unhealthy === 0 ? `${ofAll(healthy, '', '')}healthy.` : `${healthy} of ${conclusive} checks healthy.`
}

function ofAll(count: number, one: string, many: string): string {
  if (count === 1) return `the only check ${one}`
  return `${count === 2 ? 'both' : `all ${count}`} checks ${many}`
}

/** What the monitoring concludes when its time is over. */
function lastWords(history: HistoryStatistics): readonly string[] {
  const { counts, availability, outages, sinceDeploy, from, to } = history
  if (availability === undefined) return [countWords(counts)]
  const limited = sinceDeploy ? '' : `in the last ${spanWords(between(from, to))}, `
  const share = `${availability}% healthy (${plural(counts.healthy + counts.unhealthy, 'check')})`
  const [last] = outages.slice(-1)
  if (last?.end === 'ongoing') {
    const still = `still down, ${whenWords(last, to)}${causeWords(last.causes)}.`
    return [still, `${limited}${share}${totals(history)}.`]
  }
  return [`${limited}${share}${totals(history)}.`]
}

/** `, 1 outage of 28 min`, `, 2 outages, 41 min in total so far`; empty without an outage. */
function totals({ outages, down, atMost }: HistoryStatistics): string {
  const last = outages.at(-1)
  if (last === undefined) return ''
  const isVague = down < atMost || last.end === 'unknown' || outages.some(({ orEarlier }) => orEarlier)
  const count = plural(outages.length, 'outage')
  if (down === 0) return `, ${count}`
  const atLeast = isVague ? 'at least ' : ''
  const length = `${atLeast}${lengthOf(down)}`
  const soFar = last.end === 'ongoing' ? ' so far' : ''
  return outages.length === 1 ? `, ${count} of ${length}${soFar}` : `, ${count}, ${length} in total${soFar}`
}

function outageSentences(history: HistoryStatistics): readonly string[] {
  const { outages, to } = history
  const last = outages.at(-1)
  if (last === undefined) return []
  const words = `${whenWords(last, to)}${causeWords(last.causes)}.`
  return [outages.length === 1 ? `Outage ${words}` : `${totals(history).slice(2)}, the last ${words}`]
}

/** `14:03–14:31 UTC`, `from 14:03 or earlier to 18:00 UTC at the latest`, `since 14:03 UTC`. */
function whenWords({ from, to, orEarlier, end }: Outage, now: string, zone = ' UTC'): string {
  if (to === undefined) return `since ${clock(from, now)}${zone}${orEarlier ? ' or earlier' : ''}`
  if (!orEarlier && end === 'known') return `${range(from, to, now)}${zone}`
  const [start, latest] = [orEarlier ? ' or earlier' : '', end === 'vague' ? ' at the latest' : '']
  return `from ${clock(from, now)}${start} to ${clock(to, now)}${zone}${latest}`
}

/** `14:03`, with its day unless that is today. */
function clock(at: string, now: string): string {
  const time = at.slice(11, 16)
  return dayOf(at) === dayOf(now) ? time : `${dayOf(at)} ${time}`
}

/** `14:03–14:31`, `2026-11-29 23:50 to 2026-11-30 00:20`. */
function range(from: string, to: string, now: string): string {
  if (dayOf(from) !== dayOf(to)) return `${clock(from, '')} to ${clock(to, '')}`
  // Runs of the same minute.
  if (from.slice(0, 16) === to.slice(0, 16))
    return `${clock(from, now).slice(0, -5)}${timeOfDay(from)}–${timeOfDay(to)}`
  return `${clock(from, now)}–${to.slice(11, 16)}`
}

/** More causes than this are only in the table. */
const MAX_CAUSES = 3

/** ` (origin-refused, then origin-app-down)`, each in backquotes. */
function causeWords(causes: readonly CauseId[]): string {
  if (causes.length === 0) return ''
  const more = causes.length - MAX_CAUSES
  const [first = '', ...rest] = causes.slice(0, MAX_CAUSES).map((cause) => `\`${cause}\``)
  const others = list(more > 0 ? [...rest, `${more} more`] : rest)
  return ` (${first}${others === '' ? '' : `, then ${others}`})`
}

function unknownEnd({ outages, to }: HistoryStatistics): readonly string[] {
  const last = outages.at(-1)
  return last?.end === 'unknown'
    ? [`Every check after ${clock(last.lastSeen, to)} UTC was inconclusive.`]
    : []
}

function inconclusiveWords({
  healthy,
  unhealthy,
  inconclusive,
}: HistoryStatistics['counts']): readonly string[] {
  if (inconclusive === 0 || healthy + unhealthy === 0) return []
  return [
    inconclusive === 1
      ? '1 check was inconclusive and is not counted.'
      : `${inconclusive} checks were inconclusive and are not counted.`,
  ]
}

function gapWords({ gaps, to }: HistoryStatistics): readonly string[] {
  const last = gaps.at(-1)
  if (last === undefined) return []
  const when = `${range(last.from, last.to, to)} UTC`
  if (gaps.length === 1) return [`No checks ${when}.`]
  const total = gaps.reduce((sum, gap) => sum + between(gap.from, gap.to), 0)
  return [`${gaps.length} gaps without checks, ${lengthOf(total)} in total, the last ${when}.`]
}

/** `40 s`, `28 min`, `1 h 45 min`. Runs are minutes apart, so seconds would mean nothing. */
export function lengthOf(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE)
  return minutes < 120 ? roughDuration(milliseconds) : duration(minutes * MINUTE)
}

/** Marks of a strip: more don't fit on one line. */
const MAX_STRIP = 60
/** More gaps than this are only in the table. */
const MAX_GAPS = 15
const GAP_MARK = '·'

interface HistoryStrip {
  readonly marks: string
  /** The most runs that one mark stands for. */
  readonly perMark: number
}

/** One mark per run, oldest first. In a long history a mark stands for several runs, of which the worst counts. */
function stripOfHistory({ entries, gaps }: HistoryStatistics): HistoryStrip {
  const longest = gaps.toSorted((a, b) => between(b.from, b.to) - between(a.from, a.to)).slice(0, MAX_GAPS)
  const ends = new Set(longest.map(({ to }) => to))
  const stretches: HistoryEntry[][] = [[]]
  for (const entry of entries) {
    if (ends.delete(entry.at)) stretches.push([entry])
    else stretches.at(-1)?.push(entry)
  }
  const room = MAX_STRIP + 1 - stretches.length
  let perMark = 1
  while (stretches.reduce((sum, { length }) => sum + Math.ceil(length / perMark), 0) > room) perMark += 1
  return { marks: stretches.map((stretch) => marksOf(stretch, perMark)).join(GAP_MARK), perMark }
}

function marksOf(stretch: readonly HistoryEntry[], perMark: number): string {
  return Array.from({ length: Math.ceil(stretch.length / perMark) }, (_, index) => {
    const group = stretch.slice(index * perMark, (index + 1) * perMark)
    const worst = VERDICTS.find((verdict) => group.some((entry) => entry.verdict === verdict))
    return MARKS[worst ?? 'healthy']
  }).join('')
}

/** What the marks of the strip mean. */
function legend(history: HistoryStatistics): string {
  const { marks, perMark } = stripOfHistory(history)
  const meanings = VERDICTS.toReversed().map((verdict) => [MARKS[verdict], verdict] as const)
  const words = [...meanings, [GAP_MARK, 'no checks'] as const]
    .filter(([mark]) => marks.includes(mark))
    .map(([mark, meaning]) => `${mark} ${meaning}`)
  const several =
    perMark === 1 ? '' : ` Each mark stands for up to ${perMark} checks and shows the worst of them.`
  return `${words.join(', ')}.${several}`
}

/** What happened between runs. */
export interface HistoryEvent {
  readonly at: string
  /** In UTC. */
  readonly when: string
  readonly what: 'outage' | 'inconclusive' | 'no checks' | 'changed'
  /** `28 min`, `28 min to 2 h`, `28 min so far`; empty when it has none. */
  readonly length: string
  /** Text in backquotes is a value or, of an outage, a cause. */
  readonly details: string
  /** The id of the workflow run that saw an outage first; empty outside GitHub Actions. */
  readonly run: string
}

/** The mark in front of what happened; empty without one. */
export function eventMark({ what }: HistoryEvent): string {
  return what === 'outage' ? MARKS.unhealthy : what === 'inconclusive' ? MARKS.inconclusive : ''
}

/** More events than this make a table unreadable. Some rows are for changes, which may be in every run. */
const MAX_EVENTS = 40
const CHANGE_ROWS = 10

/**
 * Outages, inconclusive checks, gaps and changes, oldest first. Of very many, the newest; `others` is the number of the
 * rest.
 */
export function historyEvents(history: HistoryStatistics): {
  readonly events: readonly HistoryEvent[]
  readonly others: number
} {
  const { outages, unclear, gaps, changes, to } = history
  const failures = inOrder([
    ...gaps.map((gap) => gapEvent(gap, to)),
    ...outages.map((outage) => outageEvent(outage, to)),
    ...unclear.map((stretch) => unclearEvent(stretch, to)),
  ])
  const shown = failures.slice(-(MAX_EVENTS - Math.min(CHANGE_ROWS, changes.length)))
  const room = MAX_EVENTS - shown.length
  const changed = room === 0 ? [] : changes.slice(-room).map((change) => changeEvent(change, to))
  const events = inOrder([...changed, ...shown])
  return { events, others: failures.length + changes.length - events.length }
}

function inOrder(events: readonly HistoryEvent[]): readonly HistoryEvent[] {
  return events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

function outageEvent(outage: Outage, now: string): HistoryEvent {
  const { from, run } = outage
  return {
    at: from,
    when: whenWords(outage, now, ''),
    what: 'outage',
    length: outageLength(outage),
    details: checksOf(outage),
    run,
  }
}

/** `origin-refused`, then `origin-app-down`, 4 checks */
function checksOf({ causes, checks }: Pick<Outage, 'causes' | 'checks'>): string {
  const names = causes.map((cause) => `\`${cause}\``).join(', then ')
  return [...(names === '' ? [] : [names]), plural(checks, 'check')].join(', ')
}

function unclearEvent(stretch: Unclear, now: string): HistoryEvent {
  const { from, to, run } = stretch
  const isMoment = from === to
  return {
    at: from,
    when: isMoment ? clock(from, now) : range(from, to, now),
    what: 'inconclusive',
    length: isMoment ? '' : gapLength(stretch),
    details: checksOf(stretch),
    run,
  }
}

function outageLength({ end, down, atMost, orEarlier }: Outage): string {
  const known = lengthOf(down)
  const atLeast = down < atMost || orEarlier ? 'at least ' : ''
  switch (end) {
    case 'ongoing':
      return down === 0 ? '' : `${atLeast}${known} so far`
    case 'unknown':
      return down === 0 ? '' : `at least ${known}`
    case 'known':
    case 'vague':
      if (orEarlier) return down === 0 ? '' : `at least ${known}`
      if (down === atMost) return known
      return down === 0 ? `up to ${lengthOf(atMost)}` : `${known} to ${lengthOf(atMost)}`
  }
}

/** `2 h` */
export function gapLength({ from, to }: Pick<Gap, 'from' | 'to'>): string {
  return lengthOf(between(from, to))
}

function gapEvent(gap: Gap, now: string): HistoryEvent {
  const { from, to } = gap
  const length = gapLength(gap)
  return { at: from, when: range(from, to, now), what: 'no checks', length, details: '', run: '' }
}

function changeEvent(change: HistoryChange & { readonly at: string }, now: string): HistoryEvent {
  const { at, site = '', sites = 1, where, what, before } = change
  const others = sites === 1 ? '' : ` and ${plural(sites - 1, 'other site')}`
  const place = [`${site}${others}`, where].filter((part) => part !== '').join(', ')
  const label = (place === '' ? what : `${what} (${place})`).replaceAll('`', "'")
  const details = `${label}: ${quoted(before)} → ${quoted(change.now)}`
  return { at, when: clock(at, now), what: 'changed', length: '', details, run: '' }
}

/** What the collapsed section says next to its events. */
export function historyFacts(history: HistoryStatistics): readonly KeyPoint[] {
  const { availability, counts, edge, origin, to } = history
  const kind = counts.inconclusive === 0 ? 'check' : 'conclusive check'
  const times = [...timeWords('through Cloudflare', edge, to), ...timeWords('directly', origin, to)]
  return [
    ...(availability === undefined
      ? []
      : [
          {
            label: 'Availability',
            text: `${availability}% of ${plural(counts.healthy + counts.unhealthy, kind)} healthy${totals(history)}`,
          },
        ]),
    ...(times.length === 0 ? [] : [{ label: 'Response time', text: times.join('; ') }]),
    { label: 'Marks', text: legend(history) },
  ]
}

/** `directly usually 41 ms, at most 1.2 s (14:03 UTC)`. */
function timeWords(side: string, times: ResponseTimes | undefined, now: string): readonly string[] {
  if (times === undefined) return []
  const { usual, slowest, slowestAt } = times
  if (usual === slowest) return [`${side} ${duration(usual)}`]
  return [`${side} usually ${duration(usual)}, at most ${duration(slowest)} (${clock(slowestAt, now)} UTC)`]
}

/** `History of 124 checks`. */
export function historyTitle({ entries }: HistoryStatistics): string {
  return `History of ${plural(entries.length, 'check')}`
}
