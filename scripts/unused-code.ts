/** What no run reaches, and what replaces it. Each text is in the bundle exactly once. */
const EDITS: ReadonlyMap<string, readonly [text: RegExp, replacement: string]> = new Map([
  // undici's second HTTP parser: experimental, and used only with an option or an environment variable.
  [
    "undici's import of its second parser",
    [/typeof esbuildDetection === 'undefined'\s+\? \w+_require__\(\d+\)/g, 'false ? {}'],
  ],
  [
    "undici's choice of a parser",
    [/typeof esbuildDetection === 'undefined' && \(client\[\w+\] \?\? getMiloEnabled\(\)\)/g, 'false'],
  ],
  // The first parser has two builds. The one without SIMD runs everywhere, and is fast enough for a few responses.
  [
    "undici's parser with SIMD",
    [
      /if \(useWasmSIMD\) \{\s+try \{\s+mod = new WebAssembly\.Module\(\w+_require__\(\d+\)\)\s+\} catch \{\}\s+\}/g,
      '',
    ],
  ],
  // `ProxyAgent` calls `connect`, and the client for JSON APIs `request`. Nothing calls the others.
  [
    "undici's methods for streams and upgrades",
    [/(?:module\.exports\.(?:stream|pipeline|upgrade) = \w+_require__\(\d+\)\n){3}/g, ''],
  ],
  // Only `request` is called. The type `Client` has nothing else.
  [
    'the plugins of the GitHub client',
    [/\bOctokit\.plugin\(restEndpointMethods, paginateRest\)/g, 'Octokit'],
  ],
])

/** The plugins that add a method for each endpoint and for lists. */
const PLUGIN =
  /^;\/\/ CONCATENATED MODULE: \.\/node_modules\/@octokit\/plugin-(?:paginate-rest|rest-endpoint-methods)\/[\s\S]*?(?=^;\/\/ CONCATENATED MODULE: )/gm
const DECLARED = /^(?:const|var|let|(?:async )?function|class) (\w+)/gm
/** Names in the plugins that functions outside also give to their own variables. */
const LOCAL: ReadonlySet<string> = new Set(['handler', 'iterator'])

