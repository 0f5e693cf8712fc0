import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { cookiesFor, updateJar, type Cookie } from '../../src/probe/page/cookies.ts'

const HOME = new URL('https://www.shop.example/shop/cart')
const at = (url: string): URL => new URL(url)

describe('a cookie that was set on the way', () => {
  test.each<[string, string | readonly string[], string, string]>([
    ['goes back to the page', 'id=7', 'https://www.shop.example/shop/cart', 'id=7'],
    ['goes to the pages beside it', 'id=7', 'https://www.shop.example/shop/pay', 'id=7'],
    ['goes nowhere above them', 'id=7', 'https://www.shop.example/', ''],
    ['goes everywhere that its path says', 'id=7; Path=/', 'https://www.shop.example/', 'id=7'],
    ['does not mistake one folder for another', 'id=7; Path=/shop', 'https://www.shop.example/shopping', ''],
    ['stays with its host', 'id=7; Path=/', 'https://shop.example/', ''],
    ['goes to a whole domain', 'id=7; Path=/; Domain=.shop.example', 'https://pay.shop.example/', 'id=7'],
    ['is not for the domains of others', 'id=7; Path=/; Domain=bank.example', 'https://bank.example/', ''],
    ['is not for a whole top-level domain', 'id=7; Path=/; Domain=example', 'https://bank.example/', ''],
    ['may not be sent in the clear', 'id=7; Path=/; Secure', 'http://www.shop.example/', ''],
    [
      'has its date read as one',
      ['id=7; Expires=Wed, 21 Oct 2099 07:28:00 GMT; Path=/', 'b=8; Path=/'],
      'https://www.shop.example/',
      'id=7; b=8',
    ],
    ['breaks no header', 'id=7\u0000; Path=/', 'https://www.shop.example/', ''],
    ['needs a name', ['=7; Path=/', '; Path=/'], 'https://www.shop.example/', ''],
  ])('%s', (_, setCookie, url, sent) => {
    expect(cookiesFor(updateJar([], HOME, [setCookie].flat()), at(url))).toBe(sent)
  })

  test.each([
    ['replaced', 'id=8; Path=/', 'id=8'],
    ['taken back by its age', 'id=x; Path=/; Max-Age=0', ''],
    ['taken back by its date', 'id=x; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT', ''],
  ])('is %s', (_, later, sent) => {
    const jar = updateJar(updateJar([], HOME, ['id=7; Path=/']), HOME, [later])
    expect(cookiesFor(jar, HOME)).toBe(sent)
  })

  test('whatever a site sets, it costs little and makes a header that can be sent', () => {
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
      fc.property(fc.array(fc.array(line, { maxLength: 80 }), { maxLength: 5 }), (answers) => {
        let jar: readonly Cookie[] = []
        for (const lines of answers) jar = updateJar(jar, HOME, lines)
        expect(jar.length).toBeLessThanOrEqual(50)
        expect(cookiesFor(jar, HOME)).toMatch(/^[\x20-\x7e]*$/)
      }),
      { numRuns: 300 },
    )
  })
})
