/**
 * How an origin ended a connection that was kept open. `closed`, `reset`: while it was idle. `unanswered`: the next
 * request on it got no response.
 */
export type IdleConnectionEnd = 'closed' | 'reset' | 'unanswered'

/**
 * A connection to an origin that was kept open, idle, and reused. Not for an origin that announces in its response that
 * it closes the connection.
 */
export interface IdleConnection {
  /** The longest idle time in milliseconds after which the origin still responded; 0 if there was none. */
  readonly survived: number
  /** Absent while it is open. `after`: its idle time in milliseconds. */
  readonly ended?: { readonly how: IdleConnectionEnd; readonly after: number }
}
