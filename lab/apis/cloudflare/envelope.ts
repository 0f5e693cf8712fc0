import type { ApiResponse } from '../api.ts'

/** An error of the API, https://developers.cloudflare.com/fundamentals/api/reference/. */
export interface ApiError {
  readonly code: number
  readonly message: string
  readonly error_chain?: readonly ApiError[]
}

export const failed = (
  status: number,
  error: ApiError,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse => ({
  status,
  headers,
  body: { success: false, errors: [error], messages: [], result: null },
})

export const succeeded = (result: unknown, more: Readonly<Record<string, unknown>> = {}): ApiResponse => ({
  status: 200,
  body: { result, success: true, errors: [], messages: [], ...more },
})

/** One page of a list, by `page` and `per_page`. */
export function paged(all: readonly unknown[], query: URLSearchParams, size: number): ApiResponse {
  const perPage = Math.max(1, Number(query.get('per_page') ?? size) || size)
  const page = Math.max(1, Number(query.get('page') ?? 1) || 1)
  const result = all.slice((page - 1) * perPage, page * perPage)
  return succeeded(result, {
    result_info: {
      page,
      per_page: perPage,
      count: result.length,
      total_count: all.length,
      total_pages: Math.ceil(all.length / perPage),
    },
  })
}

export const MISSING_TOKEN = failed(400, {
  code: 9106,
  message: 'Missing X-Auth-Key, X-Auth-Email or Authorization headers',
})

export const MALFORMED_TOKEN = failed(400, {
  code: 6003,
  message: 'Invalid request headers',
  error_chain: [{ code: 6111, message: 'Invalid format for Authorization header' }],
})

export const UNKNOWN_TOKEN = failed(403, { code: 9109, message: 'Invalid access token' })

/** The response of the older services, for zones and settings. */
export const UNAUTHORIZED = failed(403, {
  code: 9109,
  message: 'Unauthorized to access requested resource',
})

/** The response of the gateway in front of the other services. */
export const NOT_PERMITTED = failed(403, { code: 10000, message: 'Authentication error' })

/** After 1200 requests in five minutes, every request fails for five minutes. */
export const RATE_LIMITED = failed(
  429,
  { code: 971, message: 'Please wait and consider throttling your request speed' },
  {
    'retry-after': '300',
    ratelimit: '"default";r=0;t=300',
    'ratelimit-policy': '"default";q=1200;w=300',
  },
)

export const NO_ROUTE = failed(400, { code: 7000, message: 'No route for that URI' })

export const unroutable = (path: string): ApiResponse =>
  failed(404, {
    code: 7003,
    message: `Could not route to ${path}, perhaps your object identifier is invalid?`,
  })
