import { inCloudflareRanges } from '../../cloudflare/ranges.ts'
import type { Evidence } from '../../domain/evidence.ts'
import { addressBytes } from '../address.ts'

/** Addresses outside Cloudflare and CNAME targets in the evidence: they may be an origin that is not configured. */
export function hostsIn(evidence: Evidence): readonly string[] {
  const found: string[] = []
  JSON.stringify(evidence, (key, value: unknown) => {
    // That request goes to a public resolver for every site.
    if (key === 'connectivity') return
    if (typeof value === 'string' && key !== 'server' && isElsewhere(value, evidence.ranges))
      found.push(value)
    if (key === 'aliases' && Array.isArray(value)) found.push(...value.map(String))
    return value
  })
  return found
}

function isElsewhere(text: string, ranges: Evidence['ranges']): boolean {
  return addressBytes(text) !== undefined && !inCloudflareRanges(text, ranges)
}
