import { plural, duration } from '../../shared/text.ts'
import { waitingWontHelp } from '../../diagnosis/next/schedule.ts'
import { availabilityOf } from '../../diagnosis/history/availability.ts'
import type { Availability, Pattern } from '../../domain/availability.ts'
import type { Diagnosis } from '../../domain/diagnosis.ts'
import type { History } from '../../domain/evidence.ts'
import type { AvailabilityReport } from '../../domain/report.ts'
import { timeOfDay } from '../words.ts'

/** How a run went, for the report. */
export function availabilityReportOf(diagnosis: Diagnosis, history: History): AvailabilityReport {
  const course = availabilityOf(history, diagnosis.judgments)
  return {
    ended: endOf(diagnosis),
    looks: course.rounds,
    failed: course.failed,
    unseen: course.unknown,
    flaps: course.transitions,
    secondsDown: secondsOf(course.downtime),
    firstBad: iso(course.firstFailure),
    lastBad: iso(course.lastFailure),
    secondsToRecover: course.recoveredAfter === undefined ? null : secondsOf(course.recoveredAfter),
    pattern: diagnosis.trend === 'intermittent' ? patternWords(course.pattern) : '',
  }
}

function endOf({ cancelled, verdict, judgments }: Diagnosis): AvailabilityReport['ended'] {
  if (cancelled === true) return 'cancelled'
  if (verdict === 'healthy') return 'settled'
  const last = judgments.at(-1)
  return last !== undefined && waitingWontHelp(last) ? 'hopeless' : 'over'
}

function secondsOf(milliseconds: Availability['downtime']): number {
  return Math.round(milliseconds / 100) / 10
}

function iso(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString()
}

/** A clause; empty when there is nothing to tell. */
function patternWords(pattern: Pattern | undefined): string {
  switch (pattern?.kind) {
    case undefined:
      return ''
    case 'none':
      return 'without a pattern'
    case 'period':
      return periodWords(pattern)
    case 'origin':
      return `only origin ${pattern.position} of ${pattern.of}`
    case 'colo':
      return `only in the data center ${pattern.colo}`
    case 'family':
      return `only over IPv${pattern.family}`
    default:
      return pattern satisfies never
  }
}

function periodWords({ failing, of }: { readonly failing: number; readonly of: number }): string {
  if (failing === 1) return `every ${ordinal(of)} time`
  return failing === of - 1 ? `all but every ${ordinal(of)} time` : `${failing} of every ${of} times, in turn`
}

const ORDINALS = [
  '',
  '',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

function ordinal(number: number): string {
  return ORDINALS[number] ?? `${number}th`
}

/** How it went, in sentences; empty when all looks saw the same. */
export function availabilitySentences(diagnosis: Diagnosis, course: AvailabilityReport): string {
  return [howItWent(diagnosis, course), unseenWords(diagnosis, course), endWords(course)]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function howItWent({ verdict, trend, judgments }: Diagnosis, course: AvailabilityReport): string {
  const { failed, firstBad, flaps, secondsDown, secondsToRecover, pattern } = course
  if (failed === 0 || firstBad === null) return ''
  const share = `It failed in ${failed} of ${plural(course.looks, 'look')}`
  const down = flaps > 2 ? ` It was down for ${duration(secondsDown * 1000)} in all.` : ''
  switch (trend) {
    case 'steady':
      return ''
    case 'intermittent':
      if (wentDown(judgments)) return `It was well at first, and has failed since ${timeOfDay(firstBad)} UTC.`
      return `${share}${pattern === '' ? '' : `, ${pattern}`}.${down}`
    case 'recovered': {
      const why = judgments.find((look) => look.verdict === 'unhealthy')?.findings[0]?.cause.title
      const named = verdict === 'healthy' && why !== undefined ? ` (${why})` : ''
      const after = secondsToRecover === null ? '' : ` after ${duration(secondsToRecover * 1000)}`
      return `${share}${named} and has recovered${after}.`
    }
    default:
      return trend satisfies never
  }
}

/** It was well, and then it was not any more: that is not now and then. */
export function wentDown(looks: Diagnosis['judgments']): boolean {
  const seen = looks.filter(({ verdict }) => verdict !== 'inconclusive')
  const first = seen.findIndex(({ verdict }) => verdict === 'unhealthy')
  return first > 0 && seen.slice(first).every(({ verdict }) => verdict === 'unhealthy')
}

function unseenWords({ verdict }: Diagnosis, { unseen, looks }: AvailabilityReport): string {
  if (unseen === 0 || unseen === looks || verdict === 'inconclusive') return ''
  return `${plural(unseen, 'look')} could not see the site, and ${unseen === 1 ? 'counts' : 'count'} neither way.`
}

function endWords({ ended, looks }: AvailabilityReport): string {
  if (ended === 'hopeless') return 'Waiting cannot mend this.'
  if (ended !== 'cancelled') return ''
  return looks === 0
    ? 'The run was cancelled before its first look.'
    : `The run was cancelled after ${plural(looks, 'look')}.`
}
