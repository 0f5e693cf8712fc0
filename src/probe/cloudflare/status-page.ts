import { parseJson } from '../../shared/json.ts'
import { STATUS_PAGE_LIMIT, STATUS_PAGES, statusIn } from '../../cloudflare/api/status-page.ts'
import type { StatusPage } from '../../domain/zone.ts'
import { apiAt } from './json-api.ts'
import type { ProbeContext } from '../http/exchange.ts'

/** What Cloudflare's status page says of a data center. Both of its addresses are asked, one after the other. */
export async function statusOf(
  colo: string,
  way: ProbeContext,
  pages: readonly string[] = STATUS_PAGES,
): Promise<StatusPage> {
  const begun = way.clock.monotonic()
  for (const page of pages) {
    const left = way.timeout - (way.clock.monotonic() - begun)
    if (left <= 0 || way.signal.aborted) break
    // Half of the time is kept for the other one.
    const timeout = page === pages.at(-1) ? left : left / 2
    const answer = await apiAt(page, {}, STATUS_PAGE_LIMIT).get('', { ...way, timeout })
    const found =
      answer.kind === 'completed' && answer.head.status === 200
        ? statusIn(parseJson(answer.body.text), colo)
        : undefined
    if (found !== undefined) return found
  }
  return { incidents: [], unread: "Cloudflare's status page could not be read." }
}
