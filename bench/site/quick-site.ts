import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import { listen } from '../../lab/network/listen.ts'
import type { Routes } from '../../lab/network/routes.ts'
import { type Authorities, makeCertificate } from '../../lab/tls/authorities.ts'
import { EDGE_ADDRESS, HOST, ORIGIN_ADDRESS } from '../../lab/world/internet.ts'
import { hostAndPort } from '../../src/shared/authority.ts'

/** Ports of 127.0.0.1. */
export interface QuickSite {
  readonly edge: number
  readonly origin: number
  readonly close: () => Promise<void>
}

/**
 * The site with an edge and an origin that respond at once. The lab's edge forwards each request to the origin, so it
 * would take longer than the clients. `/redirect/5` redirects to `/redirect/4`, and so on to `/redirect/0`.
 */
export async function openQuickSite(authorities: Authorities): Promise<QuickSite> {
  const credentials = makeCertificate('valid', HOST, authorities)
  const [edge, origin] = await Promise.all(
    [respondAsEdge, respondAsOrigin].map((respond) => listen(createServer({ ...credentials }, respond))),
  )
  if (edge === undefined || origin === undefined) throw new RangeError('A server is missing')
  return {
    edge: edge.port,
    origin: origin.port,
    close: async () => {
      await Promise.all([edge.close(), origin.close()])
    },
  }
}

/** The routes by which the Action reaches these ports. */
export function routesTo({ edge, origin }: Pick<QuickSite, 'edge' | 'origin'>): Routes {
  return { [hostAndPort(EDGE_ADDRESS, 443)]: edge, [hostAndPort(ORIGIN_ADDRESS, 443)]: origin }
}

const respondAsEdge: RequestListener = (request, response) => {
  response.setHeader('server', 'cloudflare')
  response.setHeader('cf-ray', '8f2a1c0d9e7b6543-SJC')
  response.setHeader('cf-cache-status', 'DYNAMIC')
  if (request.url !== '/cdn-cgi/trace') return respondAsOrigin(request, response)
  response.setHeader('content-type', 'text/plain')
  response.end(`h=${HOST}\nvisit_scheme=https\ncolo=SJC\n`)
}

const respondAsOrigin: RequestListener = (request, response) => {
  const left = Number(/^\/redirect\/(\d+)/.exec(request.url ?? '')?.[1] ?? 0)
  if (left > 0) {
    response.writeHead(302, { location: `/redirect/${left - 1}`, 'content-length': 0 }).end()
    return
  }
  response.setHeader('content-type', 'text/html')
  response.end('<!DOCTYPE html>\n<title>Shop</title>\n<h1>Welcome to the shop</h1>\n')
}
