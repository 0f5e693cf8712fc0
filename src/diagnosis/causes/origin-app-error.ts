import { defineCause, look, type Remedy, type RemedyContext } from '../../domain/cause.ts'
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
import { applicationLog, rollBack } from './application-steps.ts'

/** Cloudflare normally passes on every 5xx except 502 and 504 unchanged. */
export default defineCause({
  id: 'origin-app-error',
  title: 'the application returns an error',
  brief: { observedOr: 'application error' },
  hop: 'application',
  owner: 'origin',
  meaning: [
    'The application runs and returns 500, or another 5xx of its own. The reason may be an exception, a missing setting, a migration that has not run, or a service that it cannot reach. Cloudflare normally passes the page on unchanged.',
  ],
  sources: [
    {
      claim: 'A 500 page without Cloudflare in its HTML comes from the origin.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-500/',
      read: '2026-11-30',
    },
    {
      claim: "Cloudflare passes the origin's 5xx errors on.",
      at: 'https://developers.cloudflare.com/fundamentals/reference/error-responses/',
      read: '2026-11-30',
    },
    {
      claim: 'A 503 of the origin may also become 520.',
      at: 'https://developers.cloudflare.com/speed/origin-analytics/',
      read: '2026-11-30',
    },
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
  remedy: (context) => ({
    ...(context.form === 'forwarding-headers' ? statusAdvice(context) : advice(context)),
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

const advice = (context: RemedyContext): Pick<Remedy, 'summary' | 'steps'> => ({
  summary: "Check the application's log, which shows the reason, and fix the error or roll back.",
  steps: [
    applicationLog(context),
    look(
      'Compare with the last good deploy',
      ': look for missing settings or secrets, migrations that have not run, and changed dependencies.',
    ),
    rollBack(context),
  ],
})
