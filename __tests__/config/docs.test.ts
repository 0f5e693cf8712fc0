import { describe, expect, test } from '@jest/globals'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import {
  actionYml,
  EXAMPLES,
  LIBRARY_EXAMPLES,
  MONITOR_EXAMPLES,
  PAGES,
  stalePages,
  LOCKED_EXAMPLES,
  SCALE_EXAMPLES,
  SCALE_LISTS,
} from '../../scripts/docs.ts'
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

const REST = [
  'comment',
  'outputs',
  'causes',
  ...EXAMPLES.map((name) => `example ${name}`),
  'example sites/sites',
]

describe('generated files', () => {
  test('are up to date', async () => {
    expect(await stalePages(root, PAGES, false)).toEqual([])
  })

  test('are listed when outdated, written on request, and keep the text around their tables', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'docs-'))
    await writeFile(
      join(folder, 'README.md'),
      `# Before\n\n${emptied('inputs')}\nbetween\n${REST.map(emptied).join('\n')}\nafter\n`,
    )
    await mkdir(join(folder, 'docs'))
    await writeFile(join(folder, 'CONTRIBUTING.md'), emptied('glossary'))
    await writeFile(join(folder, 'docs', 'architecture.md'), emptied('areas'))
    const parts = ['report', 'flags', 'defaults', 'exit codes', 'environment']
    await writeFile(join(folder, 'docs', 'command.md'), parts.map(emptied).join('\n'))
    const programs = LIBRARY_EXAMPLES.map((name) => emptied(`example ${name}`)).join('\n')
    await writeFile(join(folder, 'docs', 'library.md'), programs)
    const locked = LOCKED_EXAMPLES.map((name) => emptied(`example ${name}`)).join('\n')
    await writeFile(join(folder, 'docs', 'locked-origins.md'), locked)
    const quoted = [...SCALE_EXAMPLES, ...SCALE_LISTS].map((name) => emptied(`example ${name}`)).join('\n')
    await writeFile(join(folder, 'docs', 'scale.md'), quoted)
    const monitor = ['monitor inputs', ...MONITOR_EXAMPLES.map((name) => `example ${name}`)].map(emptied)
    await writeFile(join(folder, 'docs', 'monitoring.md'), monitor.join('\n'))
    const all = PAGES.map(({ path }) => path)
    expect(await stalePages(folder, PAGES, false)).toEqual(all)
    expect(await stalePages(folder, PAGES, true)).toEqual(all)
    expect(await stalePages(folder, PAGES, false)).toEqual([])
    const readme = await readFile(join(folder, 'README.md'), 'utf8')
    expect(readme).toMatch(
      /^# Before\n\n<!-- inputs -->\n\|[^]*\|\n<!-- \/inputs -->\nbetween\n[^]*\nafter\n$/u,
    )
    expect(readme).not.toContain('stale text')
    await rm(folder, { recursive: true })
  })

  test('a page without its markers is an error', async () => {
    await expect(stalePages(join(root, 'missing'), PAGES, false)).rejects.toThrow(/markers <!-- inputs -->/u)
  })
})
