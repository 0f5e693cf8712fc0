import { accessSync, constants } from 'node:fs'

/** Work that occupies a thread of Node's pool. The system can delay it for ever, and a normal exit waits for it. */
const OCCUPIES_THREAD: ReadonlySet<string> = new Set([
  'GetAddrInfoReqWrap',
  'GetNameInfoReqWrap',
  'FSReqCallback',
  'FSReqPromise',
])

const SHELL = '/bin/sh'

/**
 * Ends the process now, with this exit code, whatever still runs. A DNS lookup or a file that hangs would delay
 * `process.exit` for as long as it hangs. Then the process becomes a shell that exits with the code.
 */
export function endNow(code: number): never {
  if (process.getActiveResourcesInfo().some((name) => OCCUPIES_THREAD.has(name))) replaceProcess(code)
  process.exit(code)
}

/** Returns only where the system can't do this. */
function replaceProcess(code: number): void {
  try {
    // Its listeners end the commands of sites. A process that is replaced has no such event.
    process.emit('exit', code)
    if (process.platform === 'win32') {
      // Windows can't replace a process. One that is killed there has exit code 1.
      if (code !== 0) process.kill(process.pid, 'SIGKILL')
      return
    }
    const shell = isExecutable(SHELL)
    const args = shell ? ['sh', '-c', `exit ${code}`] : ['node', '-e', `process.exit(${code})`]
    process.execve?.(shell ? SHELL : process.execPath, args, {})
  } catch {
    // Node's permission model can forbid it.
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
