import { rangesIn } from '../../cloudflare/ranges.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { rawTextOf } from '../../domain/untrusted.ts'
import { resolveHost } from '../dns/system.ts'
import { exchange } from '../http/exchange.ts'
import { USER_AGENT } from '../plan/plan.ts'
import type { Network, ProbeContext } from '../types.ts'

const HOST = 'www.cloudflare.com'

/** A run has one network and fetches the lists once, whatever the result. */
const fetched = new WeakMap<Network, Promise<readonly string[]>>()

/** Cloudflare's current ranges from https://www.cloudflare.com/ips/; empty unless both lists are valid. */
export function currentRanges(context: ProbeContext): Promise<readonly string[]> {
  const known = fetched.get(context.network)
  if (known !== undefined) return known
  const ranges = fetchRanges(context)
  fetched.set(context.network, ranges)
  return ranges
}

async function fetchRanges(context: ProbeContext): Promise<readonly string[]> {
  const resolution = resolveHost(HOST, context)
  const fetchList = (path: string): Promise<Exchange> =>
    exchange(
      {
        host: HOST,
        port: 443,
        tls: { servername: HOST, trust: 'visitors' },
        method: 'GET',
        path,
        headers: { host: HOST, 'user-agent': USER_AGENT, accept: 'text/plain' },
      },
      resolution,
      context,
    )
  const lists = await Promise.all([fetchList('/ips-v4'), fetchList('/ips-v6')])
  const [v4, v6] = [listIn(lists[0], 4), listIn(lists[1], 6)]
  return v4 === undefined || v6 === undefined ? [] : [...v4, ...v6]
}

function listIn(response: Exchange, family: 4 | 6): readonly string[] | undefined {
  if (response.kind !== 'completed' || response.head.status !== 200 || !response.body.complete)
    return undefined
  return rangesIn(rawTextOf(response.body.text), family)
}
