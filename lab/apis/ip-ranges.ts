import type { ApiResponse, ApiRequest } from './api.ts'
import type { CloudflareSetup } from './cloudflare/setup.ts'

/**
 * The response of www.cloudflare.com for its address lists.
 * - `lists`: one range per line, without a final newline.
 * - `page`: an HTML error page with status 200, as once observed. `error`: the same with 500.
 * - `garbage`: invalid lines among valid ones.
 * - `empty`: an empty body.
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
      // The first would include the whole internet, the last a host of someone else.
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
