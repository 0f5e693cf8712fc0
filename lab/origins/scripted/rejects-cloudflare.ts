import { gzipSync } from 'node:zlib'
import { HOME, send, sendHome } from '../server/response.ts'
import type { Visit } from '../server/http1.ts'
import type { OriginEntry } from '../origin.ts'
import { nginxPage } from './content.ts'
import { web } from '../server/http-origin.ts'

/** Serves whoever asks plainly, and not who sends what Cloudflare sends. */
const unless = (
  sentence: string,
  minds: (visit: Visit) => boolean,
  away: (visit: Visit) => void,
): OriginEntry => web(sentence, () => (visit) => (minds(visit) ? away(visit) : sendHome(visit)))

const acceptsEncoding =
  (coding: string) =>
  (visit: Visit): boolean =>
    (visit.headers['accept-encoding'] ?? '').includes(coding)

const damaged = gzipSync(HOME)
damaged.fill(0xff, 12, 20)

/** Origins that answer a plain request, and choke on a field that Cloudflare adds to each. */
export const CHOOSY = {
  'chokes-on-brotli': unless(
    'the application fails with a 500 once it is to compress with brotli',
    acceptsEncoding('br'),
    (visit) => send(visit, nginxPage(500)),
  ),
  'chokes-on-forwarded-proto': unless(
    'the origin crashes on X-Forwarded-Proto, and its connection is reset',
    ({ headers }) => 'x-forwarded-proto' in headers,
    ({ wire }) => {
      wire.resetAndDestroy()
    },
  ),
  'chokes-on-cdn-loop': unless(
    'the origin answers 400 to requests that come by a CDN',
    ({ headers }) => 'cdn-loop' in headers,
    (visit) => send(visit, nginxPage(400)),
  ),
  'gzip-corrupt-when-asked': unless(
    'the page is damaged where it is compressed, and sound where nobody asks for that',
    acceptsEncoding('gzip'),
    (visit) => send(visit, { status: 200, body: damaged, headers: [['Content-Encoding', 'gzip']] }),
  ),
} as const satisfies Readonly<Record<string, OriginEntry>>
