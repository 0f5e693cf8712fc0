/** Publishes as the Action would, in a process of its own: what it prints are commands to the runner. */
import { text } from 'node:stream/consumers'
import { warn } from '../../src/github/annotations.ts'
import { readEvent } from '../../src/github/event.ts'
import { publish, type Publication } from '../../src/github/index.ts'
import { mask, promoteFalse } from '../../src/github/early.ts'
import { publishOutputs } from '../../src/github/outputs.ts'

export interface Order extends Omit<Publication, 'event'> {
  readonly secrets: readonly string[]
  readonly limit: number
}

if (import.meta.main) {
  promoteFalse(process.env)
  const { secrets, limit, ...job }: Order = JSON.parse(await text(process.stdin))
  mask(secrets)
  const event = readEvent(process.env)
  if ('input' in event) throw new TypeError(event.text)
  const published = await publish({ ...job, event }, { limit, settle: 1 })
  published.warnings.forEach(warn)
  publishOutputs(job.report, { ...published, report: 'report.json' })
}
