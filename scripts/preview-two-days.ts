import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FILES, startMonitor } from '../lab/two-days/monitor.ts'
import { momentAt, TWO_DAYS } from '../lab/two-days/plan.ts'
import type { Comment } from './preview-page.ts'

/**
 * Runs the Action for 48 simulated hours. Writes what its runs leave into a folder, and returns the comments and job
 * summaries of some moments. It takes a minute or two.
 */
export async function twoDaysIn(folder: string): Promise<readonly Comment[]> {
  mkdirSync(folder, { recursive: true })
  const { world, run } = await startMonitor({ baseline: true })
  const shown: Comment[] = []
  try {
    for (const planned of TWO_DAYS) {
      const { comments, summary, stdout } = await run(planned)
      const moment = momentAt(planned.at)
      if (moment === undefined) continue
      const texts = { comment: comments.map(({ body }) => body).join('\n\n'), summary }
      for (const [kind, markdown] of Object.entries(texts)) {
        writeFileSync(join(folder, `${moment}-${kind}.md`), markdown)
        shown.push({ name: `${moment}-${kind}`, markdown })
      }
      writeFileSync(join(folder, `${moment}.txt`), stdout)
      for (const file of FILES) copy(join(world.folder, file), join(folder, `${moment}-${file}`))
      console.log(pathToFileURL(join(folder, `${moment}-report.html`)).href)
    }
  } finally {
    await world.close()
  }
  return shown
}

/** A file that a run didn't write is left out. */
function copy(from: string, to: string): void {
  try {
    writeFileSync(to, readFileSync(from))
  } catch (error) {
    console.log(String(error))
  }
}
