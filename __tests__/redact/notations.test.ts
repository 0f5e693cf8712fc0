import { expect, test } from '@jest/globals'
import { redactorFor } from '../../src/redact/redact.ts'
import {
  IPV4_NOTATIONS,
  IPV6_NOTATIONS,
  NAME_NOTATIONS,
  NOTATIONS,
  type Notation,
} from './support/notations.ts'
import { runOf } from './support/reading.ts'

const VALUES: readonly (readonly [what: string, value: string, own: readonly Notation[]])[] = [
  ['an IPv4 address', '203.0.113.10', IPV4_NOTATIONS],
  ['another IPv4 address', '198.51.100.237', IPV4_NOTATIONS],
  ['an IPv6 address', '2001:db8:85a3::8a2e:370:7334', IPV6_NOTATIONS],
  ['a short IPv6 address', '2001:db8:1::a', IPV6_NOTATIONS],
  ['a name', 'lb-7.origin.internal.example', NAME_NOTATIONS],
  ['an international name', 'ürsprung-süd.beispiel.internal', NAME_NOTATIONS],
  ['a name in Chinese', '服务器.例子.internal', NAME_NOTATIONS],
  ['a secret', 's3cret-Value/42.xyz', []],
  ['a secret with signs', "p@ss:w0rd+&<%>'=_{}~", []],
  [
    'a long secret',
    `eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiIxMjM0NTY3ODkwIn0'.repeat(9)}.dozjgNryP4J3jVmNHl0w`,
    [],
  ],
]

/** Where a site may put it. */
type Place = readonly [where: string, write: (text: string) => string]

const PLACES: readonly [Place, ...Place[]] = [
  ['a header', (text) => text],
  ['a header field', (text) => `backend="${text}"; id=7`],
  ['a URL', (text) => `https://www.shop.test/login?next=${text}&lang=en`],
  ['a path', (text) => `/a/${text}/b`],
  ['a page', (text) => `<html>\n  <p>Upstream ${text}, try again &amp; again</p>\n</html>`],
  ['JSON', (text) => `{"error":"cannot connect","upstream":"${text}"}`],
  ['a certificate', (text) => `CN=${text}, O=Shop, DNS:${text}`],
]

const redact = redactorFor({
  hosts: VALUES.slice(0, 7).map(([, value]) => value),
  shownHosts: ['www.shop.test'],
  secrets: VALUES.slice(7).map(([, value]) => value),
  shownTexts: ['https://www.shop.test/login'],
})

test.each(VALUES)('%s is hidden in every notation and place', (_, value, own) => {
  const shown = [...own, ...NOTATIONS].flatMap(({ name, write }, index) => {
    const written = write(value)
    // Each notation in two of the places.
    return [index, index * 3 + 1].flatMap((choice) => {
      const [where, place] = PLACES[choice % PLACES.length] ?? PLACES[0]
      const redacted = redact(place(written))
      const isHidden = redacted !== place(written) && runOf(redacted, value) === ''
      return isHidden ? [] : [{ name, where, redacted }]
    })
  })
  expect(shown).toEqual([])
})

test('the decoders of these tests read every notation', () => {
  const unread = VALUES.flatMap(([what, value]) =>
    NOTATIONS.filter(({ write }) => runOf(write(value), value) === '').map(({ name }) => `${what}: ${name}`),
  )
  expect(unread).toEqual([])
})
