import type { Socket as DatagramSocket } from 'node:dgram'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ClientCertificate, Site } from '../domain/config.ts'
import type { Address, DnsAnswer } from '../domain/dns.ts'
import type { CheckRequest } from '../domain/evidence.ts'
import type { Exchange, Failure, Phase } from '../domain/exchange.ts'
import type { Clock } from './network/clock.ts'

/** What the probes use of the operating system. The lab replaces it. */
export interface Network {
  /** The system's resolver (getaddrinfo). Rejects with an error that has a `code`. */
  readonly lookup: (host: string) => Promise<readonly Address[]>
  /** Queries DNS for why `lookup` found nothing. Rejects with `ENOTFOUND` for NXDOMAIN, `ENODATA` for no address. */
  readonly query: (host: string) => Promise<unknown>
  /** Starts a TCP connection. The socket's events report the result. */
  readonly dial: (address: string, port: number) => Socket
  /**
   * Whether the runner has a route to an address, and an address of its own to connect from. Sends nothing. Absent: it
   * has.
   */
  readonly hasRoute?: (address: string) => Promise<boolean>
  /** Connects through the runner's proxy, if the destination has one. Then nothing is resolved or dialed here. */
  readonly openThroughProxy?: (
    host: string,
    port: number,
    tls: boolean,
  ) => ((signal: AbortSignal) => Promise<ProxyConnection>) | undefined
  /** Whether only the proxy may resolve the destination's name: SOCKS users expect that no one else learns it. */
  readonly resolvedByProxy?: (host: string, port: number, tls: boolean) => boolean
  /** Loads code that its connections need. Absent: they need no more. */
  readonly load?: () => Promise<unknown>
  /**
   * Starts a site's command (`originProxyCommand`), whose standard input and output are a connection to the origin.
   * Absent in a network without processes.
   */
  readonly openThroughCommand?: (command: string, host: string, port: number) => Promise<CommandConnection>
  /** The first error for which this machine is responsible; then what was measured says nothing about the site. */
  readonly shortage?: () => unknown
  /** Direct access to DNS servers. Absent in a lab that has no DNS server. */
  readonly dns?: DnsAccess
  /** PEM of the roots that Cloudflare trusts in addition to the public ones. */
  readonly originCa: readonly string[]
}

export interface DnsAccess {
  /** Addresses of the servers that the system's resolver queries. */
  readonly servers: () => readonly string[]
  /** A socket that exchanges packets with that address only, once it has emitted `connect`. */
  readonly datagram: (address: string, port: number) => DatagramSocket
}

export type ProxyConnection =
  | {
      readonly ok: true
      readonly socket: Socket
      /**
       * Whether a byte from the destination has arrived. Present if the proxy may report a connection before it has
       * one, as Shadowsocks, V2Ray and wstunnel did (https://github.com/erebe/wstunnel/issues/485).
       */
      readonly hasReceived?: () => boolean
    }
  | { readonly ok: false; readonly error: Failure }

/** A command that has been started. Whether it reaches the origin is known later. */
export type CommandConnection =
  | { readonly ok: true; readonly socket: Duplex; readonly explain: ExplainCommand }
  | {
      readonly ok: false
      readonly error: Failure
      /** Why the system doesn't start it: `EAGAIN` with too many processes. Absent: that was not tried. */
      readonly systemCode?: string
    }

/** Judges an exchange over the connection again, by what the command has printed and how it has ended. */
export type ExplainCommand = (exchange: Exchange, tls: boolean) => Exchange

export type Explain = (exchange: Exchange) => Exchange

/** What every probe needs besides its request. */
export interface ProbeContext {
  readonly network: Network
  readonly clock: Clock
  /** Aborts when the run is cancelled. */
  readonly signal: AbortSignal
  /** Milliseconds for the whole exchange. */
  readonly timeout: number
  /** Receives the addresses that an origin's name resolves to, before anything is printed: they are secret too. */
  readonly onAddresses: (addresses: readonly string[]) => void
  /** Whether a text has a secret or a known address of an origin. Absent: no text of a site is sent to others. */
  readonly hides?: (text: string) => boolean
  /** Whether the evidence may have an origin's address. */
  readonly showOrigin?: boolean
  /** Called when the number of connections of a round is known. */
  readonly onConnections?: (connections: number) => void
  /** Shares DNS queries between sites, and they may outlast a round. Absent: each round sends its own. */
  readonly queryResolvers?: QueryResolvers
}

