/**
 * Feeds malformed input to every parser of untrusted bytes: `npm run fuzz -- --runs 1000000 --seed 7`. No parser may
 * crash, hang or exceed its limits. If one does, prints the seed and the input, and exits with 1.
 */
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { fuzz, FuzzFailure } from './fuzz/fuzz.ts'

/** Milliseconds without a message after which an input counts as hanging. */
const HANG_TIMEOUT = 30_000

type Message =
  | { readonly kind: 'at'; readonly target: string; readonly number: number }
  | { readonly kind: 'done'; readonly inputs: number; readonly targets: number }
  | { readonly kind: 'failed'; readonly why: string }

async function work(runs: number, seed: number, send: (message: Message) => void): Promise<void> {
  let reportedAt = 0
  try {
    const counts = await fuzz(runs, seed, (target, number) => {
      if (number > 0 && performance.now() - reportedAt < 1000) return
      reportedAt = performance.now()
      send({ kind: 'at', target, number })
    })
    const inputs = [...counts.values()].reduce((sum, count) => sum + count, 0)
    send({ kind: 'done', inputs, targets: counts.size })
  } catch (error) {
    if (!(error instanceof FuzzFailure)) throw error
    send({ kind: 'failed', why: error.message })
  }
}

/** Runs the fuzzer in a worker, because a thread that hangs can't report it. */
function watch(runs: number, seed: number): void {
  const startedAt = performance.now()
  const worker = new Worker(new URL(import.meta.url), { workerData: { runs, seed } })
  const end = (code: number, line: string): void => {
    clearTimeout(timer)
    console.log(`seed ${seed}: ${line}`)
    process.exitCode = code
    void worker.terminate()
  }
  let last = 'the start'
  const hung = (): void => end(1, `hung at or soon after ${last}`)
  let timer = setTimeout(hung, HANG_TIMEOUT)
  worker.on('error', (error) => end(1, `crashed at or soon after ${last}: ${error.stack ?? error.message}`))
  worker.on('message', (message: Message) => {
    clearTimeout(timer)
    if (message.kind === 'failed') return end(1, message.why)
    if (message.kind === 'done') {
      const seconds = Math.round((performance.now() - startedAt) / 1000)
      return end(
        0,
        `${message.inputs} inputs to ${message.targets} targets in ${seconds} s: none crashed, hung or exceeded its limits`,
      )
    }
    last = `${message.target}, input ${message.number}`
    timer = setTimeout(hung, HANG_TIMEOUT)
  })
}

if (isMainThread) {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '1000000' }, seed: { type: 'string' } },
  })
  watch(Number(values.runs), Number(values.seed ?? Date.now() % 1_000_000))
} else {
  const { runs, seed }: { readonly runs: number; readonly seed: number } = workerData
  await work(runs, seed, (message) => parentPort?.postMessage(message, []))
}
