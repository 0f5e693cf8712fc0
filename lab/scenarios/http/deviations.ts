import type { OriginKind } from '../../origins/index.ts'
import { HEALTHY, unhealthy, type Expectation, type Scenario } from '../scenario.ts'

/** Responses that deviate from RFC 9112, and what visitors get from Cloudflare. */

const WARNING: Expectation = { ...HEALTHY, warnings: ['origin-malformed-response'] }

/** A failed check is not repeated. */
const ONCE = { wait: '0s' } as const

/** The site works, and nothing is reported. */
const healthy = (id: string, sentence: string, origin: OriginKind): Scenario => ({
  id: `healthy-${id}`,
  sentence,
  setup: { origin },
  curl: { edge: 200, direct: 200 },
  expected: HEALTHY,
  not: ['origin-malformed-response', 'origin-truncated-response'],
})

/** The site works, and other clients may not accept its responses. */
const tolerated = (
  id: string,
  sentence: string,
  origin: OriginKind,
  direct: 200 | 'protocol' = 200,
): Scenario => ({
  id: `healthy-tolerated-${id}`,
  sentence,
  setup: { origin },
  curl: { edge: 200, direct },
  expected: WARNING,
  not: ['origin-truncated-response', 'origin-locked-to-cloudflare', 'cache-masks-broken-origin'],
})

/** Cloudflare cannot use the response. */
const rejected = (id: string, sentence: string, origin: OriginKind, direct: 200 | 'protocol'): Scenario => ({
  id: `origin-malformed-response-${id}`,
  sentence,
  setup: { origin },
  inputs: ONCE,
  curl: { edge: 520, direct },
  expected: unhealthy('origin-malformed-response', 'certain'),
  not: ['cloudflare-blocked-by-origin', 'origin-empty-response', 'origin-truncated-response'],
})

/** Visitors get an incomplete page. */
const cutOff = (
  id: string,
  sentence: string,
  origin: OriginKind,
  { edge = 'partial', direct }: Partial<Scenario['curl']> & Pick<Scenario['curl'], 'direct'>,
): Scenario => ({
  id: `origin-truncated-response-${id}`,
  sentence,
  setup: { origin },
  inputs: ONCE,
  curl: { edge, direct },
  expected: unhealthy('origin-truncated-response', 'certain'),
  not: ['origin-malformed-response', 'origin-empty-response', 'origin-reset', 'cloudflare-edge-error'],
})

