import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer, type ServerOptions } from 'node:https'
import type { Server } from 'node:net'
import { createSecureContext } from 'node:tls'
import type { Credentials } from '../tls/certificates.ts'
import type { Occasion, Scheme } from './edge-request.ts'
import { ownAnswer, strangerPage, zoneInForce } from './own-response.ts'
import { passOn, sendPage, type Means } from './forward.ts'
import { openPool } from './origin/connection-pool.ts'
import { openTally } from './request-counter.ts'
import { listen, type Listening } from '../network/listen.ts'
import type { Dial } from './origin/request-origin.ts'
import { codedError, dial as dialAlong, type Routes } from '../network/routes.ts'
import type { Limits, Zone } from '../world/zone.ts'

export type { EdgeConduct, Zone, ZoneSettings } from '../world/zone.ts'

/** Ports at which Cloudflare takes HTTPS and HTTP; it has more of them than the lab needs at a time. */
export interface EdgePorts {
  readonly https: readonly number[]
  readonly http: readonly number[]
}

/** An address of Cloudflare, and the data center that answers there. */
export interface Presence {
  readonly address: string
  /** IATA code. */
  readonly colo: string
}

export interface EdgeOptions {
  /** What visitors are shown in the TLS handshake. */
  readonly credentials: Credentials
  /** The present certificate of a name in its place; asked for every handshake. Without one the handshake fails. */
  readonly credentialsOf?: (name: string) => Credentials | undefined
  /** The present settings of a host; asked for every request. */
  readonly zoneOf: (host: string) => Zone | undefined
  /** How the edge reaches origins, which need not be how others reach them: either of the two. */
  readonly dial?: Dial
  readonly routes?: () => Routes
  /** PEM: the public roots, and the Origin CA that `strict` accepts beside them. */
  readonly trusted: readonly string[]
  /** The client certificate of authenticated origin pulls. */
  readonly originPull?: Credentials
  /** For zones without limits of their own. */
  readonly limits: Limits
  /** The visitor's address as the origin is told it. Absent: the one that the connection comes from. */
  readonly visitor?: string
  /** Absent: one address, in San José. */
  readonly presences?: readonly [Presence, ...Presence[]]
  /** Absent: 443 and 80. */
  readonly ports?: EdgePorts
  /** Has a server answer at an address. Absent: on a free port of loopback. */
  readonly listen?: (server: Server, address: string, port: number) => Promise<Listening>
}

export interface Edge {
  /** Where the first address listens in truth, for 443 and 80. */
  readonly ports: { readonly https: number; readonly http: number }
  readonly close: () => Promise<void>
}

/** 16 KB of URL and 128 KB of headers are taken; what is beyond is not even a request. */
const MAX_HEAD = (16 + 128) * 1024

/** A stand-in for Cloudflare's edge: on two loopback ports, or wherever it is told to listen. */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const tally = openTally()
  const pool = openPool()
  const means: Means = {
    dial: options.dial ?? ((...to) => dialAlong(options.routes?.() ?? {}, ...to)),
    pool,
    trusted: options.trusted,
    limits: options.limits,
    ...(options.originPull && { client: options.originPull }),
  }
  const respond = async (
    occasion: Occasion,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const known = options.zoneOf(occasion.host)
    if (!known) return sendPage(response, occasion, strangerPage(occasion))
    const count = tally(occasion, known)
    const zone = zoneInForce(known, occasion, count)
    const page = ownAnswer(zone, occasion, count)
    if (page) return sendPage(response, occasion, page)
    return passOn(means, zone, occasion, count.total - 1, request, response)
  }

  const open = (scheme: Scheme, { address, colo }: Presence, port: number): Promise<Listening> => {
    const answer = (request: IncomingMessage, response: ServerResponse): void => {
      const visitor = options.visitor ?? request.socket.remoteAddress ?? ''
      respond(occasionOf(request, { scheme, port, colo, visitor }), request, response).catch(() =>
        response.destroy(),
      )
    }
    const server = scheme === 'http' ? createServer(HTTP, answer) : createSecureServer(tlsOf(options), answer)
    return (options.listen ?? listenAnywhere)(server, address, port)
  }
  const { https, http } = options.ports ?? { https: [443], http: [80] }
  const presences = options.presences ?? [SAN_JOSE]
  const openAll = (scheme: Scheme, ports: readonly number[]): Promise<readonly Listening[]> =>
    Promise.all(presences.flatMap((presence) => ports.map((port) => open(scheme, presence, port))))
  const [secure, plain] = await Promise.all([openAll('https', https), openAll('http', http)])
  return {
    ports: { https: secure[0]?.port ?? 0, http: plain[0]?.port ?? 0 },
    close: async () => {
      pool.close()
      await Promise.all([...secure, ...plain].map((each) => each.close()))
    },
  }
}

const SAN_JOSE: Presence = { address: '104.16.10.10', colo: 'SJC' }

/** Cloudflare keeps a visitor's idle connection for 400 s. */
const HTTP = { maxHeaderSize: MAX_HEAD, keepAliveTimeout: 400_000 }

const tlsOf = ({ credentials, credentialsOf }: EdgeOptions): ServerOptions => ({
  ...HTTP,
  ...credentials,
  ...(credentialsOf && {
    SNICallback: (name, done) => {
      const found = credentialsOf(name)
      if (found) done(null, createSecureContext({ ...found }))
      else done(codedError('ERR_NO_CERTIFICATE'))
    },
  }),
})

const listenAnywhere = (server: Server): Promise<Listening> => listen(server)

const occasionOf = (
  { headers, method = 'GET', url = '/' }: IncomingMessage,
  where: Pick<Occasion, 'scheme' | 'port' | 'colo' | 'visitor'>,
): Occasion => ({
  ...where,
  host: (headers.host ?? '').replace(/:\d+$/, '').toLowerCase(),
  method,
  path: url,
  headers,
  ray: randomBytes(8).toString('hex'),
  at: Date.now(),
})
