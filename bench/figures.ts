/** Of all rounds: the minimum, which noise affects least, and the median, which is what users experience. */
export interface Spread {
  readonly min: number
  readonly median: number
}

/** One line of the result: our figure next to a reference. */
export interface Figure {
  readonly what: string
  readonly unit: 'ms' | 'MB' | 'kB'
  readonly ours: Spread
  /** The reference, with its name; absent for a figure that stands alone. */
  readonly theirs?: Spread
  readonly against?: string
  /** What the limits apply to: our figure as a multiple of the reference, the difference from it, or itself. */
  readonly compared: 'ratio' | 'over' | 'whole'
  /** The most that is acceptable. */
  readonly atLeast?: number
  /** The most that is aimed for. */
  readonly aim?: number
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

/** What the limits of a figure apply to. */
export function comparedOf({ compared, ours, theirs }: Figure): Spread {
  if (theirs === undefined || compared === 'whole') return ours
  return compared === 'ratio'
    ? { min: ours.min / theirs.min, median: ours.median / theirs.median }
    : { min: ours.min - theirs.min, median: ours.median - theirs.median }
}

/** `met at best`: the minimum is within the limit, but the median is not. */
export function metBy(figure: Figure, limit: number): Met {
  const { min, median } = comparedOf(figure)
  if (median <= limit) return 'met'
  return min <= limit ? 'met at best' : 'not met'
}

/** The figures as a table for a terminal, with pairs of `min / median`. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { what, unit, ours, theirs, against = '', compared, atLeast, aim } = figure
    const cell = (limit: number | undefined): string =>
      limit === undefined ? '' : `${limitText(limit, figure)} ${metBy(figure, limit)}`
    return [
      what,
      withUnit(ours, unit),
      theirs === undefined ? '' : withUnit(theirs, unit),
      against,
      compared === 'ratio' ? `${pair(comparedOf(figure), 2)} ×` : withUnit(comparedOf(figure), unit),
      cell(atLeast),
      cell(aim),
    ]
  })
  return aligned([['', 'ours', 'theirs', '', 'compared', 'at least', 'aim'], ...rows])
}

/** Our build next to another one, with pairs of `min / median`. */
export function comparisonTableOf(
  figures: readonly (Pick<Figure, 'what' | 'unit' | 'ours'> & { readonly theirs: Spread })[],
): string {
  return aligned([
    ['', 'this build', 'other build', 'ratio', 'over'],
    ...figures.map(({ what, unit, ours, theirs }) => [
      what,
      withUnit(ours, unit),
      withUnit(theirs, unit),
      `${pair({ min: ours.min / theirs.min, median: ours.median / theirs.median }, 2)} ×`,
      withUnit({ min: ours.min - theirs.min, median: ours.median - theirs.median }, unit),
    ]),
  ])
}

function limitText(limit: number, { compared, unit }: Figure): string {
  if (compared === 'ratio') return `${limit} ×`
  return `${compared === 'over' ? '+' : ''}${limit} ${unit}`
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

/** Small figures need a decimal place. */
function withUnit(spread: Spread, unit: Figure['unit']): string {
  return `${pair(spread, Math.abs(spread.median) < 30 ? 1 : 0)} ${unit}`
}

function pair({ min, median }: Spread, digits: number): string {
  return `${min.toFixed(digits)} / ${median.toFixed(digits)}`
}
