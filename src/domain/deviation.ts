/** How a recipient handles a deviation. `repairs`: it drops or replaces the fault and continues. */
type Reaction = 'accepts' | 'repairs' | 'rejects'

/** One way in which a response can deviate from RFC 9110, 9112 or 9113, and how recipients handle it. */
interface DeviationRow {
  /** Completes "a response that …". */
  readonly says: string
  /** The RFC and the section that it violates, such as `9112 5.2`. */
  readonly rfc: string
  /** A client that rejects most of what the RFCs allow it to reject, such as Node's. */
  readonly strict: Reaction
  /** A client that continues wherever the meaning is clear, such as curl or a browser. */
  readonly lenient: Reaction
  /**
   * A reverse proxy such as Cloudflare. `normalizes`: visitors get a valid response. `tolerates`: visitors usually get
   * the response, but proxies differ. `disputes`: nginx and HAProxy serve it, while the parser of Pingora, Cloudflare's
   * published proxy, returns an error (httparse 1.x: `Version`, `Token`, `HeaderName`, `HeaderValue`). `rejects`: the
   * proxy returns its own error.
   */
  readonly proxy: 'normalizes' | 'tolerates' | 'disputes' | 'rejects'
}

/** Every deviation that the HTTP/1.1 and HTTP/2 readers recognize. The causes use only the column `proxy`. */
export const DEVIATIONS = {
  // The status line.
  'not-http': {
    says: 'is not HTTP',
    rfc: '9112 4',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'rejects',
  },
  'empty-line-before-status-line': {
    says: 'begins with an empty line',
    rfc: '9112 2.1',
    strict: 'repairs',
    lenient: 'repairs',
    proxy: 'tolerates',
  },
  'http-version': {
    says: 'has an HTTP version other than 1.x in its status line',
    rfc: '9112 2.3',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'disputes',
  },
  'http-minor-version': {
    says: 'has an HTTP version above 1.1 in its status line',
    rfc: '9110 2.5',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'tolerates',
  },
  'status-line-blanks': {
    says: 'has tabs or extra spaces in its status line',
    rfc: '9112 4',
    strict: 'rejects',
    lenient: 'accepts',
    proxy: 'tolerates',
  },
  'status-line-without-final-space': {
    says: 'has no space after its status code',
    rfc: '9112 4',
    strict: 'accepts',
    lenient: 'accepts',
    proxy: 'normalizes',
  },
  'status-code': {
    says: 'has a status code that is not a number from 100 to 999',
    rfc: '9112 4',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'rejects',
  },
  'status-code-class': {
    says: 'has a status code above 599',
    rfc: '9110 15',
    strict: 'accepts',
    lenient: 'accepts',
    proxy: 'tolerates',
  },
  'control-in-reason': {
    says: 'has a control character in its status line',
    rfc: '9112 4',
    strict: 'accepts',
    lenient: 'accepts',
    proxy: 'disputes',
  },
  'unrequested-upgrade': {
    says: 'switches to a protocol that was not requested',
    rfc: '9110 15.2.2',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'rejects',
  },

  // Lines and fields.
  'line-without-cr': {
    says: 'ends lines with LF instead of CRLF',
    rfc: '9112 2.2',
    strict: 'rejects',
    lenient: 'accepts',
    proxy: 'tolerates',
  },
  'bare-cr': {
    says: 'has a CR in the middle of a line',
    rfc: '9112 2.2',
    strict: 'rejects',
    lenient: 'repairs',
    proxy: 'rejects',
  },
  'folded-line': {
    says: 'continues a header on the next line',
    rfc: '9112 5.2',
    strict: 'rejects',
    lenient: 'repairs',
    proxy: 'tolerates',
  },
  'blank-before-first-field': {
    says: 'has an indented line before its first header',
    rfc: '9112 2.2',
    strict: 'rejects',
    lenient: 'repairs',
    proxy: 'disputes',
  },
  'line-without-colon': {
    says: 'has a header line without a colon',
    rfc: '9112 5',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'rejects',
  },
  'field-name': {
    says: 'has an invalid header name',
    rfc: '9110 5.1',
    strict: 'rejects',
    lenient: 'repairs',
    proxy: 'disputes',
  },
  'field-name-not-ascii': {
    says: 'has a non-ASCII character in a header name',
    rfc: '9110 5.1',
    strict: 'rejects',
    lenient: 'repairs',
    proxy: 'tolerates',
  },
  'blank-before-colon': {
    says: 'has whitespace between a header name and its colon',
    rfc: '9112 5.1',
    strict: 'rejects',
    lenient: 'repairs',
    proxy: 'tolerates',
  },
  'nul-in-field': {
    says: 'has a NUL character in a header',
    rfc: '9110 5.5',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'disputes',
  },
  'control-in-field': {
    says: 'has a control character in a header',
    rfc: '9110 5.5',
    strict: 'rejects',
    lenient: 'accepts',
    proxy: 'disputes',
  },

  // The end of the body.
  'content-length-invalid': {
    says: 'has a `Content-Length` that is not a valid number',
    rfc: '9112 6.3',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'tolerates',
  },
  'content-length-repeated': {
    says: 'repeats the same `Content-Length`',
    rfc: '9110 8.6',
    strict: 'rejects',
    lenient: 'accepts',
    proxy: 'tolerates',
  },
  'content-length-conflict': {
    says: 'has conflicting `Content-Length` values',
    rfc: '9112 6.3',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'rejects',
  },
  'content-length-with-transfer-encoding': {
    says: 'has both `Content-Length` and `Transfer-Encoding`',
    rfc: '9112 6.1',
    strict: 'rejects',
    lenient: 'repairs',
    proxy: 'tolerates',
  },
  'transfer-encoding-unknown': {
    says: 'has a `Transfer-Encoding` other than `chunked`',
    rfc: '9112 6.1',
    strict: 'accepts',
    lenient: 'accepts',
    proxy: 'tolerates',
  },
  'transfer-encoding-repeated': {
    says: 'lists `chunked` twice in `Transfer-Encoding`',
    rfc: '9112 6.1',
    strict: 'accepts',
    lenient: 'accepts',
    proxy: 'tolerates',
  },
  'transfer-encoding-in-http-1.0': {
    says: 'uses chunked encoding in HTTP/1.0',
    rfc: '9112 6.1',
    strict: 'rejects',
    lenient: 'accepts',
    proxy: 'tolerates',
  },
  'framing-without-body': {
    says: 'announces a body despite a status that allows none',
    rfc: '9110 8.6',
    strict: 'repairs',
    lenient: 'repairs',
    proxy: 'normalizes',
  },

  // Chunks and trailers.
  'chunk-size': {
    says: 'has an invalid chunk size',
    rfc: '9112 7.1',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'rejects',
  },
  'chunk-size-blanks': {
    says: 'has whitespace after a chunk size',
    rfc: '9112 7.1',
    strict: 'rejects',
    lenient: 'accepts',
    proxy: 'tolerates',
  },
  'chunk-extension': {
    says: 'has an invalid chunk extension',
    rfc: '9112 7.1.1',
    strict: 'rejects',
    lenient: 'repairs',
    proxy: 'tolerates',
  },
  'chunk-line-without-cr': {
    says: 'ends chunk lines with LF instead of CRLF',
    rfc: '9112 7.1',
    strict: 'rejects',
    lenient: 'accepts',
    proxy: 'tolerates',
  },
  'chunk-end': {
    says: 'has a chunk that is longer than its stated size',
    rfc: '9112 7.1',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'rejects',
  },
  'trailer-field': {
    says: 'has a trailer field that is only allowed as a header',
    rfc: '9110 6.5.1',
    strict: 'repairs',
    lenient: 'repairs',
    proxy: 'tolerates',
  },

  // HTTP/2.
  'http2-stream-reset': {
    says: 'ends with a stream reset',
    rfc: '9113 5.4.2',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'rejects',
  },
  'http2-goaway': {
    says: 'ends with a GOAWAY frame that reports an error',
    rfc: '9113 6.8',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'rejects',
  },
  'http2-protocol': {
    says: 'has an invalid frame',
    rfc: '9113 5.4.1',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'rejects',
  },
} as const satisfies Readonly<Record<string, DeviationRow>>

export type DeviationKind = keyof typeof DEVIATIONS

/** A deviation found in a response. */
export interface Deviation {
  readonly kind: DeviationKind
  /** Bytes of the response before its first occurrence. HTTP/2: bytes of the body before it. */
  readonly offset: number
}