/** A module of an unminified bundle, with its id. */
const MODULE = /\n\/\*{3}\/ ("?[^"\n]+"?):\n[\s\S]*?\n\/\*{3}\/ \}\),?(?=\n)/g
const REFERENCE = /_require__(?:\.bind\(\w+, |\()(\d+|"[^"]+")/g

/** What of undici's index the GitHub client imports. */
const UNDICI_IMPORTS: ReadonlySet<unknown> = new Set(['ProxyAgent', 'fetch'])
/** What undici's index does besides exporting. `ProxyAgent` calls the method `connect` that this adds. */
const SIDE_EFFECT = 'Object.assign(Dispatcher.prototype, api)'
/** A statement at the start of a line that neither declares nor exports. */
const EFFECT =
  /^(?!(?:const|var|let|function|async|class|module\.exports|exports|__\w+_unused_export__)\b)[\w$([`'"].*$/gm

/**
 * The paragraphs about a cause and the sources of what it claims, which only its page in the docs has, up to the
 * property that follows them. A cause may be without sources.
 */
const PAGE =
  /^( +)meaning: \[(?:.*|\n(?:\1 .*\n)+\1)\],\n(?:\1sources: \[(?:.*|\n(?:\1 .*\n)+\1)\],\n)?(?=\1recoversByItself: )/gm
const AFTER_PAGE = /^ +recoversByItself: /gm

/**
 * Removes what no run uses from the files of an unminified bundle, a fourth of the download: undici's other parsers,
 * everything of undici that only its index loads, such as mocks, caches and WebSockets, the plugins of the GitHub
 * client, and the pages of the causes.
 *
 * @param files the code of each file by its name
 * @throws {Error} if a package or the causes have changed, so that this no longer applies
 */
export function withoutUnusedCode(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  requireShape([...files.values()].join('\n'))
  const trimmed = new Map(
    [...files].map(([name, code]) => [name, withoutPages(withSmallIndex(withoutPlugins(edited(code))))]),
  )
  return withoutUnreachable(trimmed)
}

function requireShape(bundle: string): void {
  for (const [what, [text]] of EDITS)
    if (bundle.match(text)?.length !== 1) throw new Error(`the bundle does not have this once: ${what}`)
  if (!bundle.match(PLUGIN)) throw new Error('the plugins of the GitHub client are not joined with it')
}

function edited(code: string): string {
  return [...EDITS.values()].reduce((rest, [text, replacement]) => rest.replace(text, replacement), code)
}

function withoutPlugins(code: string): string {
  const rest = code.replace(PLUGIN, '')
  const plugins = (code.match(PLUGIN) ?? []).join('')
  const used = [...plugins.matchAll(DECLARED)]
    .map(([, name = '']) => name)
    .filter((name) => !LOCAL.has(name) && new RegExp(String.raw`\b${name}\b`).test(rest))
  if (used.length > 0) throw new Error(`the GitHub client uses its plugins: ${used.join(', ')}`)
  return rest
}

/**
 * Removes what only the pages of the causes have.
 *
 * @throws {Error} if a cause has its properties in another order
 */
export function withoutPages(code: string): string {
  const [pages, causes] = [PAGE, AFTER_PAGE].map((pattern) => code.match(pattern)?.length ?? 0)
  if (pages !== causes)
    throw new Error(
      `Only ${pages} of ${causes} causes have \`meaning\` and \`sources\` in front of \`recoversByItself\`. Put each cause's properties in this order, or change \`PAGE\` in scripts/unused-code.ts.`,
    )
  return code.replaceAll(PAGE, '')
}

/** Replaces undici's index, which loads all of undici, with the two exports that are used, and its side effect. */
function withSmallIndex(code: string): string {
  return code.replaceAll(MODULE, (whole) => {
    const proxy = /^const ProxyAgent = (\S+)$/m.exec(whole)?.[1]
    const dispatcher = /^const Dispatcher = \S+$/m.exec(whole)?.[0]
    const api = /^const api = \S+$/m.exec(whole)?.[0]
    const proxyExport = /^module\.exports\.(\w+) = ProxyAgent$/m.exec(whole)?.[1]
    if (proxyExport === undefined) return whole
    const fetch = /^const fetchImpl = \((\S+)\)$/m.exec(whole)?.[1]
    const fetchExport = /^module\.exports\.(\w+) = function fetch /m.exec(whole)?.[1]
    const imports = new Set([...code.matchAll(/\bundici\/\* (\w+) \*\//g)].map(([, name]) => name))
    if (!proxy || !fetch || !fetchExport || !dispatcher || !api) throw new Error("undici's index has changed")
    const effects = [...whole.matchAll(EFFECT)].map(([statement]) => statement)
    if (effects.join() !== SIDE_EFFECT)
      throw new Error(`undici's index does something else when it loads: ${effects.join('; ')}`)
    if (imports.size !== UNDICI_IMPORTS.size || ![...imports].every((name) => UNDICI_IMPORTS.has(name)))
      throw new Error(`undici's imports have changed: ${[...imports].join(', ')}`)
    const head = whole.slice(0, whole.indexOf('{') + 1)
    const exports = `module.exports.${proxyExport} = ${proxy}\nmodule.exports.${fetchExport} = ${fetch}`
    return `${head}\n${dispatcher}\n${api}\n${SIDE_EFFECT}\n${exports}\n\n/***/ }),`
  })
}

/** Removes the modules that nothing loads. */
function withoutUnreachable(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const codes = [...files.values()]
  const modules = new Map(
    codes.flatMap((code) => [...code.matchAll(MODULE)].map(([text, id = '']) => [id, text])),
  )
  const reached = new Set<string>()
  const reach = (text: string): void => {
    for (const [, id = ''] of text.matchAll(REFERENCE)) {
      if (reached.has(id)) continue
      reached.add(id)
      reach(modules.get(id) ?? '')
    }
  }
  for (const code of codes) reach(code.replaceAll(MODULE, ''))
  return new Map(
    [...files].map(([name, code]) => [
      name,
      code.replaceAll(MODULE, (whole, id: string) => (reached.has(id) ? whole : '')),
    ]),
  )
}
