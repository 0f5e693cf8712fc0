import { wrap } from '../../../shared/text.ts'
import type { SiteReport } from '../../../domain/report.ts'
import { sideBySide, EMPTY_CELL } from '../side-by-side.ts'
import { INDENT, escapeTerminal } from './terminal.ts'
import { aligned } from '../timeline.ts'

/** A table; if it is too wide, one column under the other. */
export function sideBySideLines(site: SiteReport, width: number): readonly string[] {
  const { columns, rows, others } = sideBySide(site)
  if (columns.length === 0) return []
  const cells = rows.map(({ label, cells }) =>
    [label].concat(
      cells.map((cell) => escapeTerminal(cell.verbatim === true ? cell.text : cell.text.replaceAll('`', ''))),
    ),
  )
  const table = aligned([['', ...columns], ...cells])
  const lines = table.some((line) => line.length + INDENT.length > width)
    ? stacked(columns, cells, width - INDENT.length)
    : table
  return [...lines, ...(others === '' ? [] : [`and ${escapeTerminal(others)}`])].map((line) => INDENT + line)
}

function stacked(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  const labels = Math.max(...rows.map(([label = '']) => label.length))
  return columns.flatMap((column, index) => [
    `${column}:`,
    ...rows.flatMap(([label = '', ...cells]) => {
      const cell = cells[index] ?? EMPTY_CELL.text
      return cell === EMPTY_CELL.text ? [] : wrap(cell, width, `${INDENT}${label.padEnd(labels)}  `)
    }),
  ])
}
