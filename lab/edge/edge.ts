import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer, type ServerOptions } from 'node:https'
import type { Server } from 'node:net'
import { createSecureContext } from 'node:tls'
import type { Credentials } from '../tls/certificates.ts'
import type { EdgeRequest, Scheme } from './edge-request.ts'
import { ownResponse, unknownHostPage, zoneForRequest } from './own-response.ts'
import { forward, sendPage, type OriginAccess } from './forward.ts'
import { openConnectionPool } from './origin/connection-pool.ts'
import { openRequestCounter } from './request-counter.ts'
import { listen, type Listening } from '../network/listen.ts'
import type { Dial } from './origin/origin-response.ts'
import { errorWithCode, dialRoute as dialAlong, type Routes } from '../network/routes.ts'
import type { Limits, Zone } from '../world/zone.ts'

export type { EdgeBehavior, Zone, ZoneSettings } from '../world/zone.ts'

/** Ports for HTTPS and HTTP. Cloudflare has more of them than the lab uses. */
export interface EdgePorts {
  readonly https: readonly number[]
  readonly http: readonly number[]
}

/** A Cloudflare address and the data center that responds there. */
export interface DataCenter {
  readonly address: string
  /** IATA code. */
  readonly colo: string
}

export interface EdgeOptions {
  /** The certificate that visitors get. */
  readonly credentials: Credentials
  /** The current certificate of a name, looked up for every handshake. Undefined: the handshake fails. */
  readonly credentialsFor?: (name: string) => Credentials | undefined
  /** The current settings of a host, looked up for every request. */
  readonly zoneFor: (host: string) => Zone | undefined
  /** How the edge connects to origins, which may differ from the runner's path. Give one of the two. */
  readonly dial?: Dial
  readonly routes?: () => Routes
  /** PEM: the public roots, and the Origin CA that `strict` also accepts. */
  readonly trusted: readonly string[]
  /** The client certificate of authenticated origin pulls. */
  readonly originPull?: Credentials
  /** For zones without their own limits. */
  readonly limits: Limits
  /** The visitor's address in the request to the origin. Absent: the connection's source address. */
  readonly visitor?: string
  /** Default: one address, in San José. */
  readonly dataCenters?: readonly [DataCenter, ...DataCenter[]]
  /** Default: 443 and 80. */
  readonly ports?: EdgePorts
  /** Starts a server at an address. Default: on a free port of loopback. */
  readonly listen?: (server: Server, address: string, port: number) => Promise<Listening>
}

export interface Edge {
  /** Real ports of the first address, for 443 and 80. */
  readonly ports: { readonly https: number; readonly http: number }
  readonly close: () => Promise<void>
}

/** Cloudflare accepts 16 KB of URL and 128 KB of headers. Node rejects anything larger. */
const MAX_HEADER_SIZE = (16 + 128) * 1024

/** A stand-in for Cloudflare's edge, by default on two loopback ports. */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const countRequest = openRequestCounter()
  const pool = openConnectionPool()
  const access: OriginAccess = {
    dial: options.dial ?? ((...to) => dialAlong(options.routes?.() ?? {}, ...to)),
    pool,
    trusted: options.trusted,
    limits: options.limits,
    ...(options.originPull && { client: options.originPull }),
  }
  const respond = async (
    request: EdgeRequest,
    incoming: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const settings = options.zoneFor(request.host)
    if (!settings) return sendPage(response, request, unknownHostPage(request))
    const count = countRequest(request, settings)
    const zone = zoneForRequest(settings, request, count)
    const page = ownResponse(zone, request, count)
    if (page) return sendPage(response, request, page)
    return forward(access, zone, request, count.total - 1, incoming, response)
  }

  const listenOn = (scheme: Scheme, { address, colo }: DataCenter, port: number): Promise<Listening> => {
    const handle = (request: IncomingMessage, response: ServerResponse): void => {
      const visitor = options.visitor ?? request.socket.remoteAddress ?? ''
      respond(parseEdgeRequest(request, { scheme, port, colo, visitor }), request, response).catch(() =>
        response.destroy(),
      )
    }
    const server =
      scheme === 'http'
        ? createServer(HTTP_OPTIONS, handle)
        : alertingWithoutCertificate(createSecureServer(tlsServerOptions(options), handle), options)
    return (options.listen ?? listenOnLoopback)(server, address, port)
  }
  const { https, http } = options.ports ?? { https: [443], http: [80] }
  const dataCenters = options.dataCenters ?? [SAN_JOSE]
  const listenOnAll = (scheme: Scheme, ports: readonly number[]): Promise<readonly Listening[]> =>
    Promise.all(dataCenters.flatMap((dataCenter) => ports.map((port) => listenOn(scheme, dataCenter, port))))
  const [secure, plain] = await Promise.all([listenOnAll('https', https), listenOnAll('http', http)])
  return {
    ports: { https: secure[0]?.port ?? 0, http: plain[0]?.port ?? 0 },
    close: async () => {
      pool.close()
      await Promise.all([...secure, ...plain].map((each) => each.close()))
    },
  }
}

const SAN_JOSE: DataCenter = { address: '104.16.10.10', colo: 'SJC' }

/** Cloudflare keeps a visitor's idle connection for 400 s. */
const HTTP_OPTIONS = { maxHeaderSize: MAX_HEADER_SIZE, keepAliveTimeout: 400_000 }

const tlsServerOptions = ({ credentials, credentialsFor }: EdgeOptions): ServerOptions => ({
  ...HTTP_OPTIONS,
  ...credentials,
  ...(credentialsFor && {
    SNICallback: (name, done) => {
      const found = credentialsFor(name)
      if (found) done(null, createSecureContext({ ...found }))
      else done(errorWithCode('ERR_NO_CERTIFICATE'))
    },
  }),
})

/** The alert handshake_failure (40), with which Cloudflare ends handshakes for a name without a certificate. */
const HANDSHAKE_FAILURE = Buffer.from([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x28])

/** Node can't send this alert, so connections that have no certificate never reach its TLS server. */
function alertingWithoutCertificate(server: Server, { credentialsFor }: EdgeOptions): Server {
  const listeners = server.listeners('connection')
  server.removeAllListeners('connection')
  server.on('connection', (socket) => {
    const missing = credentialsFor !== undefined && credentialsFor('') === undefined
    if (missing) socket.once('data', () => socket.end(HANDSHAKE_FAILURE))
    else for (const listener of listeners) Reflect.apply(listener, server, [socket])
  })
  return server
}

const listenOnLoopback = (server: Server): Promise<Listening> => listen(server)

const parseEdgeRequest = (
  { headers, method = 'GET', url = '/' }: IncomingMessage,
  where: Pick<EdgeRequest, 'scheme' | 'port' | 'colo' | 'visitor'>,
): EdgeRequest => ({
  ...where,
  host: (headers.host ?? '').replace(/:\d+$/, '').toLowerCase(),
  method,
  path: url,
  headers,
  ray: randomBytes(8).toString('hex'),
  at: Date.now(),
})
