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
export function errorPage(code: ErrorCode, zone: Pick<Zone, 'errorPages'>, request: EdgeRequest): Page {
  const error = edgeError(code)
  return {
    ...errorBody(error, zone.errorPages, request),
    headers: {
      ...OWN_PAGE_HEADERS,
      ...(error.retryAfter !== undefined && { 'retry-after': String(error.retryAfter) }),
    },
  }
}

function errorBody(error: EdgeError, pages: Zone['errorPages'], request: EdgeRequest): Page {
  const { status } = error
  if (pages === 'custom') return html(status, customPage(error, request))
  const accept = request.headers.accept ?? ''
  const form = errorFormat(accept)
  switch (form) {
    case 'json':
      return { status, type: 'application/json; charset=utf-8', body: problemDetails(error, request) }
    case 'problem':
      return {
        status,
        type: 'application/problem+json; charset=utf-8',
        body: problemDetails(error, request),
      }
    case 'markdown':
      return { status, type: 'text/markdown; charset=utf-8', body: errorMarkdown(error, request) }
    case 'html':
      // Cloudflare documents HTML for `*/*`. This line was observed as well, for the same host in the same days.
      if (pages === 'text' && !accept.includes('text/html'))
        return { status, type: 'text/plain; charset=UTF-8', body: `error code: ${error.code}` }
      if (error.code >= 1000) return html(status, page1xxx(error, request))
      return html(
        status,
        pages === 'until-2022' ? pageUntil2022(error, request) : pageSince2023(error, request),
      )
    default:
      return form satisfies never
  }
}
