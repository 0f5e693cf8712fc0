import { describe, expect, test } from '@jest/globals'
import { declarePublic, publicValuesIn } from '../../src/shared/public-values.ts'
import { publicPartsOf, secretsInUrl, shownUrl } from '../../src/shared/secrets-in-url.ts'

const PAGE = 'https://www.shop.example/health'
const RANDOM = 'sk9Live_51HxYzAbCdEfGhIjKlMnOpQr'

describe('a parameter is a secret', () => {
  test.each([
    'token=abc-1234',
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
    'bypass=a1-b2c',
    'x-vercel-protection-bypass=a1b2c3d4',
    'Ocp-subscriptionkey=a1b2c3d4',
    'PHPSESSID=a1b2c3d4',
    'jwt=eyJhbGciOiJIUzI1NiJ9.e30.x',
    'id_token=a1-b2c',
    'user_pass=a1-b2c',
    'passcode=a1-b2c',
    'passkey=a1-b2c',
    'psk=a1-b2c',
    'credentials=a1-b2c',
    'x-functions-key=a1-b2c',
    'cronkey=a1-b2c',
    'statusKey=a1-b2c',
    `key=${RANDOM}`,
    'code=3xN9fQ2mZk7LwB8vTt1Rr4YyUu6IiOo0PpAaSs==',
    'code=m065gimbex3itkgvx76iye3mlyd4mjwr',
    'code=JBSWY3DPEHPK3PXP',
    'key=qwhdkfjtlsmznbvxcrtyhgfd',
    'auth=f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
    'hash=9e107d9d372bb6826bd81d3542a419d6',
    'session=V1StGXR8_Z5jdHi6B-myT',
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
    expect(shownUrl(`${PAGE}?a=1;token=AB12CD34`)).toBe(`${PAGE}?a=1;token=***`)
    expect(shownUrl(`${PAGE}?api%5Fkey=AB12CD34&access%2Dtoken=x%zz1`)).toBe(
      `${PAGE}?api%5Fkey=***&access%2Dtoken=***`,
    )
  })

  test.each(['password=banana', 'api_key=home', 'token=12345', 'apikey=2026-11-30', 'secret=v1.2.3'])(
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
  `check=${RANDOM}&id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&p=AKIAIOSFODNN7EXAMPLE`,
  RANDOM,
  'cHash=9e107d9d372bb6826bd81d3542a419d6&_gl=1*1x2y3z*_ga*MTIzNDU2Nzg5MA..',
  'sortKey=created_at&primary_key=order_id&cacheKey=v1-home&locale_key=en_GB&order-key=price_asc',
  'key=c-major&session=opening-keynote&auth=saml2&token_type=bearer&code=promo-2026&hash=section-2',
  'key=index.html',
  'key=created_at&session=2026-spring',
  'key=correct-horse-battery-staple&code=aLongNameInCamelCase',
  'key=2026-11-30T10:00:00Z&code=q7hF9-xx',
  'cache_bypass=20261130&max_tokens=1000',
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

test('a public value of the run is not a secret, whatever the parameter is', () => {
  const sha = '3f2a9c81d7e64b05a1c3f2a9c81d7e64b05a1c3f'
  const head = '77c81d7e64b05a1c3f2a9c81d7e64b05a1c3f000'
  declarePublic([
    ...publicValuesIn({ GITHUB_SHA: sha, GITHUB_RUN_ID: '4711471147', GITHUB_TOKEN: 'ghs_4711' }),
    head,
  ])
  for (const value of [sha, sha.slice(0, 7), head, head.slice(0, 12), '4711471147'])
    for (const name of ['token', 'deploy_key', 'hash']) {
      expect(secretsInUrl(`${PAGE}?${name}=${value}`)).toEqual([])
      expect(shownUrl(`${PAGE}?${name}=${value}`)).toBe(`${PAGE}?${name}=${value}`)
    }
  for (const value of [sha.slice(0, 6), sha.slice(1), `${sha}0`, '47114711', 'ghs_4711'])
    expect(shownUrl(`${PAGE}?token=${value}`)).toBe(`${PAGE}?token=***`)
})

test.each(['a', '?', '&', ';', '=', '?a=', '%', 'aA1', '?token=a', 'A1b'])(
  'a long text of %s is read to its end',
  (piece) => {
    const url = `${PAGE}?${piece.repeat(16_384 / piece.length)}`
    expect(shownUrl(url).startsWith(PAGE)).toBe(true)
  },
)
