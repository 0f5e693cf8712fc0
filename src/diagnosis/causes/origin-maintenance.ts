import { defineCause, step } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { writtenByCloudflare } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { retryAfterOf, mentionsMaintenance } from '../facts/generator.ts'
import { announcesReturn, unavailableReason } from '../facts/unavailable.ts'

/** Somebody closed the shop on purpose, and says until when. */
export default defineCause({
  id: 'origin-maintenance',
  title: 'the origin is in maintenance',
  brief: { observedOr: 'in maintenance' },
  hop: originOrApplication,
  owner: 'deploy',
  meaning: [
    'The origin answers 503 and announces when it will be back: by the header `Retry-After`, or in words of maintenance. That is what a maintenance mode does, which a deploy turns on and sometimes forgets to turn off.',
    'A 503 is not a 502: the server works and was told to turn visitors away. A 503 without an announcement counts as overload.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'origin-overloaded',
      distinguishedBy:
        "Look at the origin's load and its log: a server under load also sends `Retry-After`, usually of a few seconds.",
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const direct = pauseIn(moment, moment.origin)
    const shown = writtenByCloudflare(moment) ? undefined : pauseIn(moment, moment.edge)
    const told = direct ?? shown
    if (told === undefined) return
    const clues = cluesOf(moment)
    if (direct === undefined && originHealthy(moment)) {
      const because =
        'visitors get a 503 that announces maintenance, while the origin is fine when asked directly: Cloudflare asks another origin, or it has just ended'
      return { outcome: 'unhealthy', confidence: 'possible', because, clues }
    }
    const both = direct !== undefined && shown !== undefined
    const plain = mentionsMaintenance(told) && announcesReturn(told, moment.at)
    const who = direct === undefined ? 'visitors get a 503 of the origin that' : 'the origin answers 503 and'
    const because = `${who} ${announcement(told, moment.at)}${visitorsServed(moment) ? '; what visitors get may come from a cache or from another origin' : ''}`
    return { outcome: 'unhealthy', confidence: both && plain ? 'certain' : 'likely', because, clues }
  },
  remedy: () => ({
    summary: 'End the maintenance, or wait until it is over.',
    steps: [
      step('', 'See whether the deploy has ended: a step that failed may have left the maintenance mode on.'),
      step(
        '',
        'Turn it off: `php artisan up`, `wp maintenance-mode deactivate`, `kubectl rollout status deployment/APP`, or the flag file that your web server looks for.',
      ),
      step('', 'If it is meant to last, raise `wait` beyond it, or run this check afterwards.'),
      step('', 'If the check should pass meanwhile, say so: `expected-status: 200-399, 503`.'),
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
  const seconds = retryAfterOf(answer, now)
  if (seconds === undefined || !announcesReturn(answer, now)) return 'speaks of maintenance'
  const minutes = Math.round(seconds / 60)
  return `says to come again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`
}
