import { phrase, type Sentence } from '../../domain/untrusted.ts'
import { originName } from '../../diagnosis/facts/which-origin.ts'
import { duration, plural } from '../../shared/text.ts'
import { waitingWontHelp } from '../../diagnosis/next/schedule.ts'
import { availabilityOf } from '../../diagnosis/history/availability.ts'
import type { Availability, Pattern } from '../../domain/availability.ts'
import type { Diagnosis } from '../../domain/diagnosis.ts'
import type { History } from '../../domain/evidence.ts'
import type { AvailabilityReport, Prose } from '../../domain/report.ts'
import { joinSentences, plain } from '../prose.ts'
import { timeOfDay } from '../words.ts'
import { unfinishedSentence } from './unfinished.ts'

/** How the rounds of a site went over time, for the report. */
export function availabilityReportOf(diagnosis: Diagnosis, history: History): AvailabilityReport {
  const availability = availabilityOf(history, diagnosis.judgments)
  return {
    ended: endReason(diagnosis),
    rounds: availability.rounds,
    failed: availability.failed,
    inconclusive: availability.unknown,
    transitions: availability.transitions,
    secondsDown: secondsOf(availability.downtime),
    firstFailure: iso(availability.firstFailure),
    lastFailure: iso(availability.lastFailure),
    secondsToRecover:
      availability.recoveredAfter === undefined ? null : secondsOf(availability.recoveredAfter),
    pattern: diagnosis.trend === 'intermittent' ? patternText(availability.pattern) : '',
  }
}

function endReason({ soFar, verdict, judgments }: Diagnosis): AvailabilityReport['ended'] {
  if (soFar !== undefined) return 'cancelled'
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

/** What the unhealthy rounds have in common, as a clause; empty when that is unknown. */
function patternText(pattern: Pattern | undefined): string {
  switch (pattern?.kind) {
    case undefined:
      return ''
    case 'none':
      return 'with no pattern'
    case 'period':
      return periodText(pattern)
    case 'origin':
      return `only ${pattern.address === undefined ? '' : 'at '}${originName(pattern)}`
    case 'colo':
      return `only in the data center ${pattern.colo}`
    case 'family':
      return `only over IPv${pattern.family}`
    default:
      return pattern satisfies never
  }
}

function periodText({ failing, of }: { readonly failing: number; readonly of: number }): string {
  if (failing === 1) return `every ${ordinal(of)} check`
  return failing === of - 1 ? `all but every ${ordinal(of)} check` : `${failing} of every ${of} checks`
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

/** How the check went over time; empty when every round had the same result. */
export function availabilitySentences(
  diagnosis: Diagnosis,
  availability: AvailabilityReport,
): Prose<Sentence> {
  return joinSentences(
    [
      changeSentence(diagnosis, availability),
      inconclusiveSentence(diagnosis, availability),
      endSentence(diagnosis, availability),
    ].map((sentence) => (sentence === '' ? [] : [plain(sentence)])),
  )
}

function changeSentence(
  { verdict, trend, judgments }: Diagnosis,
  availability: AvailabilityReport,
): Sentence {
  const { failed, firstFailure, transitions, secondsDown, secondsToRecover, pattern } = availability
  if (failed === 0 || firstFailure === null) return ''
  const share = `${failed} of ${plural(availability.rounds, 'check')} failed`
  const down = transitions > 2 ? ` It was down for ${duration(secondsDown * 1000)} in total.` : ''
  switch (trend) {
    case 'steady':
      return ''
    case 'intermittent':
      if (wentDown(judgments)) {
        return `It was healthy at first and has been failing since ${timeOfDay(firstFailure)} UTC.`
      }
      return `${share}${pattern === '' ? '' : `, ${pattern}`}.${down}`
    case 'recovered': {
      const [lead] = judgments.find((judgment) => judgment.verdict === 'unhealthy')?.findings ?? []
      const title = lead?.match.title ?? lead?.cause.title
      const cause = verdict === 'healthy' && title !== undefined ? phrase` (${title})` : ''
      const after = secondsToRecover === null ? '' : ` after ${duration(secondsToRecover * 1000)}`
      return phrase`${share}${cause}; the site recovered${after}.`
    }
    default:
      return trend satisfies never
  }
}

/** The site was healthy, then unhealthy to the end: an outage, not an intermittent failure. */
export function wentDown(judgments: Diagnosis['judgments']): boolean {
  const conclusive = judgments.filter(({ verdict }) => verdict !== 'inconclusive')
  const first = conclusive.findIndex(({ verdict }) => verdict === 'unhealthy')
  return first > 0 && conclusive.slice(first).every(({ verdict }) => verdict === 'unhealthy')
}

function inconclusiveSentence({ verdict }: Diagnosis, { inconclusive, rounds }: AvailabilityReport): string {
  if (inconclusive === 0 || inconclusive === rounds || verdict === 'inconclusive') return ''
  return inconclusive === 1
    ? '1 check was inconclusive and is not counted.'
    : `${inconclusive} checks were inconclusive and are not counted.`
}

function endSentence({ soFar }: Diagnosis, { ended, rounds }: AvailabilityReport): string {
  if (ended === 'hopeless') return "Waiting won't fix this."
  if (ended !== 'cancelled') return ''
  return rounds === 0
    ? unfinishedSentence(soFar?.unfinished)
    : 'The run was stopped before its verdict was final.'
}
