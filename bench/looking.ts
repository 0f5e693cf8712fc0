import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { questionsOf } from '../src/diagnosis/next/questions.ts'
import type { Site } from '../src/domain/config.ts'
import type { Evidence } from '../src/domain/evidence.ts'
import type { Exchange } from '../src/domain/exchange.ts'
import { systemClock } from '../src/probe/network/clock.ts'
import { probeSite } from '../src/probe/index.ts'
import { planOf } from '../src/probe/plan/plan.ts'
import { EDGE_ADDRESS, HOST, ORIGIN_ADDRESS } from '../lab/world/internet.ts'
import { listen } from '../lab/network/listen.ts'

export type Answering = (request: IncomingMessage, response: ServerResponse) => void

/** What one look was, and what it took of the network. */
export interface Looked {
  readonly evidence: Evidence
  /** Milliseconds. */
  readonly took: number
  /** Connections, by the address that was dialed. */
  readonly dialed: Readonly<Record<string, number>>
  /** Names that were asked of the resolver, each time. */
  readonly lookups: readonly string[]
  /** Bytes that came over all connections. */
  readonly received: number
}

/** Milliseconds that one request may take. */
export const TIMEOUT = 2000

const SITE: Site = {
  url: `http://${HOST}/`,
  origins: [{ scheme: 'http:', host: ORIGIN_ADDRESS, port: 80 }],
  originHost: HOST,
  originSni: HOST,
  headers: [],
  expectedStatus: [[200, 399]],
  timeout: TIMEOUT,
  method: 'GET',
  sslMode: 'auto',
  originCa: [],
  followRedirects: 5,
  certificateDays: 14,
  resolvers: [],
}

/** An answer of Cloudflare's edge, which is well whatever the origin does. */
const edge: Answering = (request, response) => {
  const trace = request.url === '/cdn-cgi/trace'
  response.setHeader('server', 'cloudflare')
  response.setHeader('cf-ray', '8f2a1c0d9e7b6543-SJC')
  response.setHeader('cf-cache-status', 'DYNAMIC')
  response.setHeader('content-type', trace ? 'text/plain' : 'text/html')
  response.end(trace ? `h=${HOST}\nvisit_scheme=http\ncolo=SJC\n` : '<h1>Hello</h1>')
}

/** Looks once, in this process, at an edge that is well and an origin that answers so. */
export async function lookAt(origin: Answering): Promise<Looked> {
  const [front, back] = [createServer(edge), createServer(origin)]
  const open = await Promise.all([listen(front), listen(back)])
  const ports: Readonly<Record<string, number>> = {
    [EDGE_ADDRESS]: open[0].port,
    [ORIGIN_ADDRESS]: open[1].port,
  }
  const dialed: Record<string, number> = {}
  const lookups: string[] = []
  let received = 0
  const start = performance.now()
  const evidence = await probeSite(
    planOf(SITE),
    {
      network: {
        lookup: async (host) => {
          lookups.push(host)
          return [{ address: EDGE_ADDRESS, family: 4 }]
        },
        query: async () => undefined,
        dial: (address) => {
          dialed[address] = (dialed[address] ?? 0) + 1
          const socket = connect({ host: '127.0.0.1', port: ports[address] ?? 0, noDelay: true })
          socket.once('close', () => (received += socket.bytesRead))
          return socket
        },
        originCa: [],
      },
      clock: systemClock,
      signal: new AbortController().signal,
      timeout: TIMEOUT,
      onAddresses: () => undefined,
    },
    questionsOf,
  )
  const took = performance.now() - start
  await Promise.all(open.map(({ close }) => close()))
  return { evidence, took, dialed, lookups, received }
}

/** Milliseconds of the probe that took the longest. */
export function slowestOf({ edge, trace, dns, origins = [] }: Evidence): number {
  const times = [edge, trace, ...origins].map((exchange) => totalOf(exchange, dns?.elapsed ?? 0))
  return Math.max(dns?.elapsed ?? 0, ...times)
}

function totalOf(exchange: Exchange | undefined, resolved: number): number {
  const { resolve = 0, ...phases } = exchange?.timings ?? {}
  return Math.max(resolve, resolved) + Object.values(phases).reduce((sum, took) => sum + took, 0)
}

/** An origin that is well, after so many milliseconds. */
export function after(milliseconds: number): Answering {
  return (_, response) => {
    setTimeout(() => response.end('<h1>Hello</h1>'), milliseconds)
  }
}

/** It fails. */
export const failing: Answering = (_, response) => {
  response.writeHead(500).end('no')
}

/** It takes the request and stays silent. */
export const silent: Answering = () => undefined

/** Bytes of `huge`. */
export const HUGE = 1024 ** 3

/** A gigabyte, for whoever reads it. */
export const huge: Answering = (_, response) => {
  const chunk = Buffer.alloc(64 * 1024, 'x')
  let left = HUGE
  response.writeHead(200, { 'content-length': HUGE })
  const write = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length
      if (!response.write(chunk)) return void response.once('drain', write)
    }
  }
  response.on('error', () => undefined)
  write()
}
