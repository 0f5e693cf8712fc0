/**
 * The modules that are in more than one file of an unminified bundle, with the names of these files. A module is found
 * by its id, and by its path when webpack joined it with others.
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
