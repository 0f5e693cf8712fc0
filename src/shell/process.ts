import type { Network } from '../probe/types.ts'

/** Aborts on the first SIGTERM or SIGINT. */
export function cancelSignal(): AbortSignal {
  const cancelled = new AbortController()
  process.once('SIGTERM', () => cancelled.abort())
  process.once('SIGINT', () => cancelled.abort())
  return cancelled.signal
}

/** Kills this process if a DNS lookup hangs: a normal exit would wait for it, and a runner waits only seconds. */
export function killIfLookupPending(network: Network): void {
  if (network.hasPendingLookup?.() === true) process.kill(process.pid, 'SIGKILL')
}

/**
 * A bug report: what it means for the run, then the stack. The error's message is left out, because Node's messages can
 * contain addresses.
 */
export function crashText(error: unknown, outcome: string): string {
  const name = Error.isError(error) ? error.name : typeof error
  const stack = Error.isError(error) ? (error.stack ?? '') : ''
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return [
    `This is a bug in Origin Gate, not a problem with your site (${name}). ${outcome}`,
    'Please open an issue at https://github.com/origin-gate/origin-gate/issues with these lines:',
    ...frames.slice(0, 5).map((line) => line.trim()),
  ].join('\n')
}
