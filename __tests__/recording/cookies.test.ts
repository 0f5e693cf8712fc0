import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { WireDetails } from '../../src/domain/exchange.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import { withoutCookies } from '../../src/redact/response/cookies.ts'
import { evidenceWith, response, wireDetails } from '../support/evidence.ts'
import { asRecorded, evidenceAsRecorded } from '../support/recorded.ts'

const VALUE = 'k7Qz-93fLm.x2Pd_8e'

interface PlainHead {
  readonly headers?: Readonly<Record<string, string>>
  readonly setCookie?: readonly string[]
}

const withHead = ({ headers = {}, setCookie }: PlainHead, body = '', wire?: WireDetails): unknown => {
  const made = response(500, body, headers)
  if (made.kind !== 'completed') throw new TypeError('A response is complete')
  const head = { ...made.head, ...(setCookie !== undefined && { setCookie: setCookie.map(untrusted) }) }
  return asRecorded({ ...made, head, ...(wire !== undefined && { wire }) })
}

const opening = (text: string): unknown => withHead({}, '', wireDetails(text))

test.each<[string, unknown]>([
  ['a list', withHead({ setCookie: [`sid=${VALUE}; Path=/`, `b=${VALUE}; Secure`] })],
  ['a cookie without a name', withHead({ setCookie: [VALUE, `=${VALUE}`, ` ; ${VALUE}`] })],
  ['a quoted value with a semicolon', withHead({ setCookie: [`a="x;${VALUE}"`, `a=1; Path=${VALUE}`] })],
  ['a name that is a session', withHead({ setCookie: [`${VALUE.repeat(5)}=1`] })],
  ['one header, as in version 1', withHead({ headers: { 'set-cookie': `sid=${VALUE}; Path=/, b=9` } })],
  [
    'headers of other standards',
    withHead({ headers: { 'set-cookie2': `a=${VALUE}`, cookie: `a=${VALUE}` } }),
  ],
  ['a folded line', withHead({ headers: { server: `nginx Set-Cookie: a=${VALUE}; Path=/` } })],
  ['a status line with more', opening(`HTTP/1.1 200 OK Set-Cookie: ${VALUE}`)],
  ['the first bytes of older versions', opening(`HTTP/1.1 200 OK\r\nX: 1\r\nX-Session: ${VALUE}`)],
  ['headers without a status line', opening(`Set-Cookie: sid=${VALUE}; Path=/`)],
  ['a length', withHead({}, '', wireDetails('', { contentLength: [untrusted(`Cookie: ${VALUE}`)] }))],
  ['a page that repeats a cookie', withHead({ setCookie: [`a=${VALUE}`] }, `Your session: ${VALUE}`)],
  ['a page that repeats a quoted cookie', withHead({ setCookie: [`a="${VALUE}"; X`] }, `(${VALUE})`)],
  ['a page that repeats a part of a cookie', withHead({}, `Cookie: a=1; b=user&token=${VALUE}&x`)],
])('a recording has no values of cookies: %s', (_, recorded) => {
  expect(runsIn(JSON.stringify(recorded))).toEqual([])
})

test('a recording has the names of cookies', () => {
  expect(withHead({ setCookie: ['sid=0123abcd; Path=/', '__cfwaitingroom=x', 'b=9'] })).toMatchObject({
    head: { setCookie: ['sid=***', '__cfwaitingroom=***', 'b=***'] },
  })
})

test('cookies that a redirect sets are hidden in the last page', () => {
  const redirect = {
    status: 302,
    from: untrusted('https://www.shop.example/'),
    to: untrusted('https://www.shop.example/home'),
    headers: {},
    setCookie: [untrusted(`sid=${VALUE}`)],
    elapsed: 1,
  } as const
  const page = { ...response(500, `You are ${VALUE}`), redirectChain: { redirects: [redirect] } }
  const evidence = evidenceAsRecorded(evidenceWith({ edge: page }))
  expect(runsIn(JSON.stringify(evidence))).toEqual([])
  expect(JSON.stringify(evidence)).toContain('sid=***')
})

/** How programs print the headers of a request, with the planted cookies `%`. */
const DUMPS = [
  'TRACE / HTTP/1.1\r\nHost: www.shop.example\r\nCookie: %\r\n\r\n',
  'Set-Cookie: %; Path=/; HttpOnly\nX: 1',
  '{"headers":{"Accept":"*/*","Cookie":"%"}}',
  '{"headers": {"cookie": ["%"]}}',
  '{\\"cookie\\":\\"%\\"}',
  "{'Cookie': '%'}",
  '<tr><th>Cookie</th><td class="v">%</td></tr>',
  '<td>HTTP_COOKIE</td>\n<td>%</td>',
  '    [HTTP_COOKIE] => %\n',
  'HTTP_COOKIE=%\n',
  'document.cookie="%; path=/"',
  '<pre>cookie: %</pre>',
  '&quot;cookie&quot;:&quot;%&quot;',
]

test.each(DUMPS)('cookies are hidden in %j', (dump) => {
  for (const cookies of [
    `sid=${VALUE}`,
    `a=1; sid=${VALUE}; b=2`,
    `sid=${VALUE}=; c=${VALUE}`,
    `a=1;sid=${VALUE}`,
  ]) {
    const hidden = withoutCookies(dump.replace('%', cookies))
    expect(runsIn(hidden)).toEqual([])
    expect(hidden).toContain('=***')
  }
})

test.each([
  '{"cookies": {"sid": "%", "b": "%"}}',
  '{"cookies":{"sid":"%"}}',
  `<td class="e">$_COOKIE['sid']</td><td class="v">%</td>`,
  'Set-Cookie: %',
])('values are hidden in %j', (dump) => {
  expect(runsIn(withoutCookies(dump.replaceAll('%', VALUE)))).toEqual([])
})

test.each([
  'Cookies: we use them to personalise content and ads.',
  '<p>This site sets cookies.</p><script>if (document.cookie.indexOf("consent") < 0) show()</script>',
  'Cookie policy: personalised advertisements',
  '<title>Cookies & biscuits: 20 recipes</title>',
])('prose is left alone: %s', (text) => {
  expect(withoutCookies(text)).toBe(text)
})

test('any text takes linear time, and hiding twice changes nothing', () => {
  const piece = fc.constantFrom(
    'cookie',
    'Cookie:',
    '"',
    "'",
    '=',
    '; ',
    ',',
    '{',
    '}',
    '<td>',
    '&quot;',
    'a',
    ' ',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const once = withoutCookies(pieces.join(''))
      expect(withoutCookies(once)).toBe(once)
      withoutCookies(pieces.join('').repeat(500))
    }),
    { numRuns: 200 },
  )
})

/** Runs of 8 characters of the planted value. */
function runsIn(text: string): readonly string[] {
  const runs = Array.from({ length: VALUE.length - 7 }, (_, at) => VALUE.slice(at, at + 8))
  return runs.filter((run) => text.includes(run))
}
