import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { clean, cut } from '../../src/redact/visible.ts'
import { shellQuote } from '../../src/report/build/shell-quote.ts'
import {
  code,
  codeBlock,
  escapeHtml,
  escapeMarkdown,
  withCode,
} from '../../src/report/render/markdown/escape.ts'
import { escapeTerminal } from '../../src/report/render/text/terminal.ts'
import { hostileText } from '../support/hostile-text.ts'

const ESCAPED = /\\[!-/:-@[-`{-~]/g

/** What is left of Markdown once everything that was escaped on purpose is taken out. */
function bare(markdown: string): string {
  return markdown.replace(ESCAPED, '').replaceAll('<span>$</span>', '').replaceAll('`$ORIGIN`', '')
}

/** The letters that a reader sees. */
function seen(markdown: string): string {
  return markdown
    .replaceAll('<span>$</span>', '$')
    .replaceAll('`$ORIGIN`', '$ORIGIN')
    .replace(ESCAPED, (pair) => pair.slice(1))
    .replaceAll('\u200b', '')
}

describe('clean text', () => {
  test('is one line without controls, invisible letters and lone surrogates', () => {
    fc.assert(
      fc.property(hostileText, (text) =>
        expect(clean(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u),
      ),
    )
  })

  test('keeps its length, because redaction sees it whole, and has a maximum of marks per letter', () => {
    expect(clean('x'.repeat(10_000))).toHaveLength(10_000)
    expect(clean(`a${'\u0301'.repeat(500)}b`).length).toBe(4)
  })

  test('is cut between letters', () => {
    expect(cut('🙂🙂🙂', 3)).toBe('🙂🙂🙂')
    expect(cut('🙂🙂🙂🙂', 3)).toBe('🙂🙂…')
  })
})

describe('escaped Markdown text', () => {
  test('keeps its letters', () => {
    fc.assert(fc.property(hostileText, (text) => expect(seen(escapeMarkdown(text))).toBe(clean(text))))
  })

  test('contains no markup, HTML, table cell or formula', () => {
    fc.assert(
      fc.property(hostileText, (text) => expect(bare(escapeMarkdown(text))).not.toMatch(/[\\`*_[\]<>|~&$]/)),
    )
  })

  test('starts no heading, list, rule or underline', () => {
    fc.assert(
      fc.property(hostileText, (text) =>
        expect(escapeMarkdown(text)).not.toMatch(/^(?:\s|[#+=-]|\d+[.)](?:\s|$)|:-)/),
      ),
    )
  })

  test('mentions no user, issue, commit or emoji', () => {
    const reference =
      /@[\p{L}\p{N}_]|#\d|\bGH-\d|GHSA-\w|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])|:(?!\d\d:)[a-z0-9_+-]+:/iu
    fc.assert(
      fc.property(hostileText, (text) => {
        const markdown = escapeMarkdown(text).replaceAll('`$ORIGIN`', '')
        expect(markdown).not.toMatch(/www\.|(?<!\\):\/\//i)
        // GitHub looks for these when the backslashes are gone.
        expect(markdown.replace(ESCAPED, (pair) => pair.slice(1))).not.toMatch(reference)
      }),
    )
  })

  test.each([
    ['a plain sentence, as it is.', 'a plain sentence, as it is.'],
    ['at 14:03:07, TLS 1.3', 'at 14:03:07, TLS 1.3'],
    ['@everyone', '@\u200beveryone'],
    ['see https://evil.example', String.raw`see https\://evil.example`],
    ['1. one', String.raw`1\. one`],
    ['answers at $ORIGIN', 'answers at `$ORIGIN`'],
  ])('%s', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown)
  })
})

describe('inline code', () => {
  test('cannot be ended by its text, not even in a table', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const span = code(text)
        expect(span).not.toMatch(/[|\n]/)
        const [, fence = '', inner = ''] = /^(`+|<code>)(.*?)(?:\1|<\/code>)$/.exec(span) ?? []
        expect(fence).not.toBe('')
        if (fence === '<code>') expect(inner).not.toMatch(/[<>`*_[\]\\~:@]/)
        else expect(inner.match(/`+/g) ?? []).not.toContain(fence)
      }),
    )
  })

  test.each([
    ['nginx/1.22', '`nginx/1.22`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['a|b', '<code>a&#124;b</code>'],
    ['', '` `'],
  ])('%s', (text, span) => {
    expect(code(text)).toBe(span)
  })

  test('keeps a bar outside a table', () => {
    expect(code('a|b', 'line')).toBe('`a|b`')
    expect(withCode('run `a | b`')).toBe('run `a | b`')
    expect(withCode('run `a | b`', 'cell')).toBe('run <code>a &#124; b</code>')
  })

  test('our backquotes become code, and the rest is escaped', () => {
    expect(withCode('Run `ss -ltnp` on *the* origin')).toBe(String.raw`Run ${'`ss -ltnp`'} on \*the\* origin`)
    expect(withCode('one ` alone')).toBe('one \\` alone')
    expect(withCode('`a``b`')).toBe('`a`\u200b`b`')
  })
})

test('a code block cannot be ended by its text', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const [open = '', ...lines] = codeBlock(text).split('\n')
      const fence = open.replace('text', '')
      expect(lines.at(-1)).toBe(fence)
      expect(lines.slice(0, -1).filter((line) => line.includes(fence))).toEqual([])
    }),
  )
})

test('escaped HTML text has no tag, entity or quote', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(escapeHtml(text).replace(/&#\d+;/g, '')).not.toMatch(/[<>"'&]/)
      expect(escapeHtml(text)).not.toMatch(/@\w/)
    }),
  )
})

test('code in a cell does not become a mail link when a bar makes it HTML', () => {
  expect(code('a@b.co | x', 'cell')).not.toMatch(/@b|&#64;b/)
  fc.assert(fc.property(hostileText, (text) => expect(code(`${text}|`)).not.toMatch(/&#64;[\p{L}\p{N}_]/u)))
})

describe('escaped terminal text', () => {
  test('has no control character and no workflow command', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(escapeTerminal(text)).not.toMatch(/\p{Cc}|##\[|(?:^|\s)::/u)
      }),
    )
  })

  test('keeps an address unchanged', () => {
    expect(escapeTerminal('at 2606:4700::6810:84e5')).toBe('at 2606:4700::6810:84e5')
  })
})

test('a shell reads quoted text as one word', () => {
  for (const text of fc.sample(hostileText, { numRuns: 30, seed: 7 })) {
    expect(execFileSync('sh', ['-c', `printf %s ${shellQuote(text)}`], { encoding: 'utf8' })).toBe(
      clean(text),
    )
  }
})
