import { comparisonTableOf, type Figure } from './figures.ts'
import type { Spreads } from './measure.ts'
import type { Options } from './results.ts'
import { REDIRECTS, ROUND_TRIP } from './subjects/far-site.ts'
import type { Quantity } from './subjects/subject.ts'

/** A quantity that is compared with another build. */
interface Compared {
  readonly what: string
  readonly unit: Figure['unit']
  readonly quantity: Quantity
}

const COMPARED: readonly Compared[] = [
  { what: 'CPU of a healthy check', unit: 'ms', quantity: 'check cpu' },
  { what: 'memory of a healthy check', unit: 'MB', quantity: 'check memory' },
  { what: 'until the first connection', unit: 'ms', quantity: 'connect' },
  { what: 'until an input is rejected', unit: 'ms', quantity: 'rejected' },
  { what: 'a healthy check', unit: 'ms', quantity: 'check' },
  { what: `${REDIRECTS} redirects over a line of ${ROUND_TRIP} ms`, unit: 'ms', quantity: 'redirects' },
  { what: `first processing over a line of ${ROUND_TRIP} ms`, unit: 'ms', quantity: 'processing' },
  { what: '1,000 sites, time per site', unit: 'ms', quantity: 'thousand' },
  { what: '1,000 sites, memory', unit: 'MB', quantity: 'thousand memory' },
  { what: 'an hour of watch, CPU per check', unit: 'ms', quantity: 'watch cpu' },
  { what: 'an hour of watch, memory', unit: 'MB', quantity: 'watch memory' },
]

const TEN_THOUSAND: readonly Compared[] = [
  { what: '10,000 sites, time per site', unit: 'ms', quantity: 'ten thousand' },
  { what: '10,000 sites, memory', unit: 'MB', quantity: 'ten thousand memory' },
  { what: '10,000 checks, memory', unit: 'MB', quantity: 'longer watch memory' },
]

/** Our build next to another one, as a table for a terminal. */
export function comparisonOf(of: Spreads, ofOther: Spreads, { tenThousand }: Options): string {
  const compared = tenThousand ? [...COMPARED, ...TEN_THOUSAND] : COMPARED
  return comparisonTableOf(
    compared.map(({ what, unit, quantity }) => ({
      what,
      unit,
      ours: of(quantity),
      theirs: ofOther(quantity),
    })),
  )
}
