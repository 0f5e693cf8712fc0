/**
 * Loaded into a process with `--import`. At the end it writes the peak memory in kibibytes to file descriptor 3. Plain
 * JavaScript, because stripping types would itself take memory.
 */
import { readFileSync, writeSync } from 'node:fs'

process.once('exit', () => writeSync(3, String(peak())))

/** On Linux a new process inherits the `maxRSS` of its parent, but not `VmHWM`. */
function peak() {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  return Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
}
