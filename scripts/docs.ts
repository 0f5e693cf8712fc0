/**
 * Writes action.yml, the pages of the causes, and the generated parts of the other documents. With `--check` it writes
 * nothing, and fails when a file is stale.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, parse as parsePath } from 'node:path'
import { parse } from 'yaml'
import { type Input, INPUTS } from '../src/config/inputs/inputs.ts'
import { type Output, OUTPUTS } from '../src/config/inputs/outputs.ts'
import { CAUSES } from '../src/diagnosis/causes/index.ts'
import { RENDERERS } from '../src/report/render/index.ts'
import { commentOf, readCase, reportOf } from '../__tests__/support/cases.ts'
import { areaTable } from './architecture.ts'
import { causeIndex, causePage } from './cause-page.ts'
import { librarySettings } from './library-settings.ts'
import { reportSchema } from './report-schema.ts'
import { commandParts } from './package/command-page.ts'
import { manPage } from './package/man-page.ts'
import { RULES } from './voice/words.ts'

const ROOT = join(import.meta.dirname, '..')

interface Page {
  /** Relative to the root of the repository. */
  readonly path: string
  /** Returns the whole file. `current` is its present text, empty when there is none. */
  readonly render: (current: string) => string
}

/** Returns the paths of the stale files under `root`. With `write`, it also writes them. */
export async function stalePages(
  root: string,
  pages: readonly Page[],
  write: boolean,
): Promise<readonly string[]> {
  const stale: string[] = []
  for (const page of pages) {
    const path = join(root, page.path)
    const current = await readFile(path, 'utf8').catch(() => '')
    const fresh = page.render(current)
    if (fresh === current) continue
    stale.push(page.path)
    if (!write) continue
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, fresh)
  }
  return stale
}

const QUOTED_CASE = 'cloudflare-blocked-by-origin/cloudflare-blocked-by-origin-or-wrong-record'

/** Another one, with few steps. */
const SHORT_CASE = 'tls-certificate-expired/tls-certificate-expired-renewal-missed'

/** The parts of pages that are generated, apart from the examples. A page without their markers is stale forever. */
const PARTS: Readonly<Record<string, () => readonly (readonly [marker: string, content: string])[]>> = {
  'CONTRIBUTING.md': () => [['glossary', glossary()]],
  'docs/architecture.md': () => [['areas', areaTable()]],
  'docs/command.md': () => [['report', quotedReport()], ...commandParts(table)],
  'docs/monitoring.md': () => [['monitor inputs', monitorInputs()]],
  'docs/usage.md': () => [
    ['inputs', inputTable()],
    ['outputs', outputTable()],
    ['comment', quotedComment()],
  ],
}

/** Pages with text written by hand, which may quote examples. Relative to the root of the repository. */
function handwritten(): readonly string[] {
  const pages = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'))
  return [...new Set([...Object.keys(PARTS), 'README.md', ...pages.map((name) => `docs/${name}`)])]
}

/** Everything that is generated. A file without text written by hand ignores `current`. */
export const PAGES: readonly Page[] = [
  { path: 'action.yml', render: actionYml },
  { path: 'man/origin-gate.1', render: manPage },
  { path: 'docs/causes/README.md', render: causeIndex },
  ...handwritten().map((path) => ({ path, render: (current: string) => page(path, current) })),
  { path: 'report.schema.json', render: reportSchema },
  { path: 'src/shell/library/settings.ts', render: librarySettings },
  ...CAUSES.map((cause) => ({ path: `docs/causes/${cause.id}.md`, render: () => causePage(cause) })),
]

/** The names of the files in examples/ that a page quotes, without their ending unless two files differ only in it. */
export function examplesIn(page: string): readonly string[] {
  return Array.from(page.matchAll(/^ *<!-- example (\S+) -->$/gm), ([, name = '']) => name)
}

/** The names of all examples in `folder` of examples/ that pages quote. */
export function quotedExamples(folder = ''): readonly string[] {
  const all = handwritten().flatMap((path) => examplesIn(readFileSync(join(ROOT, path), 'utf8')))
  return all.filter((name) => name.startsWith(folder) && !name.slice(folder.length).includes('/'))
}

function page(path: string, current: string): string {
  const quoted = examplesIn(current).map((name) => [`example ${name}`, example(name)] as const)
  const parts = [...(PARTS[path]?.() ?? []), ...quoted]
  return parts.reduce((text, [marker, content]) => between(text, marker, content), current)
}

/** The inputs of the reusable workflow. */
function monitorInputs(): string {
  const path = join(ROOT, '.github', 'workflows', 'monitor.yml')
  const { on }: { readonly on: { readonly workflow_call: { readonly inputs: MonitorInputs } } } = parse(
    readFileSync(path, 'utf8'),
  )
  const rows = Object.entries(on.workflow_call.inputs).map(([name, { description, default: value }]) => [
    `\`${name}\``,
    value === undefined ? 'required' : value === '' ? 'empty' : `\`${value}\``,
    description,
  ])
  return table(['input', 'default', 'what it does'], rows)
}

