import { STATUS_CODES, type OutgoingHttpHeaders } from 'node:http'

export interface Page {
  readonly status: number
  /** Content-Type; empty for none. */
  readonly type: string
  readonly body: string
  /** Beside the type and the length. */
  readonly headers?: OutgoingHttpHeaders
}

/**
 * The frame of nginx's built-in error pages, byte for byte (`ngx_http_special_response.c`). Cloudflare's edge descends
 * from nginx: its own errors have the same frame with its name at the foot.
 */
export function nginxStylePage(status: number, foot: string): Page {
  // nginx alone writes "Time-out".
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

/** For HTML, where what comes from a request is hostile. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`)
