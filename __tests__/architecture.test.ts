import { execFileSync } from 'node:child_process'
import { readdir, readFile, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { PROGRAMS, repeatedModules } from '../scripts/chunks.ts'
import { VERSION } from '../src/version.ts'
import { forbiddenImports, importCircles } from './support/imports.ts'
import { ENTRY } from './support/program.ts'
import { WINDOWS } from './support/platform.ts'

const ROOT = new URL('../', import.meta.url)
const text = (path: string): Promise<string> => readFile(new URL(path, ROOT), 'utf8')

/** The most files that a folder may hold: a newcomer reads the names of all of them. */
const MAX_FILES = 16

const chunks = async (): Promise<readonly string[]> => {
  const names = (await readdir(new URL('dist/', ROOT))).filter((name) => name.endsWith('.js'))
  return Promise.all(names.map((name) => text(`dist/${name}`)))
}

/** All sources below a folder of the repository, by their path below it. */
const sources = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const files = (await readdir(new URL(folder, ROOT), { recursive: true }))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replaceAll('\\', '/'))
  return new Map(
    await Promise.all(files.map(async (file) => [file, await text(`${folder}${file}`)] as const)),
  )
}

describe('the folders', () => {
  test('src/ holds the entry points, the version and folders', async () => {
    const files = (await sources('src/')).keys()
    expect([...files].filter((file) => !file.includes('/')).toSorted()).toEqual([
      'command.ts',
      'index.ts',
      'library.ts',
      'main.ts',
      'version.ts',
    ])
  })

  test.each(['src/', 'lab/'])('no folder of %s is too full to find anything in it', async (root) => {
    const folders = new Map<string, number>()
    for (const file of (await sources(root)).keys()) {
      const folder = `${root}${file.replace(/\/?[^/]*$/, '')}`
      folders.set(folder, (folders.get(folder) ?? 0) + 1)
    }
    const full = [...folders].filter(
      ([folder, count]) => count > MAX_FILES && folder !== 'src/diagnosis/causes',
    )
    expect(full).toEqual([])
  })
})

describe('the documents', () => {
  test.each([
    'CONTRIBUTING.md',
    'README.md',
    'docs/architecture.md',
    'docs/benchmarks.md',
    'docs/lab.md',
    'docs/testing.md',
    'docs/usage.md',
  ])('%s names only files that exist', async (document) => {
    const files = await Promise.all(
      ['src', 'lab', 'bench', 'scripts', 'examples', '__tests__', 'docs', 'dist'].map(async (folder) =>
        (await readdir(new URL(folder, ROOT), { recursive: true })).map(
          (file) => `${folder}/${file.replaceAll('\\', '/')}`,
        ),
      ),
    )
    const known = files.flat()
    const named = [
      ...(await text(document)).matchAll(
        /`((?:[\w.-]+\/)*[\w-]+\.(?:ts|sh|js)|(?:src|lab|scripts)\/[\w./-]+)`/g,
      ),
    ]
      .map(([, path = '']) => path.replace(/\/$/, ''))
      .filter((path) => !known.some((file) => file === path || file.endsWith(`/${path}`)))
    expect(named).toEqual([])
  })
})

