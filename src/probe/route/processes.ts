import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { errorCode } from '../../shared/errors.ts'

/** Milliseconds from SIGTERM to SIGKILL: ssh ends its session in less. */
const GRACE = 500

/** A command and all processes that it started. */
export interface CommandProcess {
  readonly child: ChildProcessWithoutNullStreams
  /** Resolves when the command itself has ended. What it started is killed then. */
  readonly exited: Promise<void>
  /** Ends all of them: at first with SIGTERM, and soon with SIGKILL. Calling it again has no effect. */
  readonly stop: () => void
}

/** Kills each command that still runs. */
const running = new Set<() => void>()

function killAll(): void {
  for (const kill of running) kill()
}

/**
 * Starts a command line in a shell. On POSIX systems it leads a process group, which ends it with what it started. It
 * has no terminal, so that ssh never waits for a password. Rejects with the error of the system.
 */
export async function startProcess(line: string, env: Record<string, string>): Promise<CommandProcess> {
  const child =
    process.platform === 'win32'
      ? spawn(line, { shell: true, windowsHide: true, env, stdio: 'pipe' })
      : spawn('/bin/sh', ['-c', '--', line], { detached: true, env, stdio: 'pipe' })
  await new Promise((started, failed) => {
    child.once('spawn', started)
    child.once('error', failed)
  })
  // A signal may fail, because the command has another user (sudo).
  child.on('error', () => undefined)
  return managed(child)
}

function managed(child: ChildProcessWithoutNullStreams): CommandProcess {
  let timer: NodeJS.Timeout | undefined
  let done = false
  const kill = (): void => signal(child, 'SIGKILL')
  if (running.size === 0) process.on('exit', killAll)
  running.add(kill)
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      done = true
      clearTimeout(timer)
      // Ends what it started, too. No other process gets its number while its group exists, which Windows doesn't have.
      if (process.platform !== 'win32') kill()
      running.delete(kill)
      if (running.size === 0) process.off('exit', killAll)
      resolve()
    })
  })
  return {
    child,
    exited,
    stop: () => {
      child.stdin.destroy()
      child.stdout.destroy()
      child.stderr.destroy()
      if (done) return
      done = true
      signal(child, 'SIGTERM')
      timer = setTimeout(kill, GRACE)
    },
  }
}

/** Sends a signal to the command and what it started. */
function signal(child: ChildProcessWithoutNullStreams, name: 'SIGTERM' | 'SIGKILL'): void {
  const { pid } = child
  if (pid === undefined) return
  if (process.platform === 'win32') {
    const options = { stdio: 'ignore', windowsHide: true } as const
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], options).on('error', () => undefined)
    return
  }
  try {
    process.kill(-pid, name)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH' && errorCode(error) !== 'EPERM') throw error
  }
}
