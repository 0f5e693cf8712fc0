import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { problemsOfReportPaths } from '../../src/config/files/output-paths.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'))
  await writeFile(join(folder, 'file'), '')
  await mkdir(join(folder, 'locked'))
  await writeFile(join(folder, 'locked', 'file'), '')
  await chmod(join(folder, 'locked', 'file'), 0o400)
  await chmod(join(folder, 'locked'), 0o500)
})

afterAll(async () => {
  await chmod(join(folder, 'locked'), 0o700)
  await rm(folder, { recursive: true })
})

/** The problems' texts with the test's folder cut out. */
async function problems(report: string, junit: string): Promise<readonly string[]> {
  const found = await problemsOfReportPaths({ report, junit })
  return found.map(({ text }) => text.replaceAll(folder, '~'))
}

async function problem(path: string): Promise<string | undefined> {
  const [text] = await problems(path, '')
  return text
}

describe('a usable path', () => {
  test.each(['new.json', 'file', 'missing/folders/new.json'])('%s', async (path) => {
    expect(await problem(join(folder, path))).toBeUndefined()
  })

  test('none at all', async () => {
    expect(await problem('')).toBeUndefined()
  })
})

describe('refused', () => {
  test('a folder', async () => {
    expect(await problem(folder)).toBe(
      '`report` is `~`, which is a folder. Give the path of a file; `~/origin-gate.json` was probably meant.',
    )
    expect(await problem(`${folder}/missing/`)).toBe(
      '`report` is `~/missing/`, which is a folder. Give the path of a file; `~/missing/origin-gate.json` was probably meant.',
    )
  })

  test('a file in the way', async () => {
    expect(await problem(join(folder, 'file', 'deep', 'new.json'))).toBe(
      '`report` is `~/file/deep/new.json`, but `~/file` is a file, not a folder. Give a path whose folders exist or can be made.',
    )
  })

  test('what no file can be called', async () => {
    expect(await problem('a\0b')).toBe(
      '`report` is `a\\u{0}b`, which is no valid path. Give the path of a file.',
    )
    expect(await problem(join(folder, 'x'.repeat(300)))).toContain('which is no valid path')
  })

  // Root may write everywhere; then there is nothing to refuse.
  const asRoot = process.getuid?.() === 0
  const accepted = 'Give a path that this user may write, such as one in the temporary folder.'

  test('a folder that may not be written', async () => {
    expect(await problem(join(folder, 'locked', 'new.json'))).toBe(
      asRoot
        ? undefined
        : `\`report\` is \`~/locked/new.json\`, but \`~/locked\` may not be written. ${accepted}`,
    )
  })

  test('a file that may not be written', async () => {
    expect(await problem(join(folder, 'locked', 'file'))).toBe(
      asRoot ? undefined : `\`report\` is \`~/locked/file\`, which may not be written. ${accepted}`,
    )
  })
})

describe('the JUnit report', () => {
  test('is looked at too', async () => {
    expect(await problems(join(folder, 'new.json'), join(folder, 'new.xml'))).toEqual([])
    expect(await problems('', folder)).toEqual([
      '`junit` is `~`, which is a folder. Give the path of a file; `~/origin-gate.xml` was probably meant.',
    ])
  })

  test('does not go into the file of the JSON report', async () => {
    expect(await problems(join(folder, 'new'), `${folder}/./new`)).toEqual([
      '`junit` is `~/./new`, which is the path of `report` too. Give each a file of its own.',
    ])
  })
})
