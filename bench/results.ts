import type { Figure } from './figures.ts'
import { REDIRECTS, ROUND_TRIP } from './subjects/far-site.ts'
import { SLOW } from './subjects/in-process.ts'
import type { Spreads } from './measure.ts'

export interface Options {
  /** Whether ten thousand sites were measured too. */
  readonly tenThousand: boolean
}

/** The figures that have limits. Their definitions are in docs/benchmarks.md. */
export function limitedFigures(of: Spreads, { tenThousand }: Options): readonly Figure[] {
  const empty = { against: 'an empty node', theirs: of('empty') } as const
  return [
    {
      what: 'CPU of a healthy check',
      unit: 'ms',
      ours: of('check cpu'),
      theirs: of('floor cpu'),
      against: 'bare node:tls',
      compared: 'ratio',
      atLeast: 2.3,
      aim: 2,
    },
    {
      what: 'memory of a healthy check',
      unit: 'MB',
      ours: of('check memory'),
      theirs: of('empty memory'),
      against: 'an empty node',
      compared: 'whole',
      atLeast: 68,
      aim: 62,
    },
    {
      what: 'until the first connection',
      unit: 'ms',
      ours: of('connect'),
      ...empty,
      compared: 'over',
      atLeast: 60,
      aim: 53,
    },
    {
      what: 'until an input is rejected',
      unit: 'ms',
      ours: of('rejected'),
      ...empty,
      compared: 'over',
      atLeast: 30,
      aim: 22,
    },
    {
      what: 'what a runner downloads',
      unit: 'kB',
      ours: of('download'),
      compared: 'whole',
      atLeast: 500,
      aim: 450,
    },
    {
      what: `${REDIRECTS} redirects over a line of ${ROUND_TRIP} ms`,
      unit: 'ms',
      ours: of('redirects'),
      theirs: of('floor redirects'),
      against: 'bare node:tls',
      compared: 'ratio',
      atLeast: 1.15,
      aim: 1.05,
    },
    {
      what: `first processing over a line of ${ROUND_TRIP} ms`,
      unit: 'ms',
      ours: of('processing'),
      theirs: { min: ROUND_TRIP, median: ROUND_TRIP },
      against: 'the line',
      compared: 'over',
      atLeast: 7,
      aim: 5,
    },
    {
      what: '1,000 sites, time per site',
      unit: 'ms',
      ours: of('thousand'),
      theirs: of('thousand curl'),
      against: 'curl --parallel',
      compared: 'ratio',
      atLeast: 2.2,
      aim: 1.6,
    },
    {
      what: 'an hour of watch, CPU per check',
      unit: 'ms',
      ours: of('watch cpu'),
      theirs: of('check cpu'),
      against: 'a whole check',
      compared: 'ratio',
      atLeast: 0.06,
      aim: 0.03,
    },
    {
      what: 'an hour of watch, memory',
      unit: 'MB',
      ours: of('watch memory'),
      theirs: of('check memory'),
      against: 'one check',
      compared: 'over',
      atLeast: 60,
      aim: 40,
    },
    ...(tenThousand ? tenThousandFigures(of) : []),
  ]
}

function tenThousandFigures(of: Spreads): readonly Figure[] {
  return [
    {
      what: '10,000 sites, time per site',
      unit: 'ms',
      ours: of('ten thousand'),
      theirs: of('thousand nearby'),
      against: '1,000 sites',
      compared: 'ratio',
      atLeast: 1.1,
      aim: 1,
    },
    {
      what: '10,000 sites, memory',
      unit: 'MB',
      ours: of('ten thousand memory'),
      theirs: of('thousand memory'),
      against: '1,000 sites',
      compared: 'whole',
      atLeast: 250,
      aim: 200,
    },
    {
      what: '10,000 checks, memory',
      unit: 'MB',
      ours: of('longer watch memory'),
      theirs: of('watch memory'),
      against: 'an hour of watch',
      compared: 'ratio',
      atLeast: 1.2,
      aim: 1,
    },
  ]
}

/** The other figures: with one limit or none. */
export function otherFigures(of: Spreads): readonly Figure[] {
  return [
    {
      what: 'a healthy check',
      unit: 'ms',
      ours: of('check'),
      theirs: of('curl'),
      against: 'two curls',
      compared: 'over',
    },
    {
      what: `the same processing by bare node:tls`,
      unit: 'ms',
      ours: of('floor processing'),
      theirs: { min: ROUND_TRIP, median: ROUND_TRIP },
      against: 'the line',
      compared: 'over',
    },
    {
      what: '1,000 sites, memory',
      unit: 'MB',
      ours: of('thousand memory'),
      theirs: of('check memory'),
      against: 'one site',
      compared: 'whole',
      atLeast: 200,
    },
    {
      what: `a round whose origin takes ${SLOW} ms`,
      unit: 'ms',
      ours: of('slow round'),
      theirs: of('slowest probe'),
      against: 'its slowest probe',
      compared: 'ratio',
      // Probes run in parallel. Only rechecks follow.
      atLeast: 1.1,
    },
    {
      what: 'a round whose origin never responds',
      unit: 'ms',
      ours: of('hanging round'),
      theirs: of('deadline'),
      against: 'its deadline',
      compared: 'ratio',
      atLeast: 1.1,
    },
    {
      what: 'the comment of a thousand failing sites',
      unit: 'ms',
      ours: of('comment'),
      theirs: of('json'),
      against: 'its JSON',
      compared: 'whole',
      atLeast: 100,
    },
    redaction('1 MB against 100 secrets of 100 KB', of('redact long'), 100),
    redaction('1 MB of one letter, like the secrets', of('redact hostile'), 100),
    redaction('what 100 KB of secrets add to a run', of('redactor'), 50),
  ]
}

function redaction(what: string, ours: Figure['ours'], atLeast: number): Figure {
  return { what, unit: 'ms', ours, compared: 'whole', atLeast }
}
