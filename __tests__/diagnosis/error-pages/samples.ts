/** Error pages with status 200. Each is shortened to the structure of what the software sends, with its real size. */
export interface ErrorPage {
  /** The software, as the test names it. */
  readonly by: string
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
  /** An article that holds the page as HTML cannot be distinguished from the page. */
  readonly alike?: true
}

const style = (bytes: number): string => `<style>${'a{margin:0}'.repeat(bytes / 11)}</style>`

const titled = (title: string, body: string, head = ''): string =>
  `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n${head}</head>\n<body>\n${body}\n</body>\n</html>\n`

const nginx = (status: string, signature: string): string =>
  `<html>\r\n<head><title>${status}</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n<hr><center>${signature}</center>\r\n</body>\r\n</html>\r\n`

const apache = (status: string, reason: string, sentence: string): string =>
  `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>${status} ${reason}</title>\n</head><body>\n<h1>${reason}</h1>\n<p>${sentence}<br />\n</p>\n<hr>\n<address>Apache/2.4.58 (Ubuntu) Server at www.shop.example Port 80</address>\n</body></html>\n`

const wordpress = (title: string, body: string): string =>
  `<!DOCTYPE html>\n<html dir='ltr' lang='en-US'>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />\n<meta name='robots' content='max-image-preview:large, noindex, follow' />\n<title>${title}</title>\n${style(2600)}\n</head>\n<body id="error-page">\n<div class="wp-die-message">${body}</div></body>\n</html>\n`

const laravel = (code: string, message: string): string =>
  titled(
    message,
    `<div class="relative flex"><div class="px-4 text-lg">\n ${code} </div>\n<div class="ml-4 text-lg">\n ${message} </div></div>`,
    style(6000),
  )

const json = (body: string): Omit<ErrorPage, 'by'> => ({
  body,
  headers: { 'content-type': 'application/json' },
})

const many = (by: string, bodies: readonly string[], alike?: true): readonly ErrorPage[] =>
  bodies.map((body) => (alike === undefined ? { by, body } : { by, body, alike }))

/** A page of which so many bytes were sent before an error ended it. */
const begun = (bytes: number): string =>
  `<!DOCTYPE html>\n<html lang="en"><head><title>Shop</title>${style(bytes)}</head><body><header><nav></nav><h1>Shop</h1></header><main>`

const inPhp = (message: string): string => `<br />\n<b>Fatal error</b>:  ${message} on line <b>12</b><br />\n`
const TRACE = `Uncaught Error: Call to undefined function get_field() in /var/www/html/front-page.php:12\nStack trace:\n${'#0 /var/www/html/wp-includes/class-wp-hook.php(324): WP_Hook-&gt;apply_filters()\n'.repeat(40)}#1 {main}\n  thrown in <b>/var/www/html/front-page.php</b>`

/** What ends a page after its beginning was sent. Only the probe sees it in a long page. */
const WP_DIED =
  '<!DOCTYPE html>\n<html lang="de">\n<head><title>WordPress &rsaquo; Fehler</title></head>\n<body id="error-page">\n<div class="wp-die-message"><p>Es gab einen Fehler.</p></div></body>\n</html>\n'
const ENDED: readonly ErrorPage[] = [2000, 9000, 30_000, 200_000].flatMap((bytes) =>
  [
    inPhp(TRACE),
    inPhp(
      'Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes) in <b>/a.php</b>',
    ),
    `${inPhp('Maximum execution time of 30 seconds exceeded in <b>/a.php</b>')}</div></body></html>`,
    '\nFatal error: Uncaught Error: no in /var/www/a.php:3\nStack trace:\n#0 {main}\n  thrown in /var/www/a.php on line 3\n',
    "<br />\n<font size='1'><table class='xdebug-error xe-fatal-error' dir='ltr'><tr><th>( ! )</th></tr></table></font>\n",
    `<!DOCTYPE html>\n<html lang="de">\n<head><title>WordPress &rsaquo; Fehler</title>${style(2600)}</head>\n<body id="error-page">\n<div class="wp-die-message"><p>Es gab einen kritischen Fehler auf deiner Website.</p></div></body>\n</html>\n`,
    '<p>There has been a critical error on this website. Please check your email.</p><p><a href="https://wordpress.org/documentation/article/faq-troubleshooting/">Learn more about troubleshooting WordPress.</a></p>',
    '<div class="wp-die-message"><p>Es gab einen kritischen Fehler.</p><p><a href="https://de.wordpress.org/support/article/faq-troubleshooting/">Hilfe</a></p></div></body>\n</html>',
    // Where a template function is called within an attribute.
    ...['<div class="', "<a href='", '<a title="\n', '<input value=', '<script>var a = "'].map(
      (before) => before + WP_DIED,
    ),
    '<div class="Connection failed: Access denied for user',
    'Connection failed: SQLSTATE[HY000] [2002] Connection refused',
    'Failed to connect to MySQL: No such file or directory\n',
    `\n<font face="Arial" size=2>\n<p>Microsoft VBScript runtime </font> <font face="Arial" size=2>error '800a01a8'</font>\n<p>\n<font face="Arial" size=2>Object required</font>\n<p>\n<font face="Arial" size=2>/index.asp</font><font face="Arial" size=2>, line 12</font>`,
    '<h1>Software error:</h1>\n<pre>Can\'t locate DBI.pm at /a.cgi line 3.\n</pre>\n<p>\nFor help, please send mail to the webmaster (<a href="mailto:a@shop.example">a@shop.example</a>), giving this error message\nand the time and date of the error.\n</p>',
    '<div class=""><script>window.location = "/500.html"</script></html>',
  ].map((error) => ({
    by: `a page of ${bytes} bytes and an error`,
    body: begun(bytes) + error,
    alike: true as const,
  })),
)

