import type { Certificate } from './certificate.ts'
import type { Deviation } from './deviation.ts'
import type { Untrusted } from './untrusted.ts'

/** The phases of one HTTP exchange in their order, with the names of blackbox_exporter. */
export const PHASES = ['resolve', 'connect', 'tls', 'processing', 'transfer'] as const
export type Phase = (typeof PHASES)[number]

/** The duration of each finished phase, in milliseconds. A phase that was skipped or not reached is absent. */
export type Timings = { readonly [P in Phase]?: number }

/**
 * Why an exchange failed:
 * - `unresolved`: the name has no address. `refused`: a reset in response to the SYN. `unreachable`: no route.
 * - `unrouted`: the runner has no IPv6, and the host nothing else. That says nothing about the site.
 * - `timeout`: our deadline passed. `reset`: an established connection was reset. `closed`: closed before a full
 *   response.
 * - `untrusted`: we rejected the certificate. `protocol`: the bytes were not valid TLS or HTTP.
 * - `proxy`: the runner's own proxy blocked it, or may not have reached the site. That says nothing about the site.
 * - `route`: the command of `origin-proxy-command` failed by itself, which says nothing about the origin.
 */
export const FAILURE_REASONS = [
  'unresolved',
  'refused',
  'unreachable',
  'unrouted',
  'timeout',
  'reset',
  'closed',
  'untrusted',
  'protocol',
  'proxy',
  'route',
  'other',
] as const
export type FailureReason = (typeof FAILURE_REASONS)[number]

export interface Failure {
  readonly reason: FailureReason
  /** Node's or OpenSSL's code such as `ECONNREFUSED`, or one of ours. Never a message: those carry addresses. */
  readonly code: string
  /** Bytes of the response before the failure, without TLS. */
  readonly received: number
  /** The TLS alert with which the peer ended it (RFC 8446, section 6). */
  readonly alert?: number
}

/** What came over the wire, below the meaning of the response (RFC 9112). All text in it is hostile. */
export interface WireDetails {
  /**
   * The first line of the response that isn't empty, as Latin-1: a status line, or whatever the server sent instead.
   * 2 KiB at most.
   */
  readonly opening: Untrusted
  /** The HTTP version in the status line, such as `1.1`; absent when there is none, or a text too long for one. */
  readonly version?: string
  /** Bytes of the final status line and its headers, up to the empty line; absent when that never arrived. */
  readonly headBytes?: number
  /** The headers that delimit the body, without blanks around their values (RFC 9112, section 6). `…`: a long one. */
  readonly contentLength: readonly Untrusted[]
  readonly transferEncoding: readonly Untrusted[]
  /** Every kind of deviation that the response has, by the place of its first occurrence. Absent: it has none. */
  readonly deviations?: readonly Deviation[]
}

/**
 * The state of a body's Content-Encoding. `none`: it has none. `unchecked`: an unknown one, or a body over the limit.
 * `truncated`: it decodes but lacks its end.
 */
export type Coding = 'none' | 'sound' | 'corrupt' | 'truncated' | 'unchecked'

export interface Head {
  readonly status: number
  /** Names in lower case; a repeated header is joined with `, `. Values are hostile text. */
  readonly headers: Readonly<Record<string, Untrusted>>
  /** The `Set-Cookie` headers, which can't be joined and are not in `headers`. Absent: there are none. */
  readonly setCookie?: readonly Untrusted[]
}

/**
 * Whether the response has what was expected. `unread`: not in the part that was read, or the character encoding is
 * unclear. `undecided`: the pattern took too long on this text.
 */
export type Presence = 'found' | 'missing' | 'unread' | 'undecided'

/** Which expectations the response meets. A key without an expectation is absent. */
export interface Content {
  readonly body?: Presence
  readonly header?: Presence
}

/** A file of the page's own host that the page names. */
export interface AssetLink {
  /** Absolute, without a fragment. */
  readonly url: Untrusted
  /** A script with `type="module"`, which browsers refuse if its MIME type is wrong. */
  readonly module?: true
}

