import { gzipSync } from 'node:zlib'
import { html, routes } from '../../origins/scripted/routes.ts'
import type { OriginDefinition } from '../../origins/index.ts'
import { httpOrigin } from '../../origins/server/http-origin.ts'
import { send } from '../../origins/server/response.ts'
import { HEALTHY, inconclusive, unhealthy, type Expectation, type Scenario } from '../scenario.ts'

/** Responses whose status is that of a success, and whose page or URL says otherwise. */

const sends = (sentence: string, body: string, type = 'text/html'): OriginDefinition =>
  httpOrigin(sentence, () => (request) => send(request, { status: 200, type, body }))

const staged = (
  id: string,
  sentence: string,
  origin: OriginDefinition,
  expected: Expectation,
  curl: Scenario['curl'] = { edge: 200, direct: 200 },
): Scenario => ({
  id,
  sentence,
  network: 'loopback',
  setup: { origin },
  inputs: { wait: '0s' },
  curl,
  expected,
})

const FAILED: Expectation = { ...unhealthy('origin-not-deployed', 'likely'), says: ['status'] }
const DOUBTFUL: Expectation = { ...HEALTHY, warnings: ['origin-not-deployed'], says: ['expected-body'] }

const PAGE = '<!DOCTYPE html><html><head><title>Shop</title></head><body><h1>Shop</h1></body></html>'

export const ERROR_AS_SUCCESS: readonly Scenario[] = [
  staged(
    'origin-not-deployed-php-source',
    'the server sends the source of its PHP script',
    sends('it sends PHP source', '<?php\nrequire __DIR__ . "/wp-blog-header.php";\n'),
    FAILED,
  ),
  staged(
    'origin-not-deployed-php-template',
    'the server sends a page with the PHP that makes its title',
    sends(
      'it sends a page with PHP',
      '<!DOCTYPE html>\n<html>\n<head><title><?php echo $title; ?> | Acme</title></head>\n<body>\n<?php include "header.php"; ?>\n<h1>Welcome</h1></body></html>',
    ),
    FAILED,
  ),
  staged(
    'origin-not-deployed-compressed-twice',
    'the application and the web server compress the page',
    httpOrigin(
      'its page is compressed twice',
      () => (request) =>
        send(request, {
          status: 200,
          headers: [['Content-Encoding', 'gzip']],
          body: gzipSync(gzipSync(PAGE)),
        }),
    ),
    {
      ...unhealthy('origin-not-deployed', 'likely'),
      says: ['still compressed', 'Compress in one place only'],
    },
  ),
  staged(
    'origin-not-deployed-database-error',
    'WordPress cannot reach its database, and returns 200',
    routes('the database is down', {
      '/': html('Database Error', '<h1>Error establishing a database connection</h1>'),
    }),
    FAILED,
  ),
  staged(
    'origin-not-deployed-php-fatal',
    'PHP prints a fatal error, and returns 200',
    sends(
      'PHP prints a fatal error',
      '<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function shop() in /srv/index.php:3\nStack trace:\n#0 {main}\n  thrown in <b>/srv/index.php</b> on line <b>3</b><br />\n',
    ),
    FAILED,
  ),
  staged(
    'origin-not-deployed-50x-page',
    "the server returns nginx's 50x page with 200",
    sends(
      "it sends nginx's 50x page",
      '<!DOCTYPE html>\n<html>\n<head>\n<title>Error</title>\n</head>\n<body>\n<h1>An error occurred.</h1>\n<p>Sorry, the page you are looking for is currently unavailable.<br/>\nPlease try again later.</p>\n<p><em>Faithfully yours, nginx.</em></p>\n</body>\n</html>\n',
    ),
    FAILED,
  ),
  staged(
    'healthy-article-about-a-fatal-error',
    'an article explains a fatal error of PHP',
    routes('an article about an error', {
      '/': html(
        'How to fix a database error',
        '<h1>How to fix it</h1><p>WordPress says: Error establishing a database connection</p><pre>&lt;b&gt;Fatal error&lt;/b&gt;: x on line &lt;b&gt;3&lt;/b&gt;</pre>',
      ),
    }),
    HEALTHY,
  ),
  staged(
    'healthy-file-list',
    'the server sends a list of its files',
    sends(
      'it lists its files',
      '<html>\r\n<head><title>Index of /</title></head>\r\n<body>\r\n<h1>Index of /</h1><hr><pre><a href="../">../</a>\r\n<a href="app/">app/</a>   01-Jan-2026 00:00   -\r\n</pre><hr></body>\r\n</html>\r\n',
    ),
    DOUBTFUL,
  ),
  staged(
    'healthy-blank-html',
    'the page has a head and an empty body',
    sends(
      'its page has an empty body',
      '<!DOCTYPE html><html><head><title>Shop</title></head><body>\n</body></html>',
    ),
    DOUBTFUL,
  ),
  staged(
    'healthy-page-with-a-left-tag',
    'the page has one tag of PHP',
    sends(
      'its page has a tag of PHP',
      '<!DOCTYPE html><html><head><title>Shop</title></head><body><?php include_once("analyticstracking.php") ?><h1>Shop</h1></body></html>',
    ),
    DOUBTFUL,
  ),
  staged(
    'healthy-page-as-download',
    'browsers download the page because of its type',
    sends('its page is a download', PAGE, 'application/octet-stream'),
    {
      ...HEALTHY,
      warnings: ['origin-not-deployed'],
      says: [/`Content-Type: .*octet-stream/, 'Send the page with'],
    },
  ),
  staged(
    'healthy-app-shell',
    'the page is made by a script',
    sends(
      'a script makes its page',
      '<!DOCTYPE html><html><head><script type="module" src="https://cdn.shop.example/app.js"></script></head><body><div id="root"></div></body></html>',
    ),
    HEALTHY,
  ),
  staged(
    'healthy-https-redirects-to-http',
    'the origin redirects visitors from https to http',
    httpOrigin(
      'it redirects https to http',
      () => (request) =>
        request.secure
          ? send(request, { status: 302, headers: [['Location', 'http://www.shop.example/home']], body: '' })
          : send(request, { status: 200, body: '<h1>Shop</h1>' }),
    ),
    { ...HEALTHY, warnings: ['unexpected-status'], says: ['plain HTTP'] },
    { edge: 302, direct: 302 },
  ),
  staged(
    'unexpected-status-unconditional-304',
    'the origin responds 304 to a request without conditions',
    httpOrigin('it responds 304', () => (request) => send(request, { status: 304, body: '' })),
    unhealthy('unexpected-status'),
    { edge: 304, direct: 304 },
  ),
  staged(
    'cloudflare-challenged-with-200',
    'a Worker passes on a challenge with 200',
    routes('its page is a challenge', {
      '/': html('Just a moment...', '<script>window._cf_chl_opt={cvId:"3"}</script>'),
    }),
    inconclusive('cloudflare-challenged'),
  ),
]
