import { writeFaultOf } from '../../files/faults.ts'
import { openTarget, type Target } from '../../files/write.ts'
import type { Env } from '../event/event.ts'

/** The step's outputs. The last value of each counts. Nothing here throws. */
export interface Outputs {
  /** Writes all of these at once. After a failure, only `promote: false` is still written. */
  readonly set: (values: Readonly<Record<string, string>>) => void
  /** Why an output could not be written, in sentences; undefined when all were. */
  readonly fault: () => string | undefined
}

/**
 * Opens the runner's file, and keeps it open: the outputs can then be written even when the process may not open
 * another file. Without a runner, outputs go nowhere.
 */
export function openOutputs(env: Env): Outputs {
  const path = env['GITHUB_OUTPUT'] ?? ''
  let fault: string | undefined
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work()
    } catch (error) {
      fault ??= `The outputs could not be written to the file that GITHUB_OUTPUT names: ${writeFaultOf(error)} Without them, later steps don't see \`promote\` as \`true\`.`
      return undefined
    }
  }
  const file: Target | undefined = path === '' ? undefined : attempt(() => openTarget(path, 'append'))
  return {
    set: (values) => {
      const safe = Object.keys(values).length === 1 && values['promote'] === 'false'
      // Half a value would swallow the next ones, and a `promote` without its verdict proves nothing.
      if (file === undefined || (fault !== undefined && !safe)) return
      const text = Object.entries(values).map(([name, value]) => lineOf(name, value))
      attempt(() => file.write(`${fault === undefined ? '' : '\n'}${text.join('')}`))
    },
    fault: () => fault,
  }
}

/** Words need no delimiter. Any other text gets one that it can't contain. */
function lineOf(name: string, value: string): string {
  if (/^[\w.-]*$/.test(value)) return `${name}=${value}\n`
  const delimiter = `ghadelimiter_${process.getBuiltinModule('node:crypto').randomUUID()}`
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`
}
