import type { Clue, Match, Moment } from '../../domain/cause.ts'
import type { IdleConnectionEnd } from '../../domain/idle-connection.ts'
import { cluesOf } from '../clues/clues.ts'
import { edgeError } from '../facts/edge.ts'
import { originHealthy } from '../facts/origin.ts'
import { served } from '../facts/visitors.ts'

/**
 * What it means that an origin ends connections which Cloudflare keeps for 900 s. A request that meets one as it ends gets a 520,
 * so a 520 among good answers has its reason there; else it is worth knowing, and worth mending where a request got lost.
 */
export function endsWhatIsKept(moment: Moment): Match | undefined {
  const ended = moment.idleConnection?.ended
  if (ended === undefined || !originHealthy(moment)) return
  const { how, after } = ended
  const rested = `has rested for ${seconds(after)}`
  const clue: Clue = { from: 'origin', text: `A connection to it that ${rested} ${BECAME[how]}.` }
  const because = `the origin ${DOES[how]} a connection that ${rested}, while Cloudflare keeps it for 900 s: now and then a request gets a 520`
  const clues = cluesOf(moment, clue)
  if (edgeError(moment, 520)) return { outcome: 'unhealthy', confidence: 'likely', because, clues }
  if (!served(moment)) return
  return { outcome: how === 'unanswered' ? 'warning' : 'note', confidence: 'likely', because, clues }
}

const BECAME: Readonly<Record<IdleConnectionEnd, string>> = {
  closed: 'was closed',
  reset: 'was reset',
  unanswered: 'got no answer to the next request',
}

const DOES: Readonly<Record<IdleConnectionEnd, string>> = {
  closed: 'closes',
  reset: 'resets',
  unanswered: 'does not answer on',
}

function seconds(milliseconds: number): string {
  return milliseconds < 950 ? `${milliseconds} ms` : `${Math.round(milliseconds / 1000)} s`
}
