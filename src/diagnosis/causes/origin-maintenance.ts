import { defineCause, look, change } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { writtenByCloudflare } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'
import { whileServed } from '../rules/fails-directly.ts'
import { retryAfterSeconds, mentionsMaintenance } from '../facts/generator.ts'
import { announcesReturn, unavailableReason } from '../facts/unavailable.ts'

export default defineCause({
  id: 'origin-maintenance',
  title: 'the origin is in maintenance mode',
  brief: { observedOr: 'in maintenance' },
  hop: originOrApplication,
  owner: 'deploy',
  meaning: [
    'The origin returns 503 and announces when it will be back: with the header `Retry-After`, or in words about maintenance. That is maintenance mode, which a deploy turns on and sometimes forgets to turn off.',
    'A 503 is not a 502: the server works and is configured to reject requests. A 503 without an announcement counts as overload.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'origin-overloaded',
      distinguishedBy:
        "Check the origin's load and log. An overloaded server also sends `Retry-After`, usually of a few seconds.",
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const direct = pauseIn(moment, moment.origin)
    const shown = writtenByCloudflare(moment) ? undefined : pauseIn(moment, moment.edge)
    const response = direct ?? shown
    if (response === undefined) return
    const clues = cluesOf(moment)
    if (direct === undefined && originHealthy(moment)) {
      const because =
        'Visitors get a 503 that announces maintenance, while the origin responds normally when requested directly. Cloudflare uses a different origin, or the maintenance just ended.'
      return { outcome: 'unhealthy', confidence: 'possible', because, clues }
    }
    const both = direct !== undefined && shown !== undefined
    const unambiguous = mentionsMaintenance(response) && announcesReturn(response, moment.at)
    const who =
      direct === undefined ? 'Visitors get a 503 from the origin that' : 'The origin returns 503 and'
    const because = `${who} ${announcement(response, moment.at)}.${whileServed(moment)}`
    return { outcome: 'unhealthy', confidence: both && unambiguous ? 'certain' : 'likely', because, clues }
  },
  remedy: () => ({
    summary: 'End the maintenance, or wait until it is over.',
    steps: [
      change(
        'Turn off maintenance mode',
        ': `php artisan up`, `wp maintenance-mode deactivate`, `kubectl rollout status deployment/APP`, or the flag file that your web server checks.',
        '',
      ),
      look('Check that the deploy has ended.', ' A failed step may have left maintenance mode on.'),
      change(
        'Raise `wait`',
        ' beyond the end of the maintenance if it is planned, or run this check afterward.',
        '',
      ),
      change(
        'Expect the 503',
        ' if the check should pass in the meantime: `expected-status: 200-399, 503`.',
        '',
      ),
    ],
    difficulty: 'easy',
    reference: 'https://www.rfc-editor.org/rfc/rfc9110#name-503-service-unavailable',
  }),
})

function pauseIn(moment: Moment, exchange: Exchange | undefined): CompletedExchange | undefined {
  const pause = exchange?.kind === 'completed' && unavailableReason(moment, exchange) === 'maintenance'
  return pause ? exchange : undefined
}

function announcement(answer: CompletedExchange, now: number): string {
  const seconds = retryAfterSeconds(answer, now)
  if (seconds === undefined || !announcesReturn(answer, now)) return 'mentions maintenance'
  const minutes = Math.round(seconds / 60)
  return `asks clients to retry in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`
}
