import type { Exchange } from '../../src/domain/exchange.ts'
import {
  answer,
  bare,
  broken,
  coded,
  dropped,
  elsewhere,
  fromCache,
  nginx,
  plain,
  refused,
  says,
  session,
  silent,
  through,
  told,
  unreachable,
  withHead,
  type Case,
} from '../support/evidence.ts'
import { having } from '../support/trails.ts'

const OK = 'HTTP/1.1 200 OK\r\n'
const KB = 1024
const past = { dns: elsewhere, trace: answer(404) } as const
const cut = broken('transfer', 'closed', { received: 900 })
const overflow = broken('processing', 'protocol', { received: 300 * KB, code: 'UND_ERR_HEADERS_OVERFLOW' })
const over2 = (
  exchange: Exchange,
): { readonly http2: { readonly agreed: true; readonly exchange: Exchange } } => ({
  http2: { agreed: true, exchange },
})
const rst = broken('processing', 'reset', { code: 'RST_STREAM_INTERNAL_ERROR' })
const goaway = broken('processing', 'closed', { code: 'GOAWAY_ENHANCE_YOUR_CALM' })

/** What a server says that ends its lines without CR. */
const sloppy = (status: number): Exchange =>
  says(`HTTP/1.1 ${status} So\n\n`, 'protocol', { headBytes: 18, loose: true })