describe('imports', () => {
  test('are those that the table allows', async () => {
    const files = await sources('src/')
    expect(files.size).toBeGreaterThan(100)
    expect([...files].flatMap(([file, source]) => forbiddenImports(file, source))).toEqual([])
  })

  test.each(['src/', 'lab/'])('in %s have no circles, of types either', async (folder) => {
    expect(importCircles(await sources(folder))).toEqual([])
  })

  test('a planted circle is found, of types too', () => {
    const planted = new Map([
      ['a.ts', "import type { B } from './b/b.ts'"],
      ['b/b.ts', "import { c } from './c.ts'"],
      ['b/c.ts', "import type { A } from '../a.ts'"],
      ['d.ts', "import { c } from './b/c.ts'"],
    ])
    expect(importCircles(planted)).toEqual(['a.ts ↔ b/b.ts ↔ b/c.ts'])
    planted.set('b/c.ts', '')
    expect(importCircles(planted)).toEqual([])
  })

  describe('a planted import is found', () => {
    test.each([
      ['domain/cause.ts', "import { judge } from '../diagnosis/judge.ts'"],
      ['domain/cause.ts', "import { isIP } from 'node:net'"],
      ['cloudflare/ranges.ts', "import { request } from 'undici'"],
      ['cloudflare/ranges.ts', "import { lookup } from 'node:dns'"],
      ['probe/index.ts', "import type { Report } from '../report/build/report.ts'"],
      ['probe/index.ts', "import * as core from '@actions/core'"],
      ['config/parse.ts', "import { probe } from '../probe/index.ts'"],
      ['config/parse.ts', "import { request } from 'undici'"],
      ['diagnosis/judge.ts', "import { readFile } from 'node:fs/promises'"],
      ['diagnosis/causes/origin-refused.ts', "import { probe } from '../../probe/index.ts'"],
      [
        'diagnosis/causes/origin-refused.ts',
        "import { escape } from '../../report/render/markdown/escape.ts'",
      ],
      ['report/text.ts', "import { styleText } from 'node:util'"],
      ['report/text.ts', "import { run } from '../run/run.ts'"],
      ['github/index.ts', "import { parseConfig } from '../config/parse.ts'"],
      ['github/index.ts', "const { request } = await import('undici')"],
      ['report/text.ts', "import { issueCommand } from '../../node_modules/@actions/core/lib/command.js'"],
      ['github/index.ts', "import { request } from '../../node_modules/undici/index.js'"],
      ['run/run.ts', "import { publish } from '../github/index.ts'"],
      ['run/run.ts', "export { readFile } from 'node:fs'"],
      ['redact/redact.ts', "import { reportOf } from '../report/build/report.ts'"],
      ['run/run.ts', "import '@actions/core'"],
      ['run/run.ts', "import { run } from '../shell/action/action.ts'"],
      ['recording/recording.ts', "import { reportOf } from '../report/build/report.ts'"],
      ['shell/action.ts', "import { request } from 'undici'"],
      ['index.ts', "import { run } from './run/run.ts'"],
      ['report/build/report.ts', "import {\n  run,\n} from\n  '../../shell/action/action.ts'"],
      ['run/outcome.ts', "import { startWorld } from '../../lab/world/world.ts'"],
      ['utils.ts', ''],
      ['probe/exchange.ts', "const proxy = process.env['HTTPS_PROXY']"],
      ['probe/exchange.ts', 'const { env } = process'],
      ['report/text.ts', "import { env } from 'node:process'"],
      ['report/text.ts', "const { readFileSync } = process.getBuiltinModule('node:fs')"],
    ])('in %s: %s', (file, source) => {
      expect(forbiddenImports(file, source)).not.toEqual([])
    })
  })

  test.each([
    ['probe/exchange.ts', "import { Client, type Dispatcher } from 'undici'"],
    ['diagnosis/causes/origin-refused.ts', "import { ranges } from '../../cloudflare/ranges.ts'"],
    ['report/text.ts', "// it used to: import { run } from '../run/run.ts'\nconst url = 'https://x.test'"],
    [
      'github/event.ts',
      '/** Reads process.env, as a parameter. */ const read = (env: NodeJS.ProcessEnv) => env',
    ],
    ['shell/command/cli.ts', "const color = process.env['NO_COLOR']"],
  ])('the table allows, in %s: %s', (file, source) => {
    expect(forbiddenImports(file, source)).toEqual([])
  })
})

describe('dist', () => {
  test('has one copy of undici', async () => {
    const copies = (await chunks()).flatMap(
      (chunk) => chunk.match(/Symbol\.for\("undici\.error\.UND_ERR_SOCKET"\)/g) ?? [],
    )
    expect(copies).toHaveLength(1)
  })

  test('has no module in two chunks that load late', async () => {
    const late = (await readdir(new URL('dist/', ROOT))).filter((name) => /^\d+\.index\.js$/.test(name))
    expect(late.length).toBeGreaterThan(5)
    const modules = await Promise.all(
      late.map(async (name) => {
        const chunk: { readonly modules: object } = await import(new URL(`dist/${name}`, ROOT).href)
        return Object.keys(chunk.modules)
      }),
    )
    const all = modules.flat()
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([])
  })

  test('finds a module that is in two files', () => {
    const [module, joined] = ['/***/ 42:\n/***/ ((module) => {\n', ';// CONCATENATED MODULE: ./lib/a.js\n']
    const planted = (second: string) =>
      new Map([
        ['1.js', module + joined],
        ['2.js', second],
      ])
    expect(repeatedModules(planted('/***/ 43:\n'))).toEqual(new Map())
    expect(repeatedModules(planted(module))).toEqual(new Map([['42', ['1.js', '2.js']]]))
    expect(repeatedModules(planted(`/***/ 43:\n${joined}`))).toEqual(
      new Map([['./lib/a.js', ['1.js', '2.js']]]),
    )
  })

  test('has the version of package.json', async () => {
    const { version }: { readonly version: string } = JSON.parse(await text('package.json'))
    expect(VERSION).toBe(version)
    const printed = execFileSync(process.execPath, [ENTRY, '--version'], { env: {}, encoding: 'utf8' })
    expect(printed).toBe(`origin-gate ${version}\n`)
  })

  test.each(PROGRAMS)('%s is an executable module', async (name) => {
    const entry = new URL(`dist/${name}`, ROOT)
    expect((await readFile(entry, 'utf8')).split('\n')[0]).toBe('#!/usr/bin/env node')
    // Windows has no such bit.
    if (!WINDOWS) expect((await stat(fileURLToPath(entry))).mode & 0o111).toBe(0o111)
    expect(JSON.parse(await text('dist/package.json'))).toMatchObject({ type: 'module' })
  })
})
