import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { writeReport } from '../src/shell/report-file.ts'

test('the report is written with the folders it needs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'report-'))
  const path = join(folder, 'a', 'b', 'report.json')
  expect(writeReport(path, '{}')).toBeUndefined()
  expect(await readFile(path, 'utf8')).toBe('{}')
  expect(writeReport(join(path, 'below-a-file.json'), '{}')).toBe('ENOTDIR')
  expect(writeReport(folder, '{}')).toBe('EISDIR')
  await rm(folder, { recursive: true })
})

// A recursive mkdir never comes back from there.
const linux = process.platform === 'linux' ? test : test.skip
linux('a folder that cannot be made is told, not waited for (Linux only: it has /proc)', () => {
  expect(writeReport('/proc/none/x.json', '{}')).toBe('ENOENT')
})
