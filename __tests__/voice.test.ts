import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { allFiles, findings } from '../scripts/voice.ts'
import { EXCEPTIONS, RULES } from '../scripts/voice/words.ts'

const found = (text: string, path = 'src/probe/index.ts'): readonly string[] =>
  findings(path, text).map((each) => each.found)

describe('the voice check', () => {
  test.each([
    ['// Four looks in a row', 'Four looks'],
    ['// The origin is asked directly', 'is asked'],
    ['/** The origin answers 200. */', 'origin answers'],
    ["const text = 'as it was told'", 'told'],
    ['const text = `It tells ${name} from ${other}`', 'tells'],
    ['// what was said', 'was said'],
    ['// The name leads to the origin', 'name leads'],
    ["throw new Error('Waiting cannot mend this')", 'mend'],
    ['// whoever runs it', 'whoever'],
    ['const error = "20x is no duration"', 'is no'],
    ['// a page of Cloudflare', 'of Cloudflare'],
    ['// The firewall turns visitors away', 'turns visitors away'],
    ['// Let Cloudflare in', 'Let Cloudflare in'],
    ['// It shows an expired certificate', 'shows an expired certificate'],
    ['// No handshake comes about', 'comes about'],
    ['// The server stays silent', 'stays silent'],
    ['// Nothing is known of the way there', 'the way there'],
    ['// sent in the clear', 'in the clear'],
    ['// beside the probes', 'beside'],
    ['// Certain, since both were refused', ', since'],
    ['// tried in vain', 'in vain'],
    ['// The server does what he wants', 'he'],
    ['// The site is well', 'is well'],
    ['// where the page says so', 'says so'],
    ['export function lookAgain() {}', 'look'],
    ['const LAST_LOOK = 1', 'look'],
    ['run({ toldBy: 1 })', 'told'],
  ])('finds the planted words in %j', (text, expected) => {
    expect(found(text)).toContain(expected)
  })

  test('finds a phrase that runs over the end of a line', () => {
    expect(findings('src/a.ts', '/**\n * It is\n * no duration.\n */')).toMatchObject([
      { line: 2, found: 'is no' },
    ])
    expect(found('A page of\nCloudflare', 'docs/usage.md')).toEqual(['of Cloudflare'])
  })

  test('checks names of files', () => {
    expect(found('', 'src/probe/look.ts')).toEqual(['look (file name)'])
    expect(found('', '__tests__/probe/in-the-clear/mend-it.md')).toEqual(['mend (file name)'])
  })

  test('finds comments of more than 120 columns', () => {
    expect(found(`// ${'x'.repeat(117)}`)).toEqual([])
    expect(found(`// ${'x'.repeat(118)}`)).toEqual(['a comment of 121 columns'])
    expect(found(`const url = 1 // ${'x'.repeat(118)}`)).toEqual(['a comment of 135 columns'])
    expect(found(`# ${'x'.repeat(119)}`, 'examples/a.yml')).toEqual(['a comment of 121 columns'])
  })

  test.each([
    ["steps: [look('Check the log', '.'), change('Renew it', '.', 'restore the old one.')]"],
    ['// Look at the evidence: what looks like a page may be one'],
    ['// Ask your provider. Ask Cloudflare support.'],
    ["// The name server answers. A certificate's answer is no."],
    ['// There is no record, and it is no longer cached'],
    ['// in front of Cloudflare, instead of Cloudflare, the owner of Cloudflare Access'],
    ['// Failing since 21:34, failing, since then'],
    ['// We cannot tell. It is well known.'],
    ['for (const name in table) lookup(recommended / 2, amend)'],
    ['const url = `https://${host}/path`'],
  ])('accepts %j', (text) => {
    expect(found(text)).toEqual([])
  })

  test('ignores ids, and the glossary of CONTRIBUTING.md', () => {
    expect(found("const id = 'origin-refused-nobody-asked'")).toEqual([])
    expect(found('', '__tests__/cases/origin-refused/origin-refused-nobody-asked.md')).toEqual([])
    expect(found('<!-- glossary -->\n| mend | fix |\n<!-- /glossary -->\nmend', 'CONTRIBUTING.md')).toEqual([
      'mend',
    ])
  })

  test('finds sentences of more than 25 words in documents', () => {
    const page = (text: string): readonly string[] => found(text, 'docs/usage.md')
    expect(page(`One.\n${words(25)}. ${words(25)}: ${words(25)}\n- ${words(25)}\n\n${words(25)}`)).toEqual([])
    expect(page(`One.\n\n${words(20)}\n${words(6)}.`)).toEqual([`a sentence of 26 words: ${words(8)} …`])
    expect(findings('docs/usage.md', `One.\n\n${words(26)}.`)).toMatchObject([{ line: 3 }])
    // Code and a link are one word each, and numbers are none.
    expect(page(`${words(24)} \`${words(9)}\` 1, 2, 3 and`)).toHaveLength(1)
    expect(page(`${words(23)} \`${words(9)}\` [${words(9)}](x.md) 1, 2, 3.`)).toEqual([])
    for (const [before, after] of [['# '], ['> '], ['| '], ['```sh\n', '\n```'], ['<!-- ', ' -->']])
      expect(page(`${before}${words(26)}${after ?? ''}`)).toEqual([])
    expect(found(words(26), 'docs/causes/runner-offline.md')).toEqual([])
  })

  test('has at most ten exceptions', () => {
    expect(EXCEPTIONS.length).toBeLessThanOrEqual(10)
    const words = RULES.map(({ avoid }) => avoid)
    for (const { avoid = [] } of EXCEPTIONS) expect(words).toEqual(expect.arrayContaining([...avoid]))
  })

  test('has each word once', () => {
    expect(new Set(RULES.map(({ avoid }) => avoid)).size).toBe(RULES.length)
    for (const { prose } of RULES) expect(prose.global).toBe(true)
  })

  test('exits with 1 if it finds a word, and with 0 otherwise', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'voice-'))
    for (const name of ['bad.md', 'bad.yml'])
      await writeFile(join(folder, name), '# Waiting cannot mend this\n')
    await writeFile(join(folder, 'good.md'), '# Waiting cannot fix this\n')
    expect(['bad.md', 'bad.yml', 'good.md'].map((name) => exitOf(join(folder, name)))).toEqual([
      [1, true],
      [1, true],
      [0, false],
    ])
    await rm(folder, { recursive: true })
  })

  test('reads every Markdown and YAML file that people read', () => {
    const read = new Set(Array.from(allFiles(ROOT), (file) => relative(ROOT, file)))
    const all = globSync(['*.{md,yml}', 'docs/**/*.md', 'examples/**/*.yml', '.github/**/*.{md,yml}'], {
      cwd: ROOT,
    })
    expect(all.length).toBeGreaterThan(80)
    expect(all.filter((file) => !read.has(file))).toEqual([])
  })
})

const ROOT = join(import.meta.dirname, '..')
const SCRIPT = join(ROOT, 'scripts/voice.ts')

/** Its exit code, and whether it printed a word to rewrite. */
function exitOf(file: string): readonly unknown[] {
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT, file], { encoding: 'utf8' })
  return [status, stdout.includes('→')]
}

const words = (count: number): string => 'word '.repeat(count).trim()
