/**
 * Lists the words of `voice/words.ts` in names, comments, strings and documents, and comments and sentences that are
 * too long: `npm run voice -- [PATH…]`. A path is a file or a folder. Exits with 1 when it finds one.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { longSentences, MAX_WORDS } from './voice/sentences.ts'
import { identifierParts, proseViews, sourceViews, type Views } from './voice/text.ts'
import { EXCEPTIONS, RULES } from './voice/words.ts'

export interface Finding {
  /** From 1. */
  readonly line: number
  readonly found: string
  readonly write: string
}

const FOLDERS = ['src', 'lab', 'bench', 'scripts', '__tests__', 'docs', 'examples', '.github']
/** And every Markdown file next to them. */
const FILES = ['action.yml', 'package.json', '.ci/run']

/** Other JSON files are data: recordings and responses of servers. */
const READ = /\.(?:ts|js|cjs|md|txt|ya?ml|sh)$|^package\.json$|^\.ci\/run$/
const SOURCE = /\.(?:ts|js)$/
/** Not prose: the glossary of CONTRIBUTING.md, and ids of three or more words, because those of scenarios are fixed. */
const NOT_PROSE = /<!-- glossary -->[\s\S]*?<!-- \/glossary -->|\b[a-z0-9.]+(?:-[a-z0-9.]+){2,}\b/g
/** Files are named after scenarios, whose ids are fixed. */
const NAMED_BY_ID = '__tests__/cases/'
const MAX_COMMENT_COLUMNS = 120
/** The pages of causes are generated, from texts in the source. */
const WRITTEN_BY_HAND = /^(?!docs\/causes\/|__tests__\/).*\.md$/

/** Everything to rewrite in a file. `path` is relative to the root of the repository. */
export function findings(path: string, text: string): readonly Finding[] {
  const skipped = EXCEPTIONS.filter(
    (each) => path === each.path || (each.path.endsWith('/') && path.startsWith(each.path)),
  )
  if (skipped.some(({ avoid }) => avoid === undefined)) return []
  const rules = RULES.filter(({ avoid }) => !skipped.some((each) => each.avoid?.includes(avoid)))
  const views = SOURCE.test(path) ? sourceViews(text) : proseViews(text)
  const prose = views.prose.replaceAll(NOT_PROSE, (part) => part.replaceAll(/[^\n]/g, ' '))
  const lineAt = lineCounter(text)
  const inText = rules.flatMap(({ prose: pattern, write }) =>
    Array.from(prose.matchAll(pattern), ({ 0: found, index }) => ({
      line: lineAt(index),
      found: found.trim().replaceAll(/\s+/g, ' '),
      write,
    })),
  )
  const inNames = Array.from(identifierParts(views.code)).flatMap(({ part, name: whole, index }) => {
    const rule = rules.find(({ name, allowed }) => name?.test(part) && !(allowed?.test(whole) ?? false))
    return rule === undefined ? [] : [{ line: lineAt(index), found: part, write: rule.write }]
  })
  const inPath = path.startsWith(NAMED_BY_ID)
    ? []
    : rules.flatMap(({ prose, name, write }) => {
        const found = path.split(/[^A-Za-z]+/).find((part) => name?.test(part)) ?? path.match(prose)?.[0]
        return found === undefined ? [] : [{ line: 1, found: `${found} (file name)`, write }]
      })
  const tooLong = WRITTEN_BY_HAND.test(path)
    ? longSentences(text).map(({ index, words }) => ({
        line: lineAt(index),
        found: `a sentence of ${words} words: ${text.slice(index, index + 40).replaceAll(/\s+/g, ' ')}…`,
        write: `at most ${MAX_WORDS}`,
      }))
    : []
  const all = [...inPath, ...inText, ...inNames, ...longComments(text, views, path), ...tooLong]
  return all.toSorted((a, b) => a.line - b.line)
}

function longComments(text: string, views: Views, path: string): readonly Finding[] {
  const comments = SOURCE.test(path) ? views.prose.split('\n') : []
  return text.split('\n').flatMap((line, index) => {
    const isComment = SOURCE.test(path)
      ? /^\s*(?:\/\/|\/?\*)|\S\s+\/\/ /.test(line) && (comments[index] ?? '').trim() !== ''
      : /\.(?:ya?ml|sh)$/.test(path) && /^\s*#/.test(line)
    return isComment && line.length > MAX_COMMENT_COLUMNS
      ? [
          {
            line: index + 1,
            found: `a comment of ${line.length} columns`,
            write: `at most ${MAX_COMMENT_COLUMNS}`,
          },
        ]
      : []
  })
}

function lineCounter(text: string): (index: number) => number {
  const starts = [...text.matchAll(/\n/g)].map(({ index }) => index)
  return (index) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) < index) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}

function* files(path: string): Generator<string> {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isDirectory() !== true) {
    if (stats !== undefined) yield path
    return
  }
  for (const name of readdirSync(path).toSorted()) yield* files(join(path, name))
}

/** Every file that the check reads. */
export function* allFiles(root: string): Generator<string> {
  const pages = readdirSync(root).filter((name) => name.endsWith('.md'))
  for (const path of [...FOLDERS, ...FILES, ...pages]) yield* files(join(root, path))
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const paths = process.argv.slice(2)
  const all = paths.length > 0 ? paths.flatMap((path) => Array.from(files(path))) : Array.from(allFiles(root))
  let count = 0
  for (const file of all) {
    const path = relative(root, file).replaceAll('\\', '/')
    if (!READ.test(path)) continue
    for (const { line, found, write } of findings(path, readFileSync(file, 'utf8'))) {
      console.log(`${path}:${line}: ${found} → ${write}`)
      count += 1
    }
  }
  if (count > 0) {
    console.error(`${count} to rewrite. CONTRIBUTING.md has the glossary and the rules.`)
    process.exitCode = 1
  }
}
