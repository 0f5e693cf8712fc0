/** What a request comes to: the status of a whole answer, or why there is none. */
export type CurlOutcome = number | CurlFailure

/**
 * curl's exit codes in words. `unreachable`: no route, host or network; `prohibited`: an administrator's ICMP(v6);
 * `tls`: no handshake; `untrusted`: the certificate is turned down; `empty`: closed without a byte; `partial`: a body
 * shorter than announced; `encoding`: broken compression; `protocol`: not HTTP.
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

/** curl's exit codes, but for those that need a look at its complaint (https://curl.se/libcurl/c/libcurl-errors.html). */
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

/** What the kernel said to `connect`, in curl's verbose words. */
const CONNECT_FAILURES: readonly (readonly [complaint: RegExp, failure: CurlFailure])[] = [
  [/failed: (?:No route to host|Network is unreachable)/, 'unreachable'],
  [/failed: Permission denied/, 'prohibited'],
  [/failed: Connection refused/, 'refused'],
]

/** What came of a curl: the status where it exited with 0, else why not. `complaint` is its verbose standard error. */
export function curlOutcome(exit: number, status: number, complaint: string): CurlOutcome {
  if (exit === 0) return status
  if (exit === 7) return CONNECT_FAILURES.find(([words]) => words.test(complaint))?.[1] ?? 'refused'
  // A client certificate that is missed under TLS 1.3 comes as an alert after the handshake.
  if (exit === 56 && /^curl: \(56\) .*\balert\b/m.test(complaint)) return 'tls'
  return EXIT_CODES[exit] ?? 'protocol'
}
