import { ENDINGS, type Ending } from '../../domain/exchange.ts'

/** Marks that the end of a page must all have. The last one is at its very end. */
const MARKS: Readonly<Partial<Record<Ending, readonly (readonly RegExp[])[]>>> = {
  // php-src main/main.c, with `html_errors` and without, and Xdebug.
  'php-error': [
    [
      /(?:^|<br ?\/?>\s{0,4})<b>(?:Fatal|Parse) error<\/b>: {1,2}\S/,
      / on line <b>\d{1,6}<\/b>(?:\s|<br ?\/?>|<\/\w{1,20}>){0,20}$/,
    ],
    [/(?:^|\n)(?:PHP )?(?:Fatal|Parse) error: {1,2}\S/, / in [^\n<>]{1,500} on line \d{1,6}\s{0,20}$/],
    [/class=["']xdebug-error xe-(?:fatal|parse|uncaught)/, /<\/table><\/font>\s{0,20}$/],
  ],
  'wordpress-error': [
    // Its message in English or in its own element, and then only the link: a help article may end with the link too.
    [
      /(?:<div class="wp-die-message">\s{0,20}<p>|<p>There has been a critical error on (?:this|your) (?:website|site)\.)(?:(?!<\/p>)[^]){0,800}<\/p>\s{0,20}<p><a href="https:\/\/(?:[\w-]{2,20}\.)?wordpress\.org\/[\w/-]{1,60}faq-troubleshooting\/">[^<]{1,200}<\/a>\.?<\/p>\s{0,20}(?:<\/\w{1,20}>\s{0,20}){0,8}$/,
    ],
  ],
  // What PHP's `die` and similar functions print, without the tags that would close the page.
  'database-error': [
    [
      /(?:^|[>\n]|=["'])[ \t]{0,20}(?:(?:Database )?[Cc]onnection (?:failed|error)|Failed to connect to MySQL|(?:Error: )?Could not connect to (?:the )?database|Error establishing a database connection|(?:\w{1,40}: )?SQLSTATE\[\w{5}\])[^\n<>]{0,300}\s{0,20}$/,
    ],
  ],
  'asp-error': [
    [
      /<font face="Arial" size=2>error '[0-9a-f]{8}'<\/font>/i,
      /<font face="Arial" size=2>, line \d{1,6}<\/font>\s{0,20}$/i,
    ],
  ],
  // CGI::Carp's fatalsToBrowser.
  'perl-error': [[/<h1>Software error:<\/h1>\s{0,20}<pre>/i, /For help, please send mail to [^]{0,600}$/]],
  // ActionView::StreamingTemplateRenderer.
  'rails-error': [[/"><script>window\.location = "\/500\.html"<\/script><\/html>\s{0,20}$/]],
  'laravel-start': [
    [
      /Laravel v\d{1,2}\.\d{1,3}\.\d{1,3} \(PHP v\d\.\d{1,2}\.\d{1,3}[\w.+~-]{0,40}\)\s{0,200}(?:<\/\w{1,20}>\s{0,200}){1,20}$/,
    ],
  ],
}

/** @param end the last bytes of a page: the marks are ASCII in every encoding of the web but UTF-16 */
export function endingOf(end: Uint8Array, contentType: string): Ending | undefined {
  if (contentType !== '' && !/html|php/i.test(contentType)) return
  const text = Buffer.from(end.buffer, end.byteOffset, end.byteLength).toString('latin1')
  if (hasSecondPage(text)) return 'wordpress-error'
  return ENDINGS.find((ending) => MARKS[ending]?.some((marks) => marks.every((mark) => mark.test(text))))
}

/**
 * WordPress prints the page of its fatal error handler after what was already printed, even within the value of an
 * attribute. A page with an error page in a frame or in a string has tags of its own after that.
 */
function hasSecondPage(text: string): boolean {
  const at = text.lastIndexOf('<!DOCTYPE html>')
  return at > 0 && !/\bsrcdoc\s*=\s*["']?\s*$/i.test(text.slice(0, at)) && ERROR_PAGE.test(text.slice(at))
}

const ERROR_PAGE =
  /<body id="error-page">(?:(?!<\/(?:body|html|iframe|script|template)\b)[^])*<\/body>\s*<\/html>\s*$/
