import { writeFaultOf } from '../../files/faults.ts'
import { errorCode } from '../../shared/errors.ts'
import { endNow } from './end.ts'

/** The end of this process: by itself, by a signal or by an error. */
export interface Lifecycle {
  /**
   * From now on, the first signal aborts, and the process ends within three seconds of it. Any further signal ends the
   * process at once: by its default effect, or after the commands of sites have been killed.
   *
   * @param onSignal called before anything else learns of the signal
   */
  readonly catchSignals: (onSignal: () => void) => AbortSignal
  /** Whether the run was cancelled and has this many milliseconds or fewer until it ends. */
  readonly endsIn: (milliseconds: number) => boolean
  /** Rejects with the first error that nothing caught, or when nothing is left to wait for. */
  readonly crash: Promise<never>
  /** Resolves once the signals that were sent so far have been noticed. */
  readonly settled: () => Promise<void>
  /** Calls this at the last moment, unless a signal arrives before. A signal during it comes too late. */
  readonly atEnd: (commit: () => void) => void
  /** Ends the process with the exit code of the run, once everything is printed. A signal takes precedence. */
  readonly end: (run: Promise<number>) => Promise<never>
}

/** How a shell wants its process to end. */
export interface Ending {
  /** The exit code if nothing else decides it. */
  readonly failed: number
  /** The exit code after a signal with this number. */
  readonly signalled: (number: number) => number
}

/** POSIX numbers. `SIGBREAK` is Ctrl+Break on Windows. */
const SIGNALS = [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
  ['SIGBREAK', 21],
] as const

/** Milliseconds from a signal to the end, whatever is still to do. */
export const GRACE = 2500

export function lifecycle({ failed, signalled }: Ending): Lifecycle {
  process.exitCode = failed
  let cancelled: number | undefined
  let until = Infinity
  let commit: (() => void) | undefined
  const removers: (() => void)[] = []
  const restoreDefaults = (): void => {
    for (const remove of removers.splice(0)) remove()
  }
  const endAtOnce = (name: NodeJS.Signals): void => {
    restoreDefaults()
    // A signal has no such event, whose listeners end the commands of sites.
    process.emit('exit', failed)
    try {
      process.kill(process.pid, name)
    } catch {
      // On Windows, it can't send this signal.
      endNow(cancelled ?? failed)
    }
  }
  const { promise: crash, reject } = Promise.withResolvers<never>()
  // It may reject before or after anything waits for it.
  crash.catch(() => undefined)
  process.on('uncaughtException', reject)
  process.once('beforeExit', () => reject(new Error('Nothing is left to wait for')))
  reportBrokenOutput()

  const catchSignals = (onSignal: () => void): AbortSignal => {
    const controller = new AbortController()
    const cancel = (number: number): void => {
      // Without a moment in between, in which the second signal would have its default effect.
      if (!runsCommands()) restoreDefaults()
      cancelled = signalled(number)
      until = performance.now() + GRACE
      setTimeout(endNow, GRACE, cancelled)
      onSignal()
      controller.abort()
    }
    for (const [name, number] of SIGNALS) {
      const listener = (): void => (cancelled === undefined ? cancel(number) : endAtOnce(name))
      process.on(name, listener)
      removers.push(() => process.off(name, listener))
    }
    return controller.signal
  }

  return {
    catchSignals,
    endsIn: (milliseconds) => until - performance.now() <= milliseconds,
    crash,
    settled,
    atEnd: (given) => (commit = given),
    end: async (run) => {
      const code = await run.catch(() => failed)
      await Promise.all([flushed(process.stdout), flushed(process.stderr)])
      await settled()
      return new Promise(() => {
        // Right after the event loop has looked for signals, and without an await before the end.
        setImmediate(() => {
          // From here on, no signal can be noticed. With its default effect, it still makes the exit code a failure.
          restoreDefaults()
          if (cancelled === undefined) commit?.()
          endNow(cancelled ?? code)
        })
      })
    },
  }
}

/** Whether commands of sites run, or any were not ended yet. */
function runsCommands(): boolean {
  return process.listenerCount('exit') > 0
}

/** Node notices a signal only in its event loop: the second turn starts after everything that came before the first. */
async function settled(): Promise<void> {
  for (const _ of [1, 2]) await new Promise((resolve) => setImmediate(resolve))
}

/** Also when the text can't be written. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve())
  })
}

/**
 * What can't be printed must not end a run: the files, the outputs and the comment are still to come. A reader that
 * has read enough (`| head -1`) is not an error.
 */
function reportBrokenOutput(): void {
  let reported = false
  process.stderr.on('error', () => undefined)
  process.stdout.on('error', (error) => {
    if (reported || errorCode(error) === 'EPIPE') return
    reported = true
    process.stderr.write(`The output is incomplete: ${writeFaultOf(error)} The verdict stands.\n`)
  })
}
