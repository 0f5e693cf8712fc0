/**
 * Minifies each file of dist/, because `ncc --minify` minifies only the entry. Node then reads and parses less text at
 * start-up. Fails if a module is in two files. Load it through one module that both share, such as
 * `src/shell/checking.ts`. Then adds the files that load the bundle.
 */
import { chmod, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { transform } from 'esbuild'
import { BUNDLE, ENTRIES, MINIFY, MINIFY_ENTRY, repeatedModules } from './chunks.ts'
import { withoutUnusedCode } from './unused-code.ts'

const DIST = new URL('../dist/', import.meta.url)
const LIB = new URL('../lib/', import.meta.url)

const names = (await readdir(DIST)).filter((name) => name.endsWith('.js'))
const files = new Map(
  await Promise.all(names.map(async (name) => [name, await readFile(new URL(name, DIST), 'utf8')] as const)),
)
const repeated = repeatedModules(files)
if (repeated.size > 0) {
  const lines = [...repeated].map(([module, places]) => `${module}: ${places.join(', ')}`)
  throw new Error(`Modules are in more than one file of dist/:\n${lines.join('\n')}`)
}
for (const [name, unminified] of withoutUnusedCode(files)) {
  const { code } = await transform(unminified, MINIFY)
  await writeFile(new URL(name, DIST), code)
}
// ncc names each bundle `index.js`.
await rename(new URL('index.js', DIST), new URL(BUNDLE, DIST))
for (const name of ENTRIES) {
  const { code } = await transform(await readFile(new URL(name, LIB), 'utf8'), MINIFY_ENTRY)
  await writeFile(new URL(name, DIST), code)
}
await chmod(new URL('index.js', DIST), 0o755)
await chmod(new URL(BUNDLE, DIST), 0o644)
