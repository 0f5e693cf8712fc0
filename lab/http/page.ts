import { STATUS_CODES, type OutgoingHttpHeaders } from 'node:http'

export interface Page {
  readonly status: number
  /** Content-Type; empty for none. */
  readonly type: string
  readonly body: string
  /** In addition to the type and the length. */
  readonly headers?: OutgoingHttpHeaders
}

/**
 * nginx's built-in error page, byte for byte (`ngx_http_special_response.c`). Cloudflare's edge is derived from
 * nginx, and its unbranded errors use the same page with its own name in the footer.
 */
export function nginxStylePage(status: number, foot: string): Page {
  // nginx writes "Time-out" here.
  const title = status === 504 ? '504 Gateway Time-out' : `${status} ${STATUS_CODES[status] ?? ''}`
  const lines = [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body>',
    `<center><h1>${title}</h1></center>`,
    `<hr><center>${foot}</center>`,
    '</body>',
    '</html>',
    '',
  ]
  return { status, type: 'text/html', body: lines.join('\r\n') }
}

/** Escapes text for HTML. Text from requests is hostile. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`)
