/**
 * Translates the stack of a bug report into modules and lines of code: `npm run frames < stack.txt`, at the commit of
 * the release. The bundle is built again, because dist/ has neither names nor source maps.
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { SourceMap } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { transform } from 'esbuild'
import { MINIFY, moduleAt } from './chunks.ts'
import { unusedParserRemover } from './unused-parser.ts'

const withoutUnusedParser = await unusedParserRemover()
const folder = await mkdtemp(join(tmpdir(), 'origin-gate-frames-'))
try {
  execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
  execFileSync('npx', ['ncc', 'build', 'lib/index.js', '-o', folder, '-q'], { stdio: 'inherit' })
  for (const line of (await text(process.stdin)).trim().split('\n')) {
    const [, file, row, column] = /((?:\d+\.)?index\.js):(\d+):(\d+)/.exec(line) ?? []
    const found = file === undefined ? undefined : await sourceOf(file, Number(row), Number(column))
    console.log(found === undefined ? line : `${line.trim()}\n    ${found}`)
  }
} finally {
  await rm(folder, { recursive: true })
  await rm('lib', { recursive: true, force: true })
}

/** The module and the line of code at a position of a minified file. Rows and columns start at 1. */
async function sourceOf(file: string, row: number, column: number): Promise<string | undefined> {
  const unminified = withoutUnusedParser(await readFile(join(folder, file), 'utf8'))
  const { map } = await transform(unminified, { ...MINIFY, sourcemap: 'external' })
  const entry = new SourceMap(JSON.parse(map)).findEntry(row - 1, column - 1)
  if (!('originalLine' in entry)) return undefined
  const lines = unminified.split('\n')
  const code = lines[entry.originalLine]?.trim() ?? ''
  return `${moduleAt(lines, entry.originalLine) ?? file}: ${code}`
}
