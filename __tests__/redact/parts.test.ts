import { describe, expect, test } from '@jest/globals'
import { secretRedactorOf } from '../../src/redact/redact.ts'
import { NOTATIONS } from './support/notations.ts'
import { runOf } from './support/reading.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64url')
const CLAIMS = '{"sub":"gate-42","key":"s3cr3t-of-claims"}'
const JWT = `${base64('{"alg":"HS256"}')}.${base64(CLAIMS)}.c2lnbmF0dXJlLXZhbHVlLTEyMzQ1`
const COOKIES =
  'sessionid=9f8e7d6c5b4a3210; csrftoken=AbCdEfGh12345678; theme=darkmode; csrf.v2="q8 Zw,Xy7=Ab"'
const DIGEST =
  'Digest username="gatekeeper", realm="Restricted area", nonce="dcd98b7102dd2f0e", response="6629fae49393a05397450978507c4ef1"'

const PARTS: readonly (readonly [what: string, header: string, part: string])[] = [
  ['the first cookie', COOKIES, '9f8e7d6c5b4a3210'],
  ['another cookie', COOKIES, 'AbCdEfGh12345678'],
  ['a quoted cookie', COOKIES, 'q8 Zw,Xy7=Ab'],
  ['a cookie after an escaped sign', 'sid=s%3A9f8e7d6c5b4a3210', '9f8e7d6c5b4a3210'],
  ['a signed cookie without its signature', 'sid=s%3A9f8e7d6c5b4a3210.k3JvT0xYb2Fy%2BQ', '9f8e7d6c5b4a3210'],
  ['a cookie of base64', 'sid=YWJjZGVmZ2hpams4OTA=; b=2', 'YWJjZGVmZ2hpams4OTA='],
  ['a parameter', 'Token token="Zx81-AAbbCC-9912", nonce="x"', 'Zx81-AAbbCC-9912'],
  ['a parameter with spaces', 'Token token = "Zx81-AAbbCC-9912"', 'Zx81-AAbbCC-9912'],
  ['a parameter without quotes', 'Token token=Zx81-AAbbCC-9912,nonce=x', 'Zx81-AAbbCC-9912'],
  ['the response of Digest', DIGEST, '6629fae49393a05397450978507c4ef1'],
  ['the nonce of Digest', DIGEST, 'dcd98b7102dd2f0e'],
  [
    'a signature',
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE12345/20260101, Signature=5d672d79c15b13162d92',
    '5d672d79c15b13162d92',
  ],
  ['a key of a credential', 'V4 Credential=AKIDEXAMPLE12345/20260101', 'AKIDEXAMPLE12345'],
  ['what follows a scheme', 'apikey:k-1234567890abcdef', 'k-1234567890abcdef'],
  ['a password', 'deploy:hunter2-Sup3r', 'hunter2-Sup3r'],
  ['a user and a password', 'Basic-Like deploy:hunter2-Sup3r', 'deploy:hunter2-Sup3r'],
  ['a value in JSON', '{"key":"k-1234567890abcdef","n":1}', 'k-1234567890abcdef'],
  ['a value in JSON with spaces', '{ "key" : "correct horse 7 battery" }', 'correct horse 7 battery'],
  ['a value in an escaped JSON', '%7B%22key%22%3A%22k-1234567890abcdef%22%7D', 'k-1234567890abcdef'],
  ['the last of a list', 'k-1234567890abcdef,k-fedcba0987654321', 'k-fedcba0987654321'],
  ['the first of a list', 'k-1234567890abcdef,k-fedcba0987654321', 'k-1234567890abcdef'],
  ['a field of a form', 'grant=x&secret=k-1234567890abcdef&z=1', 'k-1234567890abcdef'],
  ['a query of a URL', 'https://hooks.test/x?key=k-1234567890abcdef', 'k-1234567890abcdef'],
  ['a path of a URL', 'https://hooks.test/services/T0/XXk39fjvmSLw83jf', 'XXk39fjvmSLw83jf'],
  ['a long word', 'auth=correcthorsebattery; a=b', 'correcthorsebattery'],
  ['the signature of a JWT', `Bearer ${JWT}`, 'c2lnbmF0dXJlLXZhbHVlLTEyMzQ1'],
  ['the claims of a JWT', `Bearer ${JWT}`, base64(CLAIMS)],
  ['the decoded claims of a JWT', `Bearer ${JWT}`, CLAIMS],
  ['a claim of a JWT', `Bearer ${JWT}`, 's3cr3t-of-claims'],
  ['a JWT in a cookie', `auth=${JWT}; theme=dark`, 'c2lnbmF0dXJlLXZhbHVlLTEyMzQ1'],
  ['credentials in a cookie', `auth=${btoa('deploy:hunter2-Sup3r')}; a=b`, 'hunter2-Sup3r'],
]

describe('a part of a secret', () => {
  test.each(PARTS)('is hidden: %s', (what, header, part) => {
    const redact = secretRedactorOf([header], ['https://www.shop.test/'])
    expect(redact(`/login?sid=${encodeURIComponent(part)}#top`)).toMatch(
      /^\/login\?sid=.{0,3}\*\*\*.{0,3}#top$/,
    )
    // Each part in a sixth of the notations.
    const some = NOTATIONS.filter((_, index) => index % 6 === what.length % 6)
    const shown = some.filter(({ write }) => runOf(redact(`at ${write(part)} now`), part) !== '')
    expect(shown.map(({ name }) => name)).toEqual([])
  })

  test.each([
    ['cookies', COOKIES, 'sessionid csrftoken csrf.v2 darkmode'],
    ['Digest', DIGEST, 'username gatekeeper response restricted'],
    [
      'JSON',
      '{"accesskey2":"k-1234567890abcdef","environment":"production"}',
      'accesskey2 environment production',
    ],
    [
      'media types',
      'text/html,application/xhtml+xml, application/xml;q=0.9,*/*;q=0.8',
      'application/xml text/html application',
    ],
    ['codings', 'gzip, deflate, br', 'gzip deflate'],
    ['directives', 'no-cache, no-store, max-age=31536000', 'no-cache max-age no-store 31536000'],
    ['connections', 'keep-alive, upgrade', 'keep-alive'],
    ['a day', 'day=20260101; x=2026-01-01', '20260101 2026-01-01'],
    ['a URL', 'next=https://www.shop.test/account; a=b', 'https://www.shop.test/account'],
    ['the URL of the site', 'next=checkout-v2; a=b', 'https://www.shop.test/checkout-v2'],
  ])('stays if it is a key or an ordinary word: %s', (_, header, text) => {
    expect(secretRedactorOf([header], ['https://www.shop.test/checkout-v2'])(`${text} etc.`)).toBe(
      `${text} etc.`,
    )
  })
})
