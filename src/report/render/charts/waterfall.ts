import { capital, duration, list } from '../../../shared/text.ts'
import { PHASES as ORDER } from '../../../domain/exchange.ts'
import type { ProbeReport, SiteReport } from '../../../domain/report.ts'
import { failureWords } from '../../../diagnosis/failure-words.ts'
import { PHASES } from '../../words.ts'
import { failingFirst, redirectTime, responseWords, sidesOf, type Side } from '../side-by-side.ts'
import { measured } from './scale.ts'

/** A bar: one phase of a side, or the redirects before it. */
export interface Bar {
  readonly kind: 'redirects' | 'setup' | 'processing' | 'transfer'
  readonly label: string
  /** Milliseconds. */
  readonly start: number
  readonly length: number
  /** How it failed, in words. */
  readonly failure?: string
}

/** A side, or one that was not checked. */
export interface Row {
  readonly name: string
  readonly outcome: string
  readonly bars: readonly Bar[]
}

/** Each side with its phases on one time axis: first Cloudflare's. Empty if nothing was requested. */
export function rowsOf(probes: SiteReport['probes'], maxOrigins: number): readonly Row[] {
  const { edge, origins } = sidesOf(probes)
  if (edge === undefined && origins.length === 0) return []
  return [
    edge === undefined ? notChecked('through Cloudflare') : rowOf(edge),
    ...(origins.length === 0 ? [notChecked('direct')] : failingFirst(origins, maxOrigins)[0].map(rowOf)),
  ]
}

function notChecked(name: string): Row {
  return { name, outcome: 'not checked', bars: [] }
}

function rowOf({ name, probe }: Side): Row {
  const { failure } = probe
  const total =
    failure === undefined && measured(probe.total) !== undefined ? `, ${duration(probe.total)}` : ''
  // In the measurements, `none` is next to the word `response`.
  const outcome = responseWords(probe).replace(/^none:/, 'no response:')
  const route = probe.route === undefined || failure !== undefined ? '' : ', route included'
  return { name, outcome: outcome + total + route, bars: barsOf(probe) }
}

function barsOf(probe: ProbeReport): readonly Bar[] {
  const { timings, failure } = probe
  const before = measured(redirectTime(probe)) ?? 0
  const bars: Bar[] =
    before === 0 ? [] : [{ kind: 'redirects', label: 'redirects', start: 0, length: before }]
  let start = before
  for (const phase of ORDER) {
    const length = measured(timings[phase])
    const failed = failure?.phase === phase
    if (length === undefined && !failed) continue
    bars.push({
      kind: phase === 'processing' || phase === 'transfer' ? phase : 'setup',
      label: PHASES[phase],
      start,
      length: length ?? 0,
      ...(failed && { failure: failureWords(failure).brief }),
    })
    start += length ?? 0
  }
  return bars
}

/** `Direct: 200, 41 ms. TCP 11 ms, TLS 14 ms, first byte 15 ms and transfer 1 ms.` */
export function rowWords({ name, outcome, bars }: Row): string {
  const phases = bars.map(({ label, length, failure }) =>
    failure === undefined ? `${label} ${duration(length)}` : `${label} fails after ${duration(length)}`,
  )
  return `${capital(name)}: ${outcome}.${phases.length === 0 ? '' : ` ${capital(list(phases))}.`}`
}
