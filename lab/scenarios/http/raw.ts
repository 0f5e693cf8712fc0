import { gzipSync } from 'node:zlib'
import type { OriginDefinition } from '../../origins/index.ts'
import {
  CHUNKED,
  CHUNKS,
  CONTINUE,
  head,
  LENGTH,
  noise,
  page,
  raw,
  rawByByte,
  SIZE,
  withoutCr,
  withStatusLine,
} from '../../origins/scripted/raw.ts'
import { HOME_PAGE } from '../../origins/server/response.ts'
import { HEALTHY, unhealthy, type Expectation, type Scenario } from '../scenario.ts'

/** Raw responses at the limits of RFC 9112: what Cloudflare serves is not an outage, what it refuses is not sound. */

const WARNING: Expectation = { ...HEALTHY, warnings: ['origin-malformed-response'] }

interface Staged {
  readonly id: string
  readonly sentence: string
  readonly origin: OriginDefinition
  readonly curl: Scenario['curl']
}

const staged = (
  { id, sentence, origin, curl }: Staged,
  expected: Expectation,
  more: Partial<Scenario> = {},
): Scenario => ({
  id,
  sentence,
  network: 'loopback',
  setup: { origin },
  inputs: { wait: '0s' },
  curl,
  expected,
  ...more,
})

const GOOD = { edge: 200, direct: 200 } as const

/** Whole, and without a remark. */
const whole = (id: string, sentence: string, origin: OriginDefinition): Scenario =>
  staged({ id: `healthy-raw-${id}`, sentence, origin, curl: GOOD }, HEALTHY, {
    not: ['origin-malformed-response', 'origin-truncated-response'],
  })

/** Served, with a note about what the check could not see. */
const noted = (
  id: string,
  sentence: string,
  origin: OriginDefinition,
  curl: Scenario['curl'],
  says: readonly string[],
): Scenario =>
  staged(
    { id: `healthy-raw-${id}`, sentence, origin, curl },
    { ...HEALTHY, notes: ['origin-truncated-response'], says },
  )

const coded = (coding: string, body: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(head([`Content-Encoding: ${coding}`, `Content-Length: ${body.byteLength}`])),
    body,
  ])

/** Served, with a warning. */
const odd = (
  id: string,
  sentence: string,
  origin: OriginDefinition,
  says: readonly string[],
  direct: Scenario['curl']['direct'] = 200,
): Scenario =>
  staged(
    { id: `healthy-tolerated-raw-${id}`, sentence, origin, curl: { edge: 200, direct } },
    { ...WARNING, says },
    { not: ['origin-truncated-response', 'origin-response-timeout'] },
  )

/** Cloudflare still gets pages from another origin. */
const disputed = (
  id: string,
  sentence: string,
  origin: OriginDefinition,
  direct: Scenario['curl']['direct'],
): Scenario =>
  staged({ id: `healthy-tolerated-disputed-${id}`, sentence, origin, curl: { edge: 200, direct } }, WARNING, {
    setup: { origin, record: 'second', second: 'up' },
    not: ['origin-truncated-response', 'cache-masks-broken-origin', 'origin-locked-to-cloudflare'],
  })

/** Unusable for Cloudflare and for the check. */
const broken = (
  id: string,
  sentence: string,
  origin: OriginDefinition,
  curl: Scenario['curl'],
  expected: Expectation,
): Scenario =>
  staged({ id: `${expected.cause}-raw-${id}`, sentence, origin, curl }, expected, {
    not: ['cloudflare-blocked-by-origin', 'cloudflare-edge-error', 'origin-response-timeout'],
  })

const MALFORMED = unhealthy('origin-malformed-response', 'certain')
const TRUNCATED = unhealthy('origin-truncated-response', 'certain')
const IDENTITY = 'Transfer-Encoding: identity'

