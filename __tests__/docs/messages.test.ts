import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { existsIn, indexed, quotesIn } from './quotes.ts'
import { sourceTexts, textsIn } from './source-texts.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(ROOT, 'docs', 'troubleshooting.md'), 'utf8')

/** Messages of other programs, and where they are from. */
const OF_OTHERS = [
  // https://github.com/actions/runner, src/Runner.Worker/ActionManifestManager.cs, before v2.327.0.
  "Specified argument was out of the range of valid values. (Parameter ''using: node24' is not supported, use 'docker', 'node12', 'node16' or 'node20' instead.')",
  // GitHub, before it starts a job. Its documentation about actions settings and reusable workflows has the rules.
  'origin-gate/origin-gate@v1 is not allowed to be used in …. Actions in this workflow must be: …',
  'The action origin-gate/origin-gate@v1 is not allowed in … because all actions must be pinned to a full-length commit SHA.',
  "Error calling workflow '…'. The nested job 'monitor' is requesting '…', but is only allowed '…'.",
  // npm prints the rest of the object below it: https://github.com/npm/npm-install-checks.
  'npm warn EBADENGINE Unsupported engine {',
]

/** What GitHub's API says when a job's token lacks a permission. */
const OF_GITHUB = 'Resource not accessible by integration'

const texts = sourceTexts()
const source = indexed([...texts, OF_GITHUB])
const quotes = quotesIn(page)
const ours = quotes.filter((quote) => !OF_OTHERS.includes(quote))

describe('docs/troubleshooting.md', () => {
  test('quotes messages that exist in the source', () => {
    expect(ours.filter((quote) => !existsIn(source, quote))).toEqual([])
    expect(ours.length).toBeGreaterThan(80)
  })

  test('quotes each message once', () => {
    expect(quotes.filter((quote, at) => quotes.indexOf(quote) !== at)).toEqual([])
    for (const quote of OF_OTHERS) expect(quotes).toContain(quote)
  })

  test('says after each message what to do', () => {
    const paragraphs = page.split(/\n\n+/)
    const alone = paragraphs.filter(
      (text, at) => text.startsWith('> ') && !/^[A-Z`[]/.test(paragraphs[at + 1] ?? ''),
    )
    expect(alone).toEqual([])
  })

  test('has every message about what could not be written', () => {
    const all = texts.filter((text) => text.startsWith('The verdict stands, but'))
    expect(all.length).toBeGreaterThan(5)
    const length = 'The verdict stands, but no comment'.length
    expect(all.filter((text) => !page.includes(`> ${text.slice(0, length).trimEnd()}`))).toEqual([])
  })
})

describe('a message', () => {
  test.each([
    'The origin sneezed.',
    'Nothing was checked. Fix the outputs above first.',
    'Nothing was checked. Fix the inputs first.',
    'The verdict holds, but no comment was written: …',
    '`url` is empty. Use one or more http or ftp URLs, one per line.',
    'The … could not be written, because … The verdict falls.',
  ])('that was invented or changed is noticed: %s', (invented) => {
    expect(existsIn(source, invented)).toBe(false)
  })

  test('of the page is noticed if any of its words differs', () => {
    const changed = ours.flatMap((quote) =>
      Array.from(quote.matchAll(/[A-Za-z]{3,}/g), ({ 0: word, index }) =>
        `${quote.slice(0, index)}banana${quote.slice(index + word.length)}`.replaceAll(/`-*banana`/g, ''),
      ),
    )
    expect(changed.filter((quote) => quote.includes('banana') && existsIn(source, quote))).toEqual([])
  })

  test('is found in pieces: joined literals, templates and escapes', () => {
    const lines = [
      "const a = 'It\\'s ' +",
      "  'one text'",
      "const b = `has ${x ? 'two' : `or ${y} more`} of them` // not 'this'",
    ]
    expect(textsIn(lines.join('\n'))).toEqual(["It's one text", 'has ', 'two', 'or ', ' more', ' of them'])
  })
})
