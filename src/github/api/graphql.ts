import { listIn, textIn } from '../../shared/json.ts'
import { UnexpectedResponse } from './unexpected-response.ts'

/**
 * GraphQL reports errors with status 200. Returns if GitHub refused the query, or gave no reason. Throws what a REST
 * response with the same meaning would: a rate limit, or a failure at GitHub.
 * https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
export function requireRefusal(data: unknown, headers: unknown): void {
  for (const error of listIn(data, 'errors')) {
    const [type = '', message = ''] = [textIn(error, 'type'), textIn(error, 'message')]
    if (type === 'RATE_LIMITED' || /rate limit/i.test(message))
      throw Object.assign(new Error(message), { response: { status: 429, headers, data: { message } } })
    if (!REFUSED.test(`${type} ${message}`))
      throw new UnexpectedResponse("GitHub's GraphQL API responded with an error")
  }
}

/** `FORBIDDEN`, `INSUFFICIENT_SCOPES`, "Resource not accessible by integration", or no words at all. */
const REFUSED = /^ $|FORBIDDEN|INSUFFICIENT_SCOPES|NOT_FOUND|not accessible|not authorized|permission|scope/i
