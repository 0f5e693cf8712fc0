/** The entry names what it lacks, instead of a stack trace and the exit code of an unhealthy site. */
import { spawnSync } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { transform } from 'esbuild'
import { ENTRIES } from '../../scripts/chunks.ts'
import { OLD_NODE } from '../support/old-node.ts'

const DIST = new URL('../../dist/', import.meta.url)
const ENTRY = fileURLToPath(new URL('index.js', DIST))

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

// Needs an older Node, which not every machine has.
const describeWithOldNode = OLD_NODE === undefined ? describe.skip : describe
describeWithOldNode('on a Node before 24', () => {
  const { program, version } = OLD_NODE ?? { program: '', version: '' }
  const start = (args: readonly string[], env: Readonly<Record<string, string>>) =>
    spawnSync(program, [ENTRY, ...args], { env, encoding: 'utf8' })
  const COMPLAINT = `origin-gate needs Node 24 or newer; this is ${version}.\n`

  test.each([['--help'], ['https://www.shop.example']])('the command exits with 2: %s', (arg) => {
    expect(start([arg], {})).toMatchObject({
      status: 2,
      stdout: '',
      stderr: COMPLAINT,
    })
  })

  test.each([[['--help']], [[]]])("the package's command exits with 2, in a workflow too: %j", (args) => {
    const command = fileURLToPath(new URL('command.js', DIST))
    const env = { GITHUB_ACTIONS: 'true' }
    expect(spawnSync(program, [command, ...args], { env, encoding: 'utf8' })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: COMPLAINT,
    })
  })

  test('the Action exits with 1 and an annotation', () => {
    expect(start([], { GITHUB_ACTIONS: 'true' })).toMatchObject({
      status: 1,
      stderr: `::error title=Origin Gate could not run::${COMPLAINT}`,
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
