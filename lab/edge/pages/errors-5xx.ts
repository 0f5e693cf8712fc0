/**
 * Errors because the origin returned no usable response. Sources: Cloudflare's pages on 5xx errors, and its
 * description of structured error responses for names, categories and seconds.
 */
export const ERRORS_5XX = {
  500: {
    title: 'Internal server error',
    name: 'internal_server_error',
    category: 'cloudflare',
    retryAfter: 30,
    description: "There is an issue between Cloudflare's cache and the web server.",
  },
  // Also replaces the origin's own 502 or 504, whose page is lost. The category is the same.
  502: {
    title: 'Bad gateway',
    name: 'origin_bad_gateway',
    category: 'origin',
    retryAfter: 60,
    description: 'The web server reported that it got no valid response from the server behind it.',
  },
  504: {
    title: 'Gateway time-out',
    name: 'origin_gateway_timeout',
    category: 'origin',
    retryAfter: 120,
    description: 'The web server reported that the server behind it took too long.',
  },
  520: {
    title: 'Web server is returning an unknown error',
    name: 'origin_unknown_error',
    category: 'origin',
    retryAfter: 60,
    description: 'The web server sent an invalid response, or none.',
  },
  521: {
    title: 'Web server is down',
    name: 'origin_down',
    category: 'origin',
    retryAfter: 120,
    description: 'The web server refused the connection.',
  },
  522: {
    title: 'Connection timed out',
    name: 'connection_timeout',
    category: 'origin',
    retryAfter: 120,
    description: 'The web server did not accept the connection in time.',
  },
  523: {
    title: 'Origin is unreachable',
    name: 'origin_unreachable',
    category: 'origin',
    retryAfter: 120,
    description: 'There is no route to the address of the web server.',
  },
  524: {
    title: 'A timeout occurred',
    name: 'origin_response_timeout',
    category: 'origin',
    retryAfter: 120,
    description: 'The web server accepted the request and did not respond in time.',
  },
  // Certificate errors don't go away by retrying.
  525: {
    title: 'SSL handshake failed',
    name: 'ssl_handshake_failed',
    category: 'ssl',
    description: 'The TLS handshake with the web server did not succeed.',
  },
  526: {
    title: 'Invalid SSL certificate',
    name: 'invalid_ssl_certificate',
    category: 'ssl',
    description: 'The certificate of the web server is not valid for this name.',
  },
} as const
