import type { Sign } from '../sign.ts'
import { ofSuccess } from '../success.ts'
import type { StandIn } from './row.ts'

/** Types of text that a program or a browser reads. Others may be a file. */
const TEXT = /^\s*(?:text\/(?:html|xml|css|javascript)|application\/(?:[\w.-]+\+)?(?:json|xml|javascript))\b/i
const PAGE = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i

const beginning = (type: RegExp, body: RegExp): Sign =>
  ofSuccess({ headers: { 'content-type': type }, body, atMost: Infinity })

/**
 * Bytes that are sent as a page, by how their formats begin (RFC 1952 for gzip, RFC 8878 for zstd; WHATWG MIME
 * Sniffing for pictures and archives). A byte outside of ASCII is another character in every encoding, or U+FFFD.
 */
export const DATA: readonly StandIn[] = [
  {
    kind: 'compressed',
    page: 'data that is still compressed',
    signs: [
      beginning(TEXT, new RegExp(String.raw`^\x1F[^\0-\x7F]{1,2}\x08`)),
      beginning(TEXT, /^\([\u00B5\uFFFD]\/[^\0-\x7F]/),
      beginning(TEXT, /^BZh[1-9]1AY&SY/),
      beginning(TEXT, /^[^\0-\x7F]{1,2}7zXZ\0/),
    ],
  },
  {
    kind: 'binary',
    page: 'binary data',
    signs: [
      beginning(PAGE, /^PK\p{Cc}{2}/u),
      beginning(PAGE, /^[^\0-\x7F]{1,2}PNG\r\n/),
      beginning(PAGE, /^[^\0-\x7F]{2,4}\0[^]{1,2}(?:JFIF|Exif)\0/),
      beginning(PAGE, /^(?:GIF8[79]a|%PDF-\d\.\d|RIFF[^]{4,8}WEBPVP8|\x7FELF|\0asm|wOF[2F]\0)/),
      // Control characters and no element: brotli, for example, has no fixed beginning.
      beginning(
        PAGE,
        /^(?:(?:\P{Cc}|[\t-\r]|\p{Cc}(?=\[)){0,64}(?![\t-\r])\p{Cc}(?!\[)){4}(?![^]*<(?:!doctype|\/?[a-z][a-z\d]{0,9}[\s>]))/iu,
      ),
    ],
  },
]
