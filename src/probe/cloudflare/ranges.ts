import { rangesIn } from '../../cloudflare/ranges.ts'
import type { Exchange } from '../../domain/exchange.ts'
import type { Resolution } from '../../domain/dns.ts'
import { exchange, type ProbeContext } from '../http/exchange.ts'
import type { Network } from '../network/network.ts'
import { USER_AGENT } from '../plan/plan.ts'

const HOST = 'www.cloudflare.com'

/** One list is enough for a run, and a run has one network. */
const fetched = new WeakMap<Network, Promise<readonly string[]>>()

/**
 * Cloudflare's ranges as it tells them at https://www.cloudflare.com/ips/; empty unless both lists are there and sound.
 * Asked once a run, whatever comes of it.
 */
export function currentRanges(
  name: (host: string) => Promise<Resolution>,
  way: ProbeContext,
): Promise<readonly string[]> {
  const known = fetched.get(way.network)
  if (known !== undefined) return known
  const asked = fetchRanges(name(HOST), way)
  fetched.set(way.network, asked)
  return asked
}

async function fetchRanges(name: Promise<Resolution>, way: ProbeContext): Promise<readonly string[]> {
  const list = (path: string): Promise<Exchange> =>
    exchange(
      {
        host: HOST,
        port: 443,
        tls: { servername: HOST, trust: 'visitors' },
        method: 'GET',
        path,
        headers: { host: HOST, 'user-agent': USER_AGENT, accept: 'text/plain' },
      },
      name,
      way,
    )
  const [four, six] = await Promise.all([list('/ips-v4'), list('/ips-v6')])
  const [v4, v6] = [rangesOf(four, 4), rangesOf(six, 6)]
  return v4 === undefined || v6 === undefined ? [] : [...v4, ...v6]
}

function rangesOf(answer: Exchange, family: 4 | 6): readonly string[] | undefined {
  if (answer.kind !== 'completed' || answer.head.status !== 200 || !answer.body.complete) return undefined
  return rangesIn(answer.body.text, family)
}
