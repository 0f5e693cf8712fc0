/** Makes a folder that all processes share, such as a program that takes a minute to build. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds between two attempts to get the lock. */
const RETRY = 200

/**
 * Makes the folder unless it exists. It appears complete or not at all, however `make` ends.
 * - `make` gets an empty folder, which then becomes this one. What it rejects with is passed on.
 * - `limit` is in milliseconds: no `make` takes longer.
 */
export async function makeOnce(
  folder: string,
  limit: number,
  make: (draft: string) => Promise<void>,
): Promise<void> {
  if (existsSync(folder)) return
  await mkdir(dirname(folder), { recursive: true })
  const lock = `${folder}.lock`
  await acquire(lock, limit)
  try {
    if (!existsSync(folder)) await makeWhole(folder, make)
  } finally {
    await rm(lock, { force: true })
  }
}

async function makeWhole(folder: string, make: (draft: string) => Promise<void>): Promise<void> {
  const draft = await mkdtemp(`${folder}-draft-`)
  try {
    await make(draft)
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Two processes that find the same abandoned lock may both make the folder.
    if (!existsSync(folder)) throw error
  }
}

/** Creates the file that only one process can create. It has the id of that process. */
async function acquire(lock: string, limit: number): Promise<void> {
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (!existsSync(lock) && !isCode(error, 'EEXIST')) throw error
    }
    if (await isAbandoned(lock, limit)) await rm(lock, { force: true })
    else await pause(RETRY)
  }
}

/** Whether its process crashed. Another process may have its id by now, so an old lock counts too. */
async function isAbandoned(lock: string, limit: number): Promise<boolean> {
  try {
    const [owner, { mtimeMs }] = await Promise.all([readFile(lock, 'utf8'), stat(lock)])
    return Date.now() - mtimeMs > limit || (owner !== '' && !isRunning(Number(owner)))
  } catch {
    // It was released meanwhile.
    return false
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
