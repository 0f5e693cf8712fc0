import { describe, expect, test } from '@jest/globals'
import { publicPartsOf, secretsInUrl, shownUrl } from '../../src/shared/secrets-in-url.ts'

const PAGE = 'https://www.shop.example/health'
const RANDOM = 'sk9Live_51HxYzAbCdEfGhIjKlMnOpQr'

describe('a parameter is a secret', () => {
  test.each([
    'token=abc-1234',
    'key=q7hF9',
    'api_key=q7hF9-xx',
    'apiKey=q7hF9-xx',
    'X-API-Key=q7hF9-xx',
    'access_token=ya29.x-y_z',
    'accessToken=ya29.x-y_z',
    'client_secret=a1-b2',
    'password=Summer2026!',
    'passwd=Summer2026',
    'pass=Summer2026',
    'sig=3q2%2B7w%3D%3D',
    'signature=3q2-7w',
    'X-Amz-Signature=3q27w',
    'X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524',
    'auth=a1-b2c',
    'bypass=a1-b2c',
    'x-vercel-protection-bypass=a1b2c3d4',
    'Ocp-subscriptionkey=a1b2c3d4',
    'PHPSESSID=a1b2c3d4',
    'jwt=eyJhbGciOiJIUzI1NiJ9.e30.x',
    `check=${RANDOM}`,
    'code=3xN9fQ2mZk7LwB8vTt1Rr4YyUu6IiOo0PpAaSs==',
    'id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
    'h=9e107d9d372bb6826bd81d3542a419d6',
    'p=AKIAIOSFODNN7EXAMPLE',
    'a=1%2F2%2F9e107d9d372bb6826bd81d3542a419d6',
  ])('%s', (parameter) => {
    const value = parameter.slice(parameter.indexOf('=') + 1)
    const url = `${PAGE}?lang=en&${parameter}&page=2`
    expect(secretsInUrl(url)).toEqual([value])
    expect(shownUrl(url)).toBe(`${PAGE}?lang=en&${parameter.slice(0, parameter.indexOf('='))}=***&page=2`)
    expect(shownUrl(shownUrl(url))).toBe(shownUrl(url))
    expect(secretsInUrl(shownUrl(url))).toEqual([])
    expect(publicPartsOf(url).join(' ')).not.toContain(value)
  })

  test('in every form that a URL has for it', () => {
    expect(shownUrl(`${PAGE};jsessionid=AB12CD34?x=1`)).toBe(`${PAGE};jsessionid=***?x=1`)
    expect(shownUrl(`${PAGE}?${RANDOM}`)).toBe(`${PAGE}?***`)
    expect(shownUrl(`${PAGE}?a=1;token=AB12CD34`)).toBe(`${PAGE}?a=1;token=***`)
    expect(shownUrl(`${PAGE}?api%5Fkey=AB12CD34&access%2Dtoken=x%zz1`)).toBe(
      `${PAGE}?api%5Fkey=***&access%2Dtoken=***`,
    )
  })

  test.each(['password=banana', 'key=home', 'token=12345', 'key=2026-11-30', 'secret=v1.2.3'])(
    '%s, but its value alone may be a word of ours',
    (parameter) => {
      expect(secretsInUrl(`${PAGE}?${parameter}`)).toEqual([parameter])
      expect(shownUrl(`${PAGE}?${parameter}`)).toBe(
        `${PAGE}?${parameter.slice(0, parameter.indexOf('='))}=***`,
      )
    },
  )
})

test.each([
  '',
  'q=shoes&page=2',
  'utm_source=newsletter&utm_campaign=summer-sale-2026-11',
  'utm_id=f81d4fae7dec11d0a76500a0c91e6bf6',
  'v=9e107d9d372bb6826bd81d3542a419d6',
  'commit=2b1cde44aa3f9e107d9d372bb6826bd81d3542a4',
  'version=1.22.333-rc.4',
  'build=release-2026-11-30-v1-2-3-rc4',
  'at=2026-11-30T10:00:00Z&until=20261130T100000Z',
  'from=2026-11-30T10%3A00%3A00.000%2B01%3A00',
  'model=iPhone15ProMax256GB',
  'sort=createdAtDescending',
  'author=AlexanderTheGreat&keyword=monkeybusiness&turkey=yes-please',
  'run=12345678901234567890',
  'near=40.712812,-74.006015',
  'url=https%3A%2F%2Fwww.other.example%2Fblog%2F2026%2Fa-long-title-of-a-post',
  'auth=true&token=null&key=abc&sig=***',
  'currencies=EUR,USD,GBP&locale=de-DE',
  'design=tokens-of-appreciation&passthrough=headers-only',
])('nothing in ?%s is a secret', (query) => {
  const url = `${PAGE}${query === '' ? '' : '?'}${query}`
  expect(secretsInUrl(url)).toEqual([])
  expect(shownUrl(url)).toBe(url)
})

test.each(['a', '?', '&', ';', '=', '?a=', '%', 'aA1', '?token=a', 'A1b'])(
  'a long text of %s is read to its end',
  (piece) => {
    const url = `${PAGE}?${piece.repeat(16_384 / piece.length)}`
    expect(shownUrl(url).startsWith(PAGE)).toBe(true)
  },
)
