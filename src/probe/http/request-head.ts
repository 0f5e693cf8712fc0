import type { ProbeRequest } from '../types.ts'

/**
 * The bytes of a request (RFC 9112, section 3), with its body. Undefined if the path or a header value has a character
 * that could inject another header or request.
 */
export function requestBytes({
  method,
  path,
  headers,
  body,
}: Pick<ProbeRequest, 'method' | 'path' | 'headers' | 'body'>): Buffer | undefined {
  const { host = '', ...others } = headers
  const fields = Object.entries({
    host,
    connection: 'keep-alive',
    ...others,
    ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
  })
  if (!/^[\x21-\x7e]+$/.test(path) || fields.some(([, value]) => !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)))
    return
  const lines = fields.map(([name, value]) => `${name}: ${value}\r\n`)
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1')
  return body === undefined ? head : Buffer.concat([head, Buffer.from(body)])
}
