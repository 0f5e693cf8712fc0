import { setTimeout as pause } from 'node:timers/promises'
import { edgeError } from '../../edge/pages/errors.ts'
import { pageSince2023 } from '../../edge/pages/html.ts'
import { nginxStylePage } from '../../http/page.ts'
import { responseHead, HOME_PAGE, send, sendHome, type HttpResponse } from '../server/response.ts'
import type { OriginDefinition } from '../origin.ts'
import { httpOrigin } from '../server/http-origin.ts'

/** The same response for every path. */
export const fixedResponse = (sentence: string, answer: HttpResponse): OriginDefinition =>
  httpOrigin(sentence, () => (visit) => send(visit, answer))

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
  up: httpOrigin('the origin is fine', () => (visit) => {
    if (visit.path.split('?')[0] === '/') sendHome(visit)
    else send(visit, nginxPage(404))
  }),
  slow: httpOrigin('the origin is fine, and takes its time', ({ upstreamTimeout }) => async (visit) => {
    await pause(upstreamTimeout)
    sendHome(visit)
  }),
  'old-build': fixedResponse('the origin still serves the release before this one', {
    status: 200,
    body: HOME_PAGE.replace('the shop', 'the old shop'),
  }),
  'default-page': fixedResponse(
    'the origin shows the page that nginx comes with, not the site',
    htmlPage(
      'Welcome to nginx!',
      '<h1>Welcome to nginx!</h1>\n<p>If you see this page, the nginx web server is successfully installed and\nworking. Further configuration is required.</p>',
    ),
  ),
  blank: fixedResponse('the origin answers 200 with an empty page', { status: 200 }),
  'no-content': fixedResponse('the origin answers 204, as a health check may', { status: 204 }),
  'no-head': httpOrigin('the origin answers GET, and 405 to HEAD', () => (visit) => {
    if (visit.method === 'HEAD') send(visit, { ...nginxPage(405), headers: [['Allow', 'GET']] })
    else sendHome(visit)
  }),
  'early-hints': httpOrigin('the origin sends 103 Early Hints before its page', () => (visit) => {
    visit.stream.write('HTTP/1.1 103 Early Hints\r\nLink: </shop.css>; rel=preload; as=style\r\n\r\n')
    sendHome(visit)
  }),
  processing: httpOrigin('the origin sends 102 Processing before its page', () => (visit) => {
    visit.stream.write('HTTP/1.1 102 Processing\r\n\r\n')
    sendHome(visit)
  }),
  'closes-after-answer': httpOrigin(
    'the origin is fine, and announces that it closes after each answer',
    () => (visit) => {
      visit.stream.end(
        responseHead(200, [
          ['Content-Type', 'text/html'],
          ['Connection', 'close'],
        ]) + HOME_PAGE,
      )
    },
  ),
  'article-about-522': fixedResponse(
    'the page is an article about error 522 that shows the whole error page',
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
    'the page says "502 Bad Gateway", and means another site',
    htmlPage(
      '502 Bad Gateway',
      '<center><h1>502 Bad Gateway</h1></center>\n<p>That is what visitors of our old shop used to see. error code: 502\n<hr><center>cloudflare</center>',
    ),
  ),
  'injected-script': fixedResponse(
    "the page has Cloudflare's script injected, as healthy pages have",
    htmlPage(
      'Shop',
      "<h1>Welcome to the shop</h1>\n<script>(function(){var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';document.head.appendChild(a);})();</script>",
    ),
  ),
  'not-found': fixedResponse('the page is not there, and the origin says 404', nginxPage(404)),
  gone: fixedResponse('the page is gone for good, and the origin says 410', nginxPage(410)),
  forbidden: fixedResponse('the origin forbids the page to everybody', nginxPage(403)),
  login: fixedResponse('the origin demands a password', {
    ...nginxPage(401),
    headers: [['WWW-Authenticate', 'Basic realm="Shop"']],
  }),
} as const satisfies Readonly<Record<string, OriginDefinition>>
