import { STATUS_PAGE_LIMIT, STATUS_PAGES, statusIn } from '../../cloudflare/api/status-page.ts'
import type { StatusPage } from '../../domain/zone.ts'
import { rawTextOf, untrusted } from '../../domain/untrusted.ts'
import { MAX_API_VALUES, parseJson } from '../../shared/json.ts'
import type { ProbeContext } from '../types.ts'
import { jsonApi } from '../api/json-api.ts'

/** Reads the status of a data center from Cloudflare's status page. Tries its addresses one after the other. */
export async function readStatusPage(
  colo: string,
  context: ProbeContext,
  urls: readonly string[] = STATUS_PAGES,
): Promise<StatusPage> {
  const start = context.clock.monotonic()
  for (const url of urls) {
    const remaining = context.timeout - (context.clock.monotonic() - start)
    if (remaining <= 0 || context.signal.aborted) break
    // Leaves half of the time for the other address.
    const timeout = url === urls.at(-1) ? remaining : remaining / 2
    const response = await jsonApi(url, {}, STATUS_PAGE_LIMIT).get('', { ...context, timeout })
    const status =
      response.kind === 'completed' && response.head.status === 200
        ? statusIn(parseJson(rawTextOf(response.body.text), MAX_API_VALUES), colo)
        : undefined
    if (status !== undefined) return status
  }
  return { incidents: [], unread: untrusted("Cloudflare's status page could not be read.") }
}
