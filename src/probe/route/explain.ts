import type { Exchange, FailedExchange, Failure, Phase, Timings } from '../../domain/exchange.ts'
import type { RouteFailureCode } from '../../domain/route/route.ts'
import { untrusted } from '../../domain/untrusted.ts'
import { readCommandOutput, type CommandExit, type CommandFailure } from './read-output.ts'

/** What is known about a command so far. */
interface CommandState {
  /** Bytes that it wrote to its standard output, and the first of them. */
  readonly received: number
  readonly opening: Uint8Array
  /** The end of what it wrote to its standard error, 4 KiB at most. */
  readonly output: string
  /** Absent: it still runs, or we ended it. */
  readonly exit?: CommandExit
}

/**
 * What an exchange through a command shows, once it is known how the command ended. A command has no event for a
 * connection, so it may have failed before there was one.
 */
export function explained(exchange: Exchange, state: CommandState, tls: boolean): Exchange {
  const judged =
    exchange.kind === 'completed' ? unlessCutOff(exchange, state) : judgedFailure(exchange, state, tls)
  const output = state.output.trim()
  return judged.kind === 'completed' || output === ''
    ? judged
    : { ...judged, commandOutput: untrusted(output) }
}

/** Only the end of the connection delimits such a body, and this was not the origin's. */
function unlessCutOff(exchange: Exchange & { readonly kind: 'completed' }, state: CommandState): Exchange {
  const { wire, head, body, timings } = exchange
  const isDelimited = wire === undefined || wire.version === '2' || wire.contentLength.length > 0
  const isWhole = isDelimited || wire.transferEncoding.length > 0 || [204, 304].includes(head.status)
  if (isWhole || body.unfinished === true || !hasFailed(state)) return exchange
  const error = routeFailure('ROUTE_BROKEN', body.bytes)
  return { ...measured(exchange), timings, kind: 'failed', phase: 'transfer', error, head }
}

function judgedFailure(exchange: FailedExchange, state: CommandState, tls: boolean): Exchange {
  const { error } = exchange
  if (error.reason === 'untrusted' || error.reason === 'route') return exchange
  if (state.received === 0) return unconnected(exchange, state, tls)
  if (exchange.tls === undefined && !isFromServer(state.opening, tls)) {
    const code = NO_PROGRAM.test(text(state.opening)) ? 'ROUTE_NO_COMMAND' : 'ROUTE_GARBAGE'
    return beforeConnection(exchange, { phase: 'connect', reason: 'route', code })
  }
  // A deadline or a violation of the protocol is the server's.
  if (!hasFailed(state) || error.reason === 'timeout' || error.alert !== undefined) return exchange
  const far = readCommandOutput(state.output, state.exit)
  // nc at the other end reports a reset of a connection that it had.
  if (far?.phase === 'established')
    return { ...exchange, error: { ...error, reason: far.reason, code: far.code } }
  return error.reason === 'closed' || error.reason === 'reset'
    ? { ...exchange, error: routeFailure('ROUTE_BROKEN', error.received) }
    : exchange
}

/** Without a byte. Exit code 0 means that the command had a connection, which the origin closed. */
function unconnected(exchange: FailedExchange, state: CommandState, tls: boolean): Exchange {
  const found = readCommandOutput(state.output, state.exit)
  if (found?.phase === 'established') {
    const error = { reason: found.reason, code: found.code, received: 0 }
    return { ...measured(exchange), kind: 'failed', phase: tls ? 'tls' : 'processing', error }
  }
  if (found !== undefined) return beforeConnection(exchange, found)
  if (state.exit?.code === 0) return exchange
  const code = exchange.error.reason === 'timeout' ? 'ROUTE_SILENT' : 'ROUTE_ENDED'
  return beforeConnection(exchange, { phase: 'connect', reason: 'route', code })
}

/** There was no connection to the origin. All the time went by without one. */
function beforeConnection(exchange: FailedExchange, { phase, reason, code }: CommandFailure): Exchange {
  const { wire: _, timings, ...rest } = measured(exchange)
  return {
    ...rest,
    timings: { connect: totalOf(timings) },
    kind: 'failed',
    phase: phase === 'resolve' ? 'resolve' : 'connect',
    error: { reason, code, received: 0 },
  }
}

type Measured = Omit<Extract<Exchange, { kind: 'failed' }>, 'kind' | 'phase' | 'error' | 'head'>

function measured({ timings, redirectChain, family, tls, wire }: Exchange): Measured {
  return {
    timings,
    ...(redirectChain !== undefined && { redirectChain }),
    ...(family !== undefined && { family }),
    ...(tls !== undefined && { tls }),
    ...(wire !== undefined && { wire }),
  }
}

const BEFORE_RESPONSE = ['connect', 'tls', 'processing'] as const satisfies readonly Phase[]

function totalOf(timings: Timings): number {
  const sum = BEFORE_RESPONSE.reduce((total, phase) => total + (timings[phase] ?? 0), 0)
  return Math.round(sum * 10) / 10
}

function routeFailure(code: RouteFailureCode, received: number): Failure {
  return { reason: 'route', code, received }
}

/** Whether the command ended by itself, with an error or by a signal. */
function hasFailed({ exit }: CommandState): boolean {
  return exit !== undefined && exit.code !== 0
}

/** `docker exec` prints this to its standard output (https://github.com/docker/cli/issues/2025). */
const NO_PROGRAM = /^OCI runtime exec failed/

/** Whether the first bytes may be a server's: a TLS record, or HTTP, also from a port that should speak TLS. */
function isFromServer(opening: Uint8Array, tls: boolean): boolean {
  const [type = 0, major = 3] = opening
  if (tls && type >= 0x14 && type <= 0x17 && major === 3) return true
  // An empty line before the status line is tolerated.
  const line = text(opening).replace(/^[\r\n]+/, '')
  return line.startsWith('HTTP/') || 'HTTP/'.startsWith(line)
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
