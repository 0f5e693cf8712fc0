import { DEVIATIONS } from '../domain/deviation.ts'
import type { FailureReason, Phase } from '../domain/exchange.ts'
import type { RouteFailureCode } from '../domain/route/route.ts'
import { deviationOfCode } from './facts/deviations.ts'
import { alertText } from './facts/handshake/tls-alerts.ts'

/** A failed exchange, as far as its words depend on it. */
interface FailureFacts {
  readonly phase: Phase
  readonly reason: FailureReason
  /** Node's or OpenSSL's code, or one of ours; empty when it must not be printed. */
  readonly code: string
  /** The TLS alert with which the peer rejected the handshake. */
  readonly alert?: number
  /** Bytes of the response that arrived; absent when unknown. */
  readonly received?: number
  /** The port that was connected to; absent when it must not be printed. */
  readonly port?: number
  /** The time that the request had, in words, such as `30 s`; absent when unknown. */
  readonly limit?: string
}

/** How an exchange failed, in the three forms that sentences need. */
interface FailureWords {
  /** Two to five words, for tables and the path: `connection refused`. */
  readonly brief: string
  /** What the server does, completes "the origin …": `refuses the connection on port 443`. */
  readonly does: string
  /** What the client gets, completes "visitors get …": `no response: the connection is refused (ECONNREFUSED)`. */
  readonly gets: string
}

/** The only place that puts a failure into words. */
export function failureWords(failure: FailureFacts): FailureWords {
  const { phase, reason, code, received, port } = failure
  const onPort = port === undefined ? '' : ` on port ${port}`
  const known = isSystemCode(code) ? code : ''
  const shown = known === '' ? '' : ` (${known})`
  const noResponse = (why: string): string => `no response: ${why}${shown}`
  const http2 = http2Words(failure)
  if (http2 !== undefined) return http2
  switch (reason) {
    case 'unresolved':
      return {
        brief: 'name does not resolve',
        does: 'cannot be resolved',
        gets: noResponse('the name does not resolve'),
      }
    case 'refused':
      return {
        brief: 'connection refused',
        does: `refuses the connection${onPort}`,
        gets: noResponse('the connection is refused'),
      }
    case 'unreachable':
      return {
        brief: 'no route to host',
        does: 'cannot be reached: no route to host',
        gets: noResponse('no route to host'),
      }
    case 'unrouted':
      return {
        brief: 'this runner has no IPv6',
        does: 'is not checked, because this runner has no IPv6 connectivity',
        gets: noResponse('this runner has no IPv6 connectivity'),
      }
    case 'timeout':
      return timeoutWords(failure, onPort)
    case 'reset':
      return {
        brief: 'connection reset',
        does: `resets the connection ${WHEN[phase]}`,
        gets: `${phase === 'transfer' ? 'no complete response' : 'no response'}: the connection is reset${shown}`,
      }
    case 'closed':
      return {
        brief: phase === 'processing' ? 'closed without a response' : 'connection closed early',
        does: `closes the connection ${WHEN[phase]}`,
        gets:
          received === 0
            ? noResponse('the connection is closed before the first byte')
            : `no complete response: the connection is closed before the response ends${shown}`,
      }
    case 'untrusted':
      return {
        brief: 'untrusted certificate',
        does: 'presents an untrusted certificate',
        gets: noResponse('the certificate is not trusted'),
      }
    case 'protocol':
      return (
        alertWords(failure, onPort) ??
        (phase === 'tls'
          ? {
              brief: 'TLS handshake failed',
              does: `does not complete a TLS handshake${onPort}`,
              gets: noResponse('the TLS handshake fails'),
            }
          : invalidResponseWords(code, noResponse))
      )
    case 'proxy':
      return {
        brief: "stopped at the runner's proxy",
        does: `was not checked: the runner's proxy ${proxyWords(code)}`,
        gets: noResponse(`the runner's proxy ${proxyWords(code)}`),
      }
    case 'route': {
      const why = routeWords(code)
      return {
        brief: `route failed: ${why}`,
        does: `was not checked, because the route to it failed: ${why}`,
        gets: `no response: the route failed: ${why}`,
      }
    }
    case 'other':
      return {
        brief: known === '' ? 'failed' : `failed: ${known}`,
        does: known === '' ? 'fails' : `fails with ${known}`,
        gets: noResponse('the connection fails'),
      }
    default:
      return reason satisfies never
  }
}

/** What the runner's proxy did, by the code of the failure: completes "the runner's proxy …". */
export function proxyWords(code: string): string {
  const what = code.replace(/^PROXY_/, '')
  return PROXY_WORDS[what] ?? (isSystemCode(what) ? 'cannot be reached' : 'blocked the request')
}

const PROXY_WORDS: Readonly<Record<string, string>> = {
  UNUSABLE: 'is not of a supported kind: use `http://`, `https://`, `socks5://` or `socks5h://`',
  '407': 'rejected the login',
  LOGIN_REJECTED: 'rejected the login',
  LOGIN_REQUIRED: 'requires a login',
  LOGIN_UNSUPPORTED: 'supports no login with a password',
  NOT_HTTP: 'does not speak HTTP',
  NOT_SOCKS5: 'does not speak SOCKS5',
  DEADLINE: 'did not respond in time',
  CLOSED: 'closed the connection',
  ECONNRESET: 'reset the connection',
  NETWORK_UNREACHABLE: 'has no route to this address',
  // Whether it had reached the destination is unknown. Not every SOCKS server reports that.
  CLOSED_EARLY: 'closed the connection before the first byte',
  SILENT: 'returned no data in time',
}

