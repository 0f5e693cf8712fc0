import type { Exchange } from '../domain/exchange.ts'
import type { Address } from '../domain/dns.ts'
import { exchange, type ProbeContext } from './http/exchange.ts'
import { USER_AGENT } from './plan/plan.ts'

const [FIRST, ...OTHERS] = [
  { address: '1.1.1.1', family: 4 },
  { address: '2606:4700:4700::1111', family: 6 },
] as const satisfies readonly Address[]

/**
 * Cloudflare's public resolver, by address: no name has to be looked up, its certificate is for the address so that no
 * portal can pose as it, and no site's traffic goes there, so that a rule against one host does not meet it.
 */
export function probeConnectivity(way: ProbeContext): Promise<Exchange> {
  const host = FIRST.address
  return exchange(
    {
      host,
      port: 443,
      tls: { servername: host, trust: 'visitors' },
      method: 'GET',
      path: '/cdn-cgi/trace',
      headers: { host, 'user-agent': USER_AGENT, accept: 'text/plain' },
    },
    Promise.resolve({ host, elapsed: 0, kind: 'resolved', addresses: [FIRST, ...OTHERS] }),
    way,
  )
}
