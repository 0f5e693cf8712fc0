import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { earlierAt } from '../src/shell/baseline-file.ts'
import { RENDERERS } from '../src/report/render/index.ts'
import { STORIES } from './report/stories.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baseline-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('an earlier report is read', async () => {
  const { healthy } = STORIES
  if (healthy === undefined) throw new RangeError('no such story')
  const path = join(folder, 'report.json')
  await writeFile(path, RENDERERS.json(healthy))
  expect(earlierAt(path)).toMatchObject({ at: healthy.at })
})

test('no path, no report, no word', () => {
  expect(earlierAt('')).toBeUndefined()
})

const missing = (words: string): unknown => ({ missing: expect.stringContaining(words) })

test('what is no report is told', async () => {
  expect(earlierAt(join(folder, 'none.json'))).toEqual(missing('does not exist yet'))
  expect(earlierAt(folder)).toEqual(missing('is a folder or a device'))
  const page = join(folder, 'page.html')
  await writeFile(page, '<html>')
  expect(earlierAt(page)).toEqual({
    missing: 'Nothing to compare with: the file that `baseline` names is no JSON.',
  })
  expect(earlierAt(join(page, 'below.json'))).toEqual(missing('cannot be read (ENOTDIR)'))
  const large = join(folder, 'large.json')
  await writeFile(large, '')
  await truncate(large, 65 * 1024 * 1024)
  expect(earlierAt(large)).toEqual(missing('is larger than 64 MiB'))
})

const posix = process.platform === 'win32' ? test.skip : test
posix('a pipe that nobody writes into keeps nobody waiting (not on Windows: it has no mkfifo)', () => {
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  expect(earlierAt(pipe)).toEqual({ missing: expect.stringContaining('is a folder or a device') })
})
