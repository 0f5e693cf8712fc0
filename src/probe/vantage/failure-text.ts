import type { Failure, FailureReason, Phase } from '../../domain/exchange.ts'

/** How far a probe got, and why no further. */
export interface ProbeFailure {
  readonly phase: Exclude<Phase, 'transfer'>
  readonly error: Failure
}

/** Characters of the text to read. Globalping's messages have about a hundred. */
const MAX_TEXT = 500

/** The messages of Node, c-ares, undici and OpenSSL that a probe passes on, most specific first. */
const FAILURES: readonly (readonly [
  pattern: RegExp,
  phase: ProbeFailure['phase'],
  reason: FailureReason,
  code?: string,
])[] = [
  // A query to the name's servers, or the system's resolver. c-ares reports a refused query as ECONNREFUSED, too.
  [/\b(?:query\w{0,12}|getaddrinfo)\b.*\bE(?:TIMEOUT|TIMEDOUT)\b/i, 'resolve', 'timeout'],
  [/\bEAI_\w+|\bE(?:NOTFOUND|NODATA|SERVFAIL|REFUSED|BADRESP)\b/, 'resolve', 'unresolved'],
  [/\b(?:query\w{0,12}|getaddrinfo)\s+E[A-Z]+\b/i, 'resolve', 'unresolved'],
  [/\bprivate ip\b/i, 'resolve', 'other', 'PRIVATE_ADDRESS'],
  [/\bECONNREFUSED\b/, 'connect', 'refused'],
  [/\bE(?:HOST|NET)UNREACH\b|\bEADDRNOTAVAIL\b/, 'connect', 'unreachable'],
  [/\bconnect ETIMEDOUT\b|\bUND_ERR_CONNECT_TIMEOUT\b|\bconnect timeout\b/i, 'connect', 'timeout'],
  [/\bbefore secure TLS connection\b/i, 'tls', 'closed', 'ECONNRESET'],
  [/\bERR_(?:SSL|TLS)_\w+|\bEPROTO\b|\bSSL routines\b|\bSSL alert\b/i, 'tls', 'protocol'],
  [/\bCERT_\w+|\bUNABLE_TO_\w+|\bSELF_SIGNED_\w+|\bcertificate\b/i, 'tls', 'untrusted'],
  [/\bECONNRESET\b/, 'processing', 'reset'],
  [/\bother side closed\b|\bsocket hang up\b|\bUND_ERR_SOCKET\b|\bEPIPE\b/i, 'processing', 'closed'],
  [/\bHPE_\w+|\bparse error\b|\bHTTPParserError\b|\bdoes not match the HTTP\b/i, 'processing', 'protocol'],
  [/\bheaders? overflow\b|\bUND_ERR_\w*(?:OVERFLOW|MISMATCH)\b/i, 'processing', 'protocol'],
  // zlib, about the body.
  [
    /\bincorrect header check\b|\bunexpected end of file\b|\binvalid (?:block|distance|stored)/i,
    'processing',
    'protocol',
    'BAD_ENCODING',
  ],
  [/\bETIMEDOUT\b|\bUND_ERR_\w*TIMEOUT\b/, 'processing', 'timeout'],
]

/** A probe gives up after ten seconds. It doesn't say what it waited for. */
const GAVE_UP = /\brequest timeout\b|\btimeout awaiting\b/i

/** The measurement itself timed out, because the probe didn't report: that says nothing about the site. */
const NO_REPORT =
  /\bmeasurement timed out\b|\bprobe (?:is|went|was) (?:currently )?(?:offline|disconnected)\b/i

/**
 * Reads why a probe got no response. Undefined if only the probe is at fault.
 *
 * @param target Cloudflare accepts connections, so a probe that gives up waits for its response. At an origin, it more
 * likely waits for the connection.
 */
export function failureIn(text: string, target: 'edge' | 'origin'): ProbeFailure | undefined {
  const read = text.slice(0, MAX_TEXT)
  // Globalping appends it to what the probe had reported.
  if (NO_REPORT.test(text.slice(-MAX_TEXT))) return undefined
  if (GAVE_UP.test(read))
    return {
      phase: target === 'edge' ? 'processing' : 'connect',
      error: { reason: 'timeout', code: 'REQUEST_TIMEOUT', received: 0 },
    }
  const [, phase = 'processing', reason = 'other', code] =
    FAILURES.find(([pattern]) => pattern.test(read)) ?? []
  const alert = phase === 'tls' ? /\bSSL alert number (\d{1,3})\b/i.exec(read)?.[1] : undefined
  return {
    phase,
    error: {
      reason,
      code: code ?? codeIn(read) ?? 'UNKNOWN',
      received: 0,
      ...(alert !== undefined && { alert: Number(alert) }),
    },
  }
}

/** A code of Node, undici or OpenSSL. Names and addresses have no such form. */
function codeIn(text: string): string | undefined {
  return /\b(?:E[A-Z]{3,14}|EAI_[A-Z]{1,10}|(?:ERR|UND_ERR|HPE|CERT|UNABLE_TO|SELF_SIGNED)_[A-Z0-9_]{1,50})\b/.exec(
    text,
  )?.[0]
}
