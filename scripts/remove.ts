/** Removes folders: `node scripts/remove.ts dist`. The shell of npm's scripts on Windows has no `rm`. */
import { rm } from 'node:fs/promises'

for (const folder of process.argv.slice(2)) await rm(folder, { recursive: true, force: true })
