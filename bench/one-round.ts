import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { followUpQuestions } from '../src/diagnosis/next/questions.ts'
import type { Site } from '../src/domain/config.ts'
import type { Evidence } from '../src/domain/evidence.ts'
import type { Exchange } from '../src/domain/exchange.ts'
import { systemClock } from '../src/probe/network/clock.ts'
import { probeSite } from '../src/probe/index.ts'
import { planOf } from '../src/probe/plan/plan.ts'
import { EDGE_ADDRESS, HOST, ORIGIN_ADDRESS } from '../lab/world/internet.ts'
import { listen } from '../lab/network/listen.ts'

export type Responder = (request: IncomingMessage, response: ServerResponse) => void

/** The result of one round, and how much of the network it used. */
export interface RoundResult {
  readonly evidence: Evidence
  /** Milliseconds. */
  readonly elapsed: number
  /** The number of connections to each address. */
  readonly dialed: Readonly<Record<string, number>>
  /** Every name that was looked up, with repetitions. */
  readonly lookups: readonly string[]
  /** Bytes received over all connections. */
  readonly received: number
}

/** The deadline of a request, in milliseconds. */
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

/** Cloudflare's edge. It is healthy whatever the origin does. */
const edge: Responder = (request, response) => {
  const trace = request.url === '/cdn-cgi/trace'
  response.setHeader('server', 'cloudflare')
  response.setHeader('cf-ray', '8f2a1c0d9e7b6543-SJC')
  response.setHeader('cf-cache-status', 'DYNAMIC')
  response.setHeader('content-type', trace ? 'text/plain' : 'text/html')
  response.end(trace ? `h=${HOST}\nvisit_scheme=http\ncolo=SJC\n` : '<h1>Hello</h1>')
}

/** The same edge, with a page that names a script of 200 KB and a stylesheet. */
export const edgeWithFiles: Responder = (request, response) => {
  const file = request.url === '/app.js' ? 'javascript' : request.url === '/app.css' ? 'css' : undefined
  if (file === undefined && request.url !== '/') return edge(request, response)
  response.setHeader('server', 'cloudflare')
  response.setHeader('cf-ray', '8f2a1c0d9e7b6543-SJC')
  response.setHeader('content-type', `text/${file ?? 'html'}`)
  if (file === undefined)
    response.end('<script type="module" src="/app.js"></script><link rel="stylesheet" href="/app.css">')
  else response.end('/**/'.repeat(file === 'css' ? 10 : 50_000))
}

/**
 * Runs one round in this process, with a healthy edge and the given origin.
 *
 * @param isLast given: the round may request the files that the page names
 */
export async function runRound(
  origin: Responder,
  { atEdge = edge, isLast }: { readonly atEdge?: Responder; readonly isLast?: () => boolean } = {},
): Promise<RoundResult> {
  const [front, back] = [createServer(atEdge), createServer(origin)]
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
    planOf(isLast === undefined ? SITE : { ...SITE, checkAssets: true }),
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
    followUpQuestions,
    undefined,
    isLast,
  )
  const elapsed = performance.now() - start
  await Promise.all(open.map(({ close }) => close()))
  return { evidence, elapsed, dialed, lookups, received }
}

/** The duration of the slowest probe, in milliseconds. */
export function slowestOf({ edge, trace, dns, origins = [] }: Evidence): number {
  const times = [edge, trace, ...origins].map((exchange) => totalOf(exchange, dns?.elapsed ?? 0))
  return Math.max(dns?.elapsed ?? 0, ...times)
}

function totalOf(exchange: Exchange | undefined, resolved: number): number {
  const { resolve = 0, ...phases } = exchange?.timings ?? {}
  return Math.max(resolve, resolved) + Object.values(phases).reduce((sum, time) => sum + time, 0)
}

/** A healthy origin that responds after the given number of milliseconds. */
export function respondAfter(milliseconds: number): Responder {
  return (_, response) => {
    setTimeout(() => response.end('<h1>Hello</h1>'), milliseconds)
  }
}

/** Responds 500. */
export const failing: Responder = (_, response) => {
  response.writeHead(500).end('no')
}

/** Accepts the request and never responds. */
export const neverResponds: Responder = () => undefined

/** The size of `huge`, in bytes. */
export const HUGE = 1024 ** 3

/** Sends a gigabyte. */
export const huge: Responder = (_, response) => {
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
