/** The status of a complete response, or why there is none. */
export type CurlOutcome = number | CurlFailure

/**
 * Names for curl's exit codes.
 * - `unreachable`: no route to the host or network.
 * - `prohibited`: "administratively prohibited" by ICMP or ICMPv6.
 * - `tls`: the handshake failed. `untrusted`: the certificate was rejected.
 * - `empty`: closed without a byte. `partial`: a body shorter than its declared length.
 * - `encoding`: broken compression. `protocol`: not HTTP.
 */
export type CurlFailure =
  | 'unresolved'
  | 'refused'
  | 'unreachable'
  | 'prohibited'
  | 'timeout'
  | 'tls'
  | 'untrusted'
  | 'empty'
  | 'reset'
  | 'partial'
  | 'encoding'
  | 'protocol'

/**
 * curl's exit codes, except those that depend on its error text (https://curl.se/libcurl/c/libcurl-errors.html).
 */
const EXIT_CODES: Readonly<Record<number, CurlFailure>> = {
  1: 'protocol',
  6: 'unresolved',
  8: 'protocol',
  16: 'protocol',
  18: 'partial',
  28: 'timeout',
  35: 'tls',
  52: 'empty',
  55: 'reset',
  56: 'reset',
  60: 'untrusted',
  61: 'encoding',
  92: 'protocol',
}

/** The kernel's error of `connect`, as curl's verbose output prints it. */
const CONNECT_FAILURES: readonly (readonly [stderr: RegExp, failure: CurlFailure])[] = [
  [/failed: (?:No route to host|Network is unreachable)/, 'unreachable'],
  [/failed: Permission denied/, 'prohibited'],
  [/failed: Connection refused/, 'refused'],
]

/** The outcome of a curl run: the status if it exited with 0, else the failure. `stderr` is its verbose output. */
export function curlOutcome(exit: number, status: number, stderr: string): CurlOutcome {
  if (exit === 0) return status
  if (exit === 7) return CONNECT_FAILURES.find(([pattern]) => pattern.test(stderr))?.[1] ?? 'refused'
  // In TLS 1.3 the alert about a missing client certificate follows the handshake.
  if (exit === 56 && /^curl: \(56\) .*\balert\b/m.test(stderr)) return 'tls'
  return EXIT_CODES[exit] ?? 'protocol'
}
