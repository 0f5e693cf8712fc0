import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { cookiesFor, updateJar, type Cookie } from '../../src/probe/page/cookies.ts'

const HOME = new URL('https://www.shop.example/shop/cart')
const at = (url: string): URL => new URL(url)

describe('a cookie', () => {
  test.each<[string, string | readonly string[], string, string]>([
    ['is sent to the page that set it', 'id=7', 'https://www.shop.example/shop/cart', 'id=7'],
    ['is sent to pages in the same folder', 'id=7', 'https://www.shop.example/shop/pay', 'id=7'],
    ['is not sent to pages above', 'id=7', 'https://www.shop.example/', ''],
    ['is sent to every page within its path', 'id=7; Path=/', 'https://www.shop.example/', 'id=7'],
    [
      'is not sent to a folder with a longer name',
      'id=7; Path=/shop',
      'https://www.shop.example/shopping',
      '',
    ],
    ['is not sent to another host', 'id=7; Path=/', 'https://shop.example/', ''],
    [
      'is sent to its whole domain',
      'id=7; Path=/; Domain=.shop.example',
      'https://pay.shop.example/',
      'id=7',
    ],
    [
      'is not accepted for a foreign domain',
      'id=7; Path=/; Domain=bank.example',
      'https://bank.example/',
      '',
    ],
    ['is not accepted for a top-level domain', 'id=7; Path=/; Domain=example', 'https://bank.example/', ''],
    ['is not sent over plain HTTP if it is secure', 'id=7; Path=/; Secure', 'http://www.shop.example/', ''],
    [
      'may have a date with a comma',
      ['id=7; Expires=Wed, 21 Oct 2099 07:28:00 GMT; Path=/', 'b=8; Path=/'],
      'https://www.shop.example/',
      'id=7; b=8',
    ],
    ['is ignored if it would break a header', 'id=7\u0000; Path=/', 'https://www.shop.example/', ''],
    ['may be set twice, and the last one counts', ['id=7', 'b=8', 'id=9'], HOME.href, 'id=9; b=8'],
    ['may be set and deleted', ['id=7', 'id=; Max-Age=0'], HOME.href, ''],
    [
      'is sent before those with a shorter path',
      ['id=7; Path=/', 'id=8; Path=/shop'],
      HOME.href,
      'id=8; id=7',
    ],
    ['is ignored without a name', ['=7; Path=/', '; Path=/'], 'https://www.shop.example/', ''],
  ])('%s', (_, setCookie, url, expected) => {
    expect(cookiesFor(updateJar([], HOME, [setCookie].flat()), at(url))).toBe(expected)
  })

  test.each([
    ['replaced', 'id=8; Path=/', 'id=8'],
    ['deleted by its age', 'id=x; Path=/; Max-Age=0', ''],
    ['deleted by its date', 'id=x; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT', ''],
  ])('is %s', (_, later, expected) => {
    const jar = updateJar(updateJar([], HOME, ['id=7; Path=/']), HOME, [later])
    expect(cookiesFor(jar, HOME)).toBe(expected)
  })

  test('any cookies make a bounded jar and a valid header', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 60, unit: 'binary' }),
      fc
        .tuple(
          fc.string({ maxLength: 8 }),
          fc.string({ maxLength: 8 }),
          fc.constantFrom('', '; Path=/', '; Domain=shop.example', '; Max-Age=0'),
        )
        .map(([name, value, more]) => `${name}=${value}${more}`),
    )
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 80 }), { maxLength: 5 }), (responses) => {
        let jar: readonly Cookie[] = []
        for (const lines of responses) jar = updateJar(jar, HOME, lines)
        expect(jar.length).toBeLessThanOrEqual(50)
        expect(cookiesFor(jar, HOME)).toMatch(/^[\x20-\x7e]*$/)
      }),
      { numRuns: 300 },
    )
  })
})
