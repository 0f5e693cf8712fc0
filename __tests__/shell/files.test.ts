import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { RENDERERS } from '../../src/report/render/index.ts'
import { readBaseline } from '../../src/shell/earlier-report.ts'
import { readActionInputs } from '../../src/shell/action/action-inputs.ts'
import { printReport, writeReport } from '../../src/shell/files.ts'
import { storyOf } from '../report/stories.ts'
import { NO_FIFO, onLinux, onPosix, WINDOWS } from '../support/platform.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('writing a report', () => {
  test('creates missing folders', async () => {
    const path = join(folder, 'a', 'b', 'report.json')
    expect(await writeReport(path, () => '{}')).toBeUndefined()
    expect(await readFile(path, 'utf8')).toBe('{}')
    expect(await writeReport(join(path, 'below-a-file.json'), () => '{}')).toContain(
      WINDOWS ? 'its folder cannot be created (ENOENT)' : 'a folder of its path is a file (ENOTDIR)',
    )
    expect(await writeReport(folder, () => '{}')).toContain('its path is a folder (EISDIR)')
  })

  test('writes pieces as one text', async () => {
    const pieces = Array.from({ length: 5000 }, (_, at) => `piece ${at} → `)
    const path = join(folder, 'pieces.txt')
    expect(await writeReport(path, () => pieces)).toBeUndefined()
    expect(await readFile(path, 'utf8')).toBe(pieces.join(''))
  })

  test('leaves no part of one when a cancelled run has no time for the rest', async () => {
    const path = join(folder, 'late.json')
    let written = 0
    function* pieces(): Iterable<string> {
      for (; written < 5; written++) yield 'x'.repeat(70_000)
    }
    expect(await writeReport(path, pieces, () => written > 1)).toContain('the run was cancelled')
    expect(written).toBeLessThan(5)
    await expect(readFile(path)).rejects.toThrow('ENOENT')
    expect(await writeReport(path, pieces, () => true)).toContain('the run was cancelled')
  })

  test('prints pieces until a cancelled run has no time for the rest', async () => {
    const printed: string[] = []
    const print = (text: string): unknown => printed.push(text)
    const pieces = Array.from({ length: 4 }, (_, at) => `${at}${'x'.repeat(70_000)}\n`)
    expect(await printReport(pieces, print, () => printed.length === 2)).toBe(false)
    expect(printed).toEqual(pieces.slice(0, 2))
    expect(await printReport(pieces, print, () => false)).toBe(true)
    expect(printed.slice(2)).toEqual(pieces)
  })

  // A recursive mkdir below /proc never returns.
  const linux = onLinux('it has /proc').test
  linux('fails at once when a folder cannot be created (Linux only: it has /proc)', async () => {
    expect(await writeReport('/proc/none/x.json', () => '{}')).toContain(
      'its folder cannot be created (ENOENT)',
    )
  })
})

const missing = (fault: string, fix = ''): unknown => ({
  missing: `Nothing to compare with: the earlier report that \`baseline\` names ${fault}. ${fix}`.trimEnd(),
})

describe('the baseline', () => {
  test('is read from an earlier report', async () => {
    const healthy = storyOf('healthy')
    const path = join(folder, 'report.json')
    for (const start of ['', '\uFEFF']) {
      await writeFile(path, start + RENDERERS.json(healthy))
      expect(await readBaseline(path)).toMatchObject({ at: healthy.at })
    }
  })

  test('is undefined without a path', async () => {
    expect(await readBaseline('')).toBeUndefined()
  })

  test('is reported as missing when the file is not a report', async () => {
    expect(await readBaseline(join(folder, 'none.json'))).toEqual(missing('does not exist yet'))
    expect(await readBaseline(folder)).toEqual(missing('is a folder', 'Use the path of a JSON report.'))
    const page = join(folder, 'page.html')
    await writeFile(page, '<html>')
    expect(await readBaseline(page)).toEqual(
      missing('is not valid JSON', 'Use a complete JSON report, as `report` writes it.'),
    )
    expect(await readBaseline(join(page, 'below.json'))).toEqual(missing('does not exist yet'))
    const large = join(folder, 'large.json')
    await writeFile(large, '')
    await truncate(large, 33 * 1024 * 1024)
    expect(await readBaseline(large)).toEqual(
      missing('is larger than 32 MiB', 'Check fewer sites in one run, or use another file.'),
    )
  })

  const posix = onPosix(NO_FIFO).test
  posix('does not wait for a pipe that has no writer (not on Windows: it has no mkfifo)', async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    expect(await readBaseline(pipe)).toEqual(
      missing('is not a regular file', 'Use the path of a JSON report.'),
    )
  })
})

test.each(['', ' ', undefined])(
  'without a runner folder, the report is in a temporary one: %j',
  async (folder) => {
    const env = { INPUT_URL: 'https://www.shop.example/', INPUT_COMMENT: 'never', RUNNER_TEMP: folder }
    const inputs = await readActionInputs(env)
    expect(inputs.ok && inputs.config.report).toBe(join(tmpdir(), 'origin-gate', 'report.json'))
  },
)
