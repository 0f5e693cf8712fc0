import type { Page } from '../../http/page.ts'
import type { Zone } from '../../world/zone.ts'
import { edgeError, type EdgeError, type ErrorCode } from './errors.ts'
import { OWN_PAGE_HEADERS } from '../headers.ts'
import { customPage, html, page1xxx, pageSince2023, pageUntil2022 } from './html.ts'
import { errorFormat } from './negotiate.ts'
import type { EdgeRequest } from '../edge-request.ts'
import { errorMarkdown, problemDetails } from './structured.ts'

/**
 * A branded Cloudflare error. The customer's own page comes first, for every client. Then the structured formats,
 * if accepted. Otherwise HTML, or a line of text for clients that accept anything, such as `fetch`.
 */
export function errorPage(code: ErrorCode, zone: Pick<Zone, 'errorPages'>, occasion: EdgeRequest): Page {
  const error = edgeError(code)
  return {
    ...errorBody(error, zone.errorPages, occasion),
    headers: {
      ...OWN_PAGE_HEADERS,
      ...(error.retryAfter !== undefined && { 'retry-after': String(error.retryAfter) }),
    },
  }
}

function errorBody(error: EdgeError, pages: Zone['errorPages'], occasion: EdgeRequest): Page {
  const { status } = error
  if (pages === 'custom') return html(status, customPage(error, occasion))
  const accept = occasion.headers.accept ?? ''
  const form = errorFormat(accept)
  switch (form) {
    case 'json':
      return { status, type: 'application/json; charset=utf-8', body: problemDetails(error, occasion) }
    case 'problem':
      return {
        status,
        type: 'application/problem+json; charset=utf-8',
        body: problemDetails(error, occasion),
      }
    case 'markdown':
      return { status, type: 'text/markdown; charset=utf-8', body: errorMarkdown(error, occasion) }
    case 'html':
      // Cloudflare documents HTML for `*/*`. This line was observed as well, for the same host in the same days.
      if (pages === 'text' && !accept.includes('text/html'))
        return { status, type: 'text/plain; charset=UTF-8', body: `error code: ${error.code}` }
      if (error.code >= 1000) return html(status, page1xxx(error, occasion))
      return html(
        status,
        pages === 'until-2022' ? pageUntil2022(error, occasion) : pageSince2023(error, occasion),
      )
    default:
      return form satisfies never
  }
}
