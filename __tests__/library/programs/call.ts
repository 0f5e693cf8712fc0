/** Reads calls from standard input, makes them all at once, and prints how each ended. */
import { json } from 'node:stream/consumers'
import { check, ConfigError, type Config, type Progress, type Report } from 'origin-gate'

/** A call of `check`. */
export interface Call {
  readonly config: Config
  readonly env: Readonly<Record<string, string>>
  /** `before`: the signal is aborted already. `progress`: it aborts in the first call of `onProgress`. */
  readonly abort?: 'before' | 'progress'
  /** `onProgress` throws an error with this message. */
  readonly throws?: string
  /** `onProgress` returns a promise that is rejected with such an error. */
  readonly rejects?: string
}

export interface Ended {
  readonly report?: Report
  readonly error?: { readonly name: string; readonly message: string; readonly problems?: readonly string[] }
  readonly progress: readonly Progress[]
}

async function made({ config, env, abort, throws, rejects }: Call): Promise<Ended> {
  const controller = new AbortController()
  const progress: Progress[] = []
  const onProgress = (one: Progress): unknown => {
    progress.push(one)
    if (abort === 'progress') controller.abort()
    if (throws !== undefined) throw new RangeError(throws)
    return rejects === undefined ? undefined : Promise.reject(new RangeError(rejects))
  }
  if (abort === 'before') controller.abort(new Error('not today'))
  try {
    return { report: await check(config, { env, signal: controller.signal, onProgress }), progress }
  } catch (error) {
    if (error instanceof ConfigError) {
      const { name, message, problems } = error
      return { error: { name, message, problems }, progress }
    }
    if (error instanceof Error) return { error: { name: error.name, message: error.message }, progress }
    return { error: { name: typeof error, message: String(error) }, progress }
  }
}

const calls: unknown = await json(process.stdin)
const isCalls = (value: unknown): value is readonly Call[] => Array.isArray(value)
// The process ends by itself: nothing that the library started may be left.
if (isCalls(calls)) process.stdout.write(JSON.stringify(await Promise.all(calls.map(made))))
