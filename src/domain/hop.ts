/** The hops of a request, in order. Not every path has each of them. */
export const HOPS = [
  'visitor',
  'DNS',
  'Cloudflare',
  'tunnel',
  'firewall',
  'TLS',
  'origin',
  'application',
] as const

export type HopName = (typeof HOPS)[number]
