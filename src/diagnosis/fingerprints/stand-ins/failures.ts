import type { Ending } from '../../../domain/exchange.ts'
import type { Sign } from '../sign.ts'
import { ofSuccess } from '../success.ts'
import type { StandIn } from './row.ts'
import { STATUS_PAGES } from './status-page.ts'

const failure = (page: string, first: Sign, ...rest: readonly Sign[]): StandIn => ({
  kind: 'failed',
  page,
  signs: [ofSuccess(first), ...rest.map(ofSuccess)],
})

/** Pages whose size grows with the error: an exact title, and markup that only the real page has. */
const long = (title: RegExp, body: RegExp): Sign => ({ title, body, branded: true, atMost: Infinity })

/** No title, or one that says nothing but that there is an error. */
const UNTITLED = /^(?:(?:internal |application |database )?(?:server )?(?:error|exception)\W{0,3})?$/i

/** Texts that begin like this, on a page without a title of its own. */
const opening = (words: string): Sign => ({ title: UNTITLED, text: new RegExp(`^(?:${words})`) })

/** An error after a part of the page was sent, with status 200. It is at the end, which the evidence doesn't keep. */
const ended = (ending: Ending): Sign => ({ ending, atMost: Infinity })

const NEXT_ERROR =
  /^Application error: a (?:client|server)-side exception has occurred (?:while loading \S{1,253} )?\(see the (?:browser console|server logs) for more information\)\.(?: Digest: \d{1,20})?$/

/**
 * Types that a browser shows as a page, and the type that Apache has for PHP when no module runs it. With others, a
 * script is what the URL offers, as for `curl … | sh`.
 */
const SHOWN = { 'content-type': /^\s*(?:text\/html|application\/xhtml)|php/i } as const

/** PHP and server templates are never an offer, even without a useful type. */
const RENDERED = { 'content-type': /^$|^\s*(?:text\/html|application\/(?:xhtml|octet-stream))|php/i } as const

const source = (body: RegExp): Sign => ({ body, headers: SHOWN, atMost: Infinity })
const php = (body: RegExp): Sign => ({ body, headers: RENDERED, atMost: Infinity })

/**
 * Error pages with the status of a success. Sources: nginx's html/50x.html; php-src main/main.c (`display_errors`) and
 * sapi/fpm; WordPress' wp-includes/functions.php, load.php and class-wp-fatal-error-handler.php; Rails' public/500.html
 * and rescues/layout; Puma's server.rb; Laravel's and Symfony's error views; finalhandler; Django's technical_500.html;
 * Werkzeug's tbtools.py; Spring Boot's ErrorMvcAutoConfiguration; Tomcat's ErrorReportValve; Joomla's
 * ExceptionHandler; Drupal's FinalExceptionSubscriber; Magento's pub/errors; CodeIgniter's errors/html; Next.js'
 * _error.tsx; Envoy's router.cc; Varnish's builtin.vcl; captures of CloudFront, S3, Vercel and Heroku; the templates of
 * Cloudflare's error pages. Where the version differs, the signs have what all have.
 */
