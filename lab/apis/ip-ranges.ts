import type { ApiResponse, ApiRequest } from './api.ts'
import type { CloudflareSetup } from './cloudflare/setup.ts'

/**
 * What www.cloudflare.com gives for its lists of addresses:
 * - `lists` one range a line, and no newline at the end;
 * - `page` an error page of HTML under 200, as was once seen for an afternoon; `error` the same under 500;
 * - `garbage` lines that are no ranges among lines that are; `empty` nothing at all.
 */
export type RangesBehavior = 'lists' | 'page' | 'error' | 'garbage' | 'empty'

export function rangesResponse(
  { path }: ApiRequest,
  { ranges }: Pick<CloudflareSetup, 'ranges'>,
  behavior: RangesBehavior,
): ApiResponse {
  const list = path === '/ips-v4' ? ranges.v4 : path === '/ips-v6' ? ranges.v6 : undefined
  if (list === undefined) return page(404, 'Not Found')
  switch (behavior) {
    case 'lists':
      return lines(list)
    case 'page':
      return page(200, 'Worker threw exception | www.cloudflare.com | Cloudflare')
    case 'error':
      return page(500, 'Worker threw exception | www.cloudflare.com | Cloudflare')
    case 'garbage':
      // The first would take in the whole internet, the last any host of somebody else's.
      return lines(['0.0.0.0/0', ...list, '999.1.2.3/20', '# ranges', '203.0.113.0/33', '203.0.113.10'])
    case 'empty':
      return lines([])
    default:
      return behavior satisfies never
  }
}

const lines = (list: readonly string[]): ApiResponse => ({
  status: 200,
  headers: { 'content-type': 'text/plain', 'cf-cache-status': 'DYNAMIC' },
  body: list.join('\n'),
})

const page = (status: number, title: string): ApiResponse => ({
  status,
  headers: { 'content-type': 'text/html; charset=UTF-8' },
  body: `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body></body></html>\n`,
})
