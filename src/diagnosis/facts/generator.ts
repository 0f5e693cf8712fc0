import type { CompletedExchange, Head } from '../../domain/exchange.ts'
import { FINGERPRINTS, type Generator } from './fingerprints.ts'

/** Who wrote an error answer, if its page or headers tell. */
export function generatorOf({ head, body }: CompletedExchange): Generator | undefined {
  if (head.status < 400) return
  const found = FINGERPRINTS.find(
    ({ head: sign, body: page, empty }) =>
      (sign === undefined || shows(head, ...sign)) &&
      (page === undefined || page.test(body.text)) &&
      (empty === undefined || body.bytes === 0),
  )
  return found && { name: found.name, kind: found.kind }
}

function shows({ headers }: Head, name: string, value: RegExp): boolean {
  const given = headers[name]
  return given !== undefined && value.test(given)
}

/** Words by which a proxy says that it has no application to pass the request to, or that the one it has is not there. */
const NO_BACKEND =
  /No server is available to handle this request|no healthy upstream|no available server|Backend fetch failed|upstream connect error|The upstream server is currently unavailable|herokucdn\.com\/error-pages\/application-error/
/** The same words stand for a backend that is down, and for other things that keep a server from its work. */
const EITHER =
  /temporarily unable to service your\r?\nrequest due to maintenance downtime or capacity|HTTP Error 503\. The service is unavailable\./
/** Envoy says "overflow" when its circuit breaker opens: too many requests, with an application that is there. */
const OVERFLOW = /reset reason: overflow/
/** Platforms that answer an empty 503 in the place of an application. */
const PLATFORMS: ReadonlySet<string> = new Set(['Render', 'Fly.io', 'Caddy'])

/**
 * Whether a 503 says that a proxy has no application to pass the request to: `said` in words that mean nothing else,
 * `likely` in words that the same proxy also has for other occasions.
 */
export function lacksBackend(answer: CompletedExchange): 'said' | 'likely' | undefined {
  const { head, body } = answer
  if (head.status !== 503 || OVERFLOW.test(body.text)) return
  const generator = generatorOf(answer)
  if (generator?.name === 'AWS load balancer' || NO_BACKEND.test(body.text)) return 'said'
  const platform = generator !== undefined && PLATFORMS.has(generator.name) && body.bytes === 0
  return platform || EITHER.test(body.text) ? 'likely' : undefined
}

/** Words of too much load, in a page of whatever status. */
const LOAD =
  /reset reason: overflow|\b(too busy|over ?loaded|over capacity|too many (requests|connections)|resource limit is reached|bandwidth limit exceeded|request queue (is )?full|no workers? (left|available)|server is busy|throttl(ed|ing))\b/i

export function speaksOfLoad({ body }: CompletedExchange): boolean {
  return LOAD.test(body.text)
}

/** Words of a pause that somebody planned. The standing phrases "maintenance downtime or capacity" and "overload or maintenance" are none. */
const MAINTENANCE =
  /\b((?<!overload(ing)? or (scheduled )?)maintenance(?! downtime or capacity)|be back (soon|shortly|later|in)|back (soon|in an? (hour|minute|moment|while))|undergoing (an )?(upgrade|update)|scheduled downtime|wartung(sarbeiten)?|en maintenance|mantenimiento)\b/i

export function speaksOfMaintenance({ body }: CompletedExchange): boolean {
  return MAINTENANCE.test(body.text)
}

/** Words of an application that failed at its work, though its status says that it is unavailable: a health check, say. */
const FAILURE =
  /"(status|state|health)"\s*:\s*"(down|fail(ed|ing)?|unhealthy|error|critical|out_of_service)"|\b(Traceback|exception|stack ?trace)\b/i

export function speaksOfFailure(answer: CompletedExchange): boolean {
  return generatorOf(answer)?.kind === 'application' || FAILURE.test(answer.body.text)
}

/** Seconds until which to stay away: `Retry-After` is a number of them, or a date (RFC 9110, section 10.2.3). */
export function retryAfterOf({ head }: CompletedExchange, now: number): number | undefined {
  const given = (head.headers['retry-after'] ?? '').trim()
  if (/^\d{1,9}$/.test(given)) return Number(given)
  const date = /^\w{3,9}, /.test(given) ? Date.parse(given) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, Math.round((date - now) / 1000))
}
