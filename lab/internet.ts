import { certificateOf, makeAuthorities, type Authorities, type CertificateKind } from './authorities.ts'
import { openBlackhole, type Blackhole } from './blackhole.ts'
import { startEdge, type EdgeConduct } from './edge.ts'
import { startOrigin, type Origin, type OriginMode } from './origin.ts'
import type { Limits, SslMode } from './proxy.ts'
import { routeKey, type LabFile, type Route, type Routes } from './routes.ts'

/** The site, on names and addresses that are set aside for documentation; the edge's is one of Cloudflare's. */
export const HOST = 'www.shop.example'
export const SITE = `https://${HOST}/`
export const EDGE_ADDRESS = '104.16.10.10'
export const ORIGIN_ADDRESS = '203.0.113.10'
export const RUNNER_ADDRESS = '198.51.100.7'

/** Whether somebody gets to an address: at once, never, or not for the reason that the code names. */
export type Way = 'open' | 'drop' | `E${string}`

/** What is so on the internet at one moment. */
export interface Stage {
  /** `blackhole`: the host is gone, and no packet to it is answered. */
  readonly origin: OriginMode | 'blackhole'
  readonly certificate: CertificateKind
  readonly ssl: SslMode
  readonly conduct: EdgeConduct
  /** Where the site's name leads, or the code with which it does not resolve. */
  readonly name: 'edge' | 'origin' | `E${string}`
  /** The ways to the origin: Cloudflare's may be shut while the runner's is open, and the other way round. */
  readonly fromEdge: Way
  readonly fromRunner: Way
}

export const ALL_WELL: Stage = {
  origin: 'up',
  certificate: 'valid',
  ssl: 'strict',
  conduct: 'proxy',
  name: 'edge',
  fromEdge: 'open',
  fromRunner: 'open',
}

/** As Cloudflare's 19 s and 125 s, for people who wait. */
export const SHORT_LIMITS: Limits = { connect: 500, read: 800 }

export interface Internet {
  readonly authorities: Authorities
  readonly origin: Origin
  /** How the runner finds its way at present. */
  readonly view: () => LabFile
  readonly stage: (next: Stage) => Promise<void>
  readonly close: () => Promise<void>
}

/** An edge, an origin and the ways between them and the runner, all on loopback. */
export async function startInternet(first: Stage, limits: Limits = SHORT_LIMITS): Promise<Internet> {
  const authorities = makeAuthorities()
  let staged = first
  let blackhole: Blackhole | undefined

  const origin = await startOrigin({
    credentials: certificateOf('valid', HOST, authorities),
    mode: 'up',
    patience: limits.read / 4,
  })
  const routesToOrigin = (way: Way): Routes => {
    const lead = (port: number): Route => {
      if (way !== 'open') return way
      return staged.origin === 'blackhole' ? (blackhole?.route ?? 'drop') : port
    }
    return {
      [routeKey(ORIGIN_ADDRESS, 443)]: lead(origin.ports.https),
      [routeKey(ORIGIN_ADDRESS, 80)]: lead(origin.ports.http),
    }
  }
  const edge = await startEdge({
    credentials: certificateOf('valid', HOST, authorities),
    zoneOf: (host) =>
      host === HOST
        ? { host, ssl: staged.ssl, origin: { address: ORIGIN_ADDRESS }, conduct: staged.conduct }
        : undefined,
    routes: () => routesToOrigin(staged.fromEdge),
    trusted: [authorities.root.certificate, authorities.cloudflareOriginCa.certificate],
    limits,
    visitor: RUNNER_ADDRESS,
  })

  const stage = async (next: Stage): Promise<void> => {
    staged = next
    origin.show(certificateOf(next.certificate, HOST, authorities))
    if (next.origin === 'blackhole') {
      blackhole ??= await openBlackhole()
      await origin.turn('stopped')
    } else await origin.turn(next.origin)
  }
  await stage(first)

  return {
    authorities,
    origin,
    view: () => ({
      names: { [HOST]: namesOf(staged.name) },
      routes: {
        [routeKey(EDGE_ADDRESS, 443)]: edge.ports.https,
        [routeKey(EDGE_ADDRESS, 80)]: edge.ports.http,
        ...routesToOrigin(staged.fromRunner),
      },
      cloudflareOriginCa: authorities.cloudflareOriginCa.certificate,
    }),
    stage,
    close: async () => {
      blackhole?.close()
      await Promise.all([edge.close(), origin.close()])
    },
  }
}

function namesOf(name: Stage['name']): LabFile['names'][string] {
  if (name === 'edge') return [EDGE_ADDRESS]
  if (name === 'origin') return [ORIGIN_ADDRESS]
  return name
}
