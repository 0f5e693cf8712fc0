import type { Sign } from '../sign.ts'
import type { StandIn } from './row.ts'

/** Other statuses of error pages have causes of their own. */
const SUCCESS = [200, 202, 203, 206] as const

/** Error pages are short. An article about one is not. */
const SHORT = 8192

const failure = (page: string, first: Sign, ...rest: readonly Sign[]): StandIn => ({
  kind: 'failed',
  page,
  signs: [ofSuccess(first), ...rest.map(ofSuccess)],
})

function ofSuccess(sign: Sign): Sign {
  return { status: SUCCESS, atMost: SHORT, ...sign }
}

/**
 * Error pages with the status of a success. Sources: nginx's html/50x.html and ngx_http_special_response.c; Apache's
 * http_protocol.c; php-src main/main.c (`display_errors`); WordPress' wp-includes/functions.php and
 * class-wp-fatal-error-handler.php; Rails' public/500.html; Laravel's and Symfony's error views; finalhandler;
 * Tomcat's ErrorReportValve; the templates of Cloudflare's error pages.
 */
export const FAILURE_PAGES: readonly StandIn[] = [
  failure(
    'the source of a script instead of its output',
    { body: /^\s*<\?php\s/, headers: { 'content-type': /^(?!text\/plain)/i }, atMost: Infinity },
    {
      body: /^\s*<%@\s*(?:page|language)\b/i,
      headers: { 'content-type': /^(?!text\/plain)/i },
      atMost: Infinity,
    },
  ),
  failure(
    'the page of a failed database connection',
    {
      title: /^(?:Database Error|WordPress (?:›|&rsaquo;) Error|Error establishing a database connection)$/i,
      body: /<h1>Error establishing a (?:database|Redis) connection<\/h1>/i,
    },
    { body: /^\s*(?:<h1>)?Error establishing a database connection(?:<\/h1>)?\s*$/i },
  ),
  failure('a fatal error of WordPress', {
    title: /^WordPress (?:›|&rsaquo;) Error$/,
    body: /There has been a critical error on this website\./,
  }),
  failure(
    'a fatal error of PHP',
    { body: [/<b>(?:Fatal|Parse) error<\/b>: {1,2}\S/, / on line <b>\d{1,6}<\/b>/], atMost: Infinity },
    { body: /^\s*(?:PHP )?(?:Fatal|Parse) error: {1,2}[^\n]{1,1000} on line \d{1,6}\b/ },
  ),
  failure(
    "nginx's error page",
    { title: /^Error$/, body: /currently unavailable\.<br\/?>\s{0,20}Please try again later/ },
    {
      title: /^5\d\d [A-Z][A-Za-z -]{3,30}$/,
      body: /<h1>5\d\d [A-Z][A-Za-z -]{3,30}<\/h1><\/center>\s{0,20}<hr><center>(?:nginx|openresty|tengine)\b/,
    },
  ),
  failure(
    'an error page of a server',
    {
      title: /^50[03] (?:Internal Server Error|Service (?:Temporarily )?Unavailable)$/,
      body: /<p>The server (?:encountered an internal error or\s{1,4}misconfiguration|is temporarily unable to service your\s{1,4}request)/,
    },
    {
      body: /^\s*<html><body><h1>50[234] [A-Z][A-Za-z -]{3,30}<\/h1>\s{1,4}(?:No server is available|The server (?:returned an invalid|didn't respond))/,
    },
    { title: /^HTTP Status 5\d\d [-–] /, body: /<h3>Apache Tomcat\/|<b>Type<\/b>/ },
  ),
  failure("Rails' error page", {
    title: /^We['’]re sorry, but something went wrong(?: \(500(?: Internal Server Error)?\))?$/,
  }),
  failure("Laravel's error page", {
    title: /^Server Error$/,
    body: [/>\s{0,60}500\s{0,60}</, />\s{0,60}Server Error\s{0,60}</],
  }),
  failure("Symfony's error page", { title: /^An Error Occurred: Internal Server Error$/ }),
  failure('an error of Express', {
    title: /^Error$/,
    body: /<pre>(?:\w{0,40}Error: [^\n]{0,500}(?:<br> &nbsp; ?&nbsp;at |<\/pre>)|Internal Server Error<\/pre>)/,
  }),
  failure("Drupal's error page", {
    body: /^\s*(?:<p>)?The website encountered an unexpected error\. (?:Please )?[Tt]ry again later\./,
  }),
  failure("ASP.NET's error page", {
    title: /^(?:Runtime Error|500 - Internal server error\.)$/i,
    body: /Server Error in '[^']{1,100}' Application|<h2>500 - Internal server error\.<\/h2>/i,
    atMost: Infinity,
  }),
  failure('a debug page of Werkzeug', { title: /\/\/ Werkzeug Debugger$/, atMost: Infinity }),
  failure("Cloudflare's error page", {
    title: /\| (?:5\d\d|1\d{3}): |^[^|]{1,200} \| \d{3,4}: /,
    body: /id="cf-(?:error-details|wrapper)"/,
    atMost: Infinity,
  }),
]
