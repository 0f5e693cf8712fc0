import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { problemsOfReportPaths } from '../../src/config/files/output-paths.ts'
import { WINDOWS } from '../support/platform.ts'

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

const shown = (path: string): string => path.replaceAll(sep, '/')

/** The problems' texts without the test's folder. */
function problems(report: string, junit: string, html = '', record = '', badge = ''): readonly string[] {
  const found = problemsOfReportPaths({ report, junit, html, badge, record })
  return found.map(({ text }) => text.replaceAll(folder, '~').replaceAll(/~[^`]*/g, shown))
}

function problem(path: string): string | undefined {
  const [text] = problems(path, '')
  return text
}

describe('a usable path', () => {
  test.each(['new.json', 'file', 'missing/folders/new.json'])('%s', (path) => {
    expect(problem(join(folder, path))).toBeUndefined()
  })

  test('can be empty', () => {
    expect(problem('')).toBeUndefined()
  })
})

const twice = (other: string): string => `is also the path of \`${other}\`. Use a different file for each.`

test('a path cannot be written twice, under any name', async () => {
  const [file, link] = [join(folder, 'file'), join(folder, 'link-to-file')]
  await symlink(file, link)
  expect(problems(file, '', link)).toEqual([`\`html\`: \`~/link-to-file\` ${twice('report')}`])
  expect(problems(file, '', '', file)).toEqual([`\`record\`: \`~/file\` ${twice('report')}`])
  expect(problems('', '', file, link)).toEqual([`\`record\`: \`~/link-to-file\` ${twice('html')}`])
  expect(problems(file, '', '', '', link)).toEqual([`\`badge\`: \`~/link-to-file\` ${twice('report')}`])
  expect(problems('', '', '', file, link)).toEqual([`\`record\`: \`~/file\` ${twice('badge')}`])
})

describe('a rejected path', () => {
  test('is a folder', () => {
    expect(problem(folder)).toBe(
      '`report`: `~` is a folder. Use the path of a file. Did you mean `~/origin-gate.json`?',
    )
    expect(problem(`${folder}/missing/`)).toBe(
      '`report`: `~/missing/` is a folder. Use the path of a file. Did you mean `~/missing/origin-gate.json`?',
    )
  })

  test('has a file as a parent', () => {
    expect(problem(join(folder, 'file', 'deep', 'new.json'))).toBe(
      '`report`: `~/file/deep/new.json` is below `~/file`, which is a file. Use a path whose folders exist or can be created.',
    )
  })

  test('is not a valid file name', () => {
    expect(problem('a\0b')).toBe('`report`: `a\\u{0}b` is not a valid path. Use the path of a file.')
    // On Windows, nothing is there.
    if (!WINDOWS)
      expect(problem(join(folder, 'x'.repeat(300)))).toContain('is too long for a path. Use a shorter one.')
  })

  // Root can write everywhere. Then nothing is rejected. On Windows, only a file can be read-only.
  const asRoot = process.getuid?.() === 0
  const accepted = 'Use a path that this user can write to, such as one in the temporary folder.'

  test('is in a folder that is not writable', () => {
    expect(problem(join(folder, 'locked', 'new.json'))).toBe(
      asRoot || WINDOWS
        ? undefined
        : `\`report\`: \`~/locked/new.json\` is below \`~/locked\`, which is not writable. ${accepted}`,
    )
  })

  test('is a file that is not writable', () => {
    expect(problem(join(folder, 'locked', 'file'))).toBe(
      asRoot ? undefined : `\`report\`: \`~/locked/file\` is not writable. ${accepted}`,
    )
  })
})

describe('the HTML report', () => {
  test('is checked too', () => {
    expect(problems('', '', folder)).toEqual([
      '`html`: `~` is a folder. Use the path of a file. Did you mean `~/origin-gate.html`?',
    ])
  })

  test('cannot have the path of another report', () => {
    const [one, same] = [join(folder, 'new'), `${folder}/./new`]
    expect(problems(one, '', same)).toEqual([
      '`html`: `~/./new` is also the path of `report`. Use a different file for each.',
    ])
    expect(problems('', one, same)).toEqual([
      '`html`: `~/./new` is also the path of `junit`. Use a different file for each.',
    ])
  })
})

describe('the JUnit report', () => {
  test('is checked too', () => {
    expect(problems(join(folder, 'new.json'), join(folder, 'new.xml'))).toEqual([])
    expect(problems('', folder)).toEqual([
      '`junit`: `~` is a folder. Use the path of a file. Did you mean `~/origin-gate.xml`?',
    ])
  })

  test('cannot have the path of the JSON report', () => {
    expect(problems(join(folder, 'new'), `${folder}/./new`)).toEqual([
      '`junit`: `~/./new` is also the path of `report`. Use a different file for each.',
    ])
  })
})