/** The first script and stylesheet of its own host that an HTML page names. */
export interface PageAssets {
  readonly script?: AssetLink
  readonly stylesheet?: AssetLink
}

/**
 * What only the end of a page shows: the error that ended it after its beginning was sent, or what a start page says
 * last.
 */
export const ENDINGS = [
  'php-error',
  'wordpress-error',
  'database-error',
  'asp-error',
  'perl-error',
  'rails-error',
  'laravel-start',
] as const
export type Ending = (typeof ENDINGS)[number]

export interface Body {
  /** The first 64 KiB, decompressed and decoded; the first 8 KiB of a success. Hostile text. */
  readonly text: Untrusted
  /**
   * The text may be decoded wrongly. `guessed`: it is not UTF-8, and nothing declares what it is. `unknown`: the
   * declared encoding can't be read. Absent: the encoding is known.
   */
  readonly encoding?: 'guessed' | 'unknown'
  /** Bytes received before we stopped reading, still compressed. */
  readonly bytes: number
  /** False when the body is longer than what was kept of it. */
  readonly complete: boolean
  /** The end of the body was not reached: it is too long, or takes too long. */
  readonly unfinished?: true
  /** Absent: not checked. */
  readonly coding?: Coding
  /** Absent: nothing known, or the end was not reached. */
  readonly ending?: Ending
}

/** The parameters of the TLS handshake, and the presented certificate. */
export interface TlsSession {
  readonly protocol: string
  readonly cipher: string
  readonly certificate: Certificate
}

/** A redirect that was followed. */
export interface Redirect {
  readonly status: number
  /** The requested URL as visitors use it, and the target: absolute. A `Location` has 8,192 characters at most. */
  readonly from: Untrusted
  readonly to: Untrusted
  /** Only the headers that identify the server. */
  readonly headers: Head['headers']
  /** Its `Set-Cookie` headers, as far as the next request repeats them. Absent: there are none. */
  readonly setCookie?: readonly Untrusted[]
  /** Milliseconds. */
  readonly elapsed: number
}

/** The followed redirects, and why the last response is itself a redirect, if it is one. */
export interface RedirectChain {
  /** Oldest first. */
  readonly redirects: readonly Redirect[]
  /**
   * `loop`: the next request would repeat an earlier one. `limit`: no more are followed. `elsewhere`: the target is
   * another host than that of the direct probe. `barred`: the target is a Cloudflare Access login, or in the runner's
   * own network. `nowhere`: the target is not a usable URL.
   */
  readonly end?: 'loop' | 'limit' | 'elsewhere' | 'barred' | 'nowhere'
  /** The target of the last redirect. For `nowhere`, the text in its place, if any. */
  readonly next?: Untrusted
}

interface Measured {
  /** Of the last request, if redirects were followed. */
  readonly timings: Timings
  /** Absent: the first response is not a redirect, or redirects aren't followed. */
  readonly redirectChain?: RedirectChain
  /**
   * What the command that carried the connection wrote to its standard error, 4 KiB at most. Absent: nothing, or no
   * command. It may name the origin, the host between and its users.
   */
  readonly commandOutput?: Untrusted
  /** The IP version of the connection; absent without a connection. */
  readonly family?: 4 | 6
  /** Present after a complete TLS handshake. */
  readonly tls?: TlsSession
  /** Present after the first byte of a response. */
  readonly wire?: WireDetails
}

/** One request and its result. The phase of a failure is what most causes depend on. */
export type Exchange = Measured &
  (
    | {
        readonly kind: 'completed'
        readonly head: Head
        readonly body: Body
        /** Absent: no content was expected. */
        readonly content?: Content
        /** Absent: not an HTML page, or its files don't matter. */
        readonly assets?: PageAssets
      }
    | { readonly kind: 'failed'; readonly phase: Exclude<Phase, 'transfer'>; readonly error: Failure }
    | { readonly kind: 'failed'; readonly phase: 'transfer'; readonly error: Failure; readonly head: Head }
  )

export type CompletedExchange = Extract<Exchange, { kind: 'completed' }>
export type FailedExchange = Extract<Exchange, { kind: 'failed' }>
