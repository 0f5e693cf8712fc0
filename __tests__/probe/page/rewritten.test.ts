import { describe, expect, test } from '@jest/globals'
import type { Expected } from '../../../src/domain/config.ts'
import { withContent } from '../../../src/probe/page/expectations.ts'
import { edgeResponse, response } from '../../support/evidence.ts'

const text = (expected: string): Expected => ({ kind: 'text', text: expected })
const obscured = (address: string, key = 0x5e): string =>
  Buffer.from([key, ...[...Buffer.from(address)].map((byte) => byte ^ key)]).toString('hex')
const SHOP = obscured('shop@2026.11.29')

describe('expected text that Cloudflare changed', () => {
  test.each<[string, string, Expected]>([
    [
      'is an address in the text',
      `Release <a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="${SHOP}">[email&#160;protected]</a>!`,
      text('Release shop@2026.11.29!'),
    ],
    [
      'is an address in a link',
      `<a href="/cdn-cgi/l/email-protection#${SHOP}">Write</a>`,
      text('<a href="mailto:shop@2026.11.29">Write</a>'),
    ],
    [
      'is an address with other letters',
      `<span class="__cf_email__" data-cfemail="${obscured('grüße@shop.example', 0xff)}">[email&#160;protected]</span>`,
      text('grüße@shop.example'),
    ],
    [
      'is a script without a type',
      '<script src="/a.js" type="0123456789abcdef01234567-text/javascript"></script>',
      text('<script src="/a.js"></script>'),
    ],
    [
      'is a module',
      '<script type="0123456789abcdef01234567-module" src="/a.js"></script>',
      text('<script type="module" src="/a.js"></script>'),
    ],
    [
      'is a link over plain HTTP',
      '<a href="https://shop.example/">',
      text('<a href="http://shop.example/">'),
    ],
    [
      'is an image',
      '<img data-cfsrc="/a.png" style="display:none;visibility:hidden;">',
      text('<img src="/a.png">'),
    ],
    [
      'surrounds a script that Cloudflare added',
      'end<script>(function(){function c(){window.__CF$cv$params={r:1}}})();</script></body>',
      text('end</body>'),
    ],
    [
      'matches a pattern',
      `v<a class="__cf_email__" data-cfemail="${SHOP}">[email&#160;protected]</a>`,
      { kind: 'regex', source: String.raw`vshop@\d{4}`, flags: '' },
    ],
  ])('%s', (_, page, expectedBody) => {
    expect(withContent(edgeResponse(200, page), { expectedBody })).toHaveProperty('content.body', 'found')
    // The origin's own page is searched as it is.
    expect(withContent(response(200, page), { expectedBody })).toHaveProperty('content.body', 'missing')
  })

  test('is missing if another address was obscured', () => {
    const page = `<a class="__cf_email__" data-cfemail="${obscured('shop@2026.11.28')}">[email&#160;protected]</a>`
    expect(withContent(edgeResponse(200, page), { expectedBody: text('shop@2026.11.29') })).toHaveProperty(
      'content.body',
      'missing',
    )
  })
})

test.each<[string, string, Expected, string]>([
  ['a weak one for a strong one', 'W/"abc"', text('"abc"'), 'found'],
  ['a strong one for a weak one', '"abc"', text('W/"abc"'), 'found'],
  ['a weak one for a pattern', 'W/"abc"', { kind: 'regex', source: '^"abc"$', flags: '' }, 'found'],
  ['another one', 'W/"abd"', text('"abc"'), 'missing'],
])('ETags are compared weakly: %s', (_, etag, value, presence) => {
  const expectedHeader = { name: 'etag', value }
  expect(withContent(edgeResponse(200, '', { etag }), { expectedHeader })).toHaveProperty(
    'content.header',
    presence,
  )
})
