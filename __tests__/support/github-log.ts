/**
 * Logs each text of a JSON list as the Action does, in its own process, because the runner reads what a process
 * prints.
 */
import { text } from 'node:stream/consumers'
import { log } from '../../src/github/runner/workflow-commands.ts'

if (import.meta.main) {
  const texts: readonly string[] = JSON.parse(await text(process.stdin))
  texts.forEach(log)
}
