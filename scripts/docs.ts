/**
 * Writes action.yml, the pages of the causes, and the generated parts of the other documents. With `--check` it writes
 * nothing, and fails when a file is stale.
 */
import { readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { type Input, INPUTS } from '../src/config/inputs/inputs.ts'
import { type Output, OUTPUTS } from '../src/config/inputs/outputs.ts'
import { CAUSES } from '../src/diagnosis/causes/index.ts'
import { RENDERERS } from '../src/report/render/index.ts'
import { commentOf, readCase, reportOf } from '../__tests__/support/cases.ts'
import { areaTable } from './architecture.ts'
import { causeIndex, causePage, causeTable } from './cause-page.ts'
import { librarySettings } from './library-settings.ts'
import { reportSchema } from './report-schema.ts'
import { commandParts } from './package/command-page.ts'
import { manPage } from './package/man-page.ts'
import { RULES } from './voice/words.ts'

interface Page {
  /** Relative to the root of the repository. */
  readonly path: string
  /** Returns the whole file. `current` is its present text, empty when there is none. */
  readonly render: (current: string) => string
}

/** Everything that is generated. A file without text written by hand ignores `current`. */
export const PAGES: readonly Page[] = [
  { path: 'action.yml', render: actionYml },
  { path: 'man/origin-gate.1', render: manPage },
  { path: 'README.md', render: readme },
  { path: 'CONTRIBUTING.md', render: (current) => between(current, 'glossary', glossary()) },
  { path: 'docs/architecture.md', render: (current) => between(current, 'areas', areaTable()) },
  { path: 'docs/causes/README.md', render: causeIndex },
  { path: 'docs/command.md', render: commandPage },
  { path: 'docs/library.md', render: libraryPage },
  { path: 'docs/locked-origins.md', render: lockedOriginsPage },
  { path: 'docs/monitoring.md', render: monitoringPage },
  { path: 'docs/scale.md', render: scalePage },
  { path: 'report.schema.json', render: reportSchema },
  { path: 'src/shell/library/settings.ts', render: librarySettings },
  ...CAUSES.map((cause) => ({ path: `docs/causes/${cause.id}.md`, render: () => causePage(cause) })),
]

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

/** The workflows of examples/ that the README quotes. */
export const EXAMPLES = [
  'smallest',
  'promote',
  'protect',
  'deployment',
  'sites',
  'baseline',
  'html-report',
] as const

/** The workflow of examples/ that docs/scale.md quotes, and its lists of sites. */
export const SCALE_EXAMPLES = ['matrix'] as const
export const SCALE_LISTS = ['sites/shops', 'sites/services'] as const

/** The workflow of examples/ that docs/locked-origins.md quotes. */
export const LOCKED_EXAMPLES = ['bastion'] as const

/** The workflows of examples/ that docs/monitoring.md quotes: one that calls our own, and one with all its steps. */
export const MONITOR_EXAMPLES = ['monitor-short', 'monitor'] as const

function monitoringPage(current: string): string {
  return MONITOR_EXAMPLES.reduce(
    (page, name) => between(page, `example ${name}`, example(name)),
    between(current, 'monitor inputs', monitorInputs()),
  )
}

/** The inputs of the reusable workflow. */
function monitorInputs(): string {
  const path = join(import.meta.dirname, '..', '.github', 'workflows', 'monitor.yml')
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

function lockedOriginsPage(current: string): string {
  return LOCKED_EXAMPLES.reduce((page, name) => between(page, `example ${name}`, example(name)), current)
}

function scalePage(current: string): string {
  return [...SCALE_EXAMPLES, ...SCALE_LISTS].reduce(
    (page, name) => between(page, `example ${name}`, example(name)),
    current,
  )
}

function readme(current: string): string {
  const parts: readonly (readonly [string, string])[] = [
    ['inputs', inputTable()],
    ['outputs', outputTable()],
    ['causes', causeTable('docs/causes/')],
    ...EXAMPLES.map((name) => [`example ${name}`, example(name)] as const),
    ['example sites/sites', example('sites/sites')],
    ['comment', quotedComment()],
  ]
  return parts.reduce((page, [marker, content]) => between(page, marker, content), current)
}

function commandPage(current: string): string {
  const report = RENDERERS.text(reportOf(readCase(SHORT_CASE)), { color: false, width: 100 })
  const beginning = report.slice(0, report.indexOf('\n\n  Measurements:'))
  const quoted = `\`\`\`text\n${beginning}\n\`\`\``
  return [['report', quoted] as const, ...commandParts(table)].reduce(
    (page, [marker, content]) => between(page, marker, content),
    current,
  )
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

/** The programs of examples/library/ that docs/library.md quotes. */
export const LIBRARY_EXAMPLES = ['promote', 'many-sites', 'node-test', 'expect', 'replay'] as const

function libraryPage(current: string): string {
  return LIBRARY_EXAMPLES.reduce((page, name) => {
    const program = readFileSync(join(import.meta.dirname, '..', 'examples', 'library', `${name}.ts`), 'utf8')
    return between(page, `example ${name}`, `\`\`\`ts\n${program}\`\`\``)
  }, current)
}

function example(name: string): string {
  const workflow = readFileSync(join(import.meta.dirname, '..', 'examples', `${name}.yml`), 'utf8')
  return `\`\`\`yaml\n${workflow}\`\`\``
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

/** Replaces the text between two markers. Without them the page could never be fresh, so that is an error. */
function between(page: string, marker: string, content: string): string {
  const start = `<!-- ${marker} -->`
  const end = `<!-- /${marker} -->`
  const from = page.indexOf(start)
  const to = page.indexOf(end, from)
  if (from === -1 || to === -1) throw new Error(`The markers ${start} and ${end} are missing.`)
  return `${page.slice(0, from + start.length)}\n${content}\n${page.slice(to)}`
}

/** A single-quoted YAML scalar: only the quote has a meaning in it. */
function scalar(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

if (import.meta.main) {
  const check = process.argv.includes('--check')
  const stale = await stalePages(join(import.meta.dirname, '..'), PAGES, !check)
  for (const path of stale) console.log(check ? `${path} is stale. Run: npm run docs` : `${path} written`)
  if (check && stale.length > 0) process.exitCode = 1
}
