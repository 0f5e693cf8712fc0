import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { NEEDS_PROGRAMS, onLinux } from '../support/platform.ts'
import { describeWith } from './describe-with.ts'
import { tool, type ToolName } from './tools.ts'

/** They may be fetched meanwhile. */
jest.setTimeout(200_000)

const NAMES: readonly ToolName[] = ['act', 'actionlint', 'zizmor']

const linux = onLinux(NEEDS_PROGRAMS).test
const env = { ...process.env }
let cache = ''
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'origin-gate-tools-'))
})
afterEach(async () => {
  process.env = { ...env }
  await rm(cache, { recursive: true, force: true })
})

for (const name of NAMES) {
  const found = await tool(name)
  describeWith(found)(name, () => {
    test('runs', () => {
      const { status, stdout } = spawnSync(found.path, ['--version'], { encoding: 'utf8' })
      expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/\d+\.\d+/) })
    })
  })
}

linux.each([
  ['act', 'github.com/nektos/act@v0.2.89'],
  ['actionlint', 'github.com/rhysd/actionlint@v1.7.12'],
] as const)('says that the source of %s is not available', async (name, module) => {
  Object.assign(process.env, { GOPROXY: 'off', GOMODCACHE: cache })
  const { path, missing = '' } = await tool(name, cache)
  expect(path).toBe('')
  expect([`Go can't fetch ${module}`, 'Go is not installed']).toContain(missing)
})

linux('says that zizmor is not available', async () => {
  Object.assign(process.env, { PIP_NO_INDEX: '1', PIP_FIND_LINKS: cache })
  const reason = /^pip can't install zizmor 1\.32\.0: |^Python with pip is not installed$/
  expect(await tool('zizmor', cache)).toEqual({ path: '', missing: expect.stringMatching(reason) })
})

linux('says that Python is not installed', async () => {
  process.env['PATH'] = cache
  expect((await tool('zizmor', cache)).missing).toBe('Python with pip is not installed')
})
