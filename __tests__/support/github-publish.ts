/** Publishes as the Action would, in a process of its own: what it prints are commands to the runner. */
import { text } from 'node:stream/consumers'
import { warn } from '../../src/github/publish/annotations.ts'
import { startWork } from '../../src/github/in-progress/in-progress.ts'
import { readEvent } from '../../src/github/event/event.ts'
import { publish, type Publication } from '../../src/github/index.ts'
import { mask, promoteFalse } from '../../src/github/runner/workflow-commands.ts'
import { publishOutputs } from '../../src/github/publish/outputs.ts'

export interface Order extends Omit<Publication, 'announced'> {
  readonly secrets: readonly string[]
  readonly limit: number
  readonly url: string
}

if (import.meta.main) {
  promoteFalse(process.env)
  const { secrets, limit, url, ...job }: Order = JSON.parse(await text(process.stdin))
  mask(secrets)
  const event = readEvent(process.env)
  if ('input' in event) throw new TypeError(event.text)
  const bounds = { limit, settle: 1 }
  const announced = await startWork({ event, config: job.config, url }, bounds)
  const published = await publish({ ...job, announced }, bounds)
  published.warnings.forEach(warn)
  publishOutputs(process.env, job.report, { ...published, report: 'report.json' })
}
