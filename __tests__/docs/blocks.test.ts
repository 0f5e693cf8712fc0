import { execFile, spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { parse, parseAllDocuments } from 'yaml'
import { parseFlags } from '../../src/config/command/flags.ts'
import { subcommandOf } from '../../src/config/command/subcommand.ts'
import { INPUTS } from '../../src/config/inputs/inputs.ts'
import { parsed } from '../config/support.ts'
import { NEEDS_PROGRAMS, NO_SHELL, onLinux, onPosix } from '../support/platform.ts'
import { BLOCKS, blocksIn, commandsIn, INLINE, NEEDED, wordsOf } from './blocks.ts'
import { ROOT, textOf } from './documents.ts'

const LANGUAGES: ReadonlySet<string> = new Set(['ini', 'json', 'md', 'sh', 'text', 'ts', 'yaml'])

/** Commands of others in blocks that can't run here. */
const NOT_RUN: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /^npm install --(?:global|save-dev) origin-gate$/,
    'needs the registry; package.test.ts installs the packed package',
  ],
  [/^git (?:ls-remote|clone) .*https:|^cd origin-gate$/, 'needs GitHub; CI builds what it has cloned'],
  [/^git (?:tag|push) /, 'changes the repository on GitHub'],
  [/^npm (?:audit signatures|trust|deprecate|dist-tag)/, 'needs the registry, and an account there'],
  [/^sha256sum --check /, 'needs the files of a release'],
  [/^actions-sync /, 'needs a GitHub Enterprise Server'],
  [/^(?:ssh|curl) .*8443/, 'needs a bastion; the tests of `__tests__/probe/route` have one'],
  [/^(?:eval|export|man) /, 'page.test.ts runs it, or says why not'],
]

/** Blocks in TypeScript that are part of a file, instead of a file of examples/. */
const QUOTED_FROM: Readonly<Record<string, string>> = {
  'docs/lab.md': 'lab/scenarios/origin/application.ts',
}

const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(textOf('package.json'))

const inBlocks = commandsIn(BLOCKS)
const all = [...inBlocks, ...INLINE]

test('every block has a language that GitHub highlights or leaves plain', () => {
  const unknown = BLOCKS.filter(({ language }) => !LANGUAGES.has(language))
  expect(unknown.map(({ page, line, language }) => `${page}:${line} ${language}`)).toEqual([])
  expect(BLOCKS.length).toBeGreaterThan(50)
  expect(blocksIn('x.md', 'a\n```\nb\n```\n\n1. c\n\n   ~~~sh\n   d \\\n     e\n   ~~~\n')).toEqual([
    { page: 'x.md', line: 2, language: '', code: 'b\n' },
    { page: 'x.md', line: 8, language: 'sh', code: 'd \\\n  e\n' },
  ])
})

const posix = onPosix(NO_SHELL)

