import type { Address } from '../domain/dns.ts'
import type { Exchange } from '../domain/exchange.ts'
import { exchange } from './http/exchange.ts'
import { USER_AGENT } from './plan/plan.ts'
import type { ProbeContext } from './types.ts'

const [FIRST, ...OTHERS] = [
  { address: '1.1.1.1', family: 4 },
  { address: '2606:4700:4700::1111', family: 6 },
] as const satisfies readonly Address[]

/**
 * Checks that the runner has internet access, with a request to Cloudflare's public resolver. Its address needs no
 * DNS lookup, its certificate is for that address, so a captive portal can't imitate it, and no rule for the site
 * affects it.
 */
export function probeConnectivity(context: ProbeContext): Promise<Exchange> {
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
    context,
  )
}