export const FAILURE_PAGES: readonly StandIn[] = [
  failure(
    'the source of a script instead of its output',
    php(/^\s*<\?(?:php\b|=|\s(?!xml\b))/),
    { source: 'template', headers: RENDERED, atMost: Infinity },
    source(/^\s*<%(?:[@=#!-]|\s)/),
    source(/^#! ?\/(?:usr|bin)\//),
    source(/^\s*\{%-?\s*(?:extends|include|load|block|import|set|if|for|layout|comment)\b/),
    source(/^\s*\{\{[#>!]/),
    source(/^\s*@(?:extends|section|inject|include)\(['"]/),
    source(/^\s*@(?:page|model|using|inherits)\b[^\n]{0,200}\n\s*@?/),
    source(/^\s*<cf(?:output|set|include|component|application|param)\b/i),
    source(/^\s*(?:extends [\w/.]{1,100}|doctype html)\r?\n\s*(?:block|html)\b/),
    source(
      /^\s*(?:['"]use (?:strict|client)['"]|import [\w{* ][^\n]{0,200} from ['"]|const \w+ = require\()/,
    ),
    source(/^\s*(?:from [\w.]+ import [\w*, ()]+|import [a-z]\w*|package \w+;?)\r?\n/),
    source(/^---\r?\n(?:[\w-]+:[^\n]*\n){1,40}---\s*\n/),
  ),
  failure(
    'a file of the repository that the deploy did not resolve',
    source(/^version https:\/\/git-lfs\.github\.com\/spec\/v1\n/),
    source(/^<{7} \S[^\n]{0,200}\n/),
    {
      // In a page without code, so that it isn't an article about it.
      body: [
        /\n<{7} [\w./-]{1,200}\r?\n/,
        /\n={7}\r?\n/,
        /\n>{7} [\w./-]{1,200}\r?\n/,
        /^(?![^]*<(?:pre|code|textarea)\b)/i,
      ],
      headers: SHOWN,
      inside: true,
      atMost: Infinity,
    },
  ),
  failure(
    'the page of a failed database connection',
    ended('database-error'),
    {
      title:
        /^(?:|Database Error|WordPress (?:›|&rsaquo;) Error|Error establishing a (?:database|Redis) connection)$/i,
      text: /^Error establishing a (?:database|Redis) connection/i,
    },
    opening(
      String.raw`(?:Uncaught )?(?:PDOException\b|SQLSTATE\[)|(?:Database )?[Cc]onnection (?:failed|error): .{0,300}$|Failed to connect to MySQL: |Link to database cannot be established|Error: Could not (?:make a database link|connect to (?:the )?database)|Error: Database connection failed|A Database Error Occurred|Microsoft OLE DB Provider .{0,80} error '`,
    ),
  ),
  failure(
    'a fatal error of WordPress',
    ended('wordpress-error'),
    { title: /^WordPress (?:›|&rsaquo;|&#8250;) /, body: /<body id="error-page">/ },
    {
      title: /^(?:|WordPress (?:›|&rsaquo;|&#8250;) .{1,40})$/,
      text: /^There has been a critical error on (?:this|your) (?:website|site)\./,
    },
  ),
  failure("WordPress' maintenance page", {
    title: /^(?:|Maintenance)$/,
    text: /^Briefly unavailable for scheduled maintenance\. Check back in a minute\.$/,
  }),
  failure(
    'a fatal error of PHP',
    ended('php-error'),
    {
      // It ends the output.
      body: [
        /<br ?\/?>\s{0,4}<b>(?:Fatal|Parse) error<\/b>: {1,2}\S/,
        / on line <b>\d{1,6}<\/b>(?:\s|<br ?\/?>|<\/\w{1,20}>){0,20}$/,
      ],
      inside: true,
      atMost: Infinity,
    },
    {
      body: [/^\s*(?:<br ?\/?>\s{0,4})?<b>(?:Fatal|Parse) error<\/b>: {1,2}\S/, / on line <b>\d{1,6}<\/b>/],
      atMost: Infinity,
    },
    { body: /^\s*(?:PHP )?(?:Fatal|Parse) error: {1,2}[^\n]{1,1000} on line \d{1,6}\b/, atMost: Infinity },
    {
      body: /^\s*(?:<br ?\/?>\s{0,4})?(?:<b>)?(?:PHP )?Warning(?:<\/b>)?: {1,2}require(?:_once)?\([^\n]{1,600}[Ff]ailed to open stream/,
    },
    {
      // Messages and nothing else.
      body: /^(?:(?!<(?:!doctype|html|body|div|p|h\d|main|table)\b)[^])*$/i,
      text: /^(?:PHP )?(?:Warning|Notice|Deprecated): .{1,2000} on line \d{1,6}(?: in .{0,300})?$/,
    },
    { title: /^$/, text: /^\( ! \) (?:Fatal|Parse) error: / },
    { title: /^$/, text: /^(?:No input file specified\.|File not found\.|Could not open input file: \S+)$/ },
    { title: /^$/, text: /^Composer detected issues in your platform: / },
  ),
  failure("nginx's error page", {
    title: /^Error$/,
    body: /currently unavailable\.<br ?\/?>\s{0,20}Please try again later/,
  }),
  failure('the error page of a server or gateway', ...STATUS_PAGES, {
    title: /^HTTP Status [45]\d\d [-–] /,
    body: /<h3>Apache Tomcat\/|<b>Type<\/b>/,
    atMost: Infinity,
  }),
  failure(
    'the error page of a proxy or CDN',
    {
      title: /^$/,
      body: /^\s*(?:upstream connect error or disconnect\/reset before headers\b|no healthy upstream|upstream request timeout|stream timeout|RBAC: access denied|no available server|DEPLOYMENT_NOT_FOUND\s*$|Fastly error: unknown domain|default backend - 404)/,
    },
    { title: /^[45]\d\d /, text: /^Error [45]\d\d .{1,200} Guru Medi(?:ta|a)tion: / },
    long(/^ERROR: The request could not be satisfied$/, /<H2>The request could not be satisfied\.<\/H2>/i),
    long(
      /^ERROR: The requested URL could not be retrieved$/,
      /<h1>ERROR<\/h1>\s{0,20}<h2>|<body id=["']?ERR_/i,
    ),
    { title: /^Kong Error$/ },
    opening(
      String.raw`(?:Kong Error )?An invalid response was received from the upstream server|404 Route Not Found|Our services aren't available right now|Application failed to respond This error appears|An error occurred while processing your request\. Reference #`,
    ),
    { body: /^[\w' .]{1,100}\n\n[A-Z][A-Z_]{5,60}\n\n\w{3,5}\d::/ },
    { text: /^$/, body: /<iframe[^>]{0,100}\bherokucdn\.com\/error-pages\// },
  ),
  failure('an error of a file store', {
    body: /^\s*(?:<\?xml[^>]{0,100}\?>\s*)?<Error>\s*<Code>\w{3,60}<\/Code>\s*<Message>/,
  }),
  failure(
    'an error of an AWS Lambda function',
    // What API Gateway and function URLs pass on, with the keys of the runtimes for Node, Python, Java and .NET.
    {
      body: [
        /^\s*\{\s*"error(?:Type|Message)"\s*:\s*"(?:[^"\\]|\\.){1,4000}"\s*,\s*"error(?:Type|Message)"\s*:\s*"/,
        /"errorType"\s*:\s*"(?!(?:no|none|null|ok|success)")[\w.]{1,200}"/i,
        /"\s*(?:,\s*"(?:trace|stackTrace|requestId|cause)"\s*:[^]{0,9000})?\}?\s*$/,
      ],
      atMost: Infinity,
    },
    { body: /^\s*\{\s*"errorMessage"\s*:\s*"[^"]{0,200}Task timed out after [\d.]{1,10} seconds"\s*\}\s*$/ },
  ),
  failure(
    'the page of a development server that rejects this host',
    { title: /^$/, text: /^Invalid Host(?:\/Origin)? header$/ },
    { body: /^\s*Blocked request\. This host \([^)\n]{1,300}\) is not allowed\.\s/ },
    {
      title: /^$/,
      text: /^The server is configured with a public base URL of \S{1,300} - did you mean to visit /,
    },
  ),
  failure("MongoDB's response to HTTP", {
    body: /^\s*It looks like you are trying to access MongoDB over HTTP on the native driver port\.\s*$/,
  }),
  failure('an error of an API', {
    headers: { 'content-type': /^\s*application\/problem\+(?:json|xml)\b/i },
    // RFC 9457 has no word for success, but an application may write one.
    body: /^(?![^]{0,2000}"status"\s*:\s*"?[123]\d\d\b)/,
  }),
  failure(
    "Rails' error page",
    ended('rails-error'),
    {
      title:
        /^We['’]re sorry, but something went wrong\.?(?: \(500(?: Internal Server Error)?\))?$|^The (?:page you were looking for doesn['’]t exist|change you wanted was rejected) \(4\d\d[\w ]{0,30}\)$/,
      body: /<(?:h1|strong)>(?:We['’]re sorry, but something went wrong|The (?:page you were looking for|change you wanted))/,
      branded: true,
    },
    long(
      /^(?:Action Controller|ActionDispatch): Exception caught$/,
      /<meta name="turbo-visit-control"|<header[^>]{0,60}>\s{0,20}<h1>|#C(?:52F24|61F17)\b|\bRails\.root\b|<h1>Blocked hosts?: /,
    ),
    long(
      /^(?:Ruby (?:on Rails )?|Web )?application could not be started$/i,
      /<h1>(?:Ruby (?:on Rails )?|Web )?application could not be started<\/h1>|\bphusion/i,
    ),
    { body: /^(?:Puma caught this error: |An unhandled lowlevel error occurred\.)/ },
  ),
  failure(
    "Symfony's error page",
    long(
      /^An Error Occurred: /,
      /<h1>Oops! An Error Occurred<\/h1>\s{0,20}<h2>The server returned a "[45]\d\d /,
    ),
    {
      title: /\([45]\d\d [A-Z][\w ]{3,40}\)$/,
      body: /Symfony Exception|symfony\/error-handler|class="exception-/i,
      atMost: Infinity,
    },
  ),
  failure(
    'an error of Express',
    {
      title: /^Error$/,
      body: /<pre>(?:\w{0,40}Error: [^\n]{0,500}(?:<br> &nbsp; ?&nbsp;at |<\/pre>)|Internal Server Error<\/pre>)/,
    },
    { title: /^(?:Error)?$/, text: /^Cannot (?:GET|HEAD) \/\S{0,300}$/ },
  ),
  failure(
    'the stack trace of an error',
    ended('perl-error'),
    {
      title: UNTITLED,
      text: /^Traceback \(most recent call last\): (?:File|Traceback|\+) /,
    },
    {
      title: UNTITLED,
      text: /^(?:Uncaught )?(?:[A-Z]\w{0,40})?(?:Error|Exception)(?: \[\w{1,60}\])?: .{0,1000}? at (?:(?:async |new |Object\.)?[\w$.<>]{1,100}(?: \(|\.\w+|$)|file:|node:|\/)/,
    },
    {
      title: UNTITLED,
      text: /^(?:Exception in thread "[^"]{1,100}" )?(?:[a-z][\w$]*\.){1,10}[A-Z][\w$]*(?:Exception|Error)\b.{0,1000}? at (?:[\w$]+\.)+[\w$<>]+\(/,
    },
    { title: UNTITLED, text: /^(?:Unhandled exception\. )?System\.[\w.]{1,80}Exception: .{0,1000}? at \w/ },
    { title: UNTITLED, text: /^panic: .{1,1000}? goroutine \d{1,6} \[|^thread '[^']{1,100}' panicked at / },
    { title: UNTITLED, text: /^[\w./-]{1,300}\.rb:\d{1,6}:in [`'"]/ },
    opening(
      String.raw`Unexpected Server Error Error: |Software error: |Microsoft (?:VBScript|JScript) (?:runtime|compilation) error '`,
    ),
  ),
  failure(
    'the debug page of a framework',
    {
      title: /^\w[\w.:]{0,200}\s+at (?:[A-Z]{3,7} )?\/\S{0,1000}$/,
      body: /<meta name="robots" content="NONE,NOARCHIVE"/,
      branded: true,
      atMost: Infinity,
    },
    {
      title:
        /^[\w.:]{0,200}(?:Error|Exception|NotFound|DoesNotExist|DisallowedHost|Improperly\w+)\s+at (?:[A-Z]{3,7} )?\/\S{0,1000}$/,
      body: /<h1[^>]{0,100}>\s{0,20}[\w.:]{1,200}\s{1,40}at (?:[A-Z]{3,7} )?\//,
      branded: true,
      atMost: Infinity,
    },
    long(/\/\/ Werkzeug Debugger$/, /__debugger__=|\bEVALEX\b/),
    long(/^Whoops! There was an error\.$|^🧨 /u, /\bWhoops[ .]container\b|\bignition\b|\bwindow\.ignite\b/i),
    {
      title: /^$/,
      text: /^Whitelabel Error Page This application has no (?:explicit mapping for \/error|configured error view)/,
    },
  ),
  failure(
    'the error page of a CMS or a framework',
    {
      title: /^(?:|Error\b.{0,100})$/,
      text: /^(?:Error )?The website encountered an unexpected error\. (?:Please )?[Tt]ry again later\./,
    },
    {
      title: /^There has been an error processing your request$/,
      body: /Exception printing is disabled|Error log record number/,
      interactive: true,
    },
    { title: /^Whoops, looks like something went wrong\.$/ },
    { title: /^Application error: a (?:client|server)-side exception has occurred/ },
    long(
      /^(?:404: This page could not be found|500: Internal Server Error)\.?$/,
      /class="next-error-h1"|\b__next_f\b|id="__NEXT_DATA__"/,
    ),
    { title: /^(?:Application Error!?|Error)?$/i, text: /^Application Error!?(?: Error: .{1,2000})?$/i },
    {
      // The layout of the site may have a title.
      body: /<html[^>]{0,200}\bid="__next_error__"/,
      branded: true,
      text: NEXT_ERROR,
    },
    { title: UNTITLED, text: NEXT_ERROR },
    {
      title:
        /^(?:|Whoops!|(?:General )?Error|Oops!?|Oops, an error occurred!|Sorry! This site is experiencing technical difficulties\.|Nextcloud|ownCloud|Slim Application Error|.{0,20}Exception\W{0,3}|Database error)$/,
      text: /^(?:Error displaying the error page|Whoops! We seem to have hit a snag\.|Whoops, looks like something went wrong\.|An (?:Error Was|uncaught Exception was) Encountered|A PHP Error was encountered|Slim Application Error|A website error has occurred\.|Internal Server Error The server (?:was unable|encountered an internal error and was unable) to complete|Sorry! This site is experiencing technical difficulties\.|General Error SQL ERROR \[|Oops, an error occurred!|Oops The software powering this discussion forum|Uncaught exception thrown in |An error has happened during application run\.|\d{1,3} exception\(s\): Exception #0|Server error An error occurred in the application and your page could not be served\.|There was an internal server error\.$|The requested resource could not be found\.$|An error occurred on the server when processing the URL\.)/i,
    },
  ),
  failure(
    "ASP.NET's error page",
    ended('asp-error'),
    {
      title: /^(?:Runtime Error|500 - Internal server error\.)$/i,
      body: /Server Error in '[^']{1,100}' Application|<h2>500 - Internal server error\.<\/h2>/i,
      atMost: Infinity,
    },
    {
      body: /<body[^>]{0,100}>\s{0,30}<span><h1>Server Error in '[^']{1,100}' Application\./i,
      branded: true,
      atMost: Infinity,
    },
    {
      title: /^Internal Server Error$/,
      body: /<h1>\s{0,20}An unhandled exception occurred while processing the request\./,
      atMost: Infinity,
    },
    long(
      /^IIS \d{1,2}\.\d Detailed Error - /,
      /class="(?:content-container|highlight-code|summary-container)"/,
    ),
    { title: /^[45]\d\d - /, text: /^Server Error [45]\d\d - / },
    {
      title: /^(?:Error\b.{0,100})?$/,
      text: /^(?:Error\. )?An error occurred while processing your request\. Request ID: /,
    },
    { title: /^(?:HTTP Error 50\d\b.{0,100})?$/, text: /^HTTP Error 50\d(?:\.\d{1,2})? - / },
  ),
  failure(
    "ColdFusion's error page",
    long(
      /^Error Occurred While Processing Request$/,
      /<font style="COLOR: black; FONT: 16pt\/18pt verdana">|<h3>Error Occurred While Processing Request<\/h3>/i,
    ),
    {
      title: /^$/,
      text: /^Lucee [\d.]{3,20} Error \(/,
    },
  ),
  failure(
    "Cloudflare's error page",
    {
      // Its title differs by error, and its files have the site's host.
      title:
        /\| (?:5\d\d|1\d{3}): |^[^|]{1,200} \| \d{3,4}: |^Error 1\d{3}\b|\| Cloudflare$|\bused Cloudflare to restrict access/,
      body: [/<div id="cf-wrapper"/, /<div id="cf-error-details"/],
      branded: true,
      atMost: Infinity,
    },
    // Its forms for clients that don't accept HTML.
    { body: /^\s*error code: (?:5[0-3]\d|1\d{3})\s*$/ },
    {
      body: [
        /^\s*\{/,
        /"cloudflare_error"\s*:\s*true\b/,
        /"error_code"\s*:\s*(?:5[0-3]\d|1\d{3})\b/,
        /\}\s*$/,
      ],
    },
  ),
]
