/**
 * What carries the connections of the direct probe, by the program of `origin-proxy-command`. `bastion`: ssh.
 * `cluster`: kubectl or oc. `container`: docker or podman. `command`: any other.
 */
export const ROUTE_KINDS = ['bastion', 'cluster', 'container', 'command'] as const

export type RouteKind = (typeof ROUTE_KINDS)[number]

/** The codes of failures with the reason `route`. */
export const ROUTE_FAILURES = [
  /** The host between rejects the user's key or password. */
  'ROUTE_PERMISSION_DENIED',
  /** Its host key is unknown, or has changed. */
  'ROUTE_HOST_KEY',
  /** It can't be reached itself. */
  'ROUTE_REFUSED',
  'ROUTE_TIMED_OUT',
  'ROUTE_UNREACHABLE',
  'ROUTE_UNRESOLVED',
  /** It doesn't allow connections to the origin. */
  'ROUTE_PROHIBITED',
  /** The shell finds no such program, or may not run it. */
  'ROUTE_NO_COMMAND',
  /** The command ended without a byte from the origin, for another reason. */
  'ROUTE_ENDED',
  /** Nothing arrived before the deadline: whether that is the route or the origin is unknown. */
  'ROUTE_SILENT',
  /** What arrived is neither TLS nor HTTP, and may come from the command itself. */
  'ROUTE_GARBAGE',
  /** The command ended with an error in the middle of the response. */
  'ROUTE_BROKEN',
] as const

export type RouteFailureCode = (typeof ROUTE_FAILURES)[number]
