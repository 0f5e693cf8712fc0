import { defineCause, look, change, type Remedy } from '../../domain/cause.ts'
import type { Moment } from '../../domain/cause.ts'
import type { CompletedExchange } from '../../domain/exchange.ts'
import { cluesOf, headerCaveat } from '../clues/clues.ts'
import { writtenByCloudflare } from '../facts/edge.ts'
import { hasExpectedStatus } from '../facts/exchange.ts'
import { isReplaced } from '../facts/pages/stand-in.ts'
import { originHealthy } from '../facts/origin.ts'
import { rejectsVisitorHeaders } from '../facts/comparison/request-forms.ts'
import { REJECTS_FORWARDING } from '../rules/forwarding-headers.ts'
import { statusAdvice } from '../rules/status-advice.ts'
import { whileServed } from '../rules/fails-directly.ts'
import { unavailableReason } from '../facts/unavailable.ts'

/** Cloudflare passes on every 5xx except 502 and 504 unchanged. */
export default defineCause({
  id: 'origin-app-error',
  title: 'the application returns an error',
  brief: { observedOr: 'application error' },
  hop: 'application',
  owner: 'origin',
  meaning: [
    'The application runs and returns 500, or another 5xx of its own. The reason may be an exception, a missing setting, a migration that has not run, or a service that it cannot reach. Cloudflare passes the page on unchanged.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-worker-failed',
      distinguishedBy:
        'A 500 with code 1101, or a 503 with code 1102, on a Cloudflare page. A Worker that catches its own failure can show any page: `npx wrangler tail WORKER`.',
    },
  ],
  needs: ['edge'],
  rule(moment) {
    const direct = applicationErrorIn(moment, moment.origin)
    const shown = writtenByCloudflare(moment) ? undefined : applicationErrorIn(moment, moment.edge)
    if (direct !== undefined) {
      return {
        outcome: 'unhealthy',
        // A 503 has many reasons. Words about an error are an indication, not proof.
        confidence:
          shown?.head.status === direct.head.status && direct.head.status !== 503 ? 'certain' : 'likely',
        because: `The origin returns ${direct.head.status} when requested directly.${headerCaveat(moment)}${whileServed(moment)}`,
        clues: cluesOf(moment),
      }
    }
    if (shown === undefined) return
    const got = `Visitors get a ${shown.head.status} that does not come from Cloudflare.`
    if (rejectsVisitorHeaders(moment)) {
      const because = `${got} ${REJECTS_FORWARDING}`
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because,
        clues: cluesOf(moment),
        form: 'forwarding-headers',
      }
    }
    return {
      outcome: 'unhealthy',
      confidence: originHealthy(moment) ? 'possible' : 'likely',
      because: originHealthy(moment)
        ? `${got} The origin responds normally when requested directly: the error comes and goes, or Cloudflare uses a different origin.`
        : got,
      clues: cluesOf(moment),
    }
  },
  remedy: ({ form, host }) => ({
    ...(form === 'forwarding-headers' ? statusAdvice(form, host) : ADVICE),
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-500/',
  }),
})

/** The response, if it is a 5xx from the application itself: not from a gateway or Cloudflare, and not overload. */
function applicationErrorIn(moment: Moment, exchange: Moment['edge']): CompletedExchange | undefined {
  if (exchange?.kind !== 'completed' || hasExpectedStatus(moment, exchange)) return
  if (isReplaced(moment, exchange)) return
  const { status } = exchange.head
  if (status < 500 || status === 502 || status === 504) return
  const why = unavailableReason(moment, exchange)
  return why === undefined || why === 'failed' ? exchange : undefined
}

const ADVICE: Pick<Remedy, 'summary' | 'steps'> = {
  summary: "Check the application's log, which shows the reason, and fix the error or roll back.",
  steps: [
    look(
      "Check the application's log",
      ' from the time of this check: `journalctl -u APP --since -15min`, or `docker logs --since 15m CONTAINER`.',
    ),
    change('Roll back first', ' if visitors are affected, then investigate.', ''),
    look(
      'Compare with the last good deploy',
      ': look for missing settings or secrets, migrations that have not run, and changed dependencies.',
    ),
  ],
}
