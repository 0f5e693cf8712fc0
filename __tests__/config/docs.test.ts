import { describe, expect, test } from '@jest/globals'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { actionYml, PAGES, stalePages } from '../../scripts/docs.ts'
import { type Input, INPUTS } from '../../src/config/inputs/inputs.ts'
import { OUTPUTS } from '../../src/config/inputs/outputs.ts'
import { parsed } from './support.ts'

const root = join(import.meta.dirname, '..', '..')

const emptied = (name: string) => `<!-- ${name} -->\nstale text\n<!-- /${name} -->`

describe('action.yml', () => {
  test('matches the tables', () => {
    // The parser refuses duplicate keys.
    const action: unknown = parse(actionYml(), { uniqueKeys: true, strict: true })
    const inputs: readonly Input[] = INPUTS
    expect(action).toEqual({
      name: 'Origin Gate',
      description: expect.any(String),
      author: 'Origin Gate',
      branding: { icon: 'shield', color: 'orange' },
      inputs: Object.fromEntries(
        inputs.map(({ name, description, default: value }) => [name, { description, default: value }]),
      ),
      outputs: Object.fromEntries(OUTPUTS.map(({ name, description }) => [name, { description }])),
      runs: { using: 'node24', main: 'dist/index.js' },
    })
  })

  test('has valid defaults', () => {
    const defaults = INPUTS.map(({ name, default: value }) => [
      name,
      value.startsWith('${{') ? 'ghs_abc' : value,
    ])
    const given = { ...Object.fromEntries(defaults), url: 'https://www.example.com' }
    const { 'github-token': _, ...withoutToken } = given
    expect(parsed(given)).toMatchObject({ ok: true })
    expect(parsed(withoutToken)).toEqual(parsed({ url: 'https://www.example.com' }))
  })
})

describe('tables', () => {
  test('have no Markdown link, because the terminal and the manual page show it as it is', () => {
    for (const { description } of [...INPUTS, ...OUTPUTS]) expect(description).not.toMatch(/\]\(/)
  })

  test('names are unique and lowercase', () => {
    for (const table of [INPUTS, OUTPUTS]) {
      const names = table.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/u)
    }
  })
})

/** What is generated in pages written by hand, and examples of each kind. */
const MARKERS: Readonly<Record<string, readonly string[]>> = {
  'README.md': ['example smallest'],
  'CONTRIBUTING.md': ['glossary'],
  'docs/architecture.md': ['areas'],
  'docs/command.md': ['report', 'flags', 'defaults', 'exit codes', 'environment'],
  'docs/library.md': ['example library/promote'],
  'docs/monitoring.md': ['monitor inputs', 'example monitor'],
  'docs/scale.md': ['example sites/shops'],
  'docs/usage.md': ['inputs', 'outputs', 'comment'],
}

/** Whether a page has no text written by hand. */
const generated = (path: string): boolean => !path.endsWith('.md') || path.startsWith('docs/causes/')

test('an example in a list is indented as its markers are', () => {
  const page = PAGES.find(({ path }) => path === 'README.md')
  const text = page?.render('1. a\n\n   <!-- example smallest -->\n   <!-- /example smallest -->\n') ?? ''
  expect(text).toMatch(/^1\. a\n\n   <!-- example smallest -->\n   ```yaml\n   name: deploy\n/)
  expect(text).toMatch(/\n   ```\n   <!-- \/example smallest -->\n$/)
  expect(text).not.toMatch(/ $/m)
})

describe('generated files', () => {
  test('are up to date', async () => {
    expect(await stalePages(root, PAGES, false)).toEqual([])
  })

  test('are listed when outdated, written on request, and keep the text around their tables', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'docs-'))
    await mkdir(join(folder, 'docs'))
    for (const [page, markers] of Object.entries(MARKERS))
      await writeFile(join(folder, page), `# Before\n\n${markers.map(emptied).join('\nbetween\n')}\nafter\n`)
    const all = PAGES.map(({ path }) => path).filter((path) => path in MARKERS || generated(path))
    expect(await stalePages(folder, PAGES, false)).toEqual(all)
    expect(await stalePages(folder, PAGES, true)).toEqual(all)
    expect(await stalePages(folder, PAGES, false)).toEqual([])
    const usage = await readFile(join(folder, 'docs', 'usage.md'), 'utf8')
    expect(usage).toMatch(
      /^# Before\n\n<!-- inputs -->\n\|[^]*\|\n<!-- \/inputs -->\nbetween\n[^]*\nafter\n$/u,
    )
    for (const page of Object.keys(MARKERS))
      expect(await readFile(join(folder, page), 'utf8')).not.toContain('stale text')
    await rm(folder, { recursive: true })
  })

  test('a page without its markers is an error', async () => {
    await expect(stalePages(join(root, 'missing'), PAGES, false)).rejects.toThrow(
      /markers <!-- glossary -->/u,
    )
  })
})
