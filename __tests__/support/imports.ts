import { posix } from 'node:path'
import { AREAS, type Area } from '../../scripts/architecture.ts'

/** The areas that may read the environment. Everything else gets it as a parameter. */
const READERS_OF_ENVIRONMENT: ReadonlySet<string> = new Set(['shell', 'index'])

/** What a file of src/ imports that the table does not allow, a line each. `file` is its path below src/. */
export function forbiddenImports(file: string, source: string): readonly string[] {
  const name = areaOf(file)
  const area = AREAS[name]
  if (area === undefined) return [`${file}: ${name} is not in the table`]
  const code = withoutComments(source)
  const forbidden = importsOf(code).filter((path) => !allowed(file, path, area))
  const reads = !READERS_OF_ENVIRONMENT.has(name) && READS_ENVIRONMENT.test(code)
  return [...forbidden.map((path) => `${file} → ${path}`), ...(reads ? [`${file} reads process.env`] : [])]
}

/**
 * The import circles among files, types included: the linter ignores imports of types. One line for each set of files
 * in which every file reaches every other.
 */
export function importCircles(sources: ReadonlyMap<string, string>): readonly string[] {
  const imports = new Map(
    Array.from(sources, ([file, source]) => [
      file,
      importsOf(withoutComments(source))
        .filter((path) => path.startsWith('.'))
        .map((path) => posix.join(posix.dirname(file), path))
        .filter((path) => sources.has(path)),
    ]),
  )
  const reached = new Map(Array.from(imports.keys(), (file) => [file, reachableFrom(file, imports)]))
  const reaches = (from: string, to: string): boolean => reached.get(from)?.has(to) === true
  const circles = Array.from(reached.keys())
    .filter((file) => reaches(file, file))
    .map((file) => Array.from(reached.keys()).filter((other) => reaches(file, other) && reaches(other, file)))
  return [...new Set(circles.map((files) => files.toSorted().join(' ↔ ')))].toSorted()
}

function reachableFrom(start: string, imports: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>()
  const pending = [start]
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    for (const next of imports.get(file) ?? []) {
      if (reached.has(next)) continue
      reached.add(next)
      pending.push(next)
    }
  }
  return reached
}

/** What a module imports, by static, bare, dynamic or re-exporting syntax, types included, or as a module of Node. */
function importsOf(code: string): readonly string[] {
  return [...code.matchAll(/\b(?:from|import|getBuiltinModule)\s*\(?\s*(['"`])([^'"`\s]+)\1/g)].map(
    ([, , name]) => name ?? '',
  )
}

const READS_ENVIRONMENT =
  /\bprocess\s*(?:\?\.|\.|\[\s*['"`])\s*env\b|\}\s*=\s*process\b(?!\.)|['"]node:process['"]/

/** Comments may mention what the code must not do. A `//` after a colon belongs to a URL. */
function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<!:)\/\/.*$/gm, '')
}

function allowed(file: string, path: string, { areas, node, packages }: Area): boolean {
  // A file that the package's own `exports` does not offer.
  const name = path.replace(/^(?:\.\.\/)+node_modules\//, '')
  if (name.startsWith('.')) {
    const target = areaOf(posix.join(posix.dirname(file), name))
    return target === areaOf(file) || areas.includes(target)
  }
  if (name.startsWith('node:')) return node === 'any' || node.includes(name.slice('node:'.length))
  return packages.some((each) => (each.endsWith('/') ? name.startsWith(each) : name === each))
}

/** `report/words.ts` → `report`, `version.ts` → `version`. A path that leaves src/ has no area. */
function areaOf(file: string): string {
  return posix.normalize(file).replace(/\/.*$/, '').replace(/\.ts$/, '')
}
