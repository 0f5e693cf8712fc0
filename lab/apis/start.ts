import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { Server } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { createSecureContext, type TlsOptions } from 'node:tls'
import { once } from '../../src/probe/cache.ts'
import type { Credentials } from '../tls/certificates.ts'
import type { Listening } from '../network/listen.ts'
import type { ApiResponse, ApiRequest } from './api.ts'
import { cloudflareResponse } from './cloudflare/api.ts'
import { openGlobalping } from './globalping.ts'
import { visitThrough, type ProbeNetwork } from './globalping-visit.ts'
import { rangesResponse } from './ip-ranges.ts'
import { statusResponse } from './status-page.ts'
import { API_ADDRESSES, type ApiHost } from '../network/addresses.ts'
import { type ApiSetup } from './defaults.ts'

export interface ApisOptions {
  readonly setup: ApiSetup
  readonly listen: (server: Server, address: string, port: number) => Promise<Listening>
  readonly credentialsFor: (names: readonly [string, ...string[]]) => Credentials
  /** How Globalping's probes reach the site. Absent: they don't. */
  readonly probeNetwork?: ProbeNetwork
  /** Milliseconds since the epoch. */
  readonly now?: () => number
}

export interface Apis {
  /** In order of arrival, answered or not. */
  readonly requests: readonly ApiRequest[]
  /** Changes the setup and resets the request count of Cloudflare's API. */
  readonly apply: (next: ApiSetup) => void
  readonly close: () => Promise<void>
}

const MAX_BODY = 262_144

/** The APIs that the product may use, each at its own address on port 443, with a certificate for its name. */
export async function startApis(options: ApisOptions): Promise<Apis> {
  const { listen, credentialsFor, probeNetwork, now = Date.now } = options
  let setup = options.setup
  let requestCount = 0
  const requests: ApiRequest[] = []
  const visit = probeNetwork && visitThrough(probeNetwork)
  const globalping = openGlobalping(() => setup.globalping, now, visit)

  const responders: Readonly<Record<ApiHost, (request: ApiRequest) => ApiResponse>> = {
    'api.cloudflare.com': (request) => cloudflareResponse(request, setup.cloudflare, requestCount++, now()),
    'www.cloudflare.com': (request) => rangesResponse(request, setup.cloudflare, setup.ranges),
    'www.cloudflarestatus.com': (request) => statusResponse(request, setup.status),
    'yh6f0r4529hb.statuspage.io': (request) => statusResponse(request, setup.status),
    'api.globalping.io': globalping,
  }

  const serve = async (host: ApiHost, incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await parseRequest(host, incoming)
    requests.push(request)
    const fault = setup.faults.find((each) => each.host === host && request.path.startsWith(each.path))
    const effect = fault?.effect ?? 0
    if (effect === 'silence') return
    if (effect === 'reset') incoming.socket.resetAndDestroy()
    else if (typeof effect === 'object') send(response, effect)
    else {
      if (effect > 0) await pause(effect)
      send(response, responders[host](request))
    }
  }

  const hosts = Object.keys(API_ADDRESSES).filter((host): host is ApiHost => host in API_ADDRESSES)
  const listening = await Promise.all(
    hosts.map((host) => {
      // Most runs need one of them, if any, and a certificate takes time.
      const context = once(() => createSecureContext({ ...credentialsFor([host]) }))
      const SNICallback: TlsOptions['SNICallback'] = (_, done) => done(null, context.start())
      const server = createServer({ SNICallback }, (incoming, response) => {
        serve(host, incoming, response).catch(() => response.destroy())
      })
      return listen(server, API_ADDRESSES[host], 443)
    }),
  )

  return {
    requests,
    apply: (next) => {
      setup = next
      requestCount = 0
    },
    close: async () => {
      await Promise.all(listening.map((each) => each.close()))
    },
  }
}

async function parseRequest(host: string, incoming: IncomingMessage): Promise<ApiRequest> {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', `https://${host}`)
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming) {
    chunks.push(Buffer.from(chunk))
    length += chunks.at(-1)?.length ?? 0
    if (length > MAX_BODY) throw new RangeError('the body is too long')
  }
  return {
    host,
    method: incoming.method ?? '',
    path: pathname,
    query: searchParams,
    headers: incoming.headers,
    body: parseJson(Buffer.concat(chunks).toString()),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function send(response: ServerResponse, { status, body, headers }: ApiResponse): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
