/** Logs each of the texts that come as a JSON list, as the Action would: what a process prints is all that the runner sees. */
import { text } from 'node:stream/consumers'
import { log } from '../../src/github/runner/workflow-commands.ts'

if (import.meta.main) {
  const texts: readonly string[] = JSON.parse(await text(process.stdin))
  texts.forEach(log)
}
