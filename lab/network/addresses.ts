/**
 * The hosts of the lab's internet, and where they live. Cloudflare's are inside its published ranges; the others are
 * set aside for documentation (RFC 5737, RFC 3849).
 */
export const ADDRESSES = {
  edge: '104.16.10.10',
  /** Another data center of Cloudflare. */
  'second-edge': '104.16.20.20',
  'edge-v6': '2606:4700::6810:a0a',
  origin: '203.0.113.10',
  'origin-v6': '2001:db8:10::10',
  /** Further origins of the same site. */
  second: '203.0.113.20',
  third: '203.0.113.30',
  /** Where the site lived before it moved. */
  old: '192.0.2.66',
} as const

export type Host = keyof typeof ADDRESSES

/** From where Cloudflare dials origins, by family. */
export const EDGE_SOURCES = { 4: '172.64.10.1', 6: '2606:4700:10::1' } as const

/** The address of the runner, by family. */
export const RUNNER_SOURCES = { 4: '198.51.100.7', 6: '2001:db8:7::7' } as const

export const RUNNER_RESOLVER = '198.51.100.53'

/** Where GitHub's API is, in a namespace. */
export const GITHUB = { name: 'api.github.com', address: '198.51.100.90' } as const

/** The site. */
export const HOST = 'www.shop.example'
export const SITE = `https://${HOST}/`
