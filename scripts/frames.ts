/**
 * Translates the stack of a bug report into modules and lines of code: `npm run frames < stack.txt`, at the commit of
 * the release. The bundle is built again, because dist/ has neither names nor source maps.
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { SourceMap } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { transform } from 'esbuild'
import { BUNDLE, MINIFY, moduleAt } from './chunks.ts'
import { withoutUnusedCode } from './unused-code.ts'

const folder = await mkdtemp(join(tmpdir(), 'origin-gate-frames-'))
try {
  npx('typescript/bin/tsc', '-p', 'tsconfig.build.json')
  npx('@vercel/ncc/dist/ncc/cli.js', 'build', 'lib/main.js', '-o', folder, '-q')
  const bundle = await bundleIn(folder)
  for (const line of (await text(process.stdin)).trim().split(/\r?\n/)) {
    const [, file, row, column] = /((?:\d+\.index|main)\.js):(\d+):(\d+)/.exec(line) ?? []
    const found =
      file === undefined ? undefined : await sourceOf(bundle.get(file) ?? '', Number(row), Number(column))
    console.log(found === undefined ? line : `${line.trim()}\n    ${found}`)
  }
} finally {
  await rm(folder, { recursive: true })
  await rm('lib', { recursive: true, force: true })
}

/** Runs a program of a package. Windows starts npx in a shell only. */
function npx(program: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [join('node_modules', program), ...args], { stdio: 'inherit' })
}

/** The module and the line of code at a position of a minified file. Rows and columns start at 1. */
async function sourceOf(unminified: string, row: number, column: number): Promise<string | undefined> {
  const { map } = await transform(unminified, { ...MINIFY, sourcemap: 'external' })
  const entry = new SourceMap(JSON.parse(map)).findEntry(row - 1, column - 1)
  if (!('originalLine' in entry)) return undefined
  const lines = unminified.split('\n')
  const code = lines[entry.originalLine]?.trim() ?? ''
  return `${moduleAt(lines, entry.originalLine) ?? 'a package'}: ${code}`
}

/** The code of each file, as it is before it is minified. */
async function bundleIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'))
  const codes = names.map(
    async (name) =>
      [name === 'index.js' ? BUNDLE : name, await readFile(join(folder, name), 'utf8')] as const,
  )
  return withoutUnusedCode(new Map(await Promise.all(codes)))
}