type MonitorInputs = Readonly<
  Record<string, { readonly description: string; readonly default?: string | boolean }>
>

function quotedReport(): string {
  const report = RENDERERS.text(reportOf(readCase(SHORT_CASE)), { color: false, width: 100 })
  return `\`\`\`text\n${report.slice(0, report.indexOf('\n\n  Measurements:'))}\n\`\`\``
}

/** What is visible of a recorded comment before its folds, as a quote. */
function quotedComment(): string {
  const comment = commentOf(reportOf(readCase(QUOTED_CASE)))
  return comment
    .slice(0, comment.indexOf('<details>'))
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}

/** The block for a name without its ending. Folders and files may have the same name. */
function example(name: string): string {
  const folder = join(ROOT, 'examples', dirname(name))
  const isIt = (file: string): boolean =>
    [file, parsePath(file).name].includes(basename(name)) && LANGUAGES[extname(file)] !== undefined
  const file = readdirSync(folder).find(isIt)
  if (file === undefined) throw new Error(`examples/${name} does not exist with an ending in LANGUAGES.`)
  return `\`\`\`${LANGUAGES[extname(file)]}\n${readFileSync(join(folder, file), 'utf8')}\`\`\``
}

/** By the ending of a file. */
const LANGUAGES: Readonly<Record<string, string>> = {
  '.ts': 'ts',
  '.yml': 'yaml',
  '.sh': 'sh',
  '.service': 'ini',
  '.timer': 'ini',
}

export function actionYml(): string {
  const inputs: readonly Input[] = INPUTS
  return `${[
    '# Generated by `npm run docs` from the tables in src/config/.',
    'name: Origin Gate',
    `description: ${scalar('Finds out why a site behind Cloudflare returns 502 or 52x after a deploy, and gates the promotion on it')}`,
    'author: Origin Gate',
    'branding:',
    '  icon: shield',
    '  color: orange',
    'inputs:',
    ...inputs.flatMap((input) => [
      `  ${input.name}:`,
      `    description: ${scalar(input.description)}`,
      `    default: ${scalar(input.default)}`,
    ]),
    'outputs:',
    ...OUTPUTS.flatMap((output) => [`  ${output.name}:`, `    description: ${scalar(output.description)}`]),
    'runs:',
    '  using: node24',
    '  main: dist/index.js',
  ].join('\n')}\n`
}

/** The words that the voice check rejects. */
function glossary(): string {
  return table(
    ['not', 'but'],
    RULES.map(({ avoid, write }) => [avoid, write]),
  )
}

function inputTable(): string {
  const inputs: readonly Input[] = INPUTS
  return table(
    ['input', 'default', 'meaning'],
    inputs.map((input) => [`\`${input.name}\``, defaultOf(input), meaning(input)]),
  )
}

function outputTable(): string {
  const outputs: readonly Output[] = OUTPUTS
  return table(
    ['output', 'value'],
    outputs.map((output) => [`\`${output.name}\``, output.description]),
  )
}

function defaultOf(input: Input): string {
  const usual = input.default === '' ? input.fallback || 'empty' : `\`${input.default}\``
  if (input.commandDefault === undefined) return usual
  return `${usual}; for the command ${input.commandDefault === '' ? 'empty' : `\`${input.commandDefault}\``}`
}

function meaning(input: Input): string {
  return input.shells === 'action' ? `${input.description} Only in the Action.` : input.description
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n')
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`
}

/** Replaces the text between two markers, indented as they are. Without them the page would stay stale: an error. */
function between(page: string, marker: string, content: string): string {
  const start = `<!-- ${marker} -->`
  const end = `<!-- /${marker} -->`
  const from = page.indexOf(start)
  const to = page.indexOf(end, from)
  if (from === -1 || to === -1) throw new Error(`The markers ${start} and ${end} are missing.`)
  const indent = ' '.repeat(from - page.lastIndexOf('\n', from) - 1)
  const text = `${content}\n`.replaceAll(/^(?=.)/gm, indent)
  return `${page.slice(0, from + start.length)}\n${text}${indent}${page.slice(to)}`
}

/** A single-quoted YAML scalar: only the quote has a meaning in it. */
function scalar(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

if (import.meta.main) {
  const check = process.argv.includes('--check')
  const stale = await stalePages(ROOT, PAGES, !check)
  for (const path of stale) console.log(check ? `${path} is stale. Run: npm run docs` : `${path} written`)
  if (check && stale.length > 0) process.exitCode = 1
}
