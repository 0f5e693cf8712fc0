import type { Certificate } from './certificate.ts'

/** The stages of one HTTP exchange, in blackbox_exporter's words and in the order they happen. */
export type Phase = 'resolve' | 'connect' | 'tls' | 'processing' | 'transfer'

/** How long each finished phase took, in milliseconds. A phase that was not needed or not reached is absent. */
export type Timings = { readonly [P in Phase]?: number }

/**
 * Why an exchange ended early, in our words:
 * - `unresolved` the name has no address; `refused` a reset answered the SYN; `unreachable` the network said there is no way;
 * - `timeout` our deadline passed; `reset` an established connection was reset; `closed` it was closed without a whole answer;
 * - `untrusted` we turned the certificate down; `protocol` what came was not valid TLS or HTTP;
 * - `proxy` the runner's own proxy did not let us through, which says nothing about the site.
 */
export type FailureReason =
  | 'unresolved'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'reset'
  | 'closed'
  | 'untrusted'
  | 'protocol'
  | 'proxy'
  | 'other'

export interface Failure {
  readonly reason: FailureReason
  /** Node's, OpenSSL's or undici's code, such as `ECONNREFUSED`. Never a message: those carry addresses. */
  readonly code: string
  /** Bytes of the answer that arrived before the break, counted above TLS. */
  readonly received: number
  /** The number of the TLS alert with which the other side ended it (RFC 8446, section 6). */
  readonly alert?: number
}

/** What came over the wire beneath what an HTTP client tells of it (RFC 9112). All text in it is hostile. */
export interface WireDetails {
  /** How the answer begins, 200 bytes at most, as Latin-1: a status line, or what stands in its place. */
  readonly opening: string
  /** Bytes of the final status line and its headers, up to the empty line; absent when that never came. */
  readonly headBytes?: number
  /** The fields that say where the body ends, each as it was sent (RFC 9112, section 6). */
  readonly contentLength: readonly string[]
  readonly transferEncoding: readonly string[]
  /**
   * The head is not as it should be, and only in what a reader may put up with (RFC 9112, sections 2.2, 5.2 and 6.3): lines
   * that end without CR, go on in the next one, or give the same length twice.
   */
  readonly loose?: true
}

/**
 * What became of a body's Content-Encoding. `none`: there is none; `unchecked`: one that we cannot read, or more than we
 * cared to read; `truncated`: it decodes as far as it goes and lacks its end.
 */
export type Coding = 'none' | 'sound' | 'corrupt' | 'truncated' | 'unchecked'

export interface Head {
  readonly status: number
  /** Names in lower case; a repeated header is joined with `, `. Values are hostile text. */
  readonly headers: Readonly<Record<string, string>>
  /** The `Set-Cookie` headers, which can't be joined and are not in `headers`. Absent: there are none. */
  readonly setCookie?: readonly string[]
}

/**
 * Whether something that was expected is in an answer. `unread`: not in what was read of it, and there was more;
 * `undecided`: the pattern took too long on this text.
 */
export type Presence = 'found' | 'missing' | 'unread' | 'undecided'

/** What of the expected is in an answer; a key that nobody expects is absent. */
export interface Content {
  readonly body?: Presence
  readonly header?: Presence
}

export interface Body {
  /** The first 64 KiB at most, decompressed, decoded as UTF-8; of what is no error, the first 2 KiB. Hostile text. */
  readonly text: string
  /** Bytes received before we stopped reading, as they were sent. */
  readonly bytes: number
  /** False when there was more than we cared to read. */
  readonly complete: boolean
  /** Absent: nobody checked. */
  readonly coding?: Coding
}

/** What was agreed in the TLS handshake, and the certificate that was shown. */
export interface TlsSession {
  readonly protocol: string
  readonly cipher: string
  readonly certificate: Certificate
}

/** A redirect that was followed. The texts in it are hostile. */
export interface Redirect {
  readonly status: number
  /** What was asked for, as visitors ask for it, and where its answer leads: absolute, 500 characters at most. */
  readonly from: string
  readonly to: string
  /** Of the headers those that tell who answered. */
  readonly headers: Head['headers']
  /** Milliseconds that this step took. */
  readonly elapsed: number
}

/** The way from redirect to redirect, and why the answer at its end is one itself, if it is. */
export interface RedirectChain {
  /** Oldest first. */
  readonly redirects: readonly Redirect[]
  /**
   * `loop`: the next request would have been one of those that were answered so; `limit`: no more are followed; `elsewhere`:
   * it leads away from the host that the direct probe asks about; `barred`: to a login of Cloudflare Access, or into the
   * runner's own network; `nowhere`: no URL is in it that anybody could ask for.
   */
  readonly end?: 'loop' | 'limit' | 'elsewhere' | 'barred' | 'nowhere'
  /** Where that last redirect leads; where that is `nowhere`, what stands in the place of a URL, if anything does. */
  readonly next?: string
}

interface Measured {
  /** Of the last request, where redirects were followed. */
  readonly timings: Timings
  /** Absent: the first answer was no redirect, or none is followed. */
  readonly redirectChain?: RedirectChain
  /** The version of IP over which it was connected; absent when it was not. */
  readonly family?: 4 | 6
  /** Present once a TLS handshake has finished. */
  readonly tls?: TlsSession
  /** Present once a byte of an answer has come. */
  readonly wire?: WireDetails
}

/** One request and what became of it. Where it broke is the discriminant: most causes are told by that. */
export type Exchange = Measured &
  (
    | {
        readonly kind: 'completed'
        readonly head: Head
        readonly body: Body
        /** Absent: nothing was expected of it. */
        readonly content?: Content
      }
    | { readonly kind: 'failed'; readonly phase: Exclude<Phase, 'transfer'>; readonly error: Failure }
    | { readonly kind: 'failed'; readonly phase: 'transfer'; readonly error: Failure; readonly head: Head }
  )

export type CompletedExchange = Extract<Exchange, { kind: 'completed' }>
export type FailedExchange = Extract<Exchange, { kind: 'failed' }>

/**
 * What an origin makes of HTTP/2, which Cloudflare speaks to whoever agrees to it in the TLS handshake. Not to agree is no
 * failure: then Cloudflare speaks HTTP/1.1.
 */
export type Http2Result = { readonly agreed: false } | { readonly agreed: true; readonly exchange: Exchange }

/**
 * What becomes of a second request on a connection that has just carried a first, as Cloudflare sends them. `reused` is false
 * where the server closes after each answer and says so, which is no failure.
 */
export type KeepAliveResult =
  | { readonly reused: false }
  | { readonly reused: true; readonly exchange: Exchange }

/** What came of a connection that asks nothing. */
export type ConnectionAttempt = { readonly ok: true } | { readonly ok: false; readonly error: Failure }

/** A connection to the addresses of each family; both absent where a name has not both. */
export interface AddressFamilies {
  readonly v4?: ConnectionAttempt
  readonly v6?: ConnectionAttempt
}