export const ERROR_PAGES: readonly ErrorPage[] = [
  ...[
    '{"errorType":"Runtime.ImportModuleError","errorMessage":"Error: Cannot find module \'index\'","trace":["Runtime.ImportModuleError: Error"]}',
    '{"errorMessage": "Unable to import module \'app\': No module named \\"flask\\"", "errorType": "Runtime.ImportModuleError", "requestId": "a", "stackTrace": []}',
    '{"errorMessage":"RequestId: 8f Error: Task timed out after 3.00 seconds","errorType":"Sandbox.Timedout"}',
    '{"errorMessage":"2026-11-30T05:00:00.000Z 8f Task timed out after 3.00 seconds"}',
    `{"errorType":"Error","errorMessage":"x","trace":[${'"    at handler (/var/task/index.js:1:1)",'.repeat(300)}"at x"]}`,
  ].map((body) => ({ by: 'an AWS Lambda function', body, headers: { 'content-type': 'application/json' } })),
  ...many('webpack-dev-server', ['Invalid Host header', 'Invalid Host/Origin header\n']),
  ...many('Vite', [
    'Blocked request. This host ("www.shop.example") is not allowed.\nTo allow this host, add "www.shop.example" to `server.allowedHosts` in vite.config.js.',
    'The server is configured with a public base URL of /app/ - did you mean to visit /app/ instead?',
  ]),
  ...many('MongoDB', [
    'It looks like you are trying to access MongoDB over HTTP on the native driver port.\r\n',
  ]),
  ...many('a hosting limit', [
    titled(
      '508 Resource Limit Is Reached',
      '<h1>Resource Limit Is Reached</h1><p>The website is temporarily unable to service your request as it exceeded resource limit. Please try again later.</p>',
    ),
    titled(
      '509 Bandwidth Limit Exceeded',
      '<h1>Bandwidth Limit Exceeded</h1>The server is temporarily unable to service your request due to the site owner reaching the bandwidth limit. Please try again later.',
    ),
  ]),
  ...many('SvelteKit', [
    titled(
      '500',
      '<div class="error"><span class="status">500</span><div class="message"><h1>Internal Error</h1></div></div>',
    ),
  ]),
  ...many('Remix', [
    'Unexpected Server Error\n\nError: x\n    at f (/app/build/index.js:1:1)',
    titled(
      'Application Error!',
      '<main><h1>Application Error</h1><pre>Error: Unexpected Server Error</pre></main>',
    ),
  ]),
  ...many('MediaWiki', [
    titled(
      'Sorry! This site is experiencing technical difficulties.',
      '<h1>Sorry! This site is experiencing technical difficulties.</h1><p>(Cannot access the database)</p>',
    ),
  ]),
  ...many('phpBB', [
    titled('General Error', '<h1>General Error</h1>SQL ERROR [ mysqli ]<br>Connection refused [2002]'),
  ]),
  ...many('Deno Deploy', ['DEPLOYMENT_NOT_FOUND\n']),
  ...many(
    'a conflict that was committed',
    [titled('Shop', '<nav></nav>\n<<<<<<< HEAD\n<h1>A</h1>\n=======\n<h1>B</h1>\n>>>>>>> feature/b')],
    true,
  ),
  ...many(
    'PHP in the head of a page',
    [
      titled('<?php echo $title; ?>', '<nav></nav><?php include "a.php"; ?>'),
      '<!DOCTYPE html>\n<html lang="<?= $lang ?>">\n<head></head><body></body></html>',
      '<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>Shop - <?php echo $title; ?></title>\n<meta name="description" content="<?php echo $text; ?>">\n<link rel="stylesheet" href="<?php echo $base; ?>/a.css">\n</head><body></body></html>',
      '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="<?php bloginfo(\'charset\'); ?>">\n</head><body></body></html>',
      '<!DOCTYPE html>\n<html>\n<head>\n<title><?php wp_title(); ?> <?= $site->name ?></title>\n</head><body></body></html>',
      '<!DOCTYPE html>\n<html <?php language_attributes(); ?>>\n<head>\n<title>Shop</title></head><body></body></html>',
    ],
    true,
  ),
  ...many(
    'PHP in a page',
    [
      // After other words, the name of the site.
      ...['| Acme', '- Acme', ' – Acme', '&raquo; Acme'.replace('&raquo;', '»'), ': Acme'].map((rest) =>
        titled(`<?php echo $title; ?> ${rest}`, '<nav></nav><h1>Welcome</h1>'),
      ),
      titled(
        "<?php echo get_bloginfo('name'); ?><?php wp_title('|', true, 'left'); ?>, Acme",
        '<h1>Acme</h1>',
      ),
      titled(
        '<?php echo $title; ?> Comments',
        '\n\n<?php\nif ($recipe == "") //No data\n{\n?>\n<h2>No recipe</h2>',
      ),
      titled('<?= $title ?> Page Proofs', '<a href="<?= $base ?>/a">A</a>'),
      // Before the page.
      '<!DOCTYPE html>\n<?php session_start(); include "db.php"; ?>\n<html>\n<head><title>Acme</title></head><body><h1>Acme</h1></body></html>',
      '<!-- Acme template v2 -->\n<?php include "x.php"; ?>\n<html><body><h1>Acme</h1></body></html>',
      '<!DOCTYPE html>\n<?php\n// No end, as in many files.\n$a = 1;\nif ($a > 0) { echo "<html>"; }',
      // In its head, and at the beginning of its body.
      titled('Acme', '\n<?php include "header.php"; ?>\n<h1>Welcome</h1>'),
      titled('Acme', '\n<?php require_once(__DIR__ . "/nav.php") ?>\n<main></main>'),
      titled('Acme', '<?php get_header(); ?><main></main>'),
      titled('Acme', '<h1>Acme</h1>', '<?php include "head.php"; ?>'),
      titled('Acme', '<h1>Acme</h1>', '<?php wp_head(); ?>').replace(
        '<body>',
        '<body <?php body_class(); ?>>',
      ),
      titled('Acme', '<h1>Acme</h1>', '<?php wp_head(); ?><script src="<?php echo $base; ?>/a.js"></script>'),
      titled('Acme', '<?php wp_body_open(); ?><main><?php the_content(); ?></main>'),
      // In its content.
      titled(
        'Acme',
        '<h1>Items</h1><ul><?php foreach ($items as $i): ?><li><?= $i ?></li><?php endforeach; ?></ul>',
      ),
      titled('Acme', '<nav><img src="<?= $a ?>"><img src="<?= $b ?>"><img src="<?= $c ?>"></nav>'),
      titled('Acme', '<ul><li><?= $a ?></li><li><?= $b ?></li><li><?= $c ?></li></ul>'),
      // Next to examples of code, and where words are only similar.
      titled(
        'Acme',
        '<div class="code"><div><b>A</b></div></div><h2><?= $a ?></h2><h2><?= $b ?></h2><h2><?= $c ?></h2>',
      ),
      titled(
        'Acme',
        '<ul class="encoded highlights"><li><?= $a ?></li><li><?= $b ?></li><li><?= $c ?></li></ul>',
      ),
      // Parts of the page, not extras of it.
      ...'account.php gallery.php status.php statement.php address.php load.php country.php white.php discount.php nav.php ads/header.php stats/inc.header.php'
        .split(' ')
        .map((file) => titled('Acme', `<?php include "${file}"; ?>\n<h1>Welcome</h1>`)),
      titled('Acme', '<?php include "header.php"; // counter ?><h1>Welcome</h1>'),
      titled('Acme', '<?php include "ga.php"; include "header.php"; ?><h1>Welcome</h1>'),
      titled('Acme', '<?php include "ga.php"; get_header(); ?><h1>Welcome</h1>'),
      titled('Acme', '<?php include "ga.php"; ?><?php include "ads.php"; ?><h1>Welcome</h1>'),
      '<!DOCTYPE html>\n<?php include "counter.php"; $a = 1; ?>\n<html><body><h1>Acme</h1></body></html>',
      // Nothing comes before or after it.
      '<!DOCTYPE html>\n<html><head><title>Acme</title></head><body><?php include "page.php"; ?></body></html>',
    ],
    true,
  ),
  ...many(
    'another template in a page',
    [
      '<!DOCTYPE html>\n<%@ page language="java" %>\n<html><head><title>Acme</title></head><body></body></html>',
      '<!DOCTYPE html>\n{% load static %}\n<html><head><title>Acme</title></head><body></body></html>',
      titled('<%= title %>', '<%- include("header") %><h1>Acme</h1>'),
      titled('{% block title %}Acme{% endblock %}', '\n{% include "header.html" %}<h1>{{ heading }}</h1>'),
      titled(
        'Acme',
        '<%= yield %>',
        '<%= csrf_meta_tags %><link rel="icon" href="<%= asset_path("a.ico") %>">',
      ),
    ],
    true,
  ),
  ...ENDED,
  // Servers and gateways.
  {
    by: 'nginx, its 50x.html',
    body: titled(
      'Error',
      '<h1>An error occurred.</h1>\n<p>Sorry, the page you are looking for is currently unavailable.<br/>\nPlease try again later.</p>\n<p><em>Faithfully yours, nginx.</em></p>',
      style(110),
    ),
  },
  ...many('nginx', [
    nginx('502 Bad Gateway', 'nginx/1.24.0 (Ubuntu)'),
    nginx('503 Service Temporarily Unavailable', 'nginx'),
    nginx('504 Gateway Time-out', 'openresty/1.25.3.1'),
    nginx('404 Not Found', 'Tengine'),
    nginx('403 Forbidden', 'Microsoft-Azure-Application-Gateway/v2'),
    nginx('401 Authorization Required', 'nginx'),
  ]),
  ...many('an AWS load balancer', [
    '<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n</body>\r\n</html>\r\n',
  ]),
  ...many('Apache', [
    apache(
      '500',
      'Internal Server Error',
      'The server encountered an internal error or\nmisconfiguration and was unable to complete\nyour request.</p><p>Please contact the server administrator at webmaster@shop.example to inform them of the time this error occurred',
    ),
    apache(
      '503',
      'Service Unavailable',
      'The server is temporarily unable to service your\nrequest due to maintenance downtime or capacity\nproblems. Please try again later.',
    ),
    apache('502', 'Proxy Error', 'The proxy server received an invalid\nresponse from an upstream server.'),
    apache(
      '504',
      'Gateway Timeout',
      'The gateway did not receive a timely response\nfrom the upstream server or application.',
    ),
    apache('403', 'Forbidden', "You don't have permission to access this resource."),
    apache('404', 'Not Found', 'The requested URL was not found on this server.'),
  ]),
  ...many('HAProxy', [
    '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n',
    "<html><body><h1>504 Gateway Time-out</h1>\nThe server didn't respond in time.\n</body></html>\n",
    '<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>\n',
  ]),
  ...many('LiteSpeed', [
    titled(
      ' 404 Not Found\r\n',
      '<h1 style="margin:0;">404</h1>\n<h2 style="margin-top:20px;">Not Found\r\n</h2>\n<p>The resource requested could not be found on this server!</p><div>Proudly powered by LiteSpeed Web Server<p>Please be advised that LiteSpeed Technologies Inc. is not a web hosting company and, as such, has no control over content found on this site.</p></div>',
    ),
  ]),
  ...many('Tomcat', [
    titled(
      'HTTP Status 500 – Internal Server Error',
      `<h1>HTTP Status 500 – Internal Server Error</h1><hr class="line" /><p><b>Type</b> Exception Report</p><p><b>Message</b> x</p><pre>java.lang.NullPointerException\n${'\tat com.shop.Cart.total(Cart.java:7)\n'.repeat(300)}</pre><h3>Apache Tomcat/10.1.20</h3>`,
    ),
    titled(
      'HTTP Status 404 – Not Found',
      '<h1>HTTP Status 404 – Not Found</h1><hr class="line" /><p><b>Type</b> Status Report</p><p><b>Description</b> The origin server did not find a current representation.</p><hr class="line" /><h3>Apache Tomcat/9.0.85</h3>',
    ),
    titled('HTTP Status 500 – Internal Server Error', '<h1>HTTP Status 500 – Internal Server Error</h1>'),
  ]),
  ...many('Jetty', [
    '<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html;charset=utf-8"/>\n<title>Error 503 Service Unavailable</title>\n</head>\n<body><h2>HTTP ERROR 503 Service Unavailable</h2>\n<table>\n<tr><th>URI:</th><td>/</td></tr>\n<tr><th>STATUS:</th><td>503</td></tr>\n<tr><th>MESSAGE:</th><td>Service Unavailable</td></tr>\n</table>\n<hr/><a href="https://jetty.org/">Powered by Jetty:// 12.0.7</a><hr/>\n\n</body>\n</html>\n',
    '<title>Error 404 Not Found</title><h2>HTTP ERROR 404</h2>',
  ]),
  ...many('Varnish', [
    '<!DOCTYPE html>\n<html>\n  <head>\n    <title>503 Backend fetch failed</title>\n  </head>\n  <body>\n    <h1>Error 503 Backend fetch failed</h1>\n    <p>Backend fetch failed</p>\n    <h3>Guru Meditation:</h3>\n    <p>XID: 32772</p>\n    <hr>\n    <p>Varnish cache server</p>\n  </body>\n</html>\n',
    titled(
      '503 connect timed out',
      '<h1>Error 503 connect timed out</h1><p>connect timed out</p><h3>Guru Mediation:</h3><p>Details: cache-sjc10021 1764460800 1</p><hr><p>Varnish cache server</p>',
    ),
  ]),
  ...many('Envoy', [
    'upstream connect error or disconnect/reset before headers. reset reason: connection failure',
    'no healthy upstream',
    'upstream request timeout',
  ]),
  ...many('Traefik', [
    '404 page not found\n',
    'no available server\n',
    'Bad Gateway',
    'Gateway Timeout',
    'Internal Server Error',
  ]),
  ...many('Kong', [
    titled(
      'Kong Error',
      '<h1>Kong Error</h1>\n<p>An invalid response was received from the upstream server.</p>',
    ),
    'An invalid response was received from the upstream server',
  ]),
  ...many('APISIX', ['404 Route Not Found']),
  ...many('Squid', [
    titled(
      'ERROR: The requested URL could not be retrieved',
      `<h1>ERROR</h1><h2>The requested URL could not be retrieved</h2>${style(9000)}`,
    ),
  ]),
  ...many('CloudFront', [
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">\n<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1">\n<TITLE>ERROR: The request could not be satisfied</TITLE>\n</HEAD><BODY>\n<H1>502 ERROR</H1>\n<H2>The request could not be satisfied.</H2>\n<HR noshade size="1px">\nCloudFront wasn\'t able to connect to the origin.\n<PRE>\nGenerated by cloudfront (CloudFront)\nRequest ID: a==\n</PRE>\n</BODY></HTML>',
  ]),
  ...many('Google', [
    '<!DOCTYPE html>\n<html lang=en>\n  <meta charset=utf-8>\n  <title>Error 404 (Not Found)!!1</title>\n  <style>*{margin:0}</style>\n  <a href=//www.google.com/><span id=logo aria-label=Google></span></a>\n  <p><b>404.</b> <ins>That’s an error.</ins>\n  <p>The requested URL <code>/</code> was not found on this server.  <ins>That’s all we know.</ins>\n',
    '\n<html><head>\n<meta http-equiv="content-type" content="text/html;charset=utf-8">\n<title>502 Server Error</title>\n</head>\n<body text=#000000 bgcolor=#ffffff>\n<h1>Error: Server Error</h1>\n<h2>The server encountered a temporary error and could not complete your request.<p>Please try again in 30 seconds.</h2>\n<h2></h2>\n</body></html>\n',
  ]),
  ...many('Akamai', [
    '<HTML><HEAD>\n<TITLE>Error</TITLE>\n</HEAD><BODY>\nAn error occurred while processing your request.<p>\nReference&#32;&#35;97&#46;2d351ab8\n</BODY></HTML>\n'.replaceAll(
      '&#32;&#35;',
      ' #',
    ),
  ]),
  ...many('Azure Front Door', [
    titled(
      '',
      "<h2>Our services aren't available right now</h2><p>We're working to restore all services as soon as possible.</p>",
    ),
  ]),
  ...many('Railway', [
    '<h1>Application failed to respond</h1><p>This error appears to be caused by the application.</p>',
  ]),
  ...many('Vercel', [
    'A server error has occurred\n\nFUNCTION_INVOCATION_FAILED\n\nsfo1::abcde-1764460800000-0123456789ab\n',
    'The page could not be found\n\nNOT_FOUND\n\niad1::x4q2k-1764460800000-0123456789ab\n',
  ]),
  ...many('Heroku', [
    '<!DOCTYPE html>\n<html>\n<head>\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Application error</title>\n<style media="screen">html,body,iframe{margin:0}</style>\n</head>\n<body>\n<iframe src="//www.herokucdn.com/error-pages/application-error.html"></iframe>\n</body>\n</html>',
  ]),
  ...many('Netlify', [
    titled(
      'Page not found',
      "<div class='main'><h1>Page not found</h1><p>Looks like you've followed a broken link or entered a URL that doesn't exist on this site.</p><p><a href='/'>Back to our site</a></p><hr><p>If this is your site, and you weren't expecting a 404 for this path, please visit Netlify's \"page not found\" support guide for troubleshooting tips.</p></div>",
      style(1100),
    ),
    '<title>Site not found</title><h1>Site not found</h1>Looks like you followed a broken link or entered a URL that does not exist on Netlify',
  ]),
  ...many('GitHub Pages', [
    titled(
      'Page not found &middot; GitHub Pages',
      '<div class="container"><h1>404</h1><p><strong>File not found</strong></p><p>The site configured at this address does not\ncontain the requested file.</p></div>',
      style(1100),
    ),
  ]),
  ...many('a file store', [
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>A1</RequestId></Error>',
    '<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>index.html</Key></Error>',
    '﻿<?xml version="1.0" encoding="utf-8"?><Error><Code>ResourceNotFound</Code><Message>The specified resource does not exist.</Message></Error>',
    '<html>\n<head><title>403 Forbidden</title></head>\n<body>\n<h1>403 Forbidden</h1>\n<ul>\n<li>Code: AccessDenied</li>\n<li>Message: Access Denied</li>\n<li>RequestId: A1</li>\n</ul>\n<hr/>\n</body>\n</html>\n',
  ]),

  ...many('Cloudflare', [
    titled(
      'www.shop.example | 522: Connection timed out',
      '<div id="cf-wrapper"><div id="cf-error-details"></div></div>',
    ),
  ]),

  // Python.
  {
    by: 'Django, debug',
    body: `<!DOCTYPE html>\n<html lang="en">\n<head>\n  <meta http-equiv="content-type" content="text/html; charset=utf-8">\n  <meta name="robots" content="NONE,NOARCHIVE">\n  <title>OperationalError\n          at /</title>\n${style(9000)}</head>\n<body>\n<div id="summary">\n  <h1>OperationalError\n       at /</h1>\n`,
  },
  ...many('Django', [
    '\n<!doctype html>\n<html lang="en">\n<head>\n  <title>Server Error (500)</title>\n</head>\n<body>\n  <h1>Server Error (500)</h1><p></p>\n</body>\n</html>\n',
    '\n<!doctype html>\n<html lang="en">\n<head>\n  <title>Not Found</title>\n</head>\n<body>\n  <h1>Not Found</h1><p>The requested resource was not found on this server.</p>\n</body>\n</html>\n',
    '<title>ImproperlyConfigured at /</title><h1>ImproperlyConfigured at /</h1><pre class="exception_value">SECRET_KEY</pre>',
  ]),
  ...many('Werkzeug', [
    `<!doctype html>\n<html lang=en>\n  <head>\n    <title>ZeroDivisionError: division by zero\n \x2f/ Werkzeug Debugger</title>\n<link rel="stylesheet" href="?__debugger__=yes&amp;cmd=resource&amp;f=style.css">\n${style(9000)}`,
    '<!doctype html>\n<html lang=en>\n<title>500 Internal Server Error</title>\n<h1>Internal Server Error</h1>\n<p>The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.</p>\n',
    '<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.</p>\n',
  ]),
  ...many('Python', [
    'Traceback (most recent call last):\n  File "/app/main.py", line 3, in <module>\nZeroDivisionError: division by zero\n',
    '<html><head><title>Internal Server Error</title></head><body><pre>Traceback (most recent call last):\n  File &quot;/app/wsgi.py&quot;, line 3, in app\nKeyError: &#x27;DATABASE_URL&#x27;</pre></body></html>',
  ]),
  ...many('Gunicorn', [
    '<html>\n  <head>\n    <title>Internal Server Error</title>\n  </head>\n  <body>\n    <h1><p>Internal Server Error</p></h1>\n    \n  </body>\n</html>\n',
  ]),
  ...many('Tornado', [
    '<html><title>500: Internal Server Error</title><body>500: Internal Server Error</body></html>',
  ]),
  ...many('aiohttp', ['500 Internal Server Error\n\nServer got itself in trouble', '404: Not Found']),
  ...many('Bottle', [
    titled(
      'Error: 404 Not Found',
      '<h1>Error: 404 Not Found</h1><p>Sorry, the requested URL <tt>&#039;http://www.shop.example/&#039;</tt> caused an error:</p><pre>Not found: &#039;/&#039;</pre>',
    ),
  ]),

  // Ruby.
  ...many('Rails', [
    titled("We're sorry, but something went wrong (500)", `<h1>We're sorry, but something went wrong.</h1>`),
    titled(
      'We’re sorry, but something went wrong (500 Internal Server Error)',
      '<svg></svg><article><p><strong>We’re sorry, but something went wrong.</strong></p></article>',
      style(3000),
    ),
    titled(
      "The page you were looking for doesn't exist (404)",
      "<h1>The page you were looking for doesn't exist.</h1>",
    ),
    titled(
      'Action Controller: Exception caught',
      `<header><h1>PG::ConnectionBad</h1></header>${style(9000)}`,
    ),
  ]),
  ...many('Passenger', [
    titled(
      'Web application could not be started',
      `<h1>Web application could not be started</h1>${style(9000)}`,
    ),
  ]),
  ...many('Puma', [
    'Puma caught this error: undefined method (NoMethodError)\n/app/config.ru:3',
    'An unhandled lowlevel error occurred. The application logs may have details.\n',
  ]),
  ...many('Rack', [
    '<html><head><title>RuntimeError at /</title></head><body><h1>RuntimeError at /</h1><h2>boom</h2></body></html>',
    "/app/config.ru.rb:3:in `<main>': boom (RuntimeError)",
  ]),

  // PHP.
  ...many('PHP', [
    'PHP Parse error:  syntax error, unexpected end of file in /var/www/html/index.php on line 7',
    'Warning: require(/var/www/vendor/autoload.php): failed to open stream: No such file or directory in /var/www/index.php on line 24',
    '<br />\n<b>Warning</b>:  require(/srv/vendor/autoload.php): Failed to open stream: No such file or directory in <b>/srv/index.php</b> on line <b>3</b><br />\n<br />\n',
    '<br />\n<b>Warning</b>:  mysqli_connect(): (HY000/2002): Connection refused in <b>/srv/db.php</b> on line <b>3</b><br />\n<br />\n<b>Notice</b>:  x in <b>/srv/db.php</b> on line <b>4</b><br />\n',
    'No input file specified.\n',
    'File not found.\n',
    'Composer detected issues in your platform: Your Composer dependencies require a PHP version ">= 8.2.0".',
    "<br />\n<font size='1'><table class='xdebug-error xe-fatal-error'><tr><th><span>( ! )</span> Fatal error: Uncaught Error: x in /srv/index.php on line <i>3</i></th></tr></table></font>",
  ]),
  {
    by: 'PHP, fatal',
    alike: true,
    body: '<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function shop() in /srv/index.php:3\nStack trace:\n#0 {main}\n  thrown in <b>/srv/index.php</b> on line <b>3</b><br />\n',
  },
  {
    by: 'PHP, fatal, after the header of the site',
    alike: true,
    body: '<!DOCTYPE html><html><head><title>Shop</title></head><body><h1>Shop</h1><br />\n<b>Fatal error</b>:  Uncaught TypeError: x in /srv/a.php:3\nStack trace:\n#0 {main}\n  thrown in <b>/srv/a.php</b> on line <b>3</b><br />\n',
  },
  ...many('a database', [
    'SQLSTATE[HY000] [2002] Connection refused',
    'Connection failed: Access denied for user &#039;shop&#039;@&#039;localhost&#039;',
    'Error establishing a database connection',
  ]),
  ...many('WordPress', [
    wordpress('Database Error', '<h1>Error establishing a database connection</h1>'),
    wordpress(
      'WordPress &rsaquo; Error',
      '<p>There has been a critical error on this website.</p><p><a href="https://wordpress.org/documentation/article/faq-troubleshooting/">Learn more about troubleshooting WordPress.</a></p>',
    ),
    wordpress('WordPress &rsaquo; Fehler', '<p>Es gab einen kritischen Fehler auf deiner Website.</p>'),
    wordpress(
      'Maintenance',
      '<h1>Maintenance</h1>Briefly unavailable for scheduled maintenance. Check back in a minute.'.replace(
        '<h1>Maintenance</h1>',
        '',
      ),
    ),
    '<p>There has been a critical error on this website.</p>',
  ]),
  ...many('Laravel', [
    laravel('500', 'Server Error'),
    laravel('503', 'Service Unavailable'),
    laravel('404', 'Not Found'),
    laravel('419', 'Page Expired'),
    `<title>🧨 Class "App\\Shop" not found</title><script>window.ignite = 1</script>${style(9000)}`,
    titled('Whoops! There was an error.', '', `<style>.Whoops.container{z-index:1}</style>${style(9000)}`),
  ]),
  ...many('Symfony', [
    titled(
      'An Error Occurred: Internal Server Error',
      '<div class="container"><h1>Oops! An Error Occurred</h1><h2>The server returned a "500 Internal Server Error".</h2></div>',
      '<meta name="robots" content="noindex,nofollow,noarchive" />',
    ),
    titled(
      'Connection refused (500 Internal Server Error)',
      `<div class="exception-summary"></div>${style(9000)}`,
    ),
    titled('Whoops, looks like something went wrong.', '<h1>Whoops, looks like something went wrong.</h1>'),
  ]),
  ...many('CodeIgniter', [
    titled(
      'Whoops!',
      '<h1 class="headline">Whoops!</h1><p class="lead">We seem to have hit a snag. Please try again later...</p>',
    ),
    titled(
      'Database Error',
      '<div id="container"><h1>A Database Error Occurred</h1><p>Error Number: 1045</p></div>',
    ),
    titled('Error', '<h1>An Error Was Encountered</h1><p>x</p>'),
  ]),
  ...many('Slim', [
    titled(
      'Slim Application Error',
      '<h1>Slim Application Error</h1><p>A website error has occurred. Sorry for the temporary inconvenience.</p>',
    ),
  ]),
  ...many('Nette', [
    titled(
      'Server Error',
      "<h1>Server Error</h1><p>We're sorry! The server encountered an internal error and was unable to complete your request. Please try again later.</p><p><small>error 500</small></p>",
    ),
  ]),
  ...many('Drupal', [
    'The website encountered an unexpected error. Please try again later.',
    '<title>Error</title>The website encountered an unexpected error. Please try again later.',
    titled(
      'Error | Shop',
      '<h1>Error</h1><p>The website encountered an unexpected error. Please try again later.</p>',
    ),
  ]),
  ...many('Joomla', [
    'Error displaying the error page: Application Instantiation Error: Could not connect to MySQL.',
  ]),
  ...many('Magento', [
    titled(
      'There has been an error processing your request',
      '<main class="page-main"><h1>There has been an error processing your request</h1><p><em>Exception printing is disabled by default for security reasons.</em></p></main>',
    ),
    '1 exception(s):\nException #0 (Zend_Db_Adapter_Exception): SQLSTATE[HY000] [2002] Connection refused',
  ]),
  ...many('PrestaShop', [
    'Link to database cannot be established: SQLSTATE[HY000] [2002] Connection refused',
  ]),
  ...many('TYPO3', [titled('', '<h1>Oops, an error occurred!</h1><p>Code: 20261129</p>')]),
  ...many('Nextcloud', [
    titled(
      'Nextcloud',
      '<h2>Internal Server Error</h2><p>The server was unable to complete your request.</p>',
    ),
  ]),
  ...many('MediaWiki', [
    titled(
      '',
      '<h1>Sorry! This site is experiencing technical difficulties.</h1><p>Try waiting a few minutes and reloading.</p>',
    ),
  ]),

  // JavaScript.
  ...many('Express', [
    titled(
      'Error',
      '<pre>Error: connect ECONNREFUSED 127.0.0.1:5432<br> &nbsp; &nbsp;at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16)</pre>',
    ),
    titled('Error', '<pre>Cannot GET /</pre>'),
    titled('Error', '<pre>Internal Server Error</pre>'),
    '<pre>Error: connect ECONNREFUSED 127.0.0.1:5432<br> &nbsp; &nbsp;at TCPConnectWrap.afterConnect</pre>',
    'Cannot GET /',
  ]),
  ...many('Node', [
    "TypeError: Cannot read properties of undefined (reading 'id')\n    at /app/server.js:12:9\n    at Layer.handle (/app/node_modules/express/lib/router/layer.js:95:5)\n",
  ]),
  ...many('Next.js', [
    titled(
      '500: Internal Server Error',
      '<div><style>body{color:#000}</style><h1 class="next-error-h1">500</h1><div><h2>Internal Server Error<!-- -->.</h2></div></div>',
    ),
    titled(
      '404: This page could not be found.',
      '<div><h1 class="next-error-h1">404</h1><h2>This page could not be found.</h2></div>',
    ),
    titled(
      '404: This page could not be found.',
      `<script>${'self.__next_f.push([1,""]);'.repeat(500)}</script>`,
    ),
    titled(
      'Application error: a client-side exception has occurred',
      '<h2>Application error: a client-side exception has occurred (see the browser console for more information).</h2>',
    ),
    '<html id="__next_error__"><head></head><body><div><div><h2>Application error: a server-side exception has occurred while loading www.shop.example (see the server logs for more information).</h2><p>Digest: 1234567890</p></div></div></body></html>',
  ]),
  ...many('Nuxt', [
    titled(
      '500 - Internal Server Error | Nuxt',
      '<div><h1>500</h1><h2>Internal Server Error</h2><p>This page is temporarily unavailable.</p></div>',
    ),
  ]),
  ...many('SvelteKit', [
    titled(
      'Internal Error',
      '<div class="error"><span class="status">500</span><div class="message"><h1>Internal Error</h1></div></div>',
      style(1000),
    ),
  ]),
  ...many('Remix', ['Unexpected Server Error', titled('Application Error!', '<h1>Application Error</h1>')]),
  ...many('Koa', ['Not Found', 'Internal Server Error']),

  // Java, .NET, Go, Rust and others.
  ...many('Spring', [
    "<html><body><h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error, so you are seeing this as a fallback.</p><div id='created'>Sun Nov 29 21:34:40 UTC 2026</div><div>There was an unexpected error (type=Not Found, status=404).</div></body></html>",
    '<html><body><h1>Whitelabel Error Page</h1><p>This application has no configured error view, so you are seeing this as a fallback.</p></body></html>',
  ]),
  ...many('Java', [
    'java.lang.IllegalStateException: no database\n\tat com.shop.App.start(App.java:12)\n\tat com.shop.App.main(App.java:3)\n',
  ]),
  ...many('ASP.NET', [
    titled(
      'Runtime Error',
      "<span><H1>Server Error in '/' Application.<hr width=100% size=1 color=silver></H1><h2> <i>Runtime Error</i> </h2></span>",
    ),
    titled(
      'The resource cannot be found.',
      "<span><H1>Server Error in '/' Application.</H1></span>",
      style(900),
    ),
    titled(
      '500 - Internal server error.',
      '<div id="header"><h1>Server Error</h1></div><h2>500 - Internal server error.</h2><h3>There is a problem with the resource you are looking for, and it cannot be displayed.</h3>',
    ),
    titled(
      '404 - File or directory not found.',
      '<div id="header"><h1>Server Error</h1></div><h2>404 - File or directory not found.</h2><h3>The resource you are looking for might have been removed, had its name changed, or is temporarily unavailable.</h3>',
    ),
    titled(
      'IIS 10.0 Detailed Error - 500.19 - Internal Server Error',
      `<div class="content-container"><h3>HTTP Error 500.19</h3></div>${style(9000)}`,
    ),
    titled(
      'Internal Server Error',
      '<h1>An unhandled exception occurred while processing the request.</h1><div class="titleerror">InvalidOperationException: x</div>',
    ),
    titled(
      'HTTP Error 500.30 - ASP.NET Core app failed to start',
      '<h2>HTTP Error 500.30 - ASP.NET Core app failed to start</h2>',
    ),
    '<h2>HTTP Error 500.30 - ASP.NET Core app failed to start</h2>',
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN""http://www.w3.org/TR/html4/strict.dtd">\r\n<HTML><HEAD><TITLE>Service Unavailable</TITLE></HEAD>\r\n<BODY><h2>Service Unavailable</h2>\r\n<hr><p>HTTP Error 503. The service is unavailable.</p>\r\n</BODY></HTML>\r\n',
    titled(
      'Error - Shop',
      '<h1>Error.</h1><h2>An error occurred while processing your request.</h2><p><strong>Request ID:</strong> <code>00-1</code></p>',
    ),
    'System.InvalidOperationException: x\r\n   at Shop.Program.Main() in C:\\app\\Program.cs:line 3\r\n',
  ]),
  ...many('Go', [
    '404 page not found\n',
    'panic: runtime error: index out of range [0] with length 0\n\ngoroutine 1 [running]:\nmain.main()\n',
  ]),
  ...many('Rust', [
    "thread 'main' panicked at src/main.rs:3:5:\nboom\n",
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>404 Not Found</title></head><body align="center"><div role="main" align="center"><h1>404: Not Found</h1><p>The requested resource could not be found.</p><hr /></div><div role="contentinfo" align="center"><small>Rocket</small></div></body></html>',
  ]),
  ...many('Perl', [
    "<h1>Software error:</h1>\n<pre>Can't locate Shop.pm in @INC at /srv/index.cgi line 3.\n</pre>",
  ]),
  ...many('Phoenix', [
    titled('RuntimeError at GET /', `<h1 class="title">RuntimeError at GET /</h1>${style(9000)}`),
  ]),
  ...many('ColdFusion', [
    titled(
      'Error Occurred While Processing Request',
      `<font style="COLOR: black; FONT: 16pt/18pt verdana">The web site you are accessing has experienced an unexpected error.</font>${style(9000)}`,
    ),
    titled('', 'Lucee 5.4.3.2 Error (expression) Message variable [X] does not exist'),
  ]),
  ...many('Akka', ['There was an internal server error.', 'The requested resource could not be found.']),

  {
    by: 'Next.js, with its files',
    body: titled(
      '500: Internal Server Error',
      '<div id="__next"><h1 class="next-error-h1">500</h1><h2>Internal Server Error.</h2></div>',
      '<script src="/_next/static/chunks/main.js" defer></script>',
    ),
  },
  {
    by: 'Cloudflare, with its files',
    body: titled(
      'Error 1033',
      '<div id="cf-wrapper"><div id="cf-error-details"><h1>Error 1033</h1><h2>Cloudflare Tunnel error</h2></div></div>',
      '<link rel="stylesheet" href="/cdn-cgi/styles/main.css">',
    ),
  },

  ...many('Cloudflare, as text', ['error code: 522', 'error code: 1033\n']),
  ...many('Cloudflare, as JSON', [
    '{"type":"https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-522/","title":"Error 522: Connection timed out","status":522,"detail":"The origin did not respond.","instance":"9a1b2c3d4e5f6789","error_code":522,"error_name":"connection_timed_out","error_category":"origin","ray_id":"9a1b2c3d4e5f6789","zone":"www.shop.example","cloudflare_error":true,"retryable":true}',
  ]),

  // APIs.
  {
    by: 'RFC 9457',
    body: '{"type":"about:blank","detail":"x"}',
    headers: { 'content-type': 'application/problem+json' },
  },

  // What is not rendered.
  ...many('a script', [
    '<?php\nrequire __DIR__ . "/wp-blog-header.php";\n',
    '<?= $title ?>',
    '<%@ page language="java" %><html></html>',
    '<%= render "index" %>',
    '#!/usr/bin/env python3\nprint("Content-Type: text/html\\n")\n',
    '{% extends "base.html" %}\n{% block content %}Shop{% endblock %}\n',
    '{{> header}}\n<h1>{{title}}</h1>\n',
    "@extends('layouts.app')\n@section('content')\n",
    '@page\n@model IndexModel\n<h1>@Model.Title</h1>\n',
    '<cfoutput>#title#</cfoutput>',
    'extends layout\n\nblock content\n  h1= title\n',
    "import express from 'express'\nconst app = express()\n",
    'from flask import Flask\napp = Flask(__name__)\n',
    '---\ntitle: Shop\nlayout: default\n---\n# Shop\n',
    'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n',
    '<<<<<<< HEAD\n<!DOCTYPE html>\n=======\n<!doctype html>\n>>>>>>> main\n',
  ]),
  {
    by: 'Apache without PHP',
    body: '<?php phpinfo();\n',
    headers: { 'content-type': 'application/x-httpd-php' },
  },
]

