/** The declarations in the package, as the compilers of users read them. */
import { execFile } from 'node:child_process'
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

const ROOT = join(import.meta.dirname, '../..')

const COMPILER = 'node_modules/typescript/bin/tsc'

/** The version before it, which comes with the generator of the JSON schema. */
const EARLIER_COMPILER = `node_modules/ts-json-schema-generator/${COMPILER}`

const NODENEXT = { module: 'nodenext', moduleResolution: 'nodenext' }
const BUNDLER = { module: 'esnext', moduleResolution: 'bundler' }

/** As strict as a user can be, with neither the types of Node nor those of any other package. */
const OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  target: 'es2022',
  lib: ['es2022', 'dom'],
  types: [],
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-consumer-'))
  const installed = join(folder, 'node_modules', 'origin-gate')
  await mkdir(join(installed, 'dist'), { recursive: true })
  await copyFile(join(ROOT, 'package.json'), join(installed, 'package.json'))
  await copyFile(join(ROOT, 'dist/library.js'), join(installed, 'dist/library.js'))
  await cp(join(ROOT, 'dist/types'), join(installed, 'dist/types'), { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await copyFile(join(import.meta.dirname, 'consumer.txt'), join(folder, 'consumer.ts'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What a compiler says about the consumer's file; empty when it has no error. */
async function errorsOf(compiler: string, options: object): Promise<string> {
  const project = join(folder, 'tsconfig.json')
  await writeFile(
    project,
    JSON.stringify({ compilerOptions: { ...OPTIONS, ...options }, files: ['consumer.ts'] }),
  )
  return promisify(execFile)(process.execPath, [join(ROOT, compiler), '-p', project]).then(
    () => '',
    ({ stdout }) => stdout,
  )
}

test.each([
  ['nodenext', COMPILER, NODENEXT],
  ['bundler', COMPILER, BUNDLER],
  ['nodenext and the compiler before', EARLIER_COMPILER, NODENEXT],
])('a program type-checks, and wrong keys and values do not: %s', async (_, compiler, options) => {
  expect(await errorsOf(compiler, options)).toBe('')
})

test('declarations name no file that is missing, and need no other package', async () => {
  const types = join(ROOT, 'dist/types')
  const files = (await readdir(types, { recursive: true })).filter((name) => name.endsWith('.ts'))
  expect(files.map((name) => name.replaceAll(sep, '/')).toSorted()).toEqual([
    'domain/cause-id.d.ts',
    'library.d.ts',
    'report/schema-1/report.d.ts',
    'shell/library/settings.d.ts',
    'shell/library/types.d.ts',
  ])
  const texts = await Promise.all(files.map((name) => readFile(join(types, name), 'utf8')))
  const imports = texts.flatMap((text) => text.match(/(?<=from ')[^']+/g) ?? [])
  expect(imports.filter((name) => !/^(?:\.\.?\/)+[\w/-]+\.js$/.test(name))).toEqual([])
})
