/**
 * Publishes as the Action does, in a process of its own: what it prints are commands to the runner. Each line of its
 * input is a job. `JOB_DONE` ends the output of each.
 */
import { createInterface } from 'node:readline'
import { readEvent } from '../../src/github/event/event.ts'
import { startWork } from '../../src/github/in-progress/in-progress.ts'
import { publish, type Publication } from '../../src/github/index.ts'
import { annotate } from '../../src/github/publish/annotations.ts'
import type { Env } from '../../src/github/event/event.ts'
import { openOutputs } from '../../src/github/runner/outputs.ts'
import { mask } from '../../src/github/runner/workflow-commands.ts'
import { publishOutputs, publishPromotion } from '../../src/shell/action/outputs.ts'
import { redactNothing } from '../../src/redact/redact.ts'

export interface PublishJob extends Omit<Publication, 'inProgress' | 'env'> {
  readonly env: Env
  readonly secrets: readonly string[]
  readonly limit: number
  readonly url: string
}

/** The line after what a job printed. */
export const JOB_DONE = '--- the job is done ---'

if (import.meta.main)
  for await (const line of createInterface({ input: process.stdin })) {
    await publishOne(JSON.parse(line))
    process.stdout.write(`${JOB_DONE}\n`)
  }

async function publishOne({ env, secrets, limit, url, ...job }: PublishJob): Promise<void> {
  const outputs = openOutputs(env)
  outputs.set({ promote: 'false' })
  mask(secrets)
  const event = readEvent(env)
  if ('input' in event) throw new TypeError(event.text)
  const bounds = { limit, settle: 1 }
  const inProgress = await startWork({ event, config: job.config, url, redact: redactNothing }, bounds)
  const published = await publish({ ...job, env, inProgress }, bounds)
  annotate(job.report, published.warnings, 0)
  publishOutputs(outputs, job.report, { ...published, report: 'report.json' })
  publishPromotion(outputs, job.report)
}
