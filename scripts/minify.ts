/**
 * Minifies each file of dist/ on its own. `ncc --minify` minifies only the entry. Less text also means that Node reads
 * and parses less of it at start-up. Fails when a module is in two files: then a late import needs a place where it
 * shares that module, see `src/shell/checking.ts`.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { transform } from 'esbuild'
import { MINIFY, repeatedModules } from './chunks.ts'

const DIST = new URL('../dist/', import.meta.url)

const names = (await readdir(DIST)).filter((name) => name.endsWith('.js'))
const files = new Map(
  await Promise.all(names.map(async (name) => [name, await readFile(new URL(name, DIST), 'utf8')] as const)),
)
const repeated = repeatedModules(files)
if (repeated.size > 0) {
  const lines = [...repeated].map(([module, places]) => `${module}: ${places.join(', ')}`)
  throw new Error(`Modules are in more than one file of dist/:\n${lines.join('\n')}`)
}
for (const [name, unminified] of files) {
  const { code } = await transform(unminified, MINIFY)
  // Writing in place keeps the mode: the entry is executable.
  await writeFile(new URL(name, DIST), code)
}
