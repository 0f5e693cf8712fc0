import { isIP } from '../../shared/ip.ts'
import type { Resolution, ResolutionFailure } from '../../domain/dns.ts'
import { orAborted } from '../../shared/abort.ts'
import { familyOf } from '../../shared/ip.ts'
import { deadline, stopwatch, type Clock } from '../network/clock.ts'
import { failureCode } from '../network/failure.ts'
import type { Endpoint, Network, ProbeContext } from '../types.ts'

/**
 * Resolves an origin's name, and reports its addresses before the result is used. A name that only the other end of a
 * command or a SOCKS proxy resolves is a failure.
 */
export async function resolveOrigin(
  { host, port, tls, proxyCommand }: Endpoint,
  context: ProbeContext,
): Promise<Resolution> {
  const byProxy = (): boolean => context.network.resolvedByProxy?.(host, port, tls !== undefined) === true
  if (isIP(host) === 0 && (proxyCommand !== undefined || byProxy()))
    return { host, elapsed: 0, kind: 'failed', reason: 'other', code: 'RESOLVED_BY_PROXY' }
  const resolution = await resolveHost(host, context)
  if (resolution.kind === 'resolved') context.onAddresses(resolution.addresses.map(({ address }) => address))
  return resolution
}

/** Resolves a name within the timeout of one request. An address resolves to itself. */
export async function resolveHost(host: string, context: ProbeContext): Promise<Resolution> {
  if (isIP(host) !== 0) {
    return {
      host,
      elapsed: 0,
      kind: 'resolved',
      addresses: [{ address: host, family: familyOf(host) }],
    }
  }
  const { signal, clear } = deadline(context.timeout, context.signal)
  try {
    return await resolveWithSystem(host, context.network, context.clock, signal)
  } finally {
    clear()
  }
}

/** Resolves a name with the system's resolver, as every program on the runner does. */
export async function resolveWithSystem(
  host: string,
  network: Network,
  clock: Clock,
  signal: AbortSignal,
): Promise<Resolution> {
  const elapsed = stopwatch(clock)
  try {
    const [first, ...rest] = await orAborted(network.lookup(host), signal)
    if (first === undefined)
      return { host, elapsed: elapsed(), kind: 'failed', reason: 'no-address', code: 'ENODATA' }
    return { host, elapsed: elapsed(), kind: 'resolved', addresses: [first, ...rest] }
  } catch (error) {
    const duration = elapsed()
    // getaddrinfo returns ENOTFOUND also for a name that exists but has no address.
    const found = signal.aborted ? 'ABORT_ERR' : failureCode(error)
    const code = found === 'ENOTFOUND' ? await whyNotFound(host, network, signal) : found
    return { host, elapsed: duration, kind: 'failed', reason: FAILURES[code] ?? 'other', code }
  }
}

const FAILURES: Readonly<Record<string, ResolutionFailure>> = {
  ENOTFOUND: 'no-such-host',
  ENODATA: 'no-address',
  EAI_AGAIN: 'server-failure',
  ESERVFAIL: 'server-failure',
  EAI_FAIL: 'server-failure',
  ABORT_ERR: 'timeout',
}

/** Reports NXDOMAIN only when DNS does: getaddrinfo may have used other sources, or none. */
async function whyNotFound(host: string, network: Network, signal: AbortSignal): Promise<string> {
  try {
    await orAborted(network.query(host), signal)
    return 'ENODATA' // The name exists, but has no address that this machine can use.
  } catch (error) {
    const code = failureCode(error)
    return code === 'ENODATA' || code === 'ENOTFOUND' ? code : 'EAI_AGAIN'
  }
}
