import type { Resolution } from '../../domain/dns.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { beginning } from '../../domain/untrusted.ts'
import { BODY_LIMIT } from '../http/body.ts'
import { reusableConnection, type ReusableConnection } from '../http/reuse.ts'
import type { ProbeContext, ProbeRequest } from '../types.ts'
import { SEARCH_LIMIT, withContent } from './expectations.ts'
import { PAGE_LIMIT, withAssets } from './page-assets.ts'
import { followRedirects } from './redirects.ts'

/** Characters to keep of a body without an error status: diagnosis reads no more of it. */
const OK_BODY_LIMIT = 8192

/** Does what `fetchPageOver` does, over its own connections, and closes them. */
export async function fetchPage(
  request: ProbeRequest,
  resolution: Promise<Resolution>,
  context: ProbeContext,
): Promise<Exchange> {
  const connection = reusableConnection()
  try {
    return await fetchPageOver(connection, request, resolution, context)
  } finally {
    connection.close()
  }
}

/**
 * Requests a page as a visitor would: follows redirects and searches for expected content. Leaves the last connection
 * open if the server does. Never throws for what the site does.
 */
export async function fetchPageOver(
  connection: ReusableConnection,
  request: ProbeRequest,
  resolution: Promise<Resolution>,
  context: ProbeContext,
): Promise<Exchange> {
  const { expectations = {} } = request
  const searchable =
    expectations.expectedBody !== undefined
      ? { ...request, bodyLimit: SEARCH_LIMIT }
      : request.findsAssets === true
        ? { ...request, keepLimit: PAGE_LIMIT }
        : request
  const response = await followRedirects(connection, searchable, resolution, context)
  const page = withAssets(withContent(response, expectations), request)
  if (page.kind !== 'completed') return page
  const limit = page.head.status < 400 ? OK_BODY_LIMIT : BODY_LIMIT
  return { ...page, body: { ...page.body, text: beginning(page.body.text, limit) } }
}
