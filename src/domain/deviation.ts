/** What a recipient does with a message that deviates. `repairs`: it drops or replaces the fault and continues. */
type Reaction = 'accepts' | 'repairs' | 'rejects'

/** One way in which a response can deviate from RFC 9110, 9112 or 9113, and who accepts it nevertheless. */
interface DeviationRow {
  /** Completes "the response …". */
  readonly says: string
  /** The section that it deviates from, such as `9112 5.2`. */
  readonly rfc: string
  /** A client that rejects most of what the RFC allows it to reject, as Node's does. */
  readonly strict: Reaction
  /** A recipient that reads on wherever the meaning is clear, as curl and browsers do. */
  readonly lenient: Reaction
  /**
   * A reverse proxy such as Cloudflare. `normalizes`: visitors get a valid response. `tolerates`: it usually works, and
   * proxies differ. `rejects`: the proxy returns an error of its own.
   */
  readonly proxy: 'normalizes' | 'tolerates' | 'rejects'
}

/** Every deviation that the readers of HTTP/1.1 and HTTP/2 recognize. `proxy` is what causes decide by. */
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
    says: 'has an HTTP version other than 1.0 or 1.1 in its status line',
    rfc: '9112 2.3',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'rejects',
  },
  'status-line-blanks': {
    says: 'separates the parts of its status line by more than one space',
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
    proxy: 'rejects',
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
    says: 'ends lines without CR',
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
    proxy: 'rejects',
  },
  'line-without-colon': {
    says: 'has a header line without a colon',
    rfc: '9112 5',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'rejects',
  },
  'field-name': {
    says: 'has an invalid character in the name of a header',
    rfc: '9110 5.1',
    strict: 'rejects',
    lenient: 'repairs',
    proxy: 'rejects',
  },
  'field-name-not-ascii': {
    says: 'has a character outside ASCII in the name of a header',
    rfc: '9110 5.1',
    strict: 'rejects',
    lenient: 'repairs',
    proxy: 'tolerates',
  },
  'blank-before-colon': {
    says: 'has a blank between the name of a header and its colon',
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
    proxy: 'rejects',
  },
  'control-in-field': {
    says: 'has a control character in a header',
    rfc: '9110 5.5',
    strict: 'rejects',
    lenient: 'accepts',
    proxy: 'rejects',
  },

  // The end of the body.
  'content-length-invalid': {
    says: 'has a `Content-Length` that is not a number',
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
    says: 'has two different `Content-Length` values',
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
    says: 'is chunked twice',
    rfc: '9112 6.1',
    strict: 'accepts',
    lenient: 'accepts',
    proxy: 'tolerates',
  },
  'transfer-encoding-in-http-1.0': {
    says: 'is chunked in HTTP/1.0',
    rfc: '9112 6.1',
    strict: 'rejects',
    lenient: 'accepts',
    proxy: 'tolerates',
  },
  'framing-without-body': {
    says: 'has a status that allows no body, and a header that announces one',
    rfc: '9110 8.6',
    strict: 'repairs',
    lenient: 'repairs',
    proxy: 'normalizes',
  },

  // Chunks and trailers.
  'chunk-size': {
    says: 'has a chunk whose size is not a number',
    rfc: '9112 7.1',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'rejects',
  },
  'chunk-size-blanks': {
    says: 'has blanks after the size of a chunk',
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
    says: 'ends chunk lines without CR',
    rfc: '9112 7.1',
    strict: 'rejects',
    lenient: 'accepts',
    proxy: 'tolerates',
  },
  'chunk-end': {
    says: 'has a chunk that is longer than its size',
    rfc: '9112 7.1',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'rejects',
  },
  'trailer-field': {
    says: 'has a header in its trailer section that does not belong there',
    rfc: '9110 6.5.1',
    strict: 'repairs',
    lenient: 'repairs',
    proxy: 'tolerates',
  },

  // HTTP/2.
  'http2-stream-reset': {
    says: 'ends with a reset of its HTTP/2 stream',
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
    says: 'has an invalid HTTP/2 frame',
    rfc: '9113 5.4.1',
    strict: 'rejects',
    lenient: 'rejects',
    proxy: 'rejects',
  },
} as const satisfies Readonly<Record<string, DeviationRow>>

export type DeviationKind = keyof typeof DEVIATIONS

/** A deviation that one response has. */
export interface Deviation {
  readonly kind: DeviationKind
  /** Bytes from the beginning of the response to the first occurrence. HTTP/2: bytes of the body before it. */
  readonly offset: number
}
