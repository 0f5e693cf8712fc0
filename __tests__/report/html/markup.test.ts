import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { clean } from '../../../src/redact/visible.ts'
import { code, link, sentence } from '../../../src/report/render/html/inline.ts'
import { lines, markup, printed, when } from '../../../src/report/render/html/markup.ts'
import { hostileText } from '../../support/hostile-text.ts'
import { readXml } from '../../support/xml.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

describe('markup', () => {
  test('escapes values, and keeps markup', () => {
    const inner = markup`<b>${'<i> & "x"'}</b>`
    expect(printed(markup`<p title="${'"'}">${inner} ${[inner, inner]} ${3}</p>`)).toBe(
      '<p title="&#34;"><b>&#60;i&#62; &#38; &#34;x&#34;</b> <b>&#60;i&#62; &#38; &#34;x&#34;</b><b>&#60;i&#62; &#38; &#34;x&#34;</b> 3</p>',
    )
  })

  test('cannot be imitated by anything that was parsed', () => {
    const imitation = JSON.parse('{"escaped":"<b>","Symbol(escaped)":"<b>","toString":"<b>"}')
    expect(() => printed(markup`${imitation}`)).toThrow()
  })

  test('keeps every hostile text inside its element and its attribute', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const element = readXml(DECLARATION + printed(markup`<p title="${text}">${text}</p>`))
        expect(element.children).toEqual([])
        expect(element.attributes).toEqual({ title: element.text })
        expect(clean(element.text)).toBe(clean(text).replace(/[\ufffe\uffff]/g, '\ufffd'))
        expect(element.text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      }),
    )
  })

  test('is left out when its condition is false', () => {
    expect(printed(markup`a${when(false, () => markup`b`)}${when(true, () => markup`c`)}`)).toBe('ac')
  })
})

describe('lines', () => {
  test('keep line breaks and indentation, and nothing else that is invisible', () => {
    expect(printed(lines('<a>\r\n\tb\u202ec\rd\u2028e\u0000f'))).toBe('&#60;a&#62;\n    bc\nd\ne f')
  })

  test('cannot end their element', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const element = readXml(`${DECLARATION}<pre>${printed(lines(text))}</pre>`)
        expect(element.children).toEqual([])
        expect(element.text).not.toMatch(/(?!\n)\p{Cc}/u)
      }),
    )
  })
})

describe('a sentence', () => {
  test('has code where it has backquotes, and for the variable of the address', () => {
    expect(printed(sentence('Run `ss -ltn <x>` at $ORIGIN, not $ORIGINAL'))).toBe(
      'Run <code>ss -ltn &#60;x&#62;</code> at <code>$ORIGIN</code>, not $ORIGINAL',
    )
  })

  test('never links', () => {
    fc.assert(
      fc.property(hostileText, (text) =>
        expect(printed(sentence(`${text} https://dns.google/x`))).not.toContain('<a'),
      ),
    )
  })
})

test('only short code in letters of known width is never broken', () => {
  expect(printed(code('systemctl restart APP'))).toBe('<code>systemctl restart APP</code>')
  expect(printed(code('値'.repeat(20)))).toBe(`<code class="long">${'値'.repeat(20)}</code>`)
})

test('long code breaks between words, never within an option', () => {
  expect(printed(code('tail -n 50 /var/log/nginx/error.log --since -15min'))).toBe(
    '<code class="long">tail <span>-n</span> 50 /var/log/nginx/error.log <span>--since</span> <span>-15min</span></code>',
  )
})

test.each(['http://a.example/', 'javascript:alert(1)', 'data:text/html,x', '//a.example', 'x', ''])(
  'the address %j stays text',
  (address) => {
    expect(printed(link('label', address))).toBe('label')
  },
)

test('an https address becomes a link that its text cannot leave', () => {
  expect(printed(link('<label>', 'https://a.example/"onclick="x'))).toBe(
    '<a href="https://a.example/%22onclick=%22x">&#60;label&#62;</a>',
  )
})
