import { rawTextOf, read } from '../../domain/untrusted.ts'
import { sentFromCache } from '../../cloudflare/response.ts'
import type { Resolution } from '../../domain/dns.ts'
import type { AssetResult } from '../../domain/evidence.ts'
import type { AssetLink, Exchange } from '../../domain/exchange.ts'
import { isHtmlDocument } from '../../shared/html.ts'
import { resolveHost } from '../dns/system.ts'
import type { ReusableConnection } from '../http/reuse.ts'
import { ACCEPT_PAGE } from '../plan/plan.ts'
import { uncached } from '../plan/uncached.ts'
import type { ProbeContext, ProbeRequest } from '../types.ts'
import { isPrivateTarget } from './private-targets.ts'
import { assetRequest } from './redirect-policy.ts'

/** Bytes of a file to read: enough to see whether it is HTML. */
const BEGINNING = 1024

/** What browsers accept, because a server may respond with HTML only to those who accept it. */
const ACCEPT = { script: '*/*', stylesheet: 'text/css,*/*;q=0.1' } as const

const BARRED: Exchange = {
  timings: {},
  kind: 'failed',
  phase: 'connect',
  error: { reason: 'other', code: 'BARRED', received: 0 },
}

/**
 * Requests the script and the stylesheet that a page names, one after the other, as visitors do: two requests, and a
 * third for each wrong copy in the cache. Uses the page's connection for as long as it stays open, and closes it.
 */
export async function requestAssets(
  page: Exchange | undefined,
  pageRequest: ProbeRequest,
  connection: ReusableConnection,
  resolution: Promise<Resolution>,
  context: ProbeContext,
): Promise<readonly AssetResult[]> {
  const start = context.clock.monotonic()
  const { redirects } = pageRequest
  const results: AssetResult[] = []
  const send = async (request: ProbeRequest): Promise<Exchange> => {
    const left = start + context.timeout - context.clock.monotonic()
    const limited = { ...context, timeout: Math.max(1, left) }
    const isOwn = request.host === pageRequest.host
    const known = isOwn ? resolution : resolveHost(request.host, limited)
    // The name may resolve to another address than for the page.
    if (!isOwn && (await isPrivateTarget(known, resolution))) return BARRED
    return connection.send(request, known, limited)
  }
  const check = async (kind: AssetResult['kind'], link: AssetLink | undefined): Promise<void> => {
    const url = link === undefined ? null : URL.parse(rawTextOf(link.url))
    if (link === undefined || url === null || redirects === undefined) return
    const { headers, ...request } = assetRequest(url, pageRequest, redirects)
    const accept = headers['accept'] === ACCEPT_PAGE ? ACCEPT[kind] : (headers['accept'] ?? ACCEPT[kind])
    const sent: ProbeRequest = {
      ...request,
      headers: { ...headers, accept },
      bodyLimit: BEGINNING,
      beginningOnly: true,
    }
    const edge = await send(sent)
    const result = { ...link, kind, edge }
    results.push(
      isWrongCopy(edge) ? { ...result, uncached: await send(uncached(sent, context.clock.now())) } : result,
    )
  }
  try {
    const assets = page?.kind === 'completed' ? page.assets : undefined
    await check('script', assets?.script)
    await check('stylesheet', assets?.stylesheet)
    return results
  } finally {
    connection.close()
  }
}

function isWrongCopy(response: Exchange): boolean {
  if (response.kind !== 'completed' || !sentFromCache(response.head.headers)) return false
  return response.head.status >= 400 || read(response.body.text, isHtmlDocument)
}
