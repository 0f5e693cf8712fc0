/** Publishes as the Action does, in its own process: what it prints are commands to the runner. */
import { text } from 'node:stream/consumers'
import { readEvent } from '../../src/github/event/event.ts'
import { startWork } from '../../src/github/in-progress/in-progress.ts'
import { publish, type Publication } from '../../src/github/index.ts'
import { annotate } from '../../src/github/publish/annotations.ts'
import { openOutputs } from '../../src/github/runner/outputs.ts'
import { mask } from '../../src/github/runner/workflow-commands.ts'
import { publishOutputs, publishPromotion } from '../../src/shell/outputs.ts'

export interface PublishJob extends Omit<Publication, 'inProgress' | 'env'> {
  readonly secrets: readonly string[]
  readonly limit: number
  readonly url: string
}

if (import.meta.main) {
  const { env } = process
  const outputs = openOutputs(env)
  outputs.set({ promote: 'false' })
  const { secrets, limit, url, ...job }: PublishJob = JSON.parse(await text(process.stdin))
  mask(secrets)
  const event = readEvent(env)
  if ('input' in event) throw new TypeError(event.text)
  const bounds = { limit, settle: 1 }
  const inProgress = await startWork({ event, config: job.config, url }, bounds)
  const published = await publish({ ...job, env, inProgress }, bounds)
  annotate(job.report, published.warnings, 0)
  publishOutputs(outputs, job.report, { ...published, report: 'report.json' })
  publishPromotion(outputs, job.report)
}
