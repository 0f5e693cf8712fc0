/** Code in the documents: fenced blocks, and commands in backquotes. */
import { DOCUMENTS } from './documents.ts'

export interface Block {
  readonly page: string
  /** From 1: the line of its fence. */
  readonly line: number
  readonly language: string
  /** Without the indentation of the fence. */
  readonly code: string
  /** The file without its ending that `npm run docs` fills the block from; absent for one written by hand. */
  readonly example?: string
}

export const BLOCKS: readonly Block[] = DOCUMENTS.flatMap(({ path, text }) => blocksIn(path, text))

/** A block that is not closed ends with the page. */
export function blocksIn(page: string, text: string): readonly Block[] {
  const found = text.matchAll(
    /(?:^ *<!-- example (\S+) -->\n)?^( *)(```+|~~~+)(.*)\n([\s\S]*?)(?:^ *\3|(?![\s\S]))/gm,
  )
  return Array.from(found, ({ index, 1: example, 2: indent = '', 4: language = '', 5: code = '' }) => ({
    page,
    line: text.slice(0, index).split('\n').length + (example === undefined ? 0 : 1),
    language: language.trim(),
    code: code.replaceAll(new RegExp(`^ {0,${indent.length}}`, 'gm'), ''),
    ...(example !== undefined && { example }),
  }))
}

/** What a reader would paste, with the page that shows it. A line that ends in a backslash goes on. */
export function commandsIn(blocks: readonly Block[]): readonly (readonly [command: string, page: string])[] {
  return blocks
    .filter(({ language, example }) => language === 'sh' && example === undefined)
    .flatMap(({ code, page }) =>
      code
        .replaceAll(/ *\\\n\s*/g, ' ')
        .split('\n')
        .map((line) => [line.replace(/\s+# .*$/, '').trim(), page] as const),
    )
    .filter(([command]) => command !== '' && !command.startsWith('#'))
}

/** The texts in backquotes outside of blocks. */
export const INLINE: readonly (readonly [text: string, page: string])[] = DOCUMENTS.flatMap(
  ({ path, text }) =>
    [...text.replaceAll(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map(
      ([, code = '']) => [code, path] as const,
    ),
)

/** A command's words, as a shell splits them. Variables stay as they are. */
export function wordsOf(command: string): readonly string[] {
  return Array.from(command.matchAll(/(?:[^\s'"]|'[^']*'|"(?:\\.|[^"\\])*")+/g), ([word]) =>
    word.replaceAll(
      /'([^']*)'|"((?:\\.|[^"\\])*)"/g,
      (_, single?: string, double?: string) => single ?? double ?? '',
    ),
  )
}

/** What an input needs besides itself to be valid: other inputs. */
export const NEEDED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'vantage-origin': { 'vantage-points': 'world' },
}
