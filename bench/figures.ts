/** Of all rounds: the minimum, which noise affects least, and the median, which is what users experience. */
export interface Spread {
  readonly min: number
  readonly median: number
}

/** One line of the result: our figure next to a reference. */
export interface Figure {
  readonly what: string
  readonly unit: 'ms' | 'MB'
  readonly ours: Spread
  /** The name of the reference, and its figure. */
  readonly against: string
  readonly theirs: Spread
  readonly aim: Aim
}

export interface Aim {
  /** `over`: the limit applies to the difference from the reference; `whole`: to our figure. */
  readonly of: 'over' | 'whole'
  readonly limit: Spread
  /** The limit in words; completes "aim:". */
  readonly text: string
}

export type Met = 'met' | 'met at best' | 'not met'

/** Requires at least one value. */
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

/** `met at best`: the minimum meets the aim, but the median does not. */
export function metBy(figure: Figure): Met {
  const { of, limit } = figure.aim
  const compared = of === 'over' ? over(figure) : figure.ours
  if (compared.median <= limit.median) return 'met'
  return compared.min <= limit.min ? 'met at best' : 'not met'
}

/** The figures as a table for a terminal, with pairs of `min / median`. */
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
  return aligned(rows)
}

/** Our build next to another one, with pairs of `min / median`. */
export function comparisonTableOf(
  figures: readonly Pick<Figure, 'what' | 'unit' | 'ours' | 'theirs'>[],
): string {
  return aligned([
    ['', 'this build', 'other build', 'ratio', 'over'],
    ...figures.map(({ what, unit, ours, theirs }) => [
      what,
      `${pair(ours, 0)} ${unit}`,
      `${pair(theirs, 0)} ${unit}`,
      `${pair({ min: ours.min / theirs.min, median: ours.median / theirs.median }, 2)} ×`,
      `${pair(over({ ours, theirs }), 0)} ${unit}`,
    ]),
  ])
}

function aligned(rows: readonly (readonly string[])[]): string {
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
