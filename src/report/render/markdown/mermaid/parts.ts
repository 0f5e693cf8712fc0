import { capital, duration, plural } from '../../../../shared/text.ts'
import { type Verdict, VERDICTS } from '../../../../domain/diagnosis.ts'
import { longestOf, medianOf } from '../../../build/times.ts'
import type { Slot } from './chart.ts'

/** One check or run, of which a slot of the chart may have several. */
export type Part = Omit<Slot, 'label'>

/** Of the sides. */
export interface Names {
  readonly edge: string
  readonly direct: string
}

/** The worst verdict and the longest times. */
export function worstOf(parts: readonly Part[]): Part {
  const verdict = VERDICTS.find((each) => parts.some((part) => part.verdict === each))
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

/** What the bars and the line show: only healthy checks have a blue bar. */
export function timesWords(
  parts: readonly Part[],
  { edge, direct }: Names,
  line: boolean,
): readonly string[] {
  const healthy = parts.filter(({ verdict }) => verdict === 'healthy')
  return [
    ...range(
      `${capital(edge)} (blue bars)`,
      healthy.map((part) => part.edge),
    ),
    ...range(
      line ? `${capital(direct)} (orange line)` : capital(direct),
      parts.map((part) => (part.direct === 'none' ? undefined : part.direct)),
    ),
  ]
}

/** What isn't a response time. */
export function verdictWords(parts: readonly Part[], line: boolean): readonly string[] {
  const counted = (verdict: Verdict): number => parts.filter((part) => part.verdict === verdict).length
  const [unhealthy, inconclusive] = [counted('unhealthy'), counted('inconclusive')]
  return [
    ...(line && parts.some(({ direct }) => direct === 'none')
      ? ['The line is at the top where there was no response.']
      : []),
    ...(unhealthy === 0 ? [] : [`Red: ${plural(unhealthy, 'unhealthy check')}.`]),
    ...(inconclusive === 0 ? [] : [`Gray: ${plural(inconclusive, 'inconclusive check')}.`]),
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
