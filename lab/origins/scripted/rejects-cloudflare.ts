import { gzipSync } from 'node:zlib'
import { HOME_PAGE, send, sendHome } from '../server/response.ts'
import type { HttpRequest } from '../server/http1.ts'
import type { OriginDefinition } from '../origin.ts'
import { nginxPage } from './content.ts'
import { httpOrigin } from '../server/http-origin.ts'

/** Serves plain requests, and rejects those that match. */
const rejectsWhen = (
  sentence: string,
  matches: (request: HttpRequest) => boolean,
  reject: (request: HttpRequest) => void,
): OriginDefinition =>
  httpOrigin(sentence, () => (request) => (matches(request) ? reject(request) : sendHome(request)))

const acceptsEncoding =
  (coding: string) =>
  (request: HttpRequest): boolean =>
    (request.headers['accept-encoding'] ?? '').includes(coding)

const CORRUPT_GZIP = gzipSync(HOME_PAGE)
CORRUPT_GZIP.fill(0xff, 12, 20)

/** Origins that fail on a header field that Cloudflare adds to every request. */
export const REJECTS_CLOUDFLARE = {
  'chokes-on-brotli': rejectsWhen(
    'the application returns a 500 when it has to compress with brotli',
    acceptsEncoding('br'),
    (request) => send(request, nginxPage(500)),
  ),
  'chokes-on-forwarded-proto': rejectsWhen(
    'the origin crashes on X-Forwarded-Proto, and the connection is reset',
    ({ headers }) => 'x-forwarded-proto' in headers,
    ({ socket }) => {
      socket.resetAndDestroy()
    },
  ),
  'chokes-on-cdn-loop': rejectsWhen(
    'the origin returns 400 to requests from a CDN',
    ({ headers }) => 'cdn-loop' in headers,
    (request) => send(request, nginxPage(400)),
  ),
  'gzip-corrupt-when-accepted': rejectsWhen(
    'the page is corrupt when compressed, and intact otherwise',
    acceptsEncoding('gzip'),
    (request) => send(request, { status: 200, body: CORRUPT_GZIP, headers: [['Content-Encoding', 'gzip']] }),
  ),
} as const satisfies Readonly<Record<string, OriginDefinition>>
