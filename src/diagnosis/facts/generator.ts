import { retryAfter } from '../../shared/retry-after.ts'
import type { CompletedExchange, Head } from '../../domain/exchange.ts'
import { matches, read } from '../../domain/untrusted.ts'
import { FINGERPRINTS, type Generator } from '../fingerprints/error-pages.ts'

/** What generated an error page, if its body or headers identify it. */
export function generatorOf({ head, body }: CompletedExchange): Generator | undefined {
  if (head.status < 400) return
  const found = FINGERPRINTS.find(
    ({ head: sign, body: page, empty }) =>
      (sign === undefined || hasHeader(head, ...sign)) &&
      (page === undefined || matches(body.text, page)) &&
      (empty === undefined || body.bytes === 0),
  )
  return found && { name: found.name, kind: found.kind }
}

function hasHeader({ headers }: Head, name: string, pattern: RegExp): boolean {
  const value = headers[name]
  return value !== undefined && matches(value, pattern)
}

/** What proxies say when they have no backend, or when the one they have is down. */
const NO_BACKEND =
  /No server is available to handle this request|no healthy upstream|no available server|Backend fetch failed|upstream connect error|The upstream server is currently unavailable|herokucdn\.com\/error-pages\/application-error/
/** What servers say when a backend is down, but also for other reasons. */
const MAYBE_NO_BACKEND =
  /temporarily unable to service your\r?\nrequest due to maintenance downtime or capacity|HTTP Error 503\. The service is unavailable\./
/** Envoy's circuit breaker opened: the backend is up and gets too many requests. */
const OVERFLOW = /reset reason: overflow/
/** Platforms that send an empty 503 when there is no application. */
const PLATFORMS: ReadonlySet<string> = new Set(['Render', 'Fly.io', 'Caddy'])

/**
 * Whether a 503 means that a proxy has no backend: `certain` by unambiguous words, `likely` by words with other uses
 * too.
 */
export function lacksBackend(response: CompletedExchange): 'certain' | 'likely' | undefined {
  const { head, body } = response
  if (head.status !== 503 || matches(body.text, OVERFLOW)) return
  const generator = generatorOf(response)
  if (generator?.name === 'AWS load balancer' || matches(body.text, NO_BACKEND)) return 'certain'
  const platform = generator !== undefined && PLATFORMS.has(generator.name) && body.bytes === 0
  return platform || matches(body.text, MAYBE_NO_BACKEND) ? 'likely' : undefined
}

/** Words about overload, whatever the status. */
const OVERLOAD =
  /reset reason: overflow|\b(too busy|over ?loaded|over capacity|too many (requests|connections)|resource limit is reached|bandwidth limit exceeded|request queue (is )?full|no workers? (left|available)|server is busy|throttl(ed|ing))\b/i

export function mentionsOverload({ body }: CompletedExchange): boolean {
  return matches(body.text, OVERLOAD)
}

/**
 * Words about planned maintenance. The stock phrases "maintenance downtime or capacity" and "overload or maintenance"
 * don't count.
 */
const MAINTENANCE =
  /\b((?<!overload(ing)? or (scheduled )?)maintenance(?! downtime or capacity)|be back (soon|shortly|later|in)|back (soon|in an? (hour|minute|moment|while))|undergoing (an )?(upgrade|update)|scheduled downtime|wartung(sarbeiten)?|en maintenance|mantenimiento)\b/i

export function mentionsMaintenance({ body }: CompletedExchange): boolean {
  return matches(body.text, MAINTENANCE)
}

/** Words of an application that failed internally and still responds 503, such as a health check. */
const FAILURE =
  /"(status|state|health)"\s*:\s*"(down|fail(ed|ing)?|unhealthy|error|critical|out_of_service)"|\b(Traceback|exception|stack ?trace)\b/i

export function mentionsFailure(response: CompletedExchange): boolean {
  return generatorOf(response)?.kind === 'application' || matches(response.body.text, FAILURE)
}

/** Seconds that a response asks to wait; undefined when it does not. */
export function retryAfterSeconds({ head }: CompletedExchange, now: number): number | undefined {
  const wait = read(head.headers['retry-after'], (text) => retryAfter(text, now))
  return wait === undefined ? undefined : Math.round(wait / 1000)
}
