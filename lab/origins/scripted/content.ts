import { setTimeout as pause } from 'node:timers/promises'
import { errorOf } from '../../edge/pages/errors.ts'
import { pageSince2023 } from '../../edge/pages/html.ts'
import { framedPage } from '../../http/page.ts'
import { headBytes, HOME, send, sendHome, type Answer } from '../server/response.ts'
import type { OriginEntry } from '../origin.ts'
import { web } from '../server/http-origin.ts'

/** To every path, the same. */
export const always = (sentence: string, answer: Answer): OriginEntry =>
  web(sentence, () => (visit) => send(visit, answer))

/** A page of nginx's own, without a word of the application. */
export const nginxPage = (status: number): Answer => ({
  status,
  // Here nginx does not use the words of the standard.
  body: framedPage(status, 'nginx').body.replaceAll('Service Unavailable', 'Service Temporarily Unavailable'),
})

const article = (title: string, text: string): Answer => ({
  status: 200,
  body: `<!DOCTYPE html>\n<html lang="en">\n<head><title>${title}</title></head>\n<body>\n${text}\n</body>\n</html>\n`,
})

/** Origins that work: what is expected of them is another question. */
export const PAGES = {
  up: web('the origin is fine', () => (visit) => {
    if (visit.path.split('?')[0] === '/') sendHome(visit)
    else send(visit, nginxPage(404))
  }),
  slow: web('the origin is fine, and takes its time', ({ patience }) => async (visit) => {
    await pause(patience)
    sendHome(visit)
  }),
  'old-build': always('the origin still serves the release before this one', {
    status: 200,
    body: HOME.replace('the shop', 'the old shop'),
  }),
  'default-page': always(
    'the origin shows the page that nginx comes with, not the site',
    article(
      'Welcome to nginx!',
      '<h1>Welcome to nginx!</h1>\n<p>If you see this page, the nginx web server is successfully installed and\nworking. Further configuration is required.</p>',
    ),
  ),
  blank: always('the origin answers 200 with an empty page', { status: 200 }),
  'no-content': always('the origin answers 204, as a health check may', { status: 204 }),
  'no-head': web('the origin answers GET, and 405 to HEAD', () => (visit) => {
    if (visit.method === 'HEAD') send(visit, { ...nginxPage(405), headers: [['Allow', 'GET']] })
    else sendHome(visit)
  }),
  'early-hints': web('the origin sends 103 Early Hints before its page', () => (visit) => {
    visit.stream.write('HTTP/1.1 103 Early Hints\r\nLink: </shop.css>; rel=preload; as=style\r\n\r\n')
    sendHome(visit)
  }),
  processing: web('the origin sends 102 Processing before its page', () => (visit) => {
    visit.stream.write('HTTP/1.1 102 Processing\r\n\r\n')
    sendHome(visit)
  }),
  'closes-after-answer': web(
    'the origin is fine, and announces that it closes after each answer',
    () => (visit) => {
      visit.stream.end(
        headBytes(200, [
          ['Content-Type', 'text/html'],
          ['Connection', 'close'],
        ]) + HOME,
      )
    },
  ),
  'article-about-522': always(
    'the page is an article about error 522 that shows the whole error page',
    article(
      'What error 522 means',
      `<h1>What error 522 means</h1>\n${pageSince2023(errorOf(522), {
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
  'article-about-502': always(
    'the page says "502 Bad Gateway", and means another site',
    article(
      '502 Bad Gateway',
      '<center><h1>502 Bad Gateway</h1></center>\n<p>That is what visitors of our old shop used to see. error code: 502\n<hr><center>cloudflare</center>',
    ),
  ),
  'injected-script': always(
    "the page has Cloudflare's script injected, as healthy pages have",
    article(
      'Shop',
      "<h1>Welcome to the shop</h1>\n<script>(function(){var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';document.head.appendChild(a);})();</script>",
    ),
  ),
  'not-found': always('the page is not there, and the origin says 404', nginxPage(404)),
  gone: always('the page is gone for good, and the origin says 410', nginxPage(410)),
  forbidden: always('the origin forbids the page to everybody', nginxPage(403)),
  login: always('the origin demands a password', {
    ...nginxPage(401),
    headers: [['WWW-Authenticate', 'Basic realm="Shop"']],
  }),
} as const satisfies Readonly<Record<string, OriginEntry>>
