import { BlockList, isIP } from 'node:net'
import { CLOUDFLARE_RANGES } from '../../../src/cloudflare/ranges.ts'
import type { OriginAddress, Zone } from '../../world/zone.ts'
import type { ErrorCode1xxx } from '../pages/errors.ts'
import type { EdgeRequest } from '../edge-request.ts'

/** The endpoints and the Host header for a request, or the error that keeps the edge from connecting. */
export type Destination =
  | { readonly kind: 'none'; readonly code: ErrorCode1xxx }
  | {
      readonly kind: 'origin'
      /** In order. The second one exists only with failover. */
      readonly endpoints: readonly OriginEndpoint[]
      /** Host header. */
      readonly host: string
      /** Behind a tunnel every failure is the connector's 502. */
      readonly tunnel: boolean
    }

export interface OriginEndpoint {
  readonly address: string
  readonly port: number
  /** Absent: plain HTTP. */
  readonly tls?: OriginTls
}

export interface OriginTls {
  readonly serverName: string
  /** The certificate must match one of these names. Absent: any certificate is accepted. */
  readonly names?: readonly string[]
}

/** `turn` is the number of earlier requests for the host. It rotates several origins. */
export function findDestination(zone: Zone, request: EdgeRequest, turn: number): Destination {
  const { origin, rules = {} } = zone
  if (origin === 'unresolvable' || origin === 'no-pool') return { kind: 'none', code: 1016 }
  if ('tunnel' in origin && origin.tunnel === 'down') return { kind: 'none', code: 1033 }

  const host = rules.host ?? request.headers.host ?? request.host
  if ('tunnel' in origin) {
    const secure = origin.scheme === 'https'
    const serverName = withoutPort(host)
    const port = origin.port ?? (secure ? 443 : 80)
    const tls = { serverName, names: [serverName] }
    const endpoint = { address: origin.address, port, ...(secure && { tls }) }
    return { kind: 'origin', host, tunnel: true, endpoints: [endpoint] }
  }

  const all: readonly OriginAddress[] = 'pool' in origin ? origin.pool : [origin]
  const candidates = all.map(({ address, port, name }) => ({
    address: rules.address ?? address,
    port: rules.port ?? port,
    name,
  }))
  if (candidates.length === 0) return { kind: 'none', code: 1016 }
  if (candidates.some(({ address }) => contains(CLOUDFLARE, address))) return { kind: 'none', code: 1000 }
  if (candidates.some(({ address }) => contains(RESTRICTED, address))) return { kind: 'none', code: 1002 }

  const serverName = rules.sni ?? withoutPort(host)
  const secure = usesTls(zone, request)
  const endpoints = candidates.map((each): OriginEndpoint => {
    const port = each.port ?? defaultPort(request, secure)
    if (!secure) return { address: each.address, port }
    const strict = zone.ssl === 'strict' || zone.ssl === 'origin_pull'
    const names = [serverName, withoutPort(host), ...(each.name === undefined ? [] : [each.name])]
    return { address: each.address, port, tls: { serverName, ...(strict && { names }) } }
  })
  const first = turn % endpoints.length
  const ordered = [...endpoints.slice(first), ...endpoints.slice(0, first)]
  const tries = 'pool' in origin && origin.failover === true ? 2 : 1
  return { kind: 'origin', host, tunnel: false, endpoints: ordered.slice(0, tries) }
}

/** Depends on the SSL mode. `flexible` uses plain HTTP only for visitors on port 443. */
function usesTls({ ssl }: Zone, { scheme, port }: EdgeRequest): boolean {
  switch (ssl) {
    case 'off':
      return false
    case 'flexible':
      return scheme === 'https' && port !== 443
    case 'full':
    case 'strict':
      return scheme === 'https'
    case 'origin_pull':
      return true
    default:
      return ssl satisfies never
  }
}

/** The visitor's own port while the scheme is the same: 8443 goes to 8443. */
const defaultPort = ({ scheme, port }: EdgeRequest, secure: boolean): number => {
  if (secure) return scheme === 'https' ? port : 443
  return scheme === 'http' ? port : 80
}

const withoutPort = (host: string): string => host.replace(/:\d+$/, '')

function blockList(...networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4')
  }
  return list
}

const contains = (list: BlockList, address: string): boolean =>
  list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** A record that points here would loop. */
const CLOUDFLARE = blockList(...CLOUDFLARE_RANGES)

/** Private and loopback. Reserved ranges such as 192.0.2.0/24 are tried, and time out. */
const RESTRICTED = blockList(
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '::1/128',
  'fc00::/7',
)
