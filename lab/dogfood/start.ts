/** The step that starts the lab: it ends as soon as the lab is ready, and the lab stays. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Not the step's own output: the runner may wait until everything that holds it has ended.
const path = join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'origin-gate-lab.log')
const log = openSync(path, 'w')
const child = spawn(process.execPath, [fileURLToPath(new URL('serve.ts', import.meta.url))], {
  detached: true,
  stdio: ['ignore', log, log, 'ipc'],
})
const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')])
if (message !== 'ready') {
  console.error(readFileSync(path, 'utf8'))
  process.exit(1)
}
child.disconnect()
child.unref()
