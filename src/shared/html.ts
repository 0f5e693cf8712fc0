/** How an HTML document begins, after blanks and comments. */
const DOCUMENT = /^(?:<!doctype\s+html|<html|<head|<body|<title|<meta)(?=[\s/>])/i

/** Comments at the beginning of a text that are skipped. */
const MAX_COMMENTS = 10

/** Whether a text begins as an HTML document does. A script may begin with `<!--`, and an image with `<svg`. */
export function isHtmlDocument(text: string): boolean {
  let rest = text.replace(/^\uFEFF/, '').trimStart()
  for (let comments = 0; comments < MAX_COMMENTS && rest.startsWith('<!--'); comments += 1) {
    const end = rest.indexOf('-->', 4)
    if (end === -1) return false
    rest = rest.slice(end + 3).trimStart()
  }
  return DOCUMENT.test(rest)
}

/** HTML without comments. One that is never closed reaches to the end. */
export function withoutComments(html: string): string {
  return html.replaceAll(/<!--[^]*?(?:-->|$)/g, '')
}

/**
 * The media type of a Content-Type header, in lower case and without parameters; empty without one. Of several, it is
 * the last valid one, as in browsers (Fetch Standard, "extract a MIME type").
 */
export function mediaType(contentType = ''): string {
  const types = contentType
    .replaceAll(/"[^"]*"/g, '')
    .split(',')
    .map((each) => (each.split(';')[0] ?? '').trim().toLowerCase())
  return types.findLast((type) => MEDIA_TYPE.test(type) && type !== '*/*') ?? types[0] ?? ''
}

/** Whether a response of this Content-Type has no end by design: events, or pictures that replace each other. */
export function isStreamType(contentType: string): boolean {
  return ['text/event-stream', 'multipart/x-mixed-replace'].includes(mediaType(contentType))
}

const MEDIA_TYPE = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/
