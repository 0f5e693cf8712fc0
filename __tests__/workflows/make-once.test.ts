import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { makeOnce } from './make-once.ts'

const LIMIT = 60_000

let home = ''
let folder = ''
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'origin-gate-once-'))
  folder = join(home, 'cache', 'tool-1')
})
afterEach(() => rm(home, { recursive: true, force: true }))

const writeTool =
  (text: string) =>
  (draft: string): Promise<void> =>
    writeFile(join(draft, 'tool'), text)

const content = (): Promise<string> => readFile(join(folder, 'tool'), 'utf8')

test('makes a folder once, for all that need it at the same time', async () => {
  let made = 0
  const make = async (draft: string): Promise<void> => {
    made += 1
    await writeTool(`${made}`)(draft)
  }
  await Promise.all(Array.from({ length: 5 }, () => makeOnce(folder, LIMIT, make)))
  await makeOnce(folder, LIMIT, make)
  expect({ made, content: await content() }).toEqual({ made: 1, content: '1' })
  expect(await readdir(join(home, 'cache'))).toEqual(['tool-1'])
})

test('a failure leaves nothing, and the next attempt makes it', async () => {
  const fail = async (draft: string): Promise<void> => {
    await writeTool('half')(draft)
    throw new Error('no network')
  }
  await expect(makeOnce(folder, LIMIT, fail)).rejects.toThrow('no network')
  expect(await readdir(join(home, 'cache'))).toEqual([])
  await makeOnce(folder, LIMIT, writeTool('whole'))
  expect(await content()).toBe('whole')
})

test('continues after a process that crashed with the lock', async () => {
  const crash = `import { makeOnce } from ${JSON.stringify(new URL('make-once.ts', import.meta.url))}
    await makeOnce(${JSON.stringify(folder)}, ${LIMIT}, () => process.kill(process.pid, 'SIGKILL'))`
  const { status } = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', crash])
  expect(status).not.toBe(0)
  expect(await readdir(join(home, 'cache'))).toContain('tool-1.lock')
  await makeOnce(folder, LIMIT, writeTool('whole'))
  expect(await content()).toBe('whole')
  expect(await readdir(join(home, 'cache'))).not.toContain('tool-1.lock')
})

test('ignores a lock that is older than the limit, whichever process has its id now', async () => {
  await makeOnce(join(home, 'cache', 'tool-2'), LIMIT, writeTool(''))
  await writeFile(`${folder}.lock`, String(process.pid))
  const old = new Date(Date.now() - 2 * LIMIT)
  await utimes(`${folder}.lock`, old, old)
  await makeOnce(folder, LIMIT, writeTool('whole'))
  expect(await content()).toBe('whole')
})