export const RAW_RESPONSES: readonly Scenario[] = [
  whole(
    'hints',
    'unrequested 102, 103 and 100 responses precede the page',
    raw(
      'unrequested 102, 103 and 100 responses precede the page',
      'HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n',
      CONTINUE,
      page(LENGTH),
    ),
  ),
  whole(
    'quoted-extension',
    'a chunk extension has a quoted value with a semicolon',
    raw(
      'a chunk extension has a quoted value with a semicolon',
      head([CHUNKED]),
      `${SIZE};a="b;\\"c";d\r\n${HOME_PAGE}\r\n000\r\nX-Sum: 1\r\n\r\n`,
    ),
  ),
  whole(
    'odd-name',
    'a header name has every character that a token may have',
    raw(
      'a header name has every character that a token may have',
      page(LENGTH, "X!#$%&'*+-.^_`|~0: a", 'x-empty:', 'X-High: \u00e9'),
    ),
  ),
  whole(
    'nul-in-body',
    'the body has NUL characters',
    raw('the body has NUL characters', head(['Content-Length: 4']), 'a\0\0b'),
  ),

  whole(
    'compressed-twice',
    'the page is compressed twice, as its header says',
    raw('it compresses its page twice', coded('gzip, gzip', gzipSync(gzipSync(HOME_PAGE)))),
  ),
  noted(
    'unknown-coding',
    'the page has a coding that no browser knows',
    raw('its page has an unknown coding', coded('aws-chunked', Buffer.from(HOME_PAGE))),
    { edge: 'encoding', direct: 'encoding' },
    ['`aws-chunked`', 'could not decode'],
  ),
  noted(
    'long-end',
    'the page has 5 MB, and breaks off after 4.5 MB',
    raw('its page of 5 MB breaks off', head(['Content-Length: 5000000']), HOME_PAGE, noise(4_500_000)),
    { edge: 'partial', direct: 'partial' },
    ['first 4 MB'],
  ),

  odd(
    'identity-before-length',
    'an identity coding precedes the length',
    raw('an identity coding precedes the length', page(IDENTITY, LENGTH)),
    ['Transfer-Encoding'],
  ),
  odd(
    'identity-after-length',
    'an identity coding follows the length',
    raw('an identity coding follows the length', page(LENGTH, IDENTITY)),
    ['both `Content-Length` and `Transfer-Encoding`'],
  ),
  odd(
    'length-plus',
    'a plus precedes the length',
    raw('a plus precedes the length', page(`Content-Length: +${HOME_PAGE.length}`)),
    ['not a valid number'],
  ),
  odd(
    'length-list-twice',
    'the same length comes twice in each of two lines',
    raw(
      'the same length comes twice in each of two lines',
      page(`${LENGTH},${HOME_PAGE.length}`, `${LENGTH} , ${HOME_PAGE.length}`),
    ),
    ['repeats the same `Content-Length`'],
  ),

  disputed(
    'version',
    'the status line of the new origin says HTTP/2.0',
    raw('the status line of the new origin says HTTP/2.0', withStatusLine('HTTP/2.0 200 OK')),
    200,
  ),
  disputed(
    'control',
    'a header of the new origin has a control character',
    raw('a header of the new origin has a control character', page(LENGTH, 'X-A: \x01')),
    200,
  ),
  disputed(
    'name',
    'the name of a header has brackets',
    raw('the name of a header has brackets', page(LENGTH, 'X[a]: b')),
    200,
  ),

  broken(
    'minor-version',
    'the status line says HTTP/1.2',
    raw('the status line says HTTP/1.2', withStatusLine('HTTP/1.2 200 OK')),
    {
      edge: 520,
      direct: 'protocol',
    },
    unhealthy('origin-malformed-response', 'likely'),
  ),
  broken(
    'empty-name',
    'a header has no name',
    raw('a header has no name', page(LENGTH, ': b')),
    { edge: 520, direct: 200 },
    MALFORMED,
  ),
  broken(
    'bare-cr-bytes',
    'a CR divides a header, byte by byte',
    rawByByte('a CR divides a header, byte by byte', page(LENGTH, 'X-A: a\rb')),
    { edge: 520, direct: 200 },
    MALFORMED,
  ),
  broken(
    'huge-length',
    'the length is larger than any page',
    raw('the length is larger than any page', page('Content-Length: 9007199254740993')),
    { edge: 'partial', direct: 'partial' },
    TRUNCATED,
  ),
  broken(
    'identity-short',
    'an identity coding comes with a length, and the page is too short',
    raw(
      'an identity coding comes with a length, and the page is too short',
      page(IDENTITY, 'Content-Length: 5000'),
    ),
    { edge: 'partial', direct: 200 },
    TRUNCATED,
  ),
  broken(
    'last-line',
    'the last chunk lacks its empty line',
    raw('the last chunk lacks its empty line', head([CHUNKED]), CHUNKS.slice(0, -2)),
    {
      edge: 'partial',
      direct: 'partial',
    },
    TRUNCATED,
  ),
  broken(
    'lf-last-line',
    'all lines end with LF, and the last chunk is missing',
    raw(
      'all lines end with LF, and the last chunk is missing',
      withoutCr(head([CHUNKED]) + `${SIZE}\r\n${HOME_PAGE}\r\n`),
    ),
    { edge: 'partial', direct: 'partial' },
    TRUNCATED,
  ),
]
