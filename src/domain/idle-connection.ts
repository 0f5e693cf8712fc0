/**
 * How an origin ended a connection that was kept for the next request. `closed` and `reset`: while it rested;
 * `unanswered`: it stood, and the next request on it got no answer.
 */
export type IdleConnectionEnd = 'closed' | 'reset' | 'unanswered'

/**
 * What became of one connection to an origin that was kept, left to rest, and used again. An origin that says with its answer
 * that it closes has nothing to be told of.
 */
export interface IdleConnection {
  /** Milliseconds of the longest rest after which it still answered; 0 when there was none. */
  readonly survived: number
  /** Absent while it stands. `after`: milliseconds that it had rested. */
  readonly ended?: { readonly how: IdleConnectionEnd; readonly after: number }
}
