import { wrap } from '../../../shared/text.ts'
import type { SiteReport } from '../../../domain/report.ts'
import { comparisonOf, NOTHING } from '../side-by-side.ts'
import { terminal } from './terminal.ts'
import { aligned } from '../timeline.ts'
import { INDENT } from './wrap.ts'

/** A table, or what does not fit one under one another. */
export function comparisonLines(site: SiteReport, width: number): readonly string[] {
  const { columns, rows, others } = comparisonOf(site)
  if (columns.length === 0) return []
  const cells = rows.map(({ label, cells }) =>
    [label].concat(
      cells.map((cell) => terminal(cell.verbatim === true ? cell.text : cell.text.replaceAll('`', ''))),
    ),
  )
  const beside = aligned([['', ...columns], ...cells])
  const lines = beside.some((line) => line.length + INDENT.length > width)
    ? beneath(columns, cells, width - INDENT.length)
    : beside
  return [...lines, ...(others === '' ? [] : [`and ${terminal(others)}`])].map((line) => INDENT + line)
}

function beneath(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  const labels = Math.max(...rows.map(([label = '']) => label.length))
  return columns.flatMap((column, index) => [
    `${column}:`,
    ...rows.flatMap(([label = '', ...cells]) => {
      const cell = cells[index] ?? NOTHING.text
      return cell === NOTHING.text ? [] : wrap(cell, width, `${INDENT}${label.padEnd(labels)}  `)
    }),
  ])
}
