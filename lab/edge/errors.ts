/** Codes that the edge answers with when it has no answer of the origin that it may pass on. */
export type EdgeCode = keyof typeof EDGE_ERRORS

export interface EdgeError {
  readonly title: string
  /** Cloudflare documents the names of 502, 522 and 524; the others are of the same kind, and the lab's own. */
  readonly name: string
  readonly category: 'origin' | 'ssl'
  /** Cloudflare documents these seconds; a certificate does not mend itself, so 525 and 526 have none. */
  readonly retryAfter?: number
  readonly happened: string
}

export const EDGE_ERRORS = {
  502: {
    title: 'Bad gateway',
    name: 'origin_bad_gateway',
    category: 'origin',
    retryAfter: 60,
    happened: 'The web server reported that it got no valid answer from the server behind it.',
  },
  504: {
    title: 'Gateway time-out',
    name: 'origin_gateway_timeout',
    category: 'origin',
    retryAfter: 120,
    happened: 'The web server reported that the server behind it took too long.',
  },
  520: {
    title: 'Web server is returning an unknown error',
    name: 'origin_unknown_error',
    category: 'origin',
    retryAfter: 60,
    happened: 'The web server answered with something that is not a valid response, or with nothing.',
  },
  521: {
    title: 'Web server is down',
    name: 'origin_down',
    category: 'origin',
    retryAfter: 120,
    happened: 'The web server refused the connection.',
  },
  522: {
    title: 'Connection timed out',
    name: 'connection_timeout',
    category: 'origin',
    retryAfter: 120,
    happened: 'The web server did not answer the attempt to connect in time.',
  },
  523: {
    title: 'Origin is unreachable',
    name: 'origin_unreachable',
    category: 'origin',
    retryAfter: 120,
    happened: 'There is no route to the address of the web server.',
  },
  524: {
    title: 'A timeout occurred',
    name: 'origin_response_timeout',
    category: 'origin',
    retryAfter: 120,
    happened: 'The web server accepted the request and did not answer it in time.',
  },
  525: {
    title: 'SSL handshake failed',
    name: 'ssl_handshake_failed',
    category: 'ssl',
    happened: 'The TLS handshake with the web server did not succeed.',
  },
  526: {
    title: 'Invalid SSL certificate',
    name: 'invalid_ssl_certificate',
    category: 'ssl',
    happened: 'The certificate of the web server is not valid for this name.',
  },
} as const satisfies Readonly<Record<number, EdgeError>>
