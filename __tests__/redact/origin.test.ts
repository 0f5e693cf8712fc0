import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { addressBytes } from '../../src/redact/address.ts'
import { clean } from '../../src/redact/visible.ts'
import { redactNothing, redactorOf } from '../../src/redact/redact.ts'

const hex = (value: number, width = 1): string => value.toString(16).padStart(width, '0')

/** Addresses whose first octet is not 0: those are never an origin. */
const quad = fc.tuple(fc.integer({ min: 1, max: 223 }), fc.nat(255), fc.nat(255), fc.nat(255))
type Quad = readonly [number, number, number, number]

const integerOf = (octets: Quad): number => octets.reduce((sum, octet) => sum * 256 + octet, 0)

function spellingsOfQuad(octets: Quad): readonly string[] {
  const [a, b, c, d] = octets
  const reversed = octets.toReversed()
  const whole = hex(integerOf(octets), 8)
  return [
    octets.join('.'),
    `ip-${octets.join('-')}`,
    `ip_${octets.join('_')}.example.net`,
    octets.join('[.]'),
    octets.join('%2E'),
    octets.map((octet) => String(octet).padStart(3, '0')).join('.'),
    octets.map((octet) => `0${octet.toString(8)}`).join('.'),
    octets.map((octet) => `0x${hex(octet)}`).join('.'),
    octets.map((octet) => String(octet).padStart(3, '0')).join(''),
    `${reversed.join('.')}.in-addr.arpa`,
    `${reversed.join('-')}.pool.example.net`,
    String(integerOf(octets)),
    `0x${whole}`,
    `0X${whole.toUpperCase()}`,
    `h${whole}.example.net`.replace('h', 'host-'),
    `::ffff:${octets.join('.')}`,
    `[::FFFF:${whole.slice(0, 4)}:${whole.slice(4)}]:443`,
    `0:0:0:0:0:ffff:${whole.slice(0, 4)}:${whole.slice(4)}`,
    `64:ff9b::${octets.join('.')}`,
    `2002:${whole.slice(0, 4)}:${whole.slice(4)}::1`,
    `https://${octets.join('.')}:8443/login`,
    ...(c * 256 + d >= 256 ? [`${a}.${b}.${c * 256 + d}`] : []),
  ]
}

const groups = fc
  .tuple(
    fc.integer({ min: 0x2000, max: 0x3fff }),
    fc.array(fc.oneof(fc.constant(0), fc.nat(0xffff)), { minLength: 7, maxLength: 7 }),
  )
  .map(([first, rest]) => [first].concat(rest))

/** As RFC 5952 wants it: the URL standard spells so. */
function compressed(groups: readonly number[]): string {
  return new URL(`http://[${groups.map((group) => hex(group)).join(':')}]/`).hostname.slice(1, -1)
}

function spellingsOfSextets(groups: readonly number[]): readonly string[] {
  const full = groups.map((group) => hex(group, 4))
  const short = compressed(groups)
  const nibbles = full.join('').split('')
  const tail = groups.slice(6).flatMap((group) => [group >> 8, group & 0xff])
  return [
    full.join(':'),
    full.join(':').toUpperCase(),
    groups.map((group) => hex(group)).join(':'),
    short,
    short.toUpperCase(),
    `[${short}]`,
    `https://[${short}]:8443/`,
    `fe ${short}%eth0`,
    encodeURIComponent(short),
    `${full.slice(0, 6).join(':')}:${tail.join('.')}`,
    `${nibbles.toReversed().join('.')}.ip6.arpa`,
    nibbles.join(''),
    `host-${full.join('-')}.example.net`,
    `${short.replaceAll(':', '-')}.sslip.io`,
    `at ${short}.`,
    `addr:${short}`,
  ]
}

/** Whatever reads addresses finds none that is the secret: the digits are gone. */
function gone(redacted: string, spelling: string): boolean {
  return redacted.includes('$ORIGIN') && !redacted.includes(spelling)
}

