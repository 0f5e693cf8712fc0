import type { TransformOptions } from 'esbuild'

/** How each file of dist/ is minified. */
export const MINIFY = {
  minify: true,
  format: 'esm',
  target: 'node24',
  // ASCII only: V8 needs two bytes per character for a source that has any other character.
  charset: 'ascii',
  // A license comment of a bundled package stays next to the code that it covers.
  legalComments: 'inline',
} as const satisfies TransformOptions

/** The name of the bundle in dist/. Its chunks are `NUMBER.index.js`. */
export const BUNDLE = 'main.js'

/** The files that load the bundle. They are not part of it, because old versions of Node must be able to parse them. */
export const ENTRIES: readonly string[] = ['index.js', 'command.js', 'library.js']

/** The entries that are run as programs. */
export const PROGRAMS: readonly string[] = ['index.js', 'command.js']

/** How these are minified: with syntax that Node 12 knows. */
export const MINIFY_ENTRY = { ...MINIFY, target: 'node12.20' } as const satisfies TransformOptions

/**
 * The modules that are in more than one file of an unminified bundle, with the names of these files. A module is
 * recognized by its id, or by its path if webpack joined it with others.
 */
export function repeatedModules(files: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>()
  for (const [file, code] of files) {
    for (const [, id, path] of code.matchAll(
      /^\/\*{3}\/ "?([^"\n]+?)"?:$|^;\/\/ CONCATENATED MODULE: (\S+)$/gm,
    )) {
      const module = id ?? path ?? ''
      places.set(module, [...(places.get(module) ?? []), file])
    }
  }
  return new Map([...places].filter(([, found]) => found.length > 1))
}

/** The path of the module that a line of an unminified bundle belongs to, if webpack noted it. Lines start at 0. */
export function moduleAt(lines: readonly string[], line: number): string | undefined {
  for (let at = line; at >= 0; at--) {
    const [, path] = /^;\/\/ CONCATENATED MODULE: \.\/(\S+)$/.exec(lines[at] ?? '') ?? []
    if (path !== undefined) return path.replace(/^lib\/(.*)\.js$/, 'src/$1.ts')
    if (/^\/\*{3}\/ "?[^"]+"?:$/.test(lines[at] ?? '')) return undefined
  }
  return undefined
}
