import { listIn, textIn } from '../../shared/json.ts'
import { UnexpectedResponse } from './unexpected-response.ts'

/**
 * GraphQL reports errors with status 200. Returns if it refused the query, or said nothing. Throws what a REST
 * response with the same meaning would: a rate limit, or a failure of GitHub's.
 * https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
export function requireRefusal(data: unknown, headers: unknown): void {
  for (const error of listIn(data, 'errors')) {
    const [type = '', message = ''] = [textIn(error, 'type'), textIn(error, 'message')]
    if (type === 'RATE_LIMITED' || /rate limit/i.test(message))
      throw Object.assign(new Error(message), { response: { status: 429, headers, data: { message } } })
    if (!REFUSED.test(`${type} ${message}`))
      throw new UnexpectedResponse('GitHub responded with an error of its own')
  }
}

/** `FORBIDDEN`, `INSUFFICIENT_SCOPES`, "Resource not accessible by integration", or no words at all. */
const REFUSED = /^ $|FORBIDDEN|INSUFFICIENT_SCOPES|NOT_FOUND|not accessible|not authorized|permission|scope/i
