import type { Duplex } from 'node:stream'
import { isCloudMetadata, isIP } from '../../shared/ip.ts'
import type { Resolution } from '../../domain/dns.ts'
import type { Exchange, Failure, FailureReason, Head, Phase } from '../../domain/exchange.ts'
import { orAborted } from '../../shared/abort.ts'
import { deadline, stopwatch } from '../network/clock.ts'
import { METADATA, openSocket, usesProxy, type AnyConnection } from '../network/connect.ts'
import { timedOut } from '../network/failure.ts'
import { proxyFailure } from '../network/http-connect.ts'
import { serverNameOf } from '../plan/plan.ts'
import { startTls } from '../tls/handshake.ts'
import type { Explain, HttpProtocol, ProbeContext, ProbeRequest, TimingsSoFar } from '../types.ts'
import { http1 } from './http1.ts'

/** Sends one request over its own connection, and always closes it. Never throws for what the site does. */
export async function exchange(
  request: ProbeRequest,
  resolution: Promise<Resolution>,
  context: ProbeContext,
  { alpn, send }: HttpProtocol = http1,
): Promise<Exchange> {
  const { signal, clear } = deadline(context.timeout, context.signal)
  const timings: TimingsSoFar = {}
  try {
    const opened = await openConnection(request, resolution, { ...context, signal }, timings, alpn)
    if (!opened.ok) return opened.failed
    const { socket, observed, explain } = opened
    const sent = await send(request, socket, signal, timings, stopwatch(context.clock), explain)
    return explain({ ...sent, ...observed })
  } finally {
    clear()
  }
}

/** What is known once a connection is open. It applies to every exchange over the connection. */
export type Observed = Pick<Exchange, 'family' | 'tls'>

export type Opened =
  | {
      readonly ok: true
      readonly socket: Duplex
      readonly observed: Observed
      /** Judges an exchange over the connection again, by what is known about what carries it. */
      readonly explain: Explain
    }
  | { readonly ok: false; readonly failed: Exchange }

/** Resolves, connects, and completes the TLS handshake. Adds its phases to `timings`. */
export async function openConnection(
  request: ProbeRequest,
  resolution: Promise<Resolution>,
  { network, clock, signal }: ProbeContext,
  timings: TimingsSoFar,
  alpn: readonly string[],
): Promise<Opened> {
  let observed: Observed = {}
  const failed = (phase: Exclude<Phase, 'transfer'>, error: Failure): Opened => ({
    ok: false,
    failed: { timings, ...observed, kind: 'failed', phase, error },
  })
  if (isCloudMetadata(request.host)) return failed('connect', METADATA)
  // A proxy resolves names itself, and may know names that this machine doesn't.
  const isProxied = usesProxy(request, network)
  const resolved = isProxied ? undefined : await orAborted(resolution, signal).catch(() => undefined)
  if (!isProxied && resolved === undefined) return failed('resolve', timedOut())
  if (resolved !== undefined && resolved.elapsed > 0) timings.resolve = resolved.elapsed
  if (resolved?.kind === 'failed') {
    const reason = resolved.reason === 'timeout' ? 'timeout' : 'unresolved'
    return failed('resolve', { reason, code: resolved.code, received: 0 })
  }

  const elapsed = stopwatch(clock)
  const addresses = resolved?.addresses ?? []
  const connection = await openSocket(request, addresses, network, signal)
  timings.connect = elapsed()
  if (!connection.ok) return failed(failedPhase(connection.error, request), connection.error)
  if ('address' in connection) observed = { family: connection.address.family }
  const explain = explainedBy(connection, request)
  if (request.tls === undefined) return { ok: true, socket: connection.socket, observed, explain }

  const asCloudflare = request.tls.trust === 'cloudflare'
  const roots = { cloudflare: asCloudflare ? network.originCa : [], custom: request.tls.ca ?? [] }
  const otherNames = asCloudflare ? namesForCloudflare(request) : []
  const options = { tls: request.tls, alpn, otherNames, roots }
  const handshake = await startTls(connection.socket, options, clock, signal)
  timings.tls = elapsed()
  if (!handshake.ok) {
    connection.socket.destroy()
    const broken = failed('tls', handshake.error)
    return broken.ok ? broken : { ok: false, failed: explain(broken.failed) }
  }
  const { socket, session } = handshake
  observed = { ...observed, tls: session }
  const fault = session.certificate.faults[0]
  // A browser stops here. Cloudflare may go on, depending on the SSL mode, so the response still matters.
  if (request.tls.trust === 'visitors' && fault !== undefined) {
    socket.destroy()
    const code = session.certificate.chainError || fault
    return failed('tls', { reason: 'untrusted', code, received: 0 })
  }
  return { ok: true, socket, observed, explain }
}

/** What a connection carries is judged again, if something between may have failed instead. */
function explainedBy(connection: AnyConnection & { readonly ok: true }, { tls }: ProbeRequest): Explain {
  if ('explain' in connection) return (exchange) => connection.explain(exchange, tls !== undefined)
  const hasReceived = 'hasReceived' in connection ? connection.hasReceived : undefined
  return (exchange) => unlessUnconnected(exchange, hasReceived)
}

/**
 * Some SOCKS servers report a connection before they have one, and close it if they get none. So without a byte from
 * the destination, the end of a connection says nothing about the destination, and may come before there is one.
 */
function unlessUnconnected(exchange: Exchange, hasReceived: (() => boolean) | undefined): Exchange {
  if (hasReceived === undefined || exchange.kind !== 'failed' || exchange.phase === 'transfer')
    return exchange
  const code = UNCONNECTED[exchange.error.reason]
  if (code === undefined || hasReceived()) return exchange
  const { connect = 0, tls = 0, processing = 0 } = exchange.timings
  const timings = { connect: Math.round((connect + tls + processing) * 10) / 10 }
  return { ...exchange, timings, phase: 'connect', error: proxyFailure(code).error }
}

const UNCONNECTED: { readonly [R in FailureReason]?: string } = {
  closed: 'CLOSED_EARLY',
  reset: 'CLOSED_EARLY',
  timeout: 'SILENT',
}

/**
 * The phase of a connection that failed. Only an established connection is reset: the kernel may report that while
 * connecting, or with the first bytes afterward.
 */
function failedPhase({ reason }: Failure, { tls }: ProbeRequest): 'connect' | 'tls' | 'processing' {
  if (reason !== 'reset') return 'connect'
  return tls === undefined ? 'processing' : 'tls'
}

/**
 * A response that failed in its head, or after it if there is one. `duration` is that of the phase, in milliseconds,
 * and is added to `timings`.
 */
export function failedResponse(
  error: Failure,
  head: Head | undefined,
  timings: TimingsSoFar,
  duration: number,
): Exchange {
  timings[head === undefined ? 'processing' : 'transfer'] = duration
  return head === undefined
    ? { timings, kind: 'failed', phase: 'processing', error }
    : { timings, kind: 'failed', phase: 'transfer', error, head }
}

/** Cloudflare accepts a certificate for the Host header, and one for the name that it connects to. */
function namesForCloudflare({ host, headers }: ProbeRequest): readonly string[] {
  return [serverNameOf(headers['host'] ?? ''), host].filter((name) => name !== '' && isIP(name) === 0)
}