/** Why a route failed, by its code, in a few words: completes "route failed: …". */
export function routeWords(code: string): string {
  return ROUTE_WORDS[code] ?? 'the command failed'
}

const ROUTE_WORDS: Readonly<Record<string, string | undefined>> = {
  ROUTE_PERMISSION_DENIED: 'permission denied',
  ROUTE_HOST_KEY: 'host key rejected',
  ROUTE_REFUSED: 'connection refused',
  ROUTE_TIMED_OUT: 'connection timed out',
  ROUTE_UNREACHABLE: 'no route to host',
  ROUTE_UNRESOLVED: 'name does not resolve',
  ROUTE_PROHIBITED: 'forwarding prohibited',
  ROUTE_NO_COMMAND: 'command not found',
  ROUTE_ENDED: 'command ended',
  ROUTE_SILENT: 'nothing arrived in time',
  ROUTE_GARBAGE: 'neither TLS nor HTTP',
  ROUTE_BROKEN: 'command failed mid-response',
} satisfies Readonly<Record<RouteFailureCode, string>>

/** A code of the operating system or of the resolver, such as `ECONNREFUSED`. The others add nothing for people. */
function isSystemCode(code: string): boolean {
  return /^E[A-Z0-9]+$/.test(code)
}

/** The words for a failure that HTTP/2 itself reports, with the name that RFC 9113 gives to the error. */
function http2Words({ phase, code }: FailureFacts): FailureWords | undefined {
  const nothing = phase === 'transfer' ? 'no complete response' : 'no response'
  if (code.startsWith('ERR_HTTP2_')) {
    return {
      brief: 'invalid HTTP/2',
      does: 'does not send valid HTTP/2',
      gets: `${nothing}: what the server sends is not valid HTTP/2`,
    }
  }
  const [, frame, error = ''] = /^(RST_STREAM|GOAWAY)_(\w+)$/.exec(code) ?? []
  if (frame === undefined) return
  return frame === 'GOAWAY'
    ? {
        brief: 'HTTP/2 connection closed',
        does: `closes the HTTP/2 connection ${WHEN[phase]}`,
        gets: `${nothing}: the HTTP/2 connection is closed by a GOAWAY frame (${error})`,
      }
    : {
        brief: 'HTTP/2 stream reset',
        does: `resets the HTTP/2 stream ${WHEN[phase]}`,
        gets: `${nothing}: the HTTP/2 stream is reset (${error})`,
      }
}

/**
 * An alert says why the server rejects the client. OpenSSL's code adds nothing to it. With TLS 1.3, a server rejects a
 * client certificate, or the lack of one, only after the handshake (RFC 8446, section 4.4.2.4).
 */
function alertWords({ alert, phase }: FailureFacts, onPort: string): FailureWords | undefined {
  if (alert === undefined) return
  const what = phase === 'tls' ? 'TLS handshake' : 'TLS connection'
  const nothing = phase === 'transfer' ? 'no complete response' : 'no response'
  return {
    brief: `${what} rejected`,
    does: `rejects the ${what}${onPort}: ${alertText(alert)}`,
    gets: `${nothing}: the ${what} is rejected: ${alertText(alert)}`,
  }
}

function invalidResponseWords(code: string, noResponse: (why: string) => string): FailureWords {
  const kind = deviationOfCode(code)
  const brief = 'invalid HTTP'
  if (kind === undefined) {
    return {
      brief,
      does: 'does not send valid HTTP',
      gets: noResponse('what the server sends is not valid HTTP'),
    }
  }
  const response = `a response that ${DEVIATIONS[kind].says}`
  return { brief, does: `sends ${response}`, gets: response }
}

function timeoutWords({ phase, limit }: FailureFacts, onPort: string): FailureWords {
  const within = limit === undefined ? ' in time' : ` within ${limit}`
  return {
    resolve: {
      brief: 'DNS timed out',
      does: 'cannot be resolved: DNS timed out',
      gets: `no DNS answer${within}`,
    },
    connect: {
      brief: 'connection timed out',
      does: `does not accept connections${onPort}: they time out`,
      gets: `no connection${within}`,
    },
    tls: {
      brief: 'TLS timed out',
      does: 'accepts the connection, then the TLS handshake times out',
      gets: `no TLS handshake${within}`,
    },
    processing: {
      brief: 'no response',
      does: 'accepts the request and never responds',
      gets: `no response${within}`,
    },
    transfer: {
      brief: 'response never finishes',
      does: 'starts a response and never finishes it',
      gets: `no complete response${within}`,
    },
  }[phase]
}

const WHEN: Readonly<Record<Phase, string>> = {
  resolve: 'immediately',
  connect: 'immediately',
  tls: 'during the TLS handshake',
  processing: 'without a response',
  transfer: 'in the middle of the response',
}
