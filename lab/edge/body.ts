import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import type { OriginResponse } from './origin/origin-response.ts'
import { errorCode } from '../network/routes.ts'
import type { EdgeRequest } from './edge-request.ts'

/** Larger decoded bodies are rejected, because a few kilobytes of gzip can expand to gigabytes. */
const MAX_DECODED = 64 * 1024 * 1024

type Decode = (bytes: Uint8Array) => Promise<Buffer>

const DECODERS: Readonly<Record<string, Decode>> = {
  gzip: (bytes) => promisify(gunzip)(bytes, { maxOutputLength: MAX_DECODED }),
  deflate: (bytes) => promisify(inflate)(bytes, { maxOutputLength: MAX_DECODED }),
  br: (bytes) => promisify(brotliDecompress)(bytes, { maxOutputLength: MAX_DECODED }),
}

/** A body that was read to its end: raw, and decompressed. */
export type BodyResult =
  | { readonly kind: 'complete'; readonly raw: Buffer; readonly decoded: Buffer }
  | { readonly kind: 'timeout' }
  /** Shorter than its declared length, or not decompressible. */
  | { readonly kind: 'failed' }

/** Reads a body to its end. */
export async function readBody({ headers, body }: OriginResponse): Promise<BodyResult> {
  try {
    const raw = await buffer(body)
    const decode = DECODERS[contentEncoding(headers)]
    return { kind: 'complete', raw, decoded: decode ? await decode(raw) : raw }
  } catch (error) {
    return { kind: errorCode(error) === 'ETIMEDOUT' ? 'timeout' : 'failed' }
  }
}

/** Whether the edge can decompress the body, to check or change it. */
export const isCompressed = ({ headers }: OriginResponse): boolean =>
  Object.hasOwn(DECODERS, contentEncoding(headers))

export const isHtml = ({ headers }: OriginResponse): boolean =>
  /^text\/html\b/i.test(headers['content-type'] ?? '')

/** Whether the visitor accepts the origin's content encoding. */
export const accepts = ({ headers: visitor }: EdgeRequest, { headers }: OriginResponse): boolean =>
  (visitor['accept-encoding'] ?? '')
    .split(',')
    .some((each) => ['*', contentEncoding(headers)].includes(each.replace(/;.*/s, '').trim().toLowerCase()))

const contentEncoding = (headers: OriginResponse['headers']): string =>
  (headers['content-encoding'] ?? '').trim().toLowerCase()

/** The challenge platform's script, which Cloudflare injects into the origin's pages, including error pages. */
export const withScript = (page: Buffer, { ray }: EdgeRequest): Buffer => {
  const script =
    `<script>(function(){window.__CF$cv$params={r:'${ray}'};var a=document.createElement('script');` +
    `a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';document.head.appendChild(a)})();</script>`
  const text = page.toString('latin1')
  const end = text.toLowerCase().lastIndexOf('</body>')
  const position = end < 0 ? text.length : end
  return Buffer.from(text.slice(0, position) + script + text.slice(position), 'latin1')
}
