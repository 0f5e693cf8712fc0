import { change, defineCause, look, risk } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { writtenByCloudflare } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'
import { whileServed } from '../rules/fails-directly.ts'
import { retryAfterSeconds, mentionsMaintenance } from '../facts/generator.ts'
import { announcesReturn, unavailableReason } from '../facts/unavailable.ts'
import { serverOf } from './shared-steps.ts'

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
  sources: [
    {
      claim: '503 means a temporary overload or scheduled maintenance, and may have `Retry-After`.',
      at: 'RFC 9110, section 15.6.4',
      read: '2026-11-30',
    },
    {
      claim: '`wp maintenance-mode deactivate` ends the maintenance mode of WordPress.',
      at: 'https://developer.wordpress.org/cli/commands/maintenance-mode/',
      read: '2026-11-30',
    },
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
  remedy: (context) => ({
    summary: 'End the maintenance, or wait until it is over.',
    steps: [
      look('Check that the deploy has ended.', ' A failed step may have left maintenance mode on.'),
      change(
        'Turn off maintenance mode',
        `: ${serverOf(context)?.name === 'Heroku' ? '`heroku maintenance:off -a APP`' : '`php artisan up` (Laravel), `wp maintenance-mode deactivate` (WordPress), or the flag file that your web server checks'}.`,
        'turn it on again.',
      ),
      change(
        'Raise `wait`',
        ' beyond the end of the maintenance if it is planned, or run this check afterward.',
        'restore the old value.',
      ),
      risk(
        'Expect the maintenance page',
        ' if the check must pass in the meantime: `expected-status: 503` with `expected-header: "Retry-After: /./"`, or with its text in `expected-body`.',
        {
          exposes: 'The check passes while visitors get no site.',
          limit: 'Keep it until the maintenance ends.',
          undo: 'restore the old inputs.',
        },
      ),
    ],
    avoid: "Don't add 503 to `expected-status` alone: an overload would pass too.",
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
