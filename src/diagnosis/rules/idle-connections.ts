import type { IdleConnectionEnd } from '../../domain/recheck.ts'
import { roughDuration } from '../../shared/text.ts'
import type { Clue, Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'

/**
 * The origin ends idle connections that Cloudflare keeps for 900 s. A request on such a connection gets a 520. That
 * explains an occasional 520; otherwise it is a note, or a warning when a request got no response.
 */
export function idleConnectionMatch(moment: Moment): Match | undefined {
  const ended = moment.idleConnection?.ended
  if (ended === undefined || !originHealthy(moment)) return
  const { how, after } = ended
  const idle = `idle for ${roughDuration(after)}`
  const clue: Clue = { from: 'origin', text: `A connection to the origin that was ${idle} ${PASSIVE[how]}.` }
  const because = `The origin ${ACTIVE[how]} a connection that was ${idle}, while Cloudflare keeps it for 900 s. Occasionally, a request gets a 520.`
  const clues = cluesOf(moment, clue)
  if (hasEdgeError(moment, 520)) return { outcome: 'unhealthy', confidence: 'likely', because, clues }
  if (!visitorsServed(moment)) return
  return { outcome: how === 'unanswered' ? 'warning' : 'note', confidence: 'likely', because, clues }
}

const PASSIVE: Readonly<Record<IdleConnectionEnd, string>> = {
  closed: 'was closed',
  reset: 'was reset',
  unanswered: 'got no response to the next request',
}

const ACTIVE: Readonly<Record<IdleConnectionEnd, string>> = {
  closed: 'closes',
  reset: 'resets',
  unanswered: 'does not respond on',
}
