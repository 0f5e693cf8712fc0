import { bearerToken, type ApiResponse, type ApiRequest } from '../api.ts'
import { accountRoutes } from './account.ts'
import {
  MALFORMED_TOKEN,
  MISSING_TOKEN,
  unroutable,
  NOT_PERMITTED,
  NO_ROUTE,
  paged,
  failed,
  succeeded,
  RATE_LIMITED,
  UNAUTHORIZED,
  UNKNOWN_TOKEN,
} from './envelope.ts'
import { analyticsResponse } from './graphql.ts'
import { zoneObject } from './objects.ts'
import { zoneRoutes } from './zone.ts'
import type { CloudflareSetup, CloudflareZone, Permission, Token } from './setup.ts'

const BASE = '/client/v4'

/**
 * The part of api.cloudflare.com that helps to diagnose a broken site. `requestCount` is the number of earlier
 * requests; `now` is in milliseconds.
 */
export function cloudflareResponse(
  request: ApiRequest,
  setup: CloudflareSetup,
  requestCount: number,
  now: number,
): ApiResponse {
  const path = request.path.startsWith(`${BASE}/`) ? request.path.slice(BASE.length) : ''
  if (path === '/ips' && request.method === 'GET') return rangesResponse(setup)
  if (requestCount >= setup.requestLimit) return RATE_LIMITED

  const bearer = bearerToken(request.headers)
  if (bearer === undefined) return MISSING_TOKEN
  if (bearer === '') return MALFORMED_TOKEN
  const token = setup.tokens[bearer]
  if (path === '/user/tokens/verify') return tokenResponse(token)
  if (token === undefined) return UNKNOWN_TOKEN

  const zones = setup.zones.filter(({ name }) => token.zones === 'all' || token.zones.includes(name))
  if (path === '/graphql' && request.method === 'POST') {
    return analyticsResponse(request.body, token.permissions.includes('Analytics Read') ? zones : [], now)
  }
  if (request.method !== 'GET') return NO_ROUTE
  return readResource(path, request.query, token, zones, setup)
}

function readResource(
  path: string,
  query: URLSearchParams,
  token: Token,
  zones: readonly CloudflareZone[],
  setup: CloudflareSetup,
): ApiResponse {
  const isAllowed = (permission: Permission): boolean => token.permissions.includes(permission)
  if (path === '/zones') {
    if (!isAllowed('Zone Read')) return UNAUTHORIZED
    const named = zones.filter(({ name }) => [null, name].includes(query.get('name')))
    return paged(
      named.map((zone) => zoneObject(zone, setup.account)),
      query,
      20,
    )
  }
  const [, kind, id = '', rest = ''] = /^\/(zones|accounts)\/([^/]+)(\/.*)?$/.exec(path) ?? []
  if (kind === 'accounts') {
    const route = accountRoutes(setup).find(({ pattern }) => pattern.test(rest))
    if (route === undefined || id !== setup.account.id) return unroutable(path)
    return isAllowed(route.permission) ? route.respond(route.pattern.exec(rest) ?? [], query) : NOT_PERMITTED
  }
  if (kind !== 'zones') return NO_ROUTE
  if (!/^[0-9a-f]{32}$/.test(id)) return unroutable(path)
  const zone = zones.find((each) => each.id === id)
  if (zone === undefined) return UNAUTHORIZED
  const route = zoneRoutes(zone, setup.account).find(({ pattern }) => pattern.test(rest))
  if (route === undefined) return NO_ROUTE
  if (isAllowed(route.permission)) return route.respond(route.pattern.exec(rest) ?? [], query)
  return route.permission.startsWith('Zone') ? UNAUTHORIZED : NOT_PERMITTED
}

const rangesResponse = ({ ranges }: CloudflareSetup): ApiResponse =>
  succeeded({ ipv4_cidrs: ranges.v4, ipv6_cidrs: ranges.v6, etag: '38f79d050aa027e3be3865e495dcc9bc' })

const tokenResponse = (token: Token | undefined): ApiResponse =>
  token === undefined
    ? failed(401, { code: 1000, message: 'Invalid API Token' })
    : succeeded(
        { id: 'ed17574386854bf78a67040be0a770b0', status: 'active' },
        { messages: [{ code: 10000, message: 'This API Token is valid and active', type: null }] },
      )
