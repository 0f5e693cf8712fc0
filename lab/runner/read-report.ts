import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Report } from '../../src/report/schema-1/report.ts'

const SCHEMA = readFileSync(new URL('../../report.schema.json', import.meta.url), 'utf8')

/** Also rejects keys that the schema lacks. The published schema allows them, because a later version may add some. */
const CLOSED = SCHEMA.replaceAll('"type": "object"', '"type": "object", "additionalProperties": false')

const isReport = new Ajv2020({ allErrors: true }).compile<Report>(JSON.parse(CLOSED))

/** Parses a JSON report. Throws when it doesn't match `report.schema.json`. */
export function reportIn(json: string): Report {
  const report: unknown = JSON.parse(json)
  if (isReport(report)) return report
  const faults = (isReport.errors ?? []).map(
    ({ instancePath, message = '', params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
  throw new Error(`The report does not match report.schema.json:\n${faults.slice(0, 10).join('\n')}`)
}
