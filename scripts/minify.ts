/**
 * Minifies each file of dist/, because `ncc --minify` minifies only the entry. Node then reads and parses less text at
 * start-up. Fails if a module is in two files. Load it through one module that both share, such as
 * `src/shell/checking.ts`. Then adds the files that load the bundle, the list of what is bundled, and the lists of what
 * the package on npm and the archive of a tag lack.
 */
import { chmod, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { transform } from 'esbuild'
import { BUNDLE, ENTRIES, MINIFY, MINIFY_ENTRY, PROGRAMS, repeatedModules } from './chunks.ts'
import { filesOfAction, filesOfLibrary, packagesIn, type Stats } from './package/bundled.ts'
import { type Lock, sbomOf } from './package/sbom.ts'
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
const used = withoutUnusedCode(files)
for (const [name, unminified] of used) {
  const { code } = await transform(unminified, MINIFY)
  await writeFile(new URL(name, DIST), code)
}
// ncc names each bundle `index.js`.
await rename(new URL('index.js', DIST), new URL(BUNDLE, DIST))
for (const name of ENTRIES) {
  const { code } = await transform(await readFile(new URL(name, LIB), 'utf8'), MINIFY_ENTRY)
  await writeFile(new URL(name, DIST), code)
}
for (const name of PROGRAMS) await chmod(new URL(name, DIST), 0o755)
await chmod(new URL(BUNDLE, DIST), 0o644)

const json = async (url: URL) => JSON.parse(await readFile(url, 'utf8'))
const stats: Stats = await json(new URL('stats.json', LIB))
const lock: Lock = await json(new URL('../package-lock.json', import.meta.url))
const manifest: Parameters<typeof sbomOf>[0] = await json(new URL('../package.json', import.meta.url))
const actionOnly = filesOfAction(stats)
const bundled = new Map<string, boolean>()
for (const [name, paths] of packagesIn(used, stats))
  for (const path of paths) bundled.set(path, (bundled.get(path) ?? true) && actionOnly.includes(name))
const sbom = sbomOf(
  manifest,
  lock,
  [...bundled].map(([path, actionOnly]) => ({ path, actionOnly })),
)
await writeFile(new URL('sbom.cdx.json', DIST), `${JSON.stringify(sbom, undefined, 1)}\n`)
await writeFile(new URL('.npmignore', DIST), ['.gitattributes', 'index.js', ...actionOnly, ''].join('\n'))
const lists = ['.gitattributes', '.npmignore', 'sbom.cdx.json']
const packageOnly = [...lists, 'command.js', 'library.js', 'types', ...filesOfLibrary(stats)]
await writeFile(
  new URL('.gitattributes', DIST),
  packageOnly.map((name) => `${name} export-ignore\n`).join(''),
)
