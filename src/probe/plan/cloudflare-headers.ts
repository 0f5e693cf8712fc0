import type { ProbeRequest } from './plan.ts'

/**
 * What Cloudflare adds to a request on its way to the origin, but for what names the visitor
 * (https://developers.cloudflare.com/fundamentals/reference/http-headers/). An origin may behave otherwise with them: send no
 * redirect to HTTPS, or choke.
 */
export function cloudflareHeaders(scheme: 'http' | 'https'): Readonly<Record<string, string>> {
  return {
    'x-forwarded-proto': scheme,
    'cf-visitor': `{"scheme":"${scheme}"}`,
    'cdn-loop': 'cloudflare',
    'accept-encoding': 'gzip, br',
  }
}

/** The same request as anybody else would send it. */
export function withoutCloudflareHeaders(ask: ProbeRequest): ProbeRequest {
  const theirs = new Set(Object.keys(cloudflareHeaders('https')))
  return {
    ...ask,
    headers: Object.fromEntries(Object.entries(ask.headers).filter(([name]) => !theirs.has(name))),
  }
}
