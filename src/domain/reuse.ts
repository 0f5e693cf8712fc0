/**
 * How an origin ended a connection that was kept for the next request. `closed` and `reset`: while it rested;
 * `announced`: the answer had said so; `unanswered`: it stood, and the next request on it got no answer.
 */
export type ReuseEnd = 'announced' | 'closed' | 'reset' | 'unanswered'

/** What became of one connection to an origin that was kept, left to rest, and used again. */
export interface Reuse {
  /** Milliseconds of the longest rest after which it still answered; 0 when it never did. */
  readonly held: number
  /** Absent while it stands. `after`: milliseconds that it had rested. */
  readonly ended?: { readonly how: ReuseEnd; readonly after: number }
}