/** The causes of answers that are none, and of connections that come to nothing. */
export const HTTP_CASES: Readonly<Record<string, readonly Case[]>> = {
  'origin-malformed-response': [
    [
      'only a lenient reader takes it, as Cloudflare is',
      { origin: sloppy(200) },
      'healthy + origin-malformed-response',
    ],
    [
      'the same past a cache',
      { edge: fromCache(), uncached: through(200), origin: sloppy(200) },
      'healthy + origin-malformed-response',
    ],
    [
      'only a lenient reader takes it, and Cloudflare gave a copy',
      { edge: fromCache(), origin: sloppy(200) },
      'unhealthy cache-masks-broken-origin likely',
    ],
    [
      'only a lenient reader takes it, and something is expected in it that nobody could look for',
      {
        edge: having(through(200), { body: 'found' }),
        origin: sloppy(200),
        asked: { expectedBody: { kind: 'text', text: 'shop' } },
      },
      'unhealthy origin-malformed-response likely',
    ],
    ['it is a failure beside', { origin: sloppy(500) }, 'unhealthy origin-malformed-response likely'],
    [
      'Cloudflare, which may put up with it, cannot use it',
      { edge: told(520), origin: sloppy(200) },
      'unhealthy origin-malformed-response likely',
    ],
    [
      'another protocol holds the port',
      { edge: told(520), origin: says('SSH-2.0-OpenSSH_9.2\r\n') },
      'unhealthy origin-malformed-response certain',
    ],
    [
      'a header without a colon',
      {
        edge: told(520),
        origin: says(`${OK}Warning  Undefined variable\r\n`, 'protocol', { headBytes: 60 }),
      },
      'unhealthy origin-malformed-response certain',
    ],
    [
      'two lengths, and Cloudflare brands it',
      { edge: told(502), origin: says(OK, 'protocol', { headBytes: 60, contentLength: ['1', '2'] }) },
      'unhealthy origin-malformed-response likely',
    ],
    [
      'an upgrade that nobody asked for',
      { edge: told(520), origin: says('HTTP/1.1 101 Switching Protocols\r\n\r\n', 'closed') },
      'unhealthy origin-malformed-response certain',
    ],
    [
      'a greeting, and a close',
      { edge: told(520), origin: says('220 mail.shop.example ESMTP', 'closed') },
      'unhealthy origin-malformed-response certain',
    ],
    [
      'past Cloudflare, visitors get the same',
      { ...past, edge: says('HELLO'), origin: says('HELLO') },
      'unhealthy origin-malformed-response likely',
    ],
    [
      'visitors are served all the same',
      { origin: says('HELLO') },
      'unhealthy origin-malformed-response likely',
    ],
    [
      'but not when the port speaks TLS',
      { edge: told(520), origin: says('\u0015\u0003\u0001\u0000\u0002') },
      'unhealthy unexplained possible',
    ],
    [
      'but not when a good head breaks off',
      { edge: told(520), origin: says(`${OK}Server: ngi`, 'closed') },
      'unhealthy origin-truncated-response certain',
    ],
    [
      'but not when there was nothing',
      { edge: told(520), origin: broken('processing', 'closed') },
      'unhealthy origin-empty-response likely',
    ],
  ],
  'origin-headers-too-large': [
    [
      'a little more than Cloudflare takes',
      { edge: told(520), origin: withHead(answer(200), 129 * KB) },
      'unhealthy origin-headers-too-large certain',
    ],
    [
      'more than we read',
      { edge: told(520), origin: overflow },
      'unhealthy origin-headers-too-large certain',
    ],
    [
      'visitors get a copy, and we get more than we read',
      { edge: fromCache(), origin: overflow },
      'unhealthy cache-masks-broken-origin likely',
    ],
    [
      'Cloudflare has just taken it',
      { origin: withHead(answer(200), 129 * KB) },
      'healthy + origin-headers-too-large',
    ],
    [
      'but not when Cloudflare takes it',
      { edge: told(520), origin: withHead(answer(200), 128 * KB) },
      'unhealthy cloudflare-blocked-by-origin possible',
    ],
  ],
  'origin-truncated-response': [
    ['both get half a page', { edge: cut, origin: cut }, 'unhealthy origin-truncated-response certain'],
    [
      'a reset in the middle of the page',
      { edge: cut, origin: broken('transfer', 'reset', { received: 9 }) },
      'unhealthy origin-truncated-response certain',
    ],
    [
      'a chunk of no size',
      { edge: cut, origin: broken('transfer', 'protocol', { received: 9 }) },
      'unhealthy origin-truncated-response certain',
    ],
    [
      'Cloudflare cannot decompress it, and we see why',
      { edge: bare(502), origin: coded('corrupt') },
      'unhealthy origin-truncated-response certain',
    ],
    [
      'the compressed page lacks its end',
      { edge: bare(502), origin: coded('truncated') },
      'unhealthy origin-truncated-response certain',
    ],
    [
      'visitors are served all the same',
      { origin: coded('corrupt') },
      'unhealthy origin-truncated-response likely',
    ],
    [
      'visitors get half a page, and we did not ask',
      { edge: cut, origin: undefined },
      'unhealthy origin-truncated-response likely',
    ],
    [
      'visitors get half a page, we get a whole one',
      { edge: cut },
      'unhealthy origin-truncated-response possible',
    ],
    [
      'visitors get a page that does not decompress',
      { edge: coded('corrupt'), origin: undefined },
      'unhealthy origin-truncated-response likely',
    ],
    ['but not when it was too long to check', { origin: coded('unchecked') }, 'healthy'],
    [
      'but not when it decompresses',
      { edge: bare(502), origin: coded('sound') },
      'unhealthy cloudflare-edge-error likely',
    ],
    [
      'but not when the end is still awaited',
      { edge: broken('transfer', 'timeout'), origin: broken('transfer', 'timeout') },
      'unhealthy origin-response-timeout likely',
    ],
  ],
  'origin-http2-broken': [
    ['the stream is reset', { edge: told(520), recheck: over2(rst) }, 'unhealthy origin-http2-broken likely'],
    [
      'the connection is ended',
      { edge: told(520), recheck: over2(goaway) },
      'unhealthy origin-http2-broken likely',
    ],
    ['Cloudflare says 502', { edge: told(502), recheck: over2(rst) }, 'unhealthy origin-http2-broken likely'],
    [
      'the server politely asks for HTTP/1.1',
      {
        edge: told(520),
        recheck: over2(broken('processing', 'reset', { code: 'RST_STREAM_HTTP_1_1_REQUIRED' })),
      },
      'unhealthy origin-http2-broken likely',
    ],
    [
      'nobody is answered over HTTP/2',
      { edge: told(524), recheck: over2(silent) },
      'unhealthy origin-http2-broken likely',
    ],
    [
      'the page is cancelled in its middle',
      { edge: cut, recheck: over2(broken('transfer', 'reset', { code: 'RST_STREAM_CANCEL' })) },
      'unhealthy origin-http2-broken likely',
    ],
    [
      'but not when the server does not offer it',
      { edge: told(520), recheck: { http2: { agreed: false } } },
      'unhealthy cloudflare-blocked-by-origin possible',
    ],
    [
      'but not when it works',
      { edge: told(520), recheck: over2(answer(200)) },
      'unhealthy cloudflare-blocked-by-origin possible',
    ],
    [
      'but not when no connection came about the second time',
      { edge: told(520), recheck: over2(refused) },
      'unhealthy cloudflare-blocked-by-origin possible',
    ],
    [
      'but not when HTTP/1.1 fails too',
      { edge: told(502), origin: nginx(502), recheck: over2(rst) },
      'unhealthy origin-app-down certain',
    ],
  ],
  'origin-reset': [
    [
      'Cloudflare gets nothing it can use, we are reset',
      { edge: told(520), origin: broken('processing', 'reset', { tls: session() }) },
      'unhealthy origin-reset likely',
    ],
    [
      'in the middle of the headers',
      { edge: told(520), origin: says(`${OK}Server: ngi`, 'reset') },
      'unhealthy origin-reset likely',
    ],
    [
      'Cloudflare says 522',
      { edge: told(522), origin: broken('processing', 'reset') },
      'unhealthy origin-reset likely',
    ],
    [
      'past Cloudflare, nobody gets anything',
      { ...past, edge: broken('processing', 'reset'), origin: broken('processing', 'reset') },
      'unhealthy origin-reset likely',
    ],
    [
      'visitors are served all the same',
      { origin: broken('processing', 'reset') },
      'unhealthy origin-reset likely',
    ],
    [
      'only the second request of a connection',
      { edge: told(520), recheck: { keepAlive: { reused: true, exchange: broken('processing', 'reset') } } },
      'unhealthy origin-reset likely',
    ],
    [
      'but not when the second request is answered',
      { edge: told(520), recheck: { keepAlive: { reused: true, exchange: answer(200) } } },
      'unhealthy cloudflare-blocked-by-origin possible',
    ],
    [
      'but not when the origin says that it closes',
      { edge: told(520), recheck: { keepAlive: { reused: false } } },
      'unhealthy cloudflare-blocked-by-origin possible',
    ],
    [
      'but not behind TLS 1.3, where a demanded client certificate looks the same',
      { origin: broken('processing', 'reset', { tls: session() }) },
      'healthy ~ origin-locked-to-cloudflare',
    ],
    [
      'but not when it was never accepted',
      { edge: told(521), origin: refused },
      'unhealthy origin-refused certain',
    ],
    [
      'but not after a whole head',
      { edge: cut, origin: broken('transfer', 'reset', { received: 9 }) },
      'unhealthy origin-truncated-response certain',
    ],
  ],
  'origin-unreachable': [
    [
      'nobody finds a route',
      { edge: told(523), origin: unreachable },
      'unhealthy origin-unreachable certain',
    ],
    [
      'Cloudflare finds none, and we did not ask',
      { edge: told(523), origin: undefined },
      'unhealthy origin-unreachable likely',
    ],
    ['Cloudflare finds none, we do', { edge: told(523) }, 'unhealthy origin-unreachable likely'],
    [
      'we find none, Cloudflare is dropped',
      { edge: told(522), origin: unreachable },
      'unhealthy origin-unreachable possible',
    ],
    [
      'one of two origins, and the other answers',
      { origin: [answer(200), unreachable] },
      'healthy + origin-unreachable',
    ],
    ['but not when visitors are served', { origin: unreachable }, 'healthy ~ origin-locked-to-cloudflare'],
    [
      'but not when it is silent',
      { edge: told(522), origin: dropped },
      'unhealthy origin-connect-timeout likely',
    ],
    [
      'but not when this runner finds no way anywhere',
      { edge: unreachable, trace: unreachable, origin: unreachable },
      'inconclusive runner-offline likely',
    ],
  ],
}

/** What an origin answers that fails with what only Cloudflare sends, and what is said of it. */
export const CHOKES: readonly (readonly [name: string, edge: Exchange, origin: Exchange, cause: string])[] = [
  ['answers 500', through(500), plain(500), 'origin-app-error'],
  ['answers 400', through(400), plain(400), 'unexpected-status'],
  ['resets', told(520), broken('processing', 'reset'), 'origin-reset'],
  ['hangs up', told(520), broken('processing', 'closed'), 'origin-empty-response'],
  ['compresses badly', bare(502), coded('corrupt'), 'origin-truncated-response'],
  ['answers in garbage', told(520), says('HELLO'), 'origin-malformed-response'],
]
