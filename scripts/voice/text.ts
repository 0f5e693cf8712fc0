/** The text of one file, in two views of the same length: positions in them are positions in the file. */
export interface Views {
  /** Comments, strings and regular expressions; everything else is blank. */
  readonly prose: string
  /** The code between them. */
  readonly code: string
}

/** Text that is prose throughout, such as Markdown and YAML. Comment marks are blank. */
export function proseViews(text: string): Views {
  return { prose: text.replaceAll(/^[ \t]*#(?=\s)/gm, blank), code: '' }
}

/** A source file in TypeScript or JavaScript. */
export function sourceViews(text: string): Views {
  const prose: string[] = []
  const code: string[] = []
  for (const { kind, text: part } of tokens(text)) {
    prose.push(kind === 'code' ? blank(part) : part.replaceAll(COMMENT_MARKS, blank))
    code.push(kind === 'code' ? part : blank(part))
  }
  return { prose: prose.join(''), code: code.join('') }
}

/** The parts of every identifier: `read` and `again` of `readAgain`, `READ_AGAIN` and `read_again`. */
export function* identifierParts(
  code: string,
): Generator<{ readonly part: string; readonly name: string; readonly index: number }> {
  for (const { 0: name, index } of code.matchAll(/[A-Za-z_$][\w$]*/g)) {
    for (const { 0: part, index: within } of name.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g)) {
      yield { part: part.toLowerCase(), name, index: index + within }
    }
  }
}

/** What starts a line of a comment: `//`, `/**`, ` *`. */
const COMMENT_MARKS = /^[ \t]*(?:\/\/|\/?\*+)/gm

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ')

/** A regular expression is a `string`, too. A template is several: its texts, with their backquotes and braces. */
export interface Token {
  readonly kind: 'code' | 'comment' | 'string'
  readonly text: string
}

const COMMENT = /\/\/.*|\/\*[\s\S]*?\*\//y
const STRING = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/y
const REGEX = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y
/** A template up to its end or to the next `${`; likewise what follows a `}` that ends an expression. */
const TEMPLATE = /[`}](?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{)/y
/** A `/` after one of these starts a regular expression; after anything else it divides. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\-*%<>~^\n]|\b(?:return|case|typeof|in|of|do|else|yield|await))\s*$/

/** The parts of a source file in TypeScript or JavaScript, without gaps. */
export function* tokens(text: string): Generator<Token> {
  let code = ''
  /** For each open template, how many braces are open in its expression. */
  const templates: number[] = []
  for (let at = 0; at < text.length;) {
    const next = literalAt(text, at, code, templates)
    if (next !== undefined) {
      if (code !== '') yield { kind: 'code', text: code }
      code = ''
      yield next
      at += next.text.length
      continue
    }
    const char = text.charAt(at)
    const open = templates.at(-1)
    if (open !== undefined && char === '{') templates[templates.length - 1] = open + 1
    if (open !== undefined && char === '}') templates[templates.length - 1] = open - 1
    code += char
    at += 1
  }
  if (code !== '') yield { kind: 'code', text: code }
}

function literalAt(text: string, at: number, code: string, templates: number[]): Token | undefined {
  const char = text.charAt(at)
  if (char === '/') {
    const comment = matchAt(COMMENT, text, at)
    if (comment !== undefined) return { kind: 'comment', text: comment }
    const regex = BEFORE_REGEX.test(code.slice(-40)) ? matchAt(REGEX, text, at) : undefined
    return regex === undefined ? undefined : { kind: 'string', text: regex }
  }
  if (char === "'" || char === '"') {
    const string = matchAt(STRING, text, at)
    return string === undefined ? undefined : { kind: 'string', text: string }
  }
  if (char !== '`' && !(char === '}' && templates.at(-1) === 0)) return undefined
  const template = matchAt(TEMPLATE, text, at)
  if (template === undefined) return undefined
  if (char === '}') templates.pop()
  if (template.endsWith('${')) templates.push(0)
  return { kind: 'string', text: template }
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}
