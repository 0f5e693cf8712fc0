/**
 * Feeds everything that reads the wire what nobody should send: `npm run fuzz -- --runs 1000000 --seed 7`. None may crash,
 * hang or escape its bounds. Exit code 1 when one does, with the input and the seed that repeat it.
 */
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { fuzz, Fallen } from './fuzz/fuzz.ts'

/** Milliseconds without a sign of life after which an input hangs. */
const PATIENCE = 30_000

type Word =
  | { readonly kind: 'at'; readonly target: string; readonly number: number }
  | { readonly kind: 'done'; readonly inputs: number; readonly targets: number }
  | { readonly kind: 'fallen'; readonly why: string }

async function work(runs: number, seed: number, say: (word: Word) => void): Promise<void> {
  let told = 0
  try {
    const counts = await fuzz(runs, seed, (target, number) => {
      if (number > 0 && performance.now() - told < 1000) return
      told = performance.now()
      say({ kind: 'at', target, number })
    })
    const inputs = [...counts.values()].reduce((sum, count) => sum + count, 0)
    say({ kind: 'done', inputs, targets: counts.size })
  } catch (error) {
    if (!(error instanceof Fallen)) throw error
    say({ kind: 'fallen', why: error.message })
  }
}

/** A thread that hangs cannot say so: this one does. */
function watch(runs: number, seed: number): void {
  const began = performance.now()
  const worker = new Worker(new URL(import.meta.url), { workerData: { runs, seed } })
  const end = (code: number, line: string): void => {
    clearTimeout(timer)
    console.log(`seed ${seed}: ${line}`)
    process.exitCode = code
    void worker.terminate()
  }
  let last = 'the beginning'
  const hung = (): void => end(1, `hangs at or soon after ${last}`)
  let timer = setTimeout(hung, PATIENCE)
  worker.on('error', (error) => end(1, `crashed at or soon after ${last}: ${error.stack ?? error.message}`))
  worker.on('message', (word: Word) => {
    clearTimeout(timer)
    if (word.kind === 'fallen') return end(1, word.why)
    if (word.kind === 'done') {
      const took = Math.round((performance.now() - began) / 1000)
      return end(
        0,
        `${word.inputs} inputs to ${word.targets} targets in ${took} s, none crashed, hung or escaped its bounds`,
      )
    }
    last = `${word.target}, input ${word.number}`
    timer = setTimeout(hung, PATIENCE)
  })
}

if (isMainThread) {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '1000000' }, seed: { type: 'string' } },
  })
  watch(Number(values.runs), Number(values.seed ?? Date.now() % 1_000_000))
} else {
  const { runs, seed }: { readonly runs: number; readonly seed: number } = workerData
  await work(runs, seed, (word) => parentPort?.postMessage(word, []))
}
