import { field, textField, type ApiResponse } from '../api.ts'
import type { CloudflareZone, Traffic } from './setup.ts'

/** The lab's only data set. */
const DATA_SET = 'httpRequestsAdaptiveGroups'

/**
 * A zone's analytics by GraphQL. The lab doesn't parse GraphQL. It finds the zone's id and the data set, and
 * returns every line with every dimension, whatever the query filters or selects. Errors come with 200.
 */
export function analyticsResponse(body: unknown, zones: readonly CloudflareZone[], now: number): ApiResponse {
  const query = textField(body, 'query')
  if (query === undefined || !/[{]/.test(query)) return graphqlError('query not found', null, now)
  const known = query.match(/\b\w+Adaptive(?:Groups)?\b/g) ?? []
  const unknown = known.find((set) => set !== DATA_SET)
  if (unknown !== undefined) return graphqlError(`unknown field "${unknown}"`, null, now)

  const id = findZoneId(query, field(body, 'variables'))
  const zone = zones.find((each) => each.id === id)
  if (zone === undefined)
    return graphqlError(`zones [${id}] are not authorized`, ['viewer', 'zones'], now, 'authz')
  return {
    status: 200,
    body: {
      data: { viewer: { zones: [{ [DATA_SET]: zone.traffic.map((line) => trafficGroup(line, now)) }] } },
      errors: null,
    },
  }
}

/** The first 32 hexadecimal digits. Nothing else in a query has that form. */
const findZoneId = (query: string, variables: unknown): string =>
  /\b[0-9a-f]{32}\b/.exec(`${JSON.stringify(variables)} ${query}`)?.[0] ?? ''

const trafficGroup = (line: Traffic, now: number): unknown => ({
  count: line.count,
  dimensions: {
    edgeResponseStatus: line.edgeStatus,
    originResponseStatus: line.originStatus,
    coloCode: line.colo,
    clientRequestHTTPHost: line.host,
    clientRequestPath: line.path,
    cacheStatus: line.cacheStatus,
    datetimeMinute: minute(now - line.minutesAgo * 60_000),
  },
})

const minute = (at: number): string => new Date(at).toISOString().replace(/\d\d\.\d+Z$/, '00Z')

const graphqlError = (
  message: string,
  path: readonly string[] | null,
  now: number,
  code?: string,
): ApiResponse => ({
  status: 200,
  body: {
    data: null,
    errors: [
      {
        message,
        path,
        extensions: { ...(code !== undefined && { code }), timestamp: new Date(now).toISOString() },
      },
    ],
  },
})
