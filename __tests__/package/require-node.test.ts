/** In a clone, the npm scripts name the Node that they lack, instead of a stack trace. */
import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { transform } from 'esbuild'
import { OLD_NODE } from '../support/old-node.ts'
import { WINDOWS } from '../support/platform.ts'

const ROOT = join(import.meta.dirname, '../..')
const SCRIPT = 'scripts/require-node.cjs'

const scripts = async (): Promise<Readonly<Record<string, string>>> =>
  JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')).scripts

/** A fresh clone, as far as npm scripts need it. */
let clone: string
beforeAll(async () => {
  clone = await mkdtemp(join(tmpdir(), 'origin-gate-clone-'))
  await mkdir(join(clone, 'scripts'))
  for (const path of ['package.json', SCRIPT]) await copyFile(join(ROOT, path), join(clone, path))
})
afterAll(() => rm(clone, { recursive: true, force: true }))

/** Runs an npm script of the clone on this Node. */
function npmRun(node: string, args: readonly string[]) {
  const PATH = [dirname(node), process.env['PATH'] ?? ''].join(delimiter)
  // Windows starts npm in a shell only.
  const options = { cwd: clone, env: { PATH, HOME: clone }, encoding: 'utf8', shell: WINDOWS } as const
  return spawnSync('npm', [...args], options)
}

test('every npm script starts with the check, itself or in the first script that it runs', async () => {
  const all = await scripts()
  const isChecked = (command: string): boolean => {
    if (command.startsWith(`node ${SCRIPT} && `)) return true
    const [, first] = /^npm run ([\w:-]+)/.exec(command) ?? []
    return first !== undefined && isChecked(all[first] ?? '')
  }
  const unchecked = Object.entries(all).filter(([, command]) => !isChecked(command))
  // These two run `npm ci`.
  expect(unchecked.map(([name]) => name)).toEqual(['prestart', 'prelab'])
})

test('the check has no syntax that Node 12 does not know', async () => {
  const code = await readFile(join(ROOT, SCRIPT), 'utf8')
  const [old, now] = await Promise.all(
    ['node12.20', 'esnext'].map((target) => transform(code, { minifyWhitespace: true, target })),
  )
  expect(old?.code).toBe(now?.code)
})

test('on Node 24 without dependencies, a script says what to run', () => {
  const { status, stderr } = npmRun(process.execPath, ['run', 'docs'])
  expect([status, stderr]).toEqual([2, expect.stringContaining('not installed. Run `npm ci`.')])
})

// Needs an older Node, which not every machine has, and links to programs.
const describeWithOldNode = OLD_NODE === undefined || WINDOWS ? describe.skip : describe
describeWithOldNode('on a Node before 24', () => {
  const { program, version } = OLD_NODE ?? { program: '', version: '' }

  test.each([
    [['test', '--', '__tests__/config']],
    [['run', 'build']],
    [['run', 'verify']],
    [['start', '--ignore-scripts']],
    [['run', 'lab', '--ignore-scripts']],
  ])('npm %j in a fresh clone', (args) => {
    const { status, stderr } = npmRun(program, args)
    expect(status).toBe(2)
    expect(stderr).toContain(
      `origin-gate needs Node 24 or newer; this is ${version}. Run \`npm ci\`, which installs Node 24 for these scripts.\n`,
    )
    expect(stderr).not.toMatch(/SyntaxError|^\s+at /m)
  })

  test('after `npm ci --ignore-scripts`', async () => {
    await mkdir(join(clone, 'node_modules', 'node'), { recursive: true })
    const { status, stderr } = npmRun(program, ['test'])
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('Run `npm ci --ignore-scripts=false`, which'),
    ])
  })

  test('once Node 24 is installed in the clone, the scripts run on it', async () => {
    await mkdir(join(clone, 'node_modules', '.bin'), { recursive: true })
    await symlink(process.execPath, join(clone, 'node_modules', '.bin', 'node'))
    await writeFile(
      join(clone, 'scripts', 'docs.ts'),
      'const version: string = process.version\nconsole.log(version)\n',
    )
    const { status, stdout } = npmRun(program, ['run', '--silent', 'docs'])
    expect([status, stdout]).toEqual([0, `${process.version}\n`])
  })
})
