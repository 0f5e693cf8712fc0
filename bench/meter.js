/**
 * Loaded into a process with `--import`. At the end it writes to file descriptor 3 the processor time in milliseconds,
 * user and system, and the peak memory in kibibytes. Plain JavaScript, because stripping types would take both.
 */
import { readFileSync, writeSync } from 'node:fs'

process.once('exit', () => {
  const { user, system } = process.cpuUsage()
  writeSync(3, `${(user + system) / 1000} ${peak()}`)
})

/** On Linux a new process inherits the `maxRSS` of its parent, but not `VmHWM`. */
function peak() {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  return Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
}
