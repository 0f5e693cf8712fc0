import { expect, test } from '@jest/globals'
import { mediaType } from '../../src/shared/html.ts'

test.each([
  ['text/html', 'text/html'],
  ['Text/HTML; charset=utf-8', 'text/html'],
  ['text/html, text/html', 'text/html'],
  ['text/html; charset=utf-8, text/html;charset="a,b/c"', 'text/html'],
  ['text/plain, text/html', 'text/html'],
  ['text/html, */*', 'text/html'],
  ['text/html, ', 'text/html'],
  ['text/html, html', 'text/html'],
  ['html', 'html'],
  ['', ''],
  [undefined, ''],
])('the media type of %s is %s', (header, type) => {
  expect(mediaType(header)).toBe(type)
})
