/** Of all rounds: the least, which noise on the machine spoils last, and the median, which is what people meet. */
export interface Spread {
  readonly min: number
  readonly median: number
}

/** One line of the result: ours beside something that everybody has. */
export interface Figure {
  readonly what: string
  readonly unit: 'ms' | 'MB'
  readonly ours: Spread
  /** What it is measured against, and the same figure of that. */
  readonly against: string
  readonly theirs: Spread
  readonly aim: Aim
}

export interface Aim {
  /** `over`: what ours has beyond theirs is limited; `whole`: all of it is. */
  readonly of: 'over' | 'whole'
  readonly limit: Spread
  /** How the limit is told; completes "aim:". */
  readonly text: string
}

export type Met = 'met' | 'met at best' | 'not met'

/** Of at least one value. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (low === undefined || high === undefined) throw new RangeError('Nothing was measured')
  return { min: sorted[0] ?? low, median: (low + high) / 2 }
}

export function over({ ours, theirs }: Pick<Figure, 'ours' | 'theirs'>): Spread {
  return { min: ours.min - theirs.min, median: ours.median - theirs.median }
}

/** `met at best`: a quiet round meets the aim, the usual one does not. */
export function metBy(figure: Figure): Met {
  const { of, limit } = figure.aim
  const reached = of === 'over' ? over(figure) : figure.ours
  if (reached.median <= limit.median) return 'met'
  return reached.min <= limit.min ? 'met at best' : 'not met'
}

/** The figures as a table for a terminal, one a line, each pair as `min / median`. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ['', 'ours', 'theirs', '', 'ratio', 'over', 'aim', ''],
    ...figures.map((figure) => {
      const { what, unit, ours, theirs, against, aim } = figure
      const ratio = { min: ours.min / theirs.min, median: ours.median / theirs.median }
      const extra = over(figure)
      return [
        what,
        `${pair(ours, 0)} ${unit}`,
        `${pair(theirs, 0)} ${unit}`,
        against,
        `${pair(ratio, 1)} ×`,
        `${pair(extra, 0)} ${unit}`,
        aim.text,
        metBy(figure),
      ]
    }),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function pair({ min, median }: Spread, digits: number): string {
  return `${min.toFixed(digits)} / ${median.toFixed(digits)}`
}