describe('an origin address', () => {
  test('is replaced in every notation of IPv4', () => {
    fc.assert(
      fc.property(
        quad,
        fc.constantFrom(
          '',
          'at ',
          'via=',
          '"',
          '?at=%20',
          'me%40',
          'https%3A%2F%2F',
          'a%2520',
          '%2F',
          '%C3%BC',
        ),
        fc.constantFrom('', '.', ' up', '"', '%20', '%2Fa', '%26b'),
        (octets, before, after) => {
          const redact = redactorOf([octets.join('.')])
          for (const spelling of spellingsOfQuad(octets)) {
            expect([spelling, gone(redact(before + spelling + after), spelling)]).toEqual([spelling, true])
          }
        },
      ),
    )
  })

  test('is replaced in every notation of IPv6', () => {
    fc.assert(
      fc.property(groups, (groups) => {
        const redact = redactorOf([compressed(groups)])
        for (const spelling of spellingsOfSextets(groups)) {
          expect([spelling, gone(redact(spelling), spelling)]).toEqual([spelling, true])
          expect([spelling, gone(redact(`me%40${spelling}%2Fa`), spelling)]).toEqual([spelling, true])
        }
      }),
    )
  })

  test('is replaced however the input spells it', () => {
    for (const target of ['[2001:db8::a]', '2001:DB8:0:0::A', '2001:db8::a%eth0']) {
      expect(redactorOf([target])('to 2001:db8::a now')).toBe('to $ORIGIN now')
    }
    expect(redactorOf(['::ffff:203.0.113.10'])('to 203.0.113.10')).toBe('to $ORIGIN')
  })

  test.each([
    ['connect ECONNREFUSED 203.0.113.10:443', 'connect ECONNREFUSED $ORIGIN:443'],
    ['Location: https://203.0.113.10/', 'Location: https://$ORIGIN/'],
    ['203.0.113.10, 203.0.113.11', '$ORIGIN, 203.0.113.11'],
    ['10.113.0.203.in-addr.arpa', '$ORIGIN.in-addr.arpa'],
  ])('is replaced without the text around it: %s', (text, redacted) => {
    expect(redactorOf(['203.0.113.10'])(text)).toBe(redacted)
  })
})

test.each([
  ['203.0.113.10', '203.0.113.10'],
  ['203.0.113.255', '203.0.113.255'],
  ['203.000.113.010', '203.0.113.10'],
  ['203.0.113.256', undefined],
  ['256.0.113.1', undefined],
  ['203.0.113', undefined],
  ['x203.0.113.10', undefined],
  ['203.0.113.10x', undefined],
  ['1:2:3:4:5:6:7:8', '0.1.0.2.0.3.0.4.0.5.0.6.0.7.0.8'],
  ['[1:2:3:4:5:6:7:ABcd]', '0.1.0.2.0.3.0.4.0.5.0.6.0.7.171.205'],
  ['1:2:3:4:5:6:1.2.3.4', '0.1.0.2.0.3.0.4.0.5.0.6.1.2.3.4'],
  ['1:2:3:4:5:6::8', '0.1.0.2.0.3.0.4.0.5.0.6.0.0.0.8'],
  ['1:2:3:4:5:6:7::', '0.1.0.2.0.3.0.4.0.5.0.6.0.7.0.0'],
  ['::2:3:4:5:6:7:8', '0.0.0.2.0.3.0.4.0.5.0.6.0.7.0.8'],
  ['::', '0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0'],
  ['fe80::1%eth0%1', '254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1'],
  ['::ffff:203.0.113.10', '203.0.113.10'],
  ['0:0:0:0:0:FFFF:cb00:710a', '203.0.113.10'],
  ['::fffe:203.0.113.10', '0.0.0.0.0.0.0.0.0.0.255.254.203.0.113.10'],
  ['::1:ffff:203.0.113.10', '0.0.0.0.0.0.0.0.0.1.255.255.203.0.113.10'],
  ['1:2:3:4:5:6:7', undefined],
  ['1:2:3:4:5:6:7:8:9', undefined],
  ['1:2:3:4:5:6:7:1.2.3.4', undefined],
  ['1:2:3:4::5:6:7:8', undefined],
  ['::1:2:3:4:5:6:7:8', undefined],
  ['1::2::3', undefined],
  ['::12345', undefined],
  ['::g', undefined],
  ['::0x1', undefined],
  ['::1.2.3.4:5', undefined],
  ['::1.2.3.256', undefined],
  ['1:2:3:4:5:6:7:', undefined],
])('%s is the address %s', (text, bytes) => {
  expect(addressBytes(text)?.join('.')).toBe(bytes)
})

