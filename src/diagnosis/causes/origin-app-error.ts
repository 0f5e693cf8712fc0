import { defineCause, step } from '../../domain/cause.ts'
import type { Moment } from '../../domain/cause.ts'
import type { CompletedExchange } from '../../domain/exchange.ts'
import { cluesOf, headerCaveat } from '../clues/clues.ts'
import { writtenByCloudflare } from '../facts/edge.ts'
import { hasExpectedStatus } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { unavailableReason } from '../facts/unavailable.ts'

/** The application itself answers, and says that it failed. Cloudflare passes every 5xx but 502 and 504 on as it is. */
export default defineCause({
  id: 'origin-app-error',
  title: 'the application answers with an error',
  brief: { observedOr: 'application error' },
  hop: 'application',
  owner: 'origin',
  meaning: [
    'The application runs and answers 500, or another 5xx of its own: an exception, a missing setting, a migration that has not run, a service that it cannot reach. Cloudflare passes the page on as it is.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-worker-failed',
      distinguishedBy:
        'A 500 with code 1101, or a 503 with code 1102, on a page of Cloudflare. A Worker that catches its own failure shows any page it likes: `npx wrangler tail WORKER`.',
    },
  ],
  needs: ['edge'],
  rule(moment) {
    const direct = applicationErrorIn(moment, moment.origin)
    const shown = writtenByCloudflare(moment) ? undefined : applicationErrorIn(moment, moment.edge)
    if (direct !== undefined) {
      const told = `the origin answers ${direct.head.status} when asked directly${headerCaveat(moment)}`
      return {
        outcome: 'unhealthy',
        // A 503 has many reasons: that its words speak of an error is a good sign, and no more.
        confidence:
          shown?.head.status === direct.head.status && direct.head.status !== 503 ? 'certain' : 'likely',
        because: visitorsServed(moment)
          ? `${told}; what visitors get may come from a cache or from another origin`
          : told,
        clues: cluesOf(moment),
      }
    }
    if (shown === undefined) return
    const got = `visitors get a ${shown.head.status} that Cloudflare did not make`
    return {
      outcome: 'unhealthy',
      confidence: originHealthy(moment) ? 'possible' : 'likely',
      because: originHealthy(moment)
        ? `${got}, while the origin is fine when asked directly: it comes and goes, or Cloudflare asks another origin`
        : got,
      clues: cluesOf(moment),
    }
  },
  remedy: () => ({
    summary: "Read the application's own log: it says why.",
    steps: [
      step(
        '',
        "Read the application's log from the time of this check: `journalctl -u APP --since -15min`, or `docker logs --since 15m CONTAINER`.",
      ),
      step(
        '',
        'Compare with the last good deploy: settings and secrets that are missing, migrations that have not run, a dependency that changed.',
      ),
      step('', 'If visitors are affected, roll back first, then look further.'),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-500/',
  }),
})

/** The answer, if it is a 5xx that neither a gateway nor Cloudflare gives, and not for want of room. */
function applicationErrorIn(moment: Moment, exchange: Moment['edge']): CompletedExchange | undefined {
  if (exchange?.kind !== 'completed' || hasExpectedStatus(moment, exchange)) return
  const { status } = exchange.head
  if (status < 500 || status === 502 || status === 504) return
  const why = unavailableReason(moment, exchange)
  return why === undefined || why === 'failed' ? exchange : undefined
}
