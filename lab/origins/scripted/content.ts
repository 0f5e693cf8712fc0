import { setTimeout as pause } from 'node:timers/promises'
import { edgeError } from '../../edge/pages/errors.ts'
import { pageSince2023 } from '../../edge/pages/html.ts'
import { nginxStylePage } from '../../http/page.ts'
import { responseHead, HOME_PAGE, send, sendHome, type HttpResponse } from '../server/response.ts'
import type { OriginDefinition } from '../origin.ts'
import { httpOrigin } from '../server/http-origin.ts'

/** The same response for every path. */
export const fixedResponse = (sentence: string, response: HttpResponse): OriginDefinition =>
  httpOrigin(sentence, () => (request) => send(request, response))

/** nginx's own error page. */
export const nginxPage = (status: number): HttpResponse => ({
  status,
  // nginx's reason phrase differs from the standard one.
  body: nginxStylePage(status, 'nginx').body.replaceAll(
    'Service Unavailable',
    'Service Temporarily Unavailable',
  ),
})

const htmlPage = (title: string, text: string): HttpResponse => ({
  status: 200,
  body: `<!DOCTYPE html>\n<html lang="en">\n<head><title>${title}</title></head>\n<body>\n${text}\n</body>\n</html>\n`,
})

/** Origins that work, with various content. */
export const CONTENT = {
  up: httpOrigin('the origin works', () => (request) => {
    if (request.path.split('?')[0] === '/') sendHome(request)
    else send(request, nginxPage(404))
  }),
  slow: httpOrigin('the origin works, and responds slowly', ({ upstreamTimeout }) => async (request) => {
    await pause(upstreamTimeout)
    sendHome(request)
  }),
  'old-build': fixedResponse('the origin still serves the previous release', {
    status: 200,
    body: HOME_PAGE.replace('the shop', 'the old shop'),
  }),
  'default-page': fixedResponse(
    "the origin serves nginx's default page instead of the site",
    htmlPage(
      'Welcome to nginx!',
      '<h1>Welcome to nginx!</h1>\n<p>If you see this page, the nginx web server is successfully installed and\nworking. Further configuration is required.</p>',
    ),
  ),
  blank: fixedResponse('the origin returns 200 with an empty page', { status: 200 }),
  'no-content': fixedResponse('the origin returns 204, as a health check may', { status: 204 }),
  'no-head': httpOrigin('the origin serves GET and returns 405 to HEAD', () => (request) => {
    if (request.method === 'HEAD') send(request, { ...nginxPage(405), headers: [['Allow', 'GET']] })
    else sendHome(request)
  }),
  'early-hints': httpOrigin('the origin sends 103 Early Hints before its page', () => (request) => {
    request.stream.write('HTTP/1.1 103 Early Hints\r\nLink: </shop.css>; rel=preload; as=style\r\n\r\n')
    sendHome(request)
  }),
  processing: httpOrigin('the origin sends 102 Processing before its page', () => (request) => {
    request.stream.write('HTTP/1.1 102 Processing\r\n\r\n')
    sendHome(request)
  }),
  'closes-after-answer': httpOrigin(
    'the origin works, and announces that it closes each connection after the response',
    () => (request) => {
      request.stream.end(
        responseHead(200, [
          ['Content-Type', 'text/html'],
          ['Connection', 'close'],
        ]) + HOME_PAGE,
      )
    },
  ),
  'article-about-522': fixedResponse(
    'the page is an article about error 522 that quotes the whole error page',
    htmlPage(
      'What error 522 means',
      `<h1>What error 522 means</h1>\n${pageSince2023(edgeError(522), {
        scheme: 'https',
        port: 443,
        host: 'forum.example',
        method: 'GET',
        path: '/',
        headers: {},
        visitor: '192.0.2.99',
        colo: 'SJC',
        ray: '8c1f00d15ea5e0c0',
        at: Date.UTC(2026, 0, 5, 12),
      }).replace('<!DOCTYPE html>', '')}`,
    ),
  ),
  'article-about-502': fixedResponse(
    'the page mentions "502 Bad Gateway" of another site',
    htmlPage(
      '502 Bad Gateway',
      '<center><h1>502 Bad Gateway</h1></center>\n<p>That is what visitors of our old shop used to see. error code: 502\n<hr><center>cloudflare</center>',
    ),
  ),
  'injected-script': fixedResponse(
    "the page contains Cloudflare's injected script, as healthy pages do",
    htmlPage(
      'Shop',
      "<h1>Welcome to the shop</h1>\n<script>(function(){var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';document.head.appendChild(a);})();</script>",
    ),
  ),
  'not-found': fixedResponse('the page does not exist and the origin returns 404', nginxPage(404)),
  gone: fixedResponse('the page was removed and the origin returns 410', nginxPage(410)),
  forbidden: fixedResponse('the origin denies the page to every client', nginxPage(403)),
  login: fixedResponse('the origin requires a password', {
    ...nginxPage(401),
    headers: [['WWW-Authenticate', 'Basic realm="Shop"']],
  }),
} as const satisfies Readonly<Record<string, OriginDefinition>>
