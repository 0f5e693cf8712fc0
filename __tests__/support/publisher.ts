import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { JOB_DONE, type PublishJob } from './github-publish.ts'

export interface Publisher {
  /** Publishes, and returns the lines that were printed. Rejects if the process wrote an error or ended. */
  readonly publish: (job: PublishJob) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** Starts one process for all jobs of a test file, because its start takes most of the time. */
export function startPublisher(): Publisher {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'github-publish.ts')], {
    env: { PATH: process.env['PATH'] },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  const stderr = text(child.stderr)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    publish: async (job) => {
      child.stdin.write(`${JSON.stringify(job)}\n`)
      const printed: string[] = []
      for (;;) {
        const { done, value } = await lines.next()
        if (done === true) throw new Error(`The publisher ended: ${await stderr}`)
        if (value === JOB_DONE) return printed
        printed.push(value)
      }
    },
    close: async () => {
      child.stdin.end()
      await exited
      const complaints = await stderr
      if (complaints !== '') throw new Error(`The publisher wrote to standard error: ${complaints}`)
    },
  }
}