export const ORDINARY_PAGES: readonly ErrorPage[] = [
  {
    by: 'an exhibition',
    body: titled('404 in art', '<h1>404 Not Found</h1><p>An exhibition about what is missing.</p>'),
  },
  {
    by: 'a page about a status',
    body: titled(
      '502 Bad Gateway',
      '<h1>502 Bad Gateway</h1><p>This status means that a gateway got an invalid response. Check the logs of the upstream server.</p>',
    ),
  },
  {
    by: 'a page of documentation',
    body: titled(
      'Tracebacks - Python documentation',
      '<h1>Tracebacks</h1><pre>Traceback (most recent call last):\n  File "a.py", line 1, in &lt;module&gt;\nKeyError</pre>',
    ),
  },
  {
    by: 'a snippet with a title of its own',
    body: titled(
      'Debugging, part 3',
      '<pre>Traceback (most recent call last):\n  File "a.py", line 1, in &lt;module&gt;\nKeyError</pre>',
    ),
  },
  { by: 'a novel', body: titled('Forbidden', '<h1>Forbidden</h1><p>A novel in three parts.</p>') },
  { by: 'a film', body: '<h1>Not Found: a film</h1>' },
  { by: 'an API without an error', ...json('{"error":null,"status":"ok","data":[1]}') },
  { by: 'an API with a code of success', ...json('{"code":200,"message":"OK"}') },
  {
    by: 'an API that lists statuses',
    ...json(
      '{"statuses":[{"status":404,"title":"Not Found"},{"status":500,"title":"Internal Server Error"}]}',
    ),
  },
  // Errors in JSON are the business of `expected-body`.
  {
    by: 'Spring, JSON',
    ...json(
      '{"timestamp":"2026-11-29T21:34:40.000+00:00","status":500,"error":"Internal Server Error","path":"/"}',
    ),
  },
  { by: 'NestJS', ...json('{"statusCode":500,"message":"Internal server error"}') },
  { by: 'FastAPI', ...json('{"detail":"Not Found"}') },
  { by: 'AWS API Gateway', ...json('{"message":"Missing Authentication Token"}') },
  {
    by: 'Kong, JSON',
    ...json('{\n  "message":"no Route matched with those values",\n  "request_id":"0a1b"\n}'),
  },
  {
    by: 'Strapi',
    ...json('{"data":null,"error":{"status":404,"name":"NotFoundError","message":"Not Found","details":{}}}'),
  },
  { by: 'a health check', ...json('{"status":"DOWN"}') },
  { by: 'an API with counts', ...json('{"status":"ok","code":404123,"error":"none"}') },
  {
    by: "Varnish's page for a health check",
    body: titled(
      '200 OK',
      '<h1>Error 200 OK</h1><p>OK</p><h3>Guru Meditation:</h3><p>XID: 1</p><hr><p>Varnish cache server</p>',
    ),
  },
  {
    by: 'a soft 404 of a site',
    body: titled('Page not found - Shop', '<h1>Page not found</h1><p>Try our search.</p>'),
  },
  {
    by: 'XML',
    body: '<?xml version="1.0"?>\n<catalog><Error/></catalog>',
    headers: { 'content-type': 'application/xml' },
  },
  ...['application/octet-stream', 'text/plain', 'text/x-sh', 'application/x-sh', ''].map((type) => ({
    by: `an install script as ${type}`,
    body: '#!/bin/sh\nset -eu\necho Installing\n',
    headers: { 'content-type': type },
  })),
  {
    by: 'an app with the SDK of AWS WAF',
    body: titled(
      'Shop',
      '<script src="https://a.us-east-1.token.awswaf.com/a/b/challenge.js" defer></script><div id="root"></div><script src="/main.js"></script>',
    ),
  },
  {
    by: 'an app with the script of Kasada',
    body: titled(
      'Shop',
      '<script>window.KPSDK={}</script><script src="/149e9513/2d206a39/ips.js?KP_UIDz=x"></script><div id="app"></div><script src="/main.js"></script>',
    ),
  },
  { by: 'a login with a captcha', body: titled('Log in', '<form><input></form><div id="px-captcha"></div>') },
  {
    by: 'a game',
    body: titled('Not Found', '<h1>Not Found</h1><canvas></canvas><script src="/game.js"></script>'),
  },
  {
    by: 'a shop for a perfume',
    body: titled(
      'Forbidden',
      '<h1>Forbidden</h1><p>The requested resource of love.</p><form action="/buy"><button>Buy</button></form>',
    ),
  },
  { by: 'a shop for fireworks', body: titled('🧨 Fireworks', '<h1>Fireworks</h1><p>For the new year.</p>') },
  { by: 'PHP as text', body: '<?php echo 1;\n', headers: { 'content-type': 'text/plain' } },
  { by: 'a module', body: "import a from './a.js'\n", headers: { 'content-type': 'text/javascript' } },
  { by: 'a stylesheet', body: '@import "a.css";\n', headers: { 'content-type': 'text/css' } },
  { by: 'a Markdown file', body: '---\ntitle: a\n---\n# a\n', headers: { 'content-type': 'text/markdown' } },
  {
    by: 'an app that a script renders',
    body: titled(
      'Shop',
      '<div id="root"></div><script type="module" src="/a.js"></script><noscript>Application error: a client-side exception has occurred</noscript>',
    ),
  },
  {
    by: 'a shop that has PHP warnings below its header',
    body: titled(
      'Shop',
      '<h1>Shop</h1><br />\n<b>Deprecated</b>:  x in <b>/srv/a.php</b> on line <b>3</b><br />\n<p>Drills</p>',
    ),
  },
  {
    by: 'a shop that has PHP warnings above its page',
    body: `<br />\n<b>Deprecated</b>:  x in <b>/srv/a.php</b> on line <b>3</b><br />\n${titled('Shop', '<h1>Shop</h1>')}`,
  },
  { by: 'a text without HTML', body: 'Error: none. At your service since 1999.' },
  { by: 'a page of one word', body: '<h1>OK</h1>' },
  {
    by: 'a forum',
    body: titled(
      'OperationalError at / - Django forum',
      '<h1>OperationalError at /</h1><p>How do I fix this?</p>',
    ),
  },
  { by: 'a page that a template made', body: '\n<h1>{{ name }} is how Jinja marks a name</h1>' },
  { by: 'a page with an import', body: 'import duties: see below\n' },
  {
    by: 'a page of the site on Netlify',
    body: titled('Shop', '<h1>Shop</h1>'),
    headers: { server: 'Netlify' },
  },
  {
    by: 'an embedded page',
    body: titled(
      'Status',
      '<h1>Our error pages</h1><iframe src="//www.herokucdn.com/error-pages/application-error.html"></iframe>',
    ),
  },
]
