import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { clean } from '../../src/redact/visible.ts'
import {
  code,
  codeBlock,
  escapeHtml,
  escapeMarkdown,
  withCode,
} from '../../src/report/render/markdown/escape.ts'
import { repetitions } from '../support/effort.ts'

const RUNS = repetitions(500)

// What the escapers promise is a matter of what a GFM parser makes of their output, not of its characters.

const render = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true }).trim()

const decoded = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

const NASTY = [
  '@everyone',
  '#123',
  'GH-1',
  'o/r#1',
  'a@b.co',
  'http://x.y/z',
  'www.evil.example',
  '<img src=x>',
  '<!-- x',
  '-->',
  '```',
  '`',
  '|',
  '||',
  '\\',
  '\\|',
  ':smile:',
  '*b*',
  '_i_',
  '~~s~~',
  '![a](b)',
  '[x]: y',
  '[^1]',
  '$x$',
  '$ORIGIN',
  '`x`',
  '&amp;',
  '&#64;',
  '# h',
  '- l',
  '1. x',
  '+ p',
  '=',
  '---',
  '===',
  ':-:',
  '\n',
  '\t',
  '    ',
  '\u202e',
  '0123456789abcdef',
  '</details>',
  '> q',
  '[!NOTE]',
  'mailto:a@b.co',
  'ftp://a.b',
  'HTTP://WWW.A.B',
  '!',
  '(',
  ')',
]

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 6 })), { maxLength: 8 })
  .map((parts) => parts.join(''))

interface Context {
  readonly name: string
  readonly wrap: (text: string) => string
  readonly inner: RegExp
  readonly place: 'line' | 'cell'
}

const CONTEXTS: readonly Context[] = [
  { name: 'a paragraph', wrap: (text) => text, inner: /^<p>([^]*)<\/p>$/, place: 'line' },
  { name: 'the end of a line', wrap: (text) => `x ${text}`, inner: /^<p>x([^]*)<\/p>$/, place: 'line' },
  {
    name: 'a list',
    wrap: (text) => `1. x ${text}`,
    inner: /^<ol>\n<li>x([^]*)<\/li>\n<\/ol>$/,
    place: 'line',
  },
  { name: 'a heading', wrap: (text) => `### x ${text}`, inner: /^<h3>x([^]*)<\/h3>$/, place: 'line' },
  {
    name: 'a table',
    wrap: (text) => `| a | b |\n|---|---|\n| ${text} | z |`,
    inner: /<tbody>\n<tr>\n<td>([^]*)<\/td>\n<td>z<\/td>\n<\/tr>/,
    place: 'cell',
  },
]

const ESCAPERS = [
  { name: 'md', escape: escapeMarkdown, tags: /<\/?(?:span|code)>/g, meant: (text: string) => text },
  {
    name: 'spans',
    escape: withCode,
    tags: /<\/?(?:span|code)>/g,
    meant: (text: string) => text.replaceAll(/`([^`]+)`/g, (_, inner: string) => inner.trim() || ' '),
  },
  { name: 'code', escape: code, tags: /<\/?code>/g, meant: (text: string) => text },
] as const

describe.each(ESCAPERS)('$name, as rendered', ({ escape, tags, meant }) => {
  test.each(CONTEXTS)('renders as its text in $name', ({ wrap, inner, place }) => {
    fc.assert(
      fc.property(hostile, (text) => {
        const cleaned = clean(text)
        fc.pre(cleaned !== '')
        const [, content = 'the surroundings are broken'] =
          inner.exec(render(wrap(escape(text, place)))) ?? []
        const plain = content.replace(tags, '')
        expect(plain).not.toMatch(/<[a-z!/]/i)
        expect(decoded(plain).replaceAll('\u200b', '').trim()).toBe(meant(cleaned).trim())
      }),
      { numRuns: RUNS },
    )
  })
})

test('a code block cannot be ended by its text', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(render(`x\n\n${codeBlock(text)}\n\n**y**`)).toMatch(
        /^<p>x<\/p>\n<pre><code class="language-text">[^<]*<\/code><\/pre>\n<p><strong>y<\/strong><\/p>$/,
      )
    }),
    { numRuns: RUNS },
  )
})

test('the title of a fold stays inside it', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(render(`<details><summary>${escapeHtml(text)}</summary>\n\n**y**\n\n</details>`)).toMatch(
        /^<details><summary>[^<>]*<\/summary>\n<p><strong>y<\/strong><\/p>\n<\/details>$/,
      )
    }),
    { numRuns: RUNS },
  )
})
