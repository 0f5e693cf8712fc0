/** The texts of the source, to find the messages that documents quote. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tokens } from '../../scripts/voice/text.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Files that print messages. Scripts of the workflow print theirs in quotes, as TypeScript has them. */
const FILES = ['src/**/*.ts', 'scripts/require-node.cjs', '.github/workflows/monitor.yml']

/** The texts between the values of a message: two of `name ${x} ends`. Any space or line break is one space. */
export function sourceTexts(): readonly string[] {
  const all = FILES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    return file.endsWith('.yml') ? quotedIn(text) : textsIn(text)
  })
  return [...new Set(all.map((text) => text.replaceAll(/\s+/g, ' ')))].filter((text) => /\w/.test(text))
}

/** Also joins what `+` joins. */
export function textsIn(source: string): readonly string[] {
  const texts: string[] = []
  let joins = false
  for (const { kind, text } of tokens(source)) {
    if (kind === 'code') joins = /^\s*\+\s*$/.test(text)
    if (kind !== 'string' || text.startsWith('/')) continue
    const inner = unescaped(text.replace(/^[`'"}]/, '').replace(/(?:\$\{|[`'"])$/, ''))
    if (joins) texts.push(`${texts.pop() ?? ''}${inner}`)
    else texts.push(inner)
    joins = false
  }
  return texts
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(u\{([0-9a-f]+)\}|[\s\S])/gi, (_, escape: string, code?: string) =>
    code === undefined ? (escape === 'n' ? '\n' : escape) : String.fromCodePoint(parseInt(code, 16)),
  )
}

/** What a shell script prints, without its variables. */
function quotedIn(text: string): readonly string[] {
  return [...text.matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].flatMap(([, double, single]) =>
    (double ?? single ?? '').replace(/^::\w+::/, '').split(/\$\w+|\$\{[^}]*\}/),
  )
}
