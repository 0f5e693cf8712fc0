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
import { NO_SHELL, onPosix } from '../support/platform.ts'

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
    ['12) one', String.raw`12\) one`],
    ['1.', String.raw`1\.`],
    ['1.2 and 1. two', '1.2 and 1. two'],
    ['answers at $ORIGIN', 'answers at `$ORIGIN`'],
    ['$ORIGINAL $ORIGIN_2', '<span>$</span>ORIGINAL <span>$</span>ORIGIN\\_2'],
    ['$ORIGIN$ORIGIN', '`$ORIGIN`\u200b`$ORIGIN`'],
    ['$5', '<span>$</span>5'],
    ['# one', String.raw`\# one`],
    ['a # b ##', String.raw`a # b \##`],
    ['a#', 'a#'],
    ['- one - two', String.raw`\- one - two`],
    ['+ a + b', String.raw`\+ a + b`],
    ['=== a', String.raw`\=== a`],
    [':-- a', String.raw`\:-- a`],
    [': a', ': a'],
    ['WWW.a.example', String.raw`WWW\.a.example`],
    ['a: //b', 'a: //b'],
    ['a@b @-c @ d', 'a@\u200bb @\u200b-c @ d'],
    ['@é', '@\u200bé'],
    ['#12 #a', String.raw`\#` + '\u200b12 #a'],
    ['GHSA-abcd ghsa-x', 'GHSA-\u200babcd ghsa-\u200bx'],
    ['GH-12 CVE-2026-1 a-1 TLS-x', 'GH-\u200b12 CVE-\u200b2026-1 a-1 TLS-x'],
    ['abcdefghijklm-1 abcdefghijkl-1', 'abcdefghijklm-1 abcdefghijkl-\u200b1'],
    ['abcdef1', 'abcdef\u200b1'],
    ['ABCDEF0123456', 'ABCDEF\u200b012345\u200b6'],
    ['abcdef abcdefg1 xabcdef1', 'abcdef abcdefg1 xabcdef1'],
    ['a'.repeat(41), 'a'.repeat(41)],
    [':smile: :+1: 14:03:07 1:234:5', ':\u200bsmile: :\u200b+1: 14:03:07 1:\u200b234:5'],
    ['a:b', 'a:b'],
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
    ['a`', '`` a` ``'],
    ['a``b`c', '```a``b`c```'],
    ['two\nlines', '`two lines`'],
    ['a|<b>@c', '<code>a&#124;&#60;b&#62;&#64;\u200bc</code>'],
    ['a|~{^Z9', '<code>a&#124;&#126;&#123;&#94;Z9</code>'],
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

test.each([
  ['a\r\nb\rc\u2028d\u2029e\nf', '```text\na\nb\nc\nd\ne\nf\n```'],
  ['a ```` b', '`````text\na ```` b\n`````'],
  ['one `', '```text\none `\n```'],
])('the code block of %j', (text, block) => {
  expect(codeBlock(text)).toBe(block)
  expect(codeBlock(text, 'sh')).toBe(block.replace('text', 'sh'))
})

test('escaped HTML text is readable', () => {
  expect(escapeHtml(`a <b c="d" e='f'> & #12`)).toBe(
    'a &#60;b c=&#34;d&#34; e=&#39;f&#39;&#62; &#38; #\u200b12',
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

  test.each([
    ['::error::x', ':\u200b:error::x'],
    ['a ::error::x', 'a :\u200b:error::x'],
    ['a::b', 'a::b'],
    [':a', ':a'],
    ['##[error]x', '#\u200b#[error]x'],
    ['## a', '## a'],
    ['two\nlines', 'two lines'],
  ])('%j', (text, escaped) => {
    expect(escapeTerminal(text)).toBe(escaped)
  })

  test('keeps an address unchanged', () => {
    expect(escapeTerminal('at 2606:4700::6810:84e5')).toBe('at 2606:4700::6810:84e5')
  })
})

onPosix(NO_SHELL).test('a shell reads quoted text as one word', () => {
  for (const text of fc.sample(hostileText, { numRuns: 30, seed: 7 })) {
    expect(execFileSync('sh', ['-c', `printf %s ${shellQuote(text)}`], { encoding: 'utf8' })).toBe(
      clean(text),
    )
  }
})
