/** Names of inputs, outputs, flags and causes in the documents. */
import { describe, expect, test } from '@jest/globals'
import { COMMAND_FLAGS } from '../../src/config/inputs/command-flags.ts'
import { INPUTS } from '../../src/config/inputs/inputs.ts'
import { OUTPUTS } from '../../src/config/inputs/outputs.ts'
import { CAUSES } from '../../src/diagnosis/causes/index.ts'
import { parsed } from '../config/support.ts'
import { INLINE, NEEDED } from './blocks.ts'
import { DOCUMENTS } from './documents.ts'

const names = (rows: readonly { readonly name: string }[]): readonly string[] => rows.map(({ name }) => name)

const inputs: ReadonlySet<string> = new Set(names(INPUTS))
const known: ReadonlySet<string> = new Set([
  ...names(INPUTS),
  ...names(OUTPUTS),
  ...names(COMMAND_FLAGS),
  ...CAUSES.map(({ id }) => id),
])

/** Other names with a hyphen in backquotes. */
const OTHERS: ReadonlySet<string> = new Set(
  [
    // Of this repository, its workflows and its releases.
    'badge-branch ci-ok comment-state latest-1 origin-gate origin-gate-badge release-check',
    // Values of inputs.
    'on-failure',
    // Of GitHub and its actions.
    'cancel-in-progress deployment-url id-token pull-requests runs-on security-events timeout-minutes ubuntu-latest',
    // Of other programs.
    'cache-dir cf-ray cloudflare-token dns-packet ignore-scripts ssh-keyscan unpinned-uses',
  ].flatMap((line) => line.split(' ')),
)

/** The pages of causes are generated, and about other programs. */
const prose = INLINE.filter(([, page]) => !page.startsWith('docs/causes/'))

/** The first cells of the rows of all tables with this first heading. */
function firstCells(heading: string): readonly (readonly [cell: string, page: string])[] {
  const tables = new RegExp(String.raw`^\| ${heading} \|.*\n\|[ :|-]+\|\n((?:\|.*\n?)+)`, 'gm')
  return DOCUMENTS.filter(({ path }) => path !== 'docs/monitoring.md').flatMap(({ path, text }) =>
    [...text.matchAll(tables)].flatMap(([, rows = '']) =>
      rows
        .trim()
        .split('\n')
        .map((row) => [/^\| \[?`-{0,2}([\w-]+)`/.exec(row)?.[1] ?? row, path] as const),
    ),
  )
}

describe('in tables, documents describe', () => {
  test.each([
    ['input', 'docs/usage.md', names(INPUTS)],
    ['output', 'docs/usage.md', names(OUTPUTS)],
    ['cause', 'docs/causes/README.md', CAUSES.map(({ id }) => id)],
  ])('each %s once, in %s', (heading, page, all) => {
    const cells = firstCells(heading)
    expect(cells.map(([cell]) => cell).toSorted()).toEqual(all.toSorted())
    expect(new Set(cells.map(([, path]) => path))).toEqual(new Set([page]))
  })

  test('each flag that only the command has once', () => {
    const cells = names(COMMAND_FLAGS).map(
      (name) => prose.filter(([text]) => text.startsWith(`--${name} `) || text === `--${name}`).length,
    )
    expect(Math.min(...cells)).toBeGreaterThan(0)
  })
})

describe('in sentences', () => {
  test('every name with a hyphen exists', () => {
    const unknown = prose.flatMap(([text, page]) => {
      const name = /^-{0,2}([a-z]+(?:-[a-z0-9]+)+)(?:$|: |=| [A-Z<])/.exec(text)?.[1]
      return name === undefined || known.has(name) || OTHERS.has(name) ? [] : [`${page}: ${text}`]
    })
    expect(unknown).toEqual([])
    expect(known.has('origin-hosts')).toBe(false)
    const used = new Set(prose.map(([text]) => text.replace(/^-{1,2}/, '').replace(/(?:: |=| ).*$/, '')))
    // A name that occurs nowhere would hide a typo.
    expect([...OTHERS].filter((name) => !used.has(name))).toEqual([])
  })

  test('every output exists', () => {
    const outputs: ReadonlySet<string> = new Set(names(OUTPUTS))
    const named = DOCUMENTS.filter(({ path }) => !path.startsWith('docs/causes/')).flatMap(({ path, text }) =>
      Array.from(
        text.matchAll(/\bsteps\.(?:gate|check)\.outputs\.([\w-]+)/g),
        ([, name = '']) => [name, path] as const,
      ),
    )
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter(([name]) => !outputs.has(name))).toEqual([])
  })

  test('every value of an input is valid', () => {
    const wrong = prose.flatMap(([text, page]) => {
      const [, dashes = '', name = '', value = ''] = /^(--)?([a-z-]+)(?:: | )(\S.*)$/.exec(text) ?? []
      // A placeholder, an expression, or a flag with the rest of a command.
      if (!inputs.has(name) || /[…$]|\b[A-Z]{3,}\b/.test(value) || (dashes !== '' && / -/.test(value)))
        return []
      if (dashes === '' && !text.includes(': ')) return []
      const given = {
        url: 'https://www.example.com/',
        origin: '203.0.113.10',
        ...NEEDED[name],
        [name]: value,
      }
      return parsed(given).ok ? [] : [`${page}: ${text}`]
    })
    expect(wrong).toEqual([])
  })
})
