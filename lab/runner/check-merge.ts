import { isDeepStrictEqual } from 'node:util'
import { merged } from '../../src/report/build/merged.ts'
import { FILE_RENDERERS } from '../../src/report/render/index.ts'
import type { Report } from '../../src/report/schema-1/report.ts'
import { reportIn } from '../../src/report/schema-1/read.ts'

/** What is wrong with the report of a run if it is merged alone, one line each: it must stay as it is. */
export function mergeProblems(report: Report | undefined): readonly string[] {
  if (report === undefined) return []
  const read = reportIn(JSON.stringify(report))
  if (typeof read === 'string') return [`the report ${read}`]
  const again: unknown = JSON.parse([...FILE_RENDERERS.json(merged([read]))].join(''))
  return isDeepStrictEqual(again, report) ? [] : ['merged alone, the report becomes another one']
}