posix.test(`blocks for a shell have no syntax error${posix.because}`, () => {
  const blocks = BLOCKS.filter(({ language }) => language === 'sh')
  const wrapped = blocks.map(({ code }, at) => `block${at}() {\n${code}\n}`).join('\n')
  const { status, stderr } = spawnSync('bash', ['-n'], { input: wrapped, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})

describe('commands in blocks', () => {
  test('are ones that the tests check, or are listed with the reason why they cannot run', () => {
    const checked =
      /^(?:\w+=\S+ )*(?:(?:npx )?origin-gate |npm (?:run|start|test|ci|cit)\b)|^gh |\| origin-gate /
    const others = inBlocks.filter(([command]) => !checked.test(command))
    const unlisted = others.filter(([command]) => !NOT_RUN.some(([pattern]) => pattern.test(command)))
    expect(unlisted).toEqual([])
    expect(NOT_RUN.filter(([pattern]) => !others.some(([command]) => pattern.test(command)))).toEqual([])
  })
})

test('the command gets flags that its parser knows', () => {
  const commands = all.flatMap(([text, page]) =>
    [...text.matchAll(/(?:^|[|;&(] *|\w=\S+ )(?:npx )?origin-gate((?: [^|<>;&)]+)?)/g)]
      .map(([, args = '']) => wordsOf(args))
      // A name of something else, or an address.
      .filter((args) => args.length > 0 && args[0] !== 'monitor')
      .map((args) => [args, page] as const),
  )
  expect(commands.length).toBeGreaterThan(30)
  const wrong = commands.filter(([args]) => {
    const subcommand = subcommandOf(args, {})
    const rest = subcommand?.kind === 'merge' ? subcommand.args : args
    return subcommand?.kind !== 'help' && parseFlags(rest).kind === 'refused'
  })
  expect(wrong).toEqual([])
  expect(parseFlags(['www.example.com', '--orign', 'x']).kind).toBe('refused')
})

test('npm runs scripts that exist, with files that exist', () => {
  const own = all.flatMap(([text, page]) => {
    const [, run, name = ''] =
      /^(?:[A-Z_]+=\S+ )*npm (?:(run) |(?=start|test))([a-z][\w:-]*)/.exec(text) ?? []
    return name === ''
      ? []
      : [{ text, page, name, known: name in scripts || (run === undefined && name === 'test') }]
  })
  expect(own.length).toBeGreaterThan(40)
  expect(own.filter(({ known }) => !known)).toEqual([])
  const missing = own.flatMap(({ text, page }) =>
    wordsOf(text.replace(/^.*? -- /, ''))
      .filter((word) => /^(?:src|__tests__|lab|scripts|docs|examples)\//.test(word))
      .filter((path) => globSync(`${path}*`, { cwd: ROOT }).length === 0)
      .map((path) => `${page}: ${path}`),
  )
  expect(missing).toEqual([])
})

/** Commands that the gh of Debian 12 doesn't have yet. */
const NEWER_GH = /^gh attestation verify /

const gh = all.filter(([text]) => /^gh [a-z]/.test(text) && !NEWER_GH.test(text))
const linux = onLinux(
  NEEDS_PROGRAMS,
  spawnSync('gh', ['--version']).status === 0 ? undefined : 'gh is missing',
)

linux.test(`gh has all commands and flags that documents name${linux.because}`, async () => {
  expect(all.some(([text]) => NEWER_GH.test(text))).toBe(true)
  expect(gh.length).toBeGreaterThan(2)
  const named = new Map(gh.map(([text]) => [(/^gh(?: [a-z][a-z-]*){1,2}/.exec(text) ?? [''])[0], text]))
  const run = promisify(execFile)
  const env = {
    PATH: process.env['PATH'],
    GH_NO_UPDATE_NOTIFIER: '1',
    GH_TOKEN: 'none',
    HOME: '/nonexistent',
  }
  const helps = await Promise.all(
    Array.from(named.keys(), async (command) => {
      const words = command.split(' ').slice(1)
      return [command, (await run('gh', [...words, '--help'], { env })).stdout] as const
    }),
  )
  const wrong = gh.flatMap(([text, page]) => {
    const help = helps.find(([command]) => text.startsWith(command))?.[1] ?? ''
    const isCommand = help.includes(`gh ${wordsOf(text).slice(1, 3).join(' ')}`)
    const unknown = (text.match(/(?<= )--?[a-z-]+/g) ?? []).filter(
      (flag) => !new RegExp(`\\s${flag}\\b`).test(help),
    )
    return isCommand && unknown.length === 0 ? [] : [`${page}: ${text}`]
  })
  expect(wrong).toEqual([])
})

describe('in YAML', () => {
  const names: ReadonlySet<string> = new Set(INPUTS.map(({ name }) => name))
  const blocks = BLOCKS.filter(({ language }) => language === 'yaml')

  test.each(blocks.map((block) => [`${block.page}:${block.line}`, block] as const))(
    'the block at %s is valid, and sets only known inputs, to valid values',
    (_, { code }) => {
      const documents = parseAllDocuments(code, { uniqueKeys: true, strict: true })
      for (const { errors } of Array.isArray(documents) ? documents : []) expect(errors).toEqual([])
      const inputs = inputsIn(parse(code))
      expect(inputs.map(([name]) => name).filter((name) => !names.has(name))).toEqual([])
      expect(inputs.filter(isInvalid)).toEqual([])
    },
  )

  test('an unknown input and an invalid value are noticed', () => {
    const step = { uses: 'origin-gate/origin-gate@v1', with: { url: 'x', 'origin-hosts': 'y' } }
    expect(inputsIn({ jobs: { a: { steps: [step] } } })).toEqual(Object.entries(step.with))
    expect(inputsIn({ sites: [{ wait: '3m', orign: 'y' }] })).toEqual([
      ['wait', '3m'],
      ['orign', 'y'],
    ])
    expect([isInvalid(['wait', 'soon']), isInvalid(['wait', '3m'])]).toEqual([true, false])
  })
})

/** The inputs of our step, and of a list of sites. */
function inputsIn(value: unknown): readonly (readonly [name: string, value: unknown])[] {
  if (typeof value !== 'object' || value === null) return []
  const map: Readonly<Record<string, unknown>> = { ...value }
  const own = [
    ...(String(map['uses']).startsWith('origin-gate/origin-gate@') ? Object.entries(map['with'] ?? {}) : []),
    ...(Array.isArray(map['sites']) ? map['sites'].flatMap((site) => Object.entries(site)) : []),
  ]
  return [...own, ...Object.values(map).flatMap(inputsIn)]
}

/** Whether an input rejects a value. What an expression will be is unknown. Nothing reads a file here. */
function isInvalid([name, value]: readonly [name: string, value: unknown]): boolean {
  const text = String(value)
  if (text.includes('${{') || name === 'config') return false
  return !parsed({ url: 'https://www.example.com/', origin: '203.0.113.10', ...NEEDED[name], [name]: text })
    .ok
}

test('JSON is valid', () => {
  for (const { code } of BLOCKS.filter(({ language }) => language === 'json'))
    expect(() => JSON.parse(code)).not.toThrow()
})

test('TypeScript is from a file whose types are checked', () => {
  const byHand = BLOCKS.filter(({ language, example }) => language === 'ts' && example === undefined)
  expect(byHand.map(({ page }) => page)).toEqual(Object.keys(QUOTED_FROM))
  for (const { page, code } of byHand) {
    const source = readFileSync(join(ROOT, QUOTED_FROM[page] ?? ''), 'utf8')
    expect(lines(source)).toContain(lines(code))
  }
  for (const { example } of BLOCKS.filter(({ language }) => language === 'ts'))
    if (example !== undefined) expect(existsSync(join(ROOT, 'examples', `${example}.ts`))).toBe(true)
})

/** Without the indentation. */
const lines = (code: string): string => code.trim().replaceAll(/^ +/gm, '')