/** Queries several resolvers for the addresses of a name. */
export type QueryResolvers = (
  name: string,
  resolvers: readonly string[],
  context: ProbeContext,
) => PendingAnswers

/** Queries to several resolvers, and the answers so far. */
export interface PendingAnswers {
  readonly soFar: () => readonly DnsAnswer[]
  /** One answer for each resolver, in the order given. A timeout is an answer too. */
  readonly all: Promise<readonly DnsAnswer[]>
}

/** One request of one probe. */
export interface ProbeRequest {
  /** Name or address to connect to. */
  readonly host: string
  readonly port: number
  /** Absent: plain HTTP. */
  readonly tls?: TlsOptions
  /** The command that carries the connection. Then nothing is resolved or dialed here. */
  readonly proxyCommand?: string
  readonly method: Site['method'] | 'POST'
  readonly path: string
  /** Host first, the rest in the order of the site's configuration. */
  readonly headers: Readonly<Record<string, string>>
  /** Absent: no request body. */
  readonly body?: string
  /** Bytes of the response body to read. Absent: `BODY_LIMIT`. */
  readonly bodyLimit?: number
  /** Bytes of the body to keep, if they arrive in time. Absent: `bodyLimit`. */
  readonly keepLimit?: number
  /** Stop reading at `bodyLimit`, instead of looking for the end of the body. */
  readonly beginningOnly?: true
  /** Find the script and the stylesheet that the page names. */
  readonly findsAssets?: true
  /** Absent: redirects are not followed. */
  readonly redirects?: RedirectPolicy
  /** What the last response must contain. */
  readonly expectations?: Expectations
}

export interface TlsOptions {
  readonly servername: string
  /** Which client's rules decide whether the certificate is valid. */
  readonly trust: 'visitors' | 'cloudflare'
  /** PEM of private roots that count in addition to the public ones. */
  readonly ca?: readonly string[]
  /** Offers no post-quantum groups. The ClientHello then has about 300 bytes instead of 1500. */
  readonly classicalGroups?: true
  /** Presented to a server that requests one. The key is secret. */
  readonly clientCertificate?: ClientCertificate
}

export type Expectations = Pick<CheckRequest, 'expectedBody' | 'expectedHeader'>

/** How a request follows redirects. */
export interface RedirectPolicy {
  /** Maximum number of redirects. */
  readonly limit: number
  /** The site's URL. Headers other than `publicHeaders` hold secrets and are for its host only. */
  readonly siteUrl: string
  /** Headers that any host may receive. */
  readonly publicHeaders: Readonly<Record<string, string>>
  /** Where the direct probe connects. Absent: wherever the URL points. */
  readonly direct?: DirectConnections
}

export type Endpoint = Pick<ProbeRequest, 'host' | 'port' | 'tls' | 'proxyCommand'>

/** Where the direct probe reaches one origin. */
export interface DirectConnections {
  /** The configured endpoint, for the scheme of the site's URL. */
  readonly configured: Endpoint
  /** By scheme, if the configured port is the default port of its scheme. */
  readonly byScheme?: Readonly<Record<'http:' | 'https:', Endpoint>>
}

/** How to send a request over an open connection. */
export interface HttpProtocol {
  /** ALPN names to offer in the TLS handshake. */
  readonly alpn: readonly string[]
  /**
   * Sends the request and reads the response. Always closes the socket. `elapsed` reads a stopwatch. `explain` is for
   * exchanges other than the one that is returned.
   */
  readonly send: (
    request: ProbeRequest,
    socket: Duplex,
    signal: AbortSignal,
    timings: TimingsSoFar,
    elapsed: () => number,
    explain: Explain,
  ) => Promise<Exchange>
}

/** The timings of an unfinished exchange. */
export type TimingsSoFar = { -readonly [P in Phase]?: number }
