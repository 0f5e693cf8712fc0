import { readFile } from 'node:fs/promises'

/** undici's second HTTP parser: experimental, used only with an environment variable, and large. */
const PARSER = ['milo/simd.js', 'milo/no-simd.js'] as const
const SWITCH = "process.env.UNDICI_USE_MILO === '1' || process.env.UNDICI_USE_MILO === 'true'"

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

/** The paragraphs about a cause, which only its page in the docs has, and the property that follows them. */
const MEANING = /^( +)meaning: \[\n(?:\1 .*\n)+\1\],\n(?=\1recoversByItself: )/gm
const AFTER_MEANING = /^ +recoversByItself: /gm

/**
 * Removes what no run uses from the files of an unminified bundle, a fifth of the download: undici's second parser,
 * everything of undici that only its index loads, such as mocks, caches and WebSockets, and the pages of the causes.
 *
 * @param files the code of each file by its name
 * @throws {Error} if undici or the causes have changed, so that this no longer applies
 */
export async function withoutUnusedCode(
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const binaries = await Promise.all(PARSER.map(wasmOf))
  const trimmed = new Map(
    [...files].map(([name, code]) => [name, withoutPages(withSmallIndex(withoutParser(code, binaries)))]),
  )
  return withoutUnreachable(trimmed)
}

function withoutParser(code: string, binaries: readonly string[]): string {
  if (!code.includes(SWITCH)) return code
  if (!binaries.every((wasm) => code.includes(wasm)))
    throw new Error("undici's second parser is in another file")
  return binaries.reduce((rest, wasm) => rest.replace(wasm, ''), code.replace(SWITCH, 'false'))
}

function withoutPages(code: string): string {
  const causes = code.match(AFTER_MEANING)?.length ?? 0
  if ((code.match(MEANING)?.length ?? 0) !== causes) throw new Error('the source of the causes has changed')
  return code.replaceAll(MEANING, '')
}

/** The WebAssembly in base64 that a module of undici contains. */
async function wasmOf(module: string): Promise<string> {
  const source = await readFile(new URL(`../node_modules/undici/lib/${module}`, import.meta.url), 'utf8')
  const [wasm] = /[A-Za-z0-9+/=]{20000,}/.exec(source) ?? []
  if (wasm === undefined) throw new Error(`undici/lib/${module} contains no WebAssembly`)
  return wasm
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
