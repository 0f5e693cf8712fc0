import { gzipSync } from 'node:zlib'
import { HOME_PAGE, send, sendHome } from '../server/response.ts'
import type { HttpRequest } from '../server/http1.ts'
import type { OriginDefinition } from '../origin.ts'
import { nginxPage } from './content.ts'
import { httpOrigin } from '../server/http-origin.ts'

/** Serves plain requests, and rejects those that match. */
const rejectsWhen = (
  sentence: string,
  minds: (visit: HttpRequest) => boolean,
  away: (visit: HttpRequest) => void,
): OriginDefinition => httpOrigin(sentence, () => (visit) => (minds(visit) ? away(visit) : sendHome(visit)))

const acceptsEncoding =
  (coding: string) =>
  (visit: HttpRequest): boolean =>
    (visit.headers['accept-encoding'] ?? '').includes(coding)

const damaged = gzipSync(HOME_PAGE)
damaged.fill(0xff, 12, 20)

/** Origins that fail on a header field that Cloudflare adds to every request. */
export const REJECTS_CLOUDFLARE = {
  'chokes-on-brotli': rejectsWhen(
    'the application fails with a 500 once it is to compress with brotli',
    acceptsEncoding('br'),
    (visit) => send(visit, nginxPage(500)),
  ),
  'chokes-on-forwarded-proto': rejectsWhen(
    'the origin crashes on X-Forwarded-Proto, and its connection is reset',
    ({ headers }) => 'x-forwarded-proto' in headers,
    ({ socket }) => {
      socket.resetAndDestroy()
    },
  ),
  'chokes-on-cdn-loop': rejectsWhen(
    'the origin answers 400 to requests that come by a CDN',
    ({ headers }) => 'cdn-loop' in headers,
    (visit) => send(visit, nginxPage(400)),
  ),
  'gzip-corrupt-when-accepted': rejectsWhen(
    'the page is damaged where it is compressed, and sound where nobody asks for that',
    acceptsEncoding('gzip'),
    (visit) => send(visit, { status: 200, body: damaged, headers: [['Content-Encoding', 'gzip']] }),
  ),
} as const satisfies Readonly<Record<string, OriginDefinition>>
