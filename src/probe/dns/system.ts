import { familyOf } from '../../shared/ip.ts'
import { orAborted } from '../../shared/abort.ts'
import { isIP } from 'node:net'
import type { Resolution, ResolutionFailure } from '../../domain/dns.ts'
import { failureCode } from '../network/failure.ts'
import { deadline, stopwatch, type Clock } from '../network/clock.ts'
import type { ProbeContext } from '../http/exchange.ts'
import type { Network } from '../network/network.ts'

/** What a name leads to, within the time of one request. An address needs no resolver. */
export async function resolution(host: string, way: ProbeContext): Promise<Resolution> {
  if (isIP(host) !== 0) {
    return {
      host,
      elapsed: 0,
      kind: 'resolved',
      addresses: [{ address: host, family: familyOf(host) }],
    }
  }
  const { signal, clear } = deadline(way.timeout, way.signal)
  try {
    return await resolve(host, way.network, way.clock, signal)
  } finally {
    clear()
  }
}

/** Asks the system's resolver for a name, as every program on the runner does. */
export async function resolve(
  host: string,
  network: Network,
  clock: Clock,
  signal: AbortSignal,
): Promise<Resolution> {
  const lap = stopwatch(clock)
  try {
    const [first, ...rest] = await orAborted(network.lookup(host), signal)
    if (first === undefined)
      return { host, elapsed: lap(), kind: 'failed', reason: 'no-address', code: 'ENODATA' }
    return { host, elapsed: lap(), kind: 'resolved', addresses: [first, ...rest] }
  } catch (error) {
    const elapsed = lap()
    // getaddrinfo also reports ENOTFOUND for a name that exists without an address.
    const found = signal.aborted ? 'ABORT_ERR' : failureCode(error)
    const code = found === 'ENOTFOUND' ? await whyNotFound(host, network, signal) : found
    return { host, elapsed, kind: 'failed', reason: FAILURES[code] ?? 'other', code }
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

/** NXDOMAIN only when DNS itself says so: getaddrinfo may have asked other sources, or none. */
async function whyNotFound(host: string, network: Network, signal: AbortSignal): Promise<string> {
  try {
    await orAborted(network.query(host), signal)
    return 'ENODATA' // DNS knows the name, the system's resolver does not: no address that this machine may use
  } catch (error) {
    const code = failureCode(error)
    return code === 'ENODATA' || code === 'ENOTFOUND' ? code : 'EAI_AGAIN'
  }
}
