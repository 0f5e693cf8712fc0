/**
 * The ports that Cloudflare proxies, by scheme
 * (https://developers.cloudflare.com/fundamentals/reference/network-ports/, commit 395de4f of the docs). Spectrum, a
 * product for other protocols, can open more.
 */
export const PROXIED_PORTS = {
  'http:': [80, 8080, 8880, 2052, 2082, 2086, 2095],
  'https:': [443, 2053, 2083, 2087, 2096, 8443],
} as const

/** Whether Cloudflare proxies a port for a scheme, only for the other scheme, or for none. */
export function portUse(scheme: 'http:' | 'https:', port: number): 'proxied' | 'other-scheme' | 'none' {
  const has = (ports: readonly number[]): boolean => ports.includes(port)
  if (has(PROXIED_PORTS[scheme])) return 'proxied'
  return has(PROXIED_PORTS[scheme === 'https:' ? 'http:' : 'https:']) ? 'other-scheme' : 'none'
}