export const HTTP_DEVIATIONS: readonly Scenario[] = [
  healthy('length-space', 'a space follows the length', 'length-trailing-space'),
  healthy('length-tab', 'a tab follows the length', 'length-trailing-tab'),
  healthy('length-blanks', 'blanks surround the length', 'length-many-blanks'),
  healthy('continue', 'an unrequested 100 Continue precedes the page', 'continue-then-page'),
  healthy('continue-twice', 'two unrequested 100 Continue responses precede the page', 'continue-twice'),
  healthy('continue-fields', 'an unrequested 100 Continue has headers', 'continue-with-fields'),
  healthy('continue-bytes', 'a 100 Continue and the page arrive byte by byte', 'continue-byte-by-byte'),
  healthy('chunk-extensions', 'the chunks have valid extensions', 'chunk-extensions'),
  healthy('trailer', 'the trailer section has a checksum', 'trailer-valid'),
  healthy('http-1.0', 'the origin uses HTTP/1.0', 'http-1.0'),
  healthy('until-close', 'the page has no length and ends with the connection', 'until-close'),
  healthy('long-page', 'the page has 355 KB', 'long-page'),
  healthy('long-gzip', 'the compressed page has 150 KB', 'long-gzip'),

  tolerated('chunks-and-length', 'a wrong length comes with the chunks', 'length-and-chunked'),
  tolerated('chunks-before-length', 'a length follows `chunked`', 'length-after-chunked'),
  tolerated('chunks-length', 'the length of the chunked body comes with the chunks', 'length-of-chunks'),
  tolerated('colon-space', 'a space precedes the colon of a header', 'space-before-colon'),
  tolerated('colon-tab', 'a tab precedes the colon of a header', 'tab-before-colon'),
  tolerated('colon-length', 'a space precedes the colon of the length', 'space-before-length'),
  tolerated('name-utf8', 'the name of a header is not ASCII', 'header-name-utf8'),
  tolerated('chunk-blank', 'a blank follows the size of each chunk', 'chunk-blank-after-size'),
  tolerated('chunk-extension-blank', 'a blank precedes a chunk extension', 'chunk-blank-before-extension'),
  tolerated('chunk-extension-empty', 'the extension of a chunk is empty', 'chunk-empty-extension'),
  tolerated('trailer-length', 'the trailer section has a length', 'trailer-length'),
  tolerated('trailer-cookie', 'the trailer section sets a cookie', 'trailer-cookie'),
  tolerated('length-twice', 'the same length comes twice', 'length-twice'),
  tolerated('length-list', 'the same length comes twice in one line', 'length-list'),
  tolerated('length-three-times', 'the same length comes three times', 'length-three-times'),
  tolerated('length-parts', 'a space divides the length', 'length-inner-space'),
  tolerated('length-word', 'the length is a word', 'length-word', 'protocol'),
  tolerated('length-negative', 'the length is negative', 'negative-length', 'protocol'),
  tolerated('lf', 'all lines end with LF', 'lf-only'),
  tolerated('lf-bytes', 'all lines end with LF and arrive byte by byte', 'lf-only-byte-by-byte'),
  tolerated('lf-chunks', 'all lines end with LF, including chunk lines', 'lf-only-chunked'),
  tolerated('lf-once', 'one header line ends with LF', 'lf-only-once'),
  tolerated('fold', 'a header continues on the next line', 'folded-header'),
  tolerated('fold-tab', 'a header continues on the next line after a tab', 'folded-tab'),
  tolerated('fold-bytes', 'a header continues on the next line, byte by byte', 'folded-byte-by-byte'),
  tolerated('empty-line', 'an empty line precedes the status line', 'empty-line-first', 'protocol'),
  tolerated('chunked-twice', '`chunked` comes twice', 'chunked-twice'),
  tolerated('chunked-list', '`chunked` comes twice in one line', 'chunked-list'),
  tolerated('identity', 'an obsolete coding precedes `chunked`', 'identity-chunked'),
  {
    ...tolerated('lf-expected', 'all lines end with LF, and the page has the expected text', 'lf-only'),
    inputs: { 'expected-body': 'Welcome to the shop', 'expected-header': 'Content-Type: text/html' },
  },
  {
    ...tolerated(
      'without-cloudflare',
      'the name points to the origin, which repeats its length',
      'length-twice',
    ),
    setup: { resolvesTo: 'origin', origin: 'length-twice' },
    expected: { ...HEALTHY, warnings: ['dns-not-proxied', 'origin-malformed-response'] },
  },
  {
    ...rejected('tolerated-by-most', 'all lines end with LF, and Cloudflare shows 520', 'lf-only', 200),
    setup: { origin: 'lf-only', edgeBehavior: 'error-520' },
    expected: unhealthy('origin-malformed-response', 'likely'),
  },
  {
    ...rejected(
      'only-certain-for-some',
      'a length comes with chunks, and Cloudflare shows 502',
      'length-and-chunked',
      200,
    ),
    setup: { origin: 'length-and-chunked', edgeBehavior: 'bare-502' },
    curl: { edge: 502, direct: 200 },
    expected: unhealthy('origin-malformed-response', 'likely'),
  },
  {
    ...rejected(
      'not-after-a-blank',
      'a space follows the length, and Cloudflare shows 520',
      'length-trailing-space',
      200,
    ),
    id: 'cloudflare-blocked-by-origin-length-space',
    setup: { origin: 'length-trailing-space', edgeBehavior: 'error-520' },
    expected: unhealthy('cloudflare-blocked-by-origin', 'possible'),
    not: ['origin-malformed-response', 'origin-truncated-response'],
  },

  rejected('version-2.0', 'the status line says HTTP/2.0', 'version-2.0', 200),
  rejected('version-0.9', 'the status line says HTTP/0.9', 'version-0.9', 'protocol'),
  rejected('version-7.3', 'the status line says HTTP/7.3', 'bad-version', 'protocol'),
  rejected('rtsp', 'the status line says RTSP/1.0', 'version-rtsp', 'protocol'),
  rejected('reason-nul', 'the reason of the status line contains a NUL', 'reason-nul', 'protocol'),
  rejected('reason-escape', 'the status line contains a control character', 'reason-escape', 200),
  rejected('indented', 'the first header is indented', 'indented-first-header', 'protocol'),
  rejected('bare-cr', 'a header contains a CR', 'header-bare-cr', 200),
  rejected('name-spaces', 'the name of a header has spaces', 'bad-header-name', 200),
  rejected('lengths-differ', 'two lengths in one line differ', 'lengths-list-differ', 200),

  cutOff('lf', 'all lines end with LF, and the page is too short', 'lf-only-short-body', {
    direct: 'partial',
  }),
  cutOff('lf-bad-chunk', 'all lines end with LF, and a chunk has no size', 'lf-only-bad-chunk', {
    direct: 'reset',
  }),
  cutOff(
    'lf-in-head',
    'the origin closes in the middle of its header lines, which end with LF',
    'lf-only-in-head',
    {
      edge: 520,
      direct: 200,
    },
  ),
  cutOff('long', 'the page has 200 KB of its 355 KB', 'long-page-short', { direct: 'partial' }),
  cutOff('long-bad-chunk', 'the size of a chunk after 200 KB is not a number', 'long-chunks-bad', {
    direct: 'reset',
  }),
  cutOff('gzip-damaged-late', 'the compressed page is damaged after 100 KB', 'long-gzip-corrupt', {
    edge: 502,
    direct: 'encoding',
  }),
  cutOff('gzip-cut-late', 'the compressed page lacks its last 10 KB', 'long-gzip-cut', {
    edge: 502,
    direct: 200,
  }),
  cutOff('until-close', 'a page without a length ends with a reset', 'until-close-reset', {
    direct: 'reset',
  }),
  cutOff('until-close-late', 'a page without a length is reset after 200 KB', 'until-close-reset-late', {
    direct: 'reset',
  }),
  cutOff('until-close-1.0', 'an HTTP/1.0 page ends with a reset', 'until-close-reset-1.0', {
    direct: 'reset',
  }),
  cutOff('chunk-longer', 'a chunk is longer than its size', 'chunk-longer', { direct: 'reset' }),
  cutOff('length-and-bad-chunk', 'a length comes with an invalid chunk', 'length-and-bad-chunk', {
    direct: 'reset',
  }),
  {
    id: 'origin-overloaded-after-continue',
    sentence: 'an unrequested 100 Continue precedes a 503',
    setup: { origin: 'continue-then-503' },
    inputs: ONCE,
    curl: { edge: 503, direct: 503 },
    expected: unhealthy('origin-overloaded'),
    not: ['origin-malformed-response', 'origin-truncated-response'],
  },
  {
    id: 'origin-overloaded-lf',
    sentence: 'all lines of a 503 end with LF',
    setup: { origin: 'lf-only-503' },
    inputs: ONCE,
    curl: { edge: 503, direct: 503 },
    expected: unhealthy('origin-overloaded'),
    not: ['origin-malformed-response', 'origin-truncated-response'],
  },
]
