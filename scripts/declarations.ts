/**
 * Copies the type declarations that the library's entry needs from lib/ to dist/types/. Imports name the files as
 * users' compilers resolve them.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const LIB = new URL('../lib/', import.meta.url)
const TYPES = new URL('../dist/types/', import.meta.url)

/** A relative import or export of types: `from './report.ts'`. */
const RELATIVE = /(?<=\bfrom\s+['"]|\bimport\(['"])(\.{1,2}\/[^'"]+)\.[jt]s(?=['"])/g

const pending = ['library.d.ts']
const done = new Set<string>()
for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
  if (done.has(path)) continue
  done.add(path)
  const text = await readFile(new URL(path, LIB), 'utf8')
  const packages = [...text.matchAll(/\bfrom\s+['"]([^.'"][^'"]*)['"]/g)].map(([, name = '']) => name)
  if (packages.length > 0)
    throw new Error(`${path} needs the types of ${packages.join(', ')}, which users may lack.`)
  for (const [, relative = ''] of text.matchAll(RELATIVE))
    pending.push(new URL(`${relative}.d.ts`, new URL(path, LIB)).href.slice(LIB.href.length))
  const target = fileURLToPath(new URL(path, TYPES))
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, text.replace(RELATIVE, '$1.js'))
}
