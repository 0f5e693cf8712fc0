import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { expect, test } from '@jest/globals'
import { escapesIn } from '../../scripts/untrusted-text.ts'

/** Statements about `text: Untrusted`, `sentence: Phrase` and `head: Head`. Each must be an error. */
const REJECTED = [
  'text.slice(0, 100)',
  'text.substring(0, 100)',
  'text.length',
  'text[0]',
  '[...text]',
  '`redirects to ${text}`',
  '"redirects to " + text',
  'text + text',
  'const copy: string = text',
  'takesText(text)',
  'text.toString()',
  'text.replace("a", "b")',
  'text.split("/")',
  'text === "nginx"',
  'text > "a"',
  'new URL(text)',
  '/a/.test(text)',
  'encodeURIComponent(text)',
  '"a".concat(text)',
  'const words: string[] = [text]',
  'phrase`redirects to ${text}`',
  'redactedSentence(text, (whole) => whole)',
  'const leaked: string = read(text, (raw) => raw)',
  'read(text, (raw) => raw)',
  'read(text, (raw) => raw.slice(0, 100))',
  'read(text, (raw) => [raw])',
  'read(text, (raw) => ({ raw }))',
  'read(text, (raw) => new URL(raw))',
  'read(text, (raw) => ({ [raw]: true }))',
  'for (const word of read(text, (raw) => new Set([raw]))) takesText(word)',
  'readUrl(text, (url) => url.pathname)',
  'head.headers["server"]?.slice(0, 80)',
  '`${head.headers["server"]}`',
  'sentence.slice(0, 100)',
  'sentence.length',
  '`${sentence}`',
  '"" + sentence',
  'const shown: string = sentence',
  'takesText(sentence)',
  'const because: string = phrase`redirects to ${quote(text)}`',
] as const

const ALLOWED = [
  'const long: boolean = read(text, (raw) => raw.length > 100)',
  'const kind: "page" | "text" = read(text, (raw) => (raw.startsWith("<") ? "page" : "text"))',
  'const host: Untrusted | undefined = readUrl(text, (url) => untrusted(url.hostname))',
  'const named: boolean = isAnyOf(text, "nginx") || matches(text, /^nginx/) || contains(text, "nginx")',
  'const same: boolean = text === head.headers["server"]',
  'const kept: Untrusted = beginning(text, 100)',
  'const because: Sentence = phrase`redirects ${2} times to ${quote(text, (redacted) => redacted.slice(0, 100))}`',
  'const all: Sentence = joined([because, "our own words", sentence], " ")',
  'const printed: string = redactedSentence(all, (whole) => whole).slice(0, 300)',
] as const

/** The statements that the compiler rejects, with the flags of the project. One process for all. */
function rejectedBy(statements: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'origin-gate-types-'))
  const domain = relative(folder, resolve('src/domain')).replaceAll(sep, '/')
  const head = [
    `import * as all from '${domain}/untrusted.ts'`,
    `import type { Phrase, Sentence, Untrusted } from '${domain}/untrusted.ts'`,
    `import type { Head } from '${domain}/exchange.ts'`,
    'const { beginning, contains, isAnyOf, joined, matches, phrase, quote, read, readUrl } = all',
    'const { redactedSentence, untrusted } = all',
    'declare const text: Untrusted, sentence: Phrase, head: Head',
    'declare function takesText(text: string): void',
  ]
  try {
    writeFileSync(join(folder, 'snippets.ts'), [...head, ...statements].join('\n'))
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    const extended = resolve('tsconfig.json')
    // The folder may be on another drive. Then the imports aren't relative.
    const imports = { rewriteRelativeImportExtensions: false, allowImportingTsExtensions: true, noEmit: true }
    const unused = { ...imports, noUnusedLocals: false, types: [], lib: ['es2024', 'dom'] }
    const config = { extends: extended, compilerOptions: unused, include: ['snippets.ts'] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    const lines = compilerErrors(folder).flatMap((line) => {
      const at = /^snippets\.ts\((\d+),/.exec(line)?.[1]
      return at === undefined ? [] : [Number(at)]
    })
    expect(lines.filter((line) => line <= head.length)).toEqual([])
    return statements.filter((_, index) => lines.includes(index + head.length + 1))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function compilerErrors(folder: string): readonly string[] {
  const program = resolve('node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(process.execPath, [program, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return stdout.split('\n')
}

test('the compiler rejects what would cut, join, measure or print untrusted text, and nothing else', () => {
  const inBlocks = [...REJECTED, ...ALLOWED.slice(0, 6)].map((statement) => `{ ${statement} }`)
  const flow = `{ ${ALLOWED.slice(6).join('; ')} }`
  expect(rejectedBy([...inBlocks, flow])).toEqual(inBlocks.slice(0, REJECTED.length))
})

test('nothing else makes a plain string of untrusted text, where the compiler accepts it', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const found = files.flatMap((file) =>
    escapesIn(`src/${file.replaceAll(sep, '/')}`, readFileSync(`src/${file}`, 'utf8')),
  )
  expect(found).toEqual([])
})

test.each([
  "import { rawTextOf } from '../../domain/untrusted.ts'",
  'const all = String(head.headers.server)',
  "const all = names.join(', ')",
  'const all = JSON.stringify(evidence)',
])('a rule may not have %s', (line) => {
  expect(escapesIn('src/diagnosis/facts/any.ts', line)).toEqual([`src/diagnosis/facts/any.ts: ${line}`])
})
