import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { WINDOWS } from './platform.ts'

/** A Node before 24, such as the one that npm runs on. */
export interface OldNode {
  readonly program: string
  /** As `process.version`. */
  readonly version: string
}

/** The first one in PATH. Not every machine has one: there, the tests that need it are skipped. */
export const OLD_NODE: OldNode | undefined = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((directory) => join(directory, WINDOWS ? 'node.exe' : 'node'))
  .map((program) => ({ program, version: versionOf(program) }))
  .find(({ version }) => Number(/^v(\d+)\./.exec(version)?.[1] ?? 99) < 24)

function versionOf(program: string): string {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : ''
}
