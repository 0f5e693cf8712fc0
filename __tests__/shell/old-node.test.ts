/** The entry names what it lacks, instead of a stack trace and the exit code of an unhealthy site. */
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { transform } from 'esbuild'
import { ENTRIES } from '../../scripts/chunks.ts'

const DIST = new URL('../../dist/', import.meta.url)
const ENTRY = new URL('index.js', DIST)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-entry-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const PLAIN = { format: 'esm', minifyWhitespace: true, charset: 'ascii' } as const

describe.each(ENTRIES)('dist/%s', (name) => {
  test('has no syntax that Node 12 does not know', async () => {
    const code = await readFile(new URL(name, DIST), 'utf8')
    const [old, now] = await Promise.all(
      ['node12.20', 'esnext'].map((target) => transform(code, { ...PLAIN, target })),
    )
    expect(old?.code).toBe(now?.code)
    expect(now?.code).toMatch(/import\("\.\/main\.js"\)/)
  })
})

test('newer syntax would be noticed', async () => {
  const [old, now] = await Promise.all(
    ['node12.20', 'esnext'].map((target) => transform('globalThis.a?.b()', { ...PLAIN, target })),
  )
  expect(old?.code).not.toBe(now?.code)
})

/** The first Node before 24 in PATH, such as the one that npm runs on; undefined without one. */
const oldNode = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((directory) => join(directory, 'node'))
  .find((program) => {
    const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
    return status === 0 && Number(/^v(\d+)\./.exec(stdout)?.[1] ?? 99) < 24
  })

// Needs an older Node, which not every machine has.
const describeWithOldNode = oldNode === undefined ? describe.skip : describe
describeWithOldNode('on a Node before 24', () => {
  const program = oldNode ?? ''
  const version =
    oldNode === undefined ? '' : execFileSync(program, ['--version'], { encoding: 'utf8' }).trim()
  const start = (args: readonly string[], env: Readonly<Record<string, string>>) =>
    spawnSync(program, [ENTRY.pathname, ...args], { env, encoding: 'utf8' })

  test.each([['--help'], ['https://www.shop.example']])('the command exits with 2: %s', (arg) => {
    expect(start([arg], {})).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `origin-gate needs Node 24 or newer; this is ${version}.\n`,
    })
  })

  test('the Action exits with 1 and an annotation', () => {
    expect(start([], { GITHUB_ACTIONS: 'true' })).toMatchObject({
      status: 1,
      stderr: `::error title=Origin Gate could not run::origin-gate needs Node 24 or newer; this is ${version}.\n`,
    })
  })
})

test('without the rest of dist/, the command exits with 2', async () => {
  const entry = join(folder, 'index.mjs')
  await copyFile(ENTRY, entry)
  expect(spawnSync(process.execPath, [entry, '--help'], { env: {}, encoding: 'utf8' })).toMatchObject({
    status: 2,
    stdout: '',
    stderr: 'A file of Origin Gate is missing or damaged. Install it again.\n',
  })
})
