/**
 * Checks the spelling of documents, and of comments and strings in the source, in American English: `npm run spelling`.
 * Names that the dictionaries lack are in `voice/spelling.txt`. Exits with 1 if it finds an unknown word, or a word of
 * that file that occurs nowhere.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { spellCheckDocument } from 'cspell-lib'
import { tokens } from './voice/text.ts'

const ROOT = join(import.meta.dirname, '..')

/** What people read. Tests and the lab have words that are wrong on purpose. */
const FILES = [
  '*.md',
  'docs/**/*.md',
  '.github/**/*.{md,yml}',
  'examples/**/*.{yml,ts}',
  'action.yml',
  'src/**/*.ts',
  'scripts/**/*.ts',
]

/** The names of characters in HTML, and scripts and styles in other languages. */
const DATA = /[/\\](?:page[/\\]references|completion[/\\](?:bash|fish|zsh)|html[/\\](?:style|script))\.ts$/

const OWN_WORDS = 'scripts/voice/spelling.txt'

/** Where a word first occurs. */
export interface Occurrence {
  readonly path: string
  /** From 1. */
  readonly line: number
}

/** The words of all files, each with the first place where it occurs. */
export function projectWords(): ReadonlyMap<string, Occurrence> {
  const all = new Map<string, Occurrence>()
  const paths = FILES.flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
    .filter((path) => !DATA.test(path))
    .toSorted()
  for (const path of paths) {
    const text = readFileSync(join(ROOT, path), 'utf8')
    for (const [word, line] of wordsIn(path, text))
      if (!all.has(word)) all.set(word, { path: path.replaceAll('\\', '/'), line })
  }
  return all
}

/** The words of a file's prose with their lines. Left out: code in backquotes and blocks, URLs, and paths. */
export function wordsIn(path: string, text: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>()
  const prose = proseOf(path, text).replaceAll(NOT_WORDS, blank)
  for (const [index, line] of prose.split('\n').entries())
    for (const [word] of line.matchAll(/\p{L}+(?:['’]\p{L}+)*/gu))
      for (const part of partsOf(word)) if (!words.has(part)) words.set(part, index + 1)
  return words
}

/** Inline code, URLs, hosts and file names, HTML tags, flags and escapes. */
const NOT_WORDS =
  /-----BEGIN [\s\S]*?-----END|`[^`\n]+`|\b[0-9a-f]{6,}\b|\[\w+\]\w+|https?:\/\/\S+|<\/?[a-z][^>\n]*>|(?<![\w.])[\w-]+(?:[./@_\\:][\w-]+)+|(?<!\w)\.[a-z]\w+|\S*--?[a-z][\w-]*=?|\\[a-z]|&\w+;|\$\w+|\{\{[^}]*\}\}/gu

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ')

function proseOf(path: string, text: string): string {
  if (path.endsWith('.md')) return text.replaceAll(/^ *```[\s\S]*?^ *```/gm, blank)
  if (path.endsWith('.yml')) return text.replaceAll(SCRIPT, withoutCode).replaceAll("''", "'")
  return Array.from(tokens(text), ({ kind, text: part }) =>
    kind === 'comment' || (kind === 'string' && isSentence(part)) ? unquoted(part) : blank(part),
  ).join('')
}

/** In YAML: a key whose value is a script, with all lines that are indented further. */
const SCRIPT =
  /^( *)(?:run|script|jq): .*(?:\n(?:\1 +.*|[ \t]*$))*|^( *)- (?:run|script): .*(?:\n(?:\2 {3,}.*|[ \t]*$))*/gm

const withoutCode = (script: string): string =>
  script.replaceAll(/^.*$/gm, (line) => (/^ *#/.test(line) ? line : blank(line)))

/** Other literals are names, patterns and data. */
const isSentence = (part: string): boolean => !part.startsWith('/') && /\p{L} \S|^\} \p{L}/u.test(part)

/** Without quotes of the literal, and with the backquotes of code in templates. */
function unquoted(part: string): string {
  return part.replaceAll('\\`', ' `').replace(/^`/, ' ').replace(/`$/, ' ').replaceAll("\\'", "'")
}

/** `ProxyCommand` is two words, `GitHub's` is one. */
function partsOf(word: string): readonly string[] {
  const base = word.replaceAll('’', "'").replace(/'s$/, '')
  return /\p{Ll}\p{Lu}/u.test(base) ? base.split(/(?<=\p{Ll})(?=\p{Lu})/u) : [base]
}

/** Those that are neither in the dictionaries nor in `own`. */
export async function unknownWords(
  words: Iterable<string>,
  own: readonly string[],
): Promise<readonly string[]> {
  const text = Array.from(words).join('\n')
  const { issues } = await spellCheckDocument(
    { uri: 'words.txt', text, languageId: 'plaintext', locale: 'en-US' },
    { noConfigSearch: true, generateSuggestions: false },
    { language: 'en-US', minWordLength: 4, words: [...own], maxNumberOfProblems: 10_000 },
  )
  return issues.map(({ text: word }) => word)
}

/** Compares without regard to upper case, as the check does. */
export function ownWords(): readonly string[] {
  return readFileSync(join(ROOT, OWN_WORDS), 'utf8')
    .split('\n')
    .filter((word) => word !== '')
}

if (import.meta.main) {
  const words = projectWords()
  const own = ownWords()
  const unknown = await unknownWords(words.keys(), own)
  for (const word of unknown) {
    // The check splits words at changes of case.
    const [, place] = Array.from(words).find(([whole]) => whole.includes(word)) ?? []
    console.log(`${place?.path}:${place?.line}: ${word}`)
  }
  const used = new Set(Array.from(words.keys(), (word) => word.toLowerCase()))
  const dead = own.filter((word) => !used.has(word.toLowerCase()))
  for (const word of dead) console.log(`${OWN_WORDS}: ${word} occurs nowhere. Remove it.`)
  if (unknown.length > 0)
    console.error(`${unknown.length} unknown words. Correct them, or add names to ${OWN_WORDS}.`)
  process.exitCode = unknown.length + dead.length > 0 ? 1 : 0
}
