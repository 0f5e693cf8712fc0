/** The part of webpack's statistics that is read here. */
export interface Stats {
  readonly modules: readonly Module[]
  readonly chunks: readonly {
    readonly files: readonly string[]
    /** The imports that load it. */
    readonly origins: readonly { readonly moduleName: string; readonly request: string }[]
  }[]
}

interface Module {
  readonly id: string | number | null
  /** Its file; absent for a module of Node. */
  readonly nameForCondition?: string | null
}

/** The start of a module of an unminified bundle: its id, or its path if webpack joined it with others. */
const MODULE_START = /^\/\*{3}\/ "?([^"\n]+?)"?:$|^;\/\/ CONCATENATED MODULE: (\S+)$/gm
/** The folder of the package that a file belongs to, as package-lock.json names it. */
const PACKAGE = /\bnode_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/

/**
 * The packages whose code each file of an unminified bundle has, as paths in package-lock.json. It reads the files,
 * because webpack doesn't know what was removed from them later.
 */
export function packagesIn(
  files: ReadonlyMap<string, string>,
  { modules }: Stats,
): ReadonlyMap<string, ReadonlySet<string>> {
  // webpack writes the paths of Windows with backslashes here.
  const paths = new Map(
    modules.map(({ id, nameForCondition }) => [String(id), (nameForCondition ?? '').replaceAll('\\', '/')]),
  )
  return new Map(
    [...files].map(([name, code]) => {
      const found = [...code.matchAll(MODULE_START)].map(([, id = '', path]) => path ?? paths.get(id) ?? '')
      return [name, new Set(found.flatMap((path) => PACKAGE.exec(path)?.[0] ?? []))] as const
    }),
  )
}

/** Code that only the Action runs. */
const ACTION = /(?:^|\/)(?:action|github)\//

/** Code that only the library runs. */
const LIBRARY = /(?:^|\/)library\//

/** The files of the bundle that only the Action loads. The package doesn't have them. */
export function filesOfAction(stats: Stats): readonly string[] {
  return filesOnlyOf(ACTION, stats)
}

/** The files of the bundle that only the library loads. A runner doesn't download them. */
export function filesOfLibrary(stats: Stats): readonly string[] {
  return filesOnlyOf(LIBRARY, stats)
}

function filesOnlyOf(code: RegExp, { chunks }: Stats): readonly string[] {
  return chunks
    .filter(({ origins }) =>
      origins.every(({ moduleName, request }) => code.test(moduleName) || code.test(request)),
    )
    .flatMap(({ files }) => files)
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}
