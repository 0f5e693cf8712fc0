/**
 * Independent linters find nothing in our workflows, the examples, and the workflows that documents show:
 * actionlint, which also passes scripts to shellcheck, and zizmor, which searches for weaknesses.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { describeWith } from './describe-with.ts'
import { programs, tool } from './tools.ts'

const ROOT = join(import.meta.dirname, '..', '..')

jest.setTimeout(60_000)

/** A workflow in which each linter finds something. */
const FAULTY = `name: faulty
on: issues
permissions: write-all
jobs:
  job:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - run: echo \${{ github.event.issue.title }}
      - run: rm $1
      - run: echo \${{ steps.missing.outputs.x }}
`

let folder = ''
let faulty = ''
let workflows: readonly string[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-lint-'))
  faulty = join(folder, 'faulty.yml')
  await writeFile(faulty, FAULTY)
  workflows = [
    ...(await filesIn('examples')).filter((path) => !path.endsWith('gitlab-ci.yml')),
    ...(await filesIn('.github/workflows')),
    ...(await written()),
  ]
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The YAML files in a folder of the repository. */
async function filesIn(path: string): Promise<readonly string[]> {
  const names = await readdir(join(ROOT, path))
  return names.filter((name) => /\.ya?ml$/.test(name)).map((name) => join(ROOT, path, name))
}

/** Writes the workflows of the documents to files. Those that quote an example are in examples/. */
async function written(): Promise<readonly string[]> {
  const names = await readdir(join(ROOT, 'docs'), { recursive: true })
  const pages = [
    'README.md',
    ...names.filter((name) => name.endsWith('.md')).map((name) => join('docs', name)),
  ]
  const found = await Promise.all(
    pages.map(async (page) => workflowsIn(await readFile(join(ROOT, page), 'utf8'))),
  )
  const paths = found.flat().map((_, at) => join(folder, `document-${at}.yml`))
  await Promise.all(found.flat().map((workflow, at) => writeFile(paths[at] ?? '', workflow)))
  return paths
}

/** The complete workflows in the code blocks of a page, without its quoted examples. */
function workflowsIn(page: string): readonly string[] {
  const own = page.replaceAll(/<!-- example (\S+) -->[^]*?<!-- \/example \1 -->/g, '')
  return Array.from(own.matchAll(/^( *)```ya?ml\n([^]*?)^\1```$/gm), ([, indent = '', text = '']) =>
    text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  ).filter((text) => /^jobs:/m.test(text))
}

/** Runs a program. Resolves with its exit code and everything that it printed. */
function output(
  program: string,
  args: readonly string[],
): Promise<{ readonly code: unknown; readonly text: string }> {
  return new Promise((resolve) => {
    execFile(program, args, { cwd: ROOT }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, text: stdout + stderr }),
    )
  })
}

const NOTHING = { code: 0, text: '' }

const ACTIONLINT = ['-no-color']

const actionlint = await tool('actionlint')
describeWith(actionlint, await programs('shellcheck'))('actionlint with shellcheck', () => {
  test('finds nothing', async () => {
    expect(await output(actionlint.path, [...ACTIONLINT, ...workflows])).toEqual(NOTHING)
  })

  test('would have found an unknown step, an unsafe expression and a weak script', async () => {
    const { code, text } = await output(actionlint.path, [...ACTIONLINT, faulty])
    expect(code).toBe(1)
    expect(text).toContain('"missing" is not defined')
    expect(text).toContain('"github.event.issue.title" is potentially untrusted')
    expect(text).toContain('SC2086')
  })
})

interface Finding {
  readonly ident: string
}

const zizmor = await tool('zizmor')
const OUR_CONFIG = `--config=${join(ROOT, '.github', 'zizmor.yml')}`

/** What zizmor reports, of every severity. */
async function findings(paths: readonly string[], config: string = OUR_CONFIG): Promise<readonly Finding[]> {
  const options = ['--offline', '--quiet', '--no-exit-codes', '--format=json', config]
  return JSON.parse((await output(zizmor.path, [...options, ...paths])).text)
}

/** The configuration of zizmor in the page about permissions. */
async function documentedConfig(): Promise<string> {
  const page = await readFile(join(ROOT, 'docs', 'permissions.md'), 'utf8')
  return /```yaml\n(rules:\n[^]*?)```/.exec(page)?.[1] ?? ''
}

describeWith(zizmor)('zizmor', () => {
  test('finds nothing, nor in the updates of dependencies', async () => {
    expect(await findings([join(ROOT, '.github', 'dependabot.yml'), ...workflows])).toEqual([])
  })

  test('finds nothing for users who pin the Action, or who configure what the documents say', async () => {
    const smallest = await readFile(join(ROOT, 'examples', 'smallest.yml'), 'utf8')
    const [tagged, pinned, config] = [
      join(folder, 'tagged.yml'),
      join(folder, 'pinned.yml'),
      join(folder, 'config.yml'),
    ]
    await writeFile(tagged, smallest)
    await writeFile(pinned, smallest.replace('@v1', `@${'0123456789'.repeat(4)} # v1.0.0`))
    await writeFile(config, await documentedConfig())

    expect((await findings([tagged], '--no-config')).map(({ ident }) => ident)).toEqual(['unpinned-uses'])
    expect(await findings([pinned], '--no-config')).toEqual([])
    expect(await findings([tagged], `--config=${config}`)).toEqual([])
  })

  test('would have found a tag in place of a commit, an injection and a token that stays', async () => {
    const found = (await findings([faulty])).map(({ ident }) => ident)
    expect(found).toEqual(expect.arrayContaining(['unpinned-uses', 'template-injection', 'artipacked']))
  })
})

const shellcheck = await programs('shellcheck')
describeWith(shellcheck)('shellcheck', () => {
  test('finds nothing in the script for cron', async () => {
    expect(await output('shellcheck', [join(ROOT, 'examples', 'cron.sh')])).toEqual(NOTHING)
  })
})

describe('the workflows of documents', () => {
  test('are found in code blocks, also in a list, unless they quote an example', () => {
    const page = [
      '```yaml\nname: a\njobs: {}\n```',
      '1. b\n\n   ```yaml\n   name: b\n   jobs: {}\n   ```',
      '```yaml\norigin: 203.0.113.10\n```',
      '<!-- example c -->\n```yaml\njobs: {}\n```\n<!-- /example c -->',
    ].join('\n\n')
    expect(workflowsIn(page)).toEqual(['name: a\njobs: {}\n', 'name: b\njobs: {}\n'])
  })
})
