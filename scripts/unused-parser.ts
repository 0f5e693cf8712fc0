import { readFile } from 'node:fs/promises'

/** undici's second HTTP parser: experimental, used only with an environment variable, and large. */
const PARSER = ['milo/simd.js', 'milo/no-simd.js'] as const
const SWITCH = "process.env.UNDICI_USE_MILO === '1' || process.env.UNDICI_USE_MILO === 'true'"

/**
 * Removes undici's unused parser from the code of a bundle, a tenth of the download, and turns it off.
 *
 * @throws {Error} if undici no longer has it
 */
export async function unusedParserRemover(): Promise<(code: string) => string> {
  const binaries = await Promise.all(PARSER.map(wasmOf))
  return (code) => {
    if (!code.includes(SWITCH)) return code
    if (!binaries.every((wasm) => code.includes(wasm)))
      throw new Error("undici's second parser is in another file")
    return binaries.reduce((rest, wasm) => rest.replace(wasm, ''), code.replace(SWITCH, 'false'))
  }
}

/** The WebAssembly in base64 that a module of undici contains. */
async function wasmOf(module: string): Promise<string> {
  const source = await readFile(new URL(`../node_modules/undici/lib/${module}`, import.meta.url), 'utf8')
  const [wasm] = /[A-Za-z0-9+/=]{20000,}/.exec(source) ?? []
  if (wasm === undefined) throw new Error(`undici/lib/${module} contains no WebAssembly`)
  return wasm
}