describe('other text', () => {
  test('other IPv4 addresses stay', () => {
    fc.assert(
      fc.property(quad, quad, (secret, other) => {
        fc.pre(secret.join('.') !== other.join('.'))
        const text = `from ${other.join('.')}:443 and https://${other.join('.')}/.`
        expect(redactorOf([secret.join('.')])(text)).toBe(text)
      }),
    )
  })

  test('neighbors of the same length stay', () => {
    const text = '203.0.113.1 203.0.113.100 1203.0.113.10 20.30.113.10 10.113.0.203 0xcb00710b 3405803787'
    expect(redactorOf(['203.0.113.10'])(text)).toBe(text)
  })

  test('other IPv6 addresses stay', () => {
    fc.assert(
      fc.property(groups, groups, (secret, other) => {
        fc.pre(compressed(secret) !== compressed(other))
        const text = `from [${compressed(other)}]:443`
        expect(redactorOf([compressed(secret)])(text)).toBe(text)
      }),
    )
    expect(redactorOf(['::1'])('fe80::1 ::2')).toBe('fe80::1 ::2')
  })

  test('times, dates, versions, Ray IDs and fingerprints stay', () => {
    const text =
      '14:03:07 2026-11-23 nginx/1.22.1 8f2a1c0d9e7b6543-SJC AA:BB:CC:DD:EE:FF 10.5 ms f81d4fae-7dec-11d0-a765-00a0c91e6bf6'
    expect(redactorOf(['203.0.113.10', '10.0.0.5', '2001:db8::1'])(text)).toBe(text)
  })
})

describe('a name of the origin', () => {
  const redact = redactorOf(['Origin.example.net.'], ['www.example.com'])

  test.each([
    ['origin.example.net', '$ORIGIN'],
    ['ORIGIN.Example.NET.', '$ORIGIN.'],
    ['https://origin.example.net:8443/x', 'https://$ORIGIN:8443/x'],
    ['CN=a.origin.example.net, DNS:*.origin.example.net', 'CN=$ORIGIN, DNS:$ORIGIN'],
    ['root@origin.example.net', 'root@$ORIGIN'],
    ['myorigin.example.net example.net', 'myorigin.example.net example.net'],
  ])('%s', (text, redacted) => {
    expect(redact(text)).toBe(redacted)
  })

  test('is replaced in its international form', () => {
    expect(redactorOf(['xn--rsprung-m2a.example'])('ürsprung.example')).toBe('$ORIGIN')
  })

  test('stays if it is public', () => {
    expect(redactorOf(['www.example.com'], ['www.example.com'])('www.example.com')).toBe('www.example.com')
    expect(redactorOf(['example.com'], ['www.example.com'])('www.example.com on example.com')).toBe(
      'www.example.com on $ORIGIN',
    )
    expect(redactorOf(['127.0.0.1'], ['127.0.0.1'])('http://127.0.0.1:8080')).toBe('http://127.0.0.1:8080')
  })

  test('that is an ordinary word is replaced only in the position of a host', () => {
    expect(redactorOf(['nginx'])('nginx answers at http://nginx/ and nginx:8080')).toBe(
      'nginx answers at http://$ORIGIN/ and $ORIGIN:8080',
    )
  })
})

test('without an origin nothing is replaced', () => {
  expect(redactorOf([])).toBe(redactNothing)
  expect(redactNothing('203.0.113.10')).toBe('203.0.113.10')
})

// Backtracking over any of these would outlast the time that a test has.
test.each(['a.', '1.', 'a:', 'ab-', '0', 'f', '%3a', '[', 'cb00710a', 'QUJD'])(
  'a long text of %s is searched to its end',
  (piece) => {
    const redact = redactorOf(['203.0.113.10', '2001:db8::1', 'origin.example.net'])
    const text = piece.repeat(30_000)
    expect(redact(text)).toBe(text)
  },
)

describe('unusual notations of the origin', () => {
  const redact = redactorOf(['203.0.113.10', 'origin.internal.example'], ['www.internal.example'])

  test.each([
    'cb.00.71.0a',
    'CB:00:71:0A',
    'cb-00-71-0a',
    '203:0:113:10',
    '203/0/113/10',
    '203,0,113,10',
    '203+0+113+10',
    '203 .0.113.10',
    String.raw`203\.0\.113\.10`,
    '203(.)0(.)113(.)10',
    '203%252e0%252e113%252e10',
    'lb_origin.internal.example_443',
    'origin.internal.example-443',
    'k8s-origin.internal.example',
    'origin-internal-example',
    'origin%2einternal%2eexample',
    'origin[.]internal[.]example',
  ])('%s', (spelling) => {
    expect(redact(`Server: ${spelling} here`)).not.toContain(spelling)
    expect(redact(`Server: ${spelling} here`)).toContain('$ORIGIN')
  })

  test.each(['203.0.113.11', '10:20:30:40', 'www.internal.example', 'myorigin.internal.examples', '1.2.3'])(
    'not %s',
    (text) => {
      expect(redact(text)).toBe(text)
    },
  )

  test.each(['２０３.０.１１３.１０', '2\u{fe0f}03.0.113.10'])('%s, which only looks like it', (text) => {
    expect(redact(clean(text))).toBe('$ORIGIN')
  })
})
