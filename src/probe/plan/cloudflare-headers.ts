import type { ProbeRequest } from '../types.ts'

/**
 * Headers that Cloudflare adds to a request to the origin, except those with the visitor's address
 * (https://developers.cloudflare.com/fundamentals/reference/http-headers/). They can change the response: an origin may
 * skip its redirect to HTTPS, or reject the request.
 */
export function cloudflareHeaders(scheme: 'http' | 'https'): Readonly<Record<string, string>> {
  return {
    'x-forwarded-proto': scheme,
    'cf-visitor': `{"scheme":"${scheme}"}`,
    'cdn-loop': 'cloudflare',
    'accept-encoding': 'gzip, br',
  }
}

/**
 * An address from the range for documentation (RFC 5737), because the runner's own public address is unknown. No
 * allowlist or geo rule contains it.
 */
const VISITOR = '192.0.2.1'

/** In the form of a Ray ID: the identifier of a request, and the data center that received it. */
const RAY = '8f0c2d4e6a1b3c5d-IAD'

/**
 * The same request with the headers by which an origin may recognize Cloudflare: those with the visitor's address, and
 * `CF-Ray`. Without a header from a proxy before it, `X-Forwarded-For` equals `CF-Connecting-IP`
 * (https://developers.cloudflare.com/fundamentals/reference/http-headers/). `CF-IPCountry` is left out, because an
 * origin may reject a country.
 */
export function withVisitorHeaders(request: ProbeRequest): ProbeRequest {
  return {
    ...request,
    headers: { ...request.headers, 'cf-connecting-ip': VISITOR, 'x-forwarded-for': VISITOR, 'cf-ray': RAY },
  }
}

/** The same request as any other client would send it. */
export function withoutCloudflareHeaders(request: ProbeRequest): ProbeRequest {
  const names = new Set(Object.keys(cloudflareHeaders('https')))
  return {
    ...request,
    headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => !names.has(name))),
  }
}
