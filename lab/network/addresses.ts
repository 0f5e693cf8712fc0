/**
 * Hosts of the lab's internet and their addresses. Cloudflare's are inside its published ranges; the others are
 * reserved for documentation (RFC 5737, RFC 3849).
 */
export const ADDRESSES = {
  edge: '104.16.10.10',
  /** Another Cloudflare data center. */
  'second-edge': '104.16.20.20',
  'edge-v6': '2606:4700::6810:a0a',
  origin: '203.0.113.10',
  'origin-v6': '2001:db8:10::10',
  /** More origins of the site. */
  second: '203.0.113.20',
  third: '203.0.113.30',
  /** The site's address before it moved. */
  old: '192.0.2.66',
} as const

export type Host = keyof typeof ADDRESSES

/** Addresses from which Cloudflare connects to origins, by family. */
export const EDGE_SOURCES = { 4: '172.64.10.1', 6: '2606:4700:10::1' } as const

/** The runner's address, by family. */
export const RUNNER_SOURCES = { 4: '198.51.100.7', 6: '2001:db8:7::7' } as const

/**
 * The bastion's address, by family. The bastion has a network of its own: what it connects to sees this address, and
 * not the runner's.
 */
export const BASTION_SOURCES = { 4: '198.51.100.20', 6: '2001:db8:20::20' } as const

/** The address of Globalping's probes, by family. All of them have the same. */
export const ELSEWHERE_SOURCES = { 4: '198.51.100.30', 6: '2001:db8:30::30' } as const

export const RUNNER_RESOLVER = '198.51.100.53'

/** GitHub's API, in a namespace. */
export const GITHUB = { name: 'api.github.com', address: '198.51.100.90' } as const

/** The addresses of the APIs. Cloudflare's own are behind Cloudflare, as in production. */
export const API_ADDRESSES = {
  'api.cloudflare.com': '104.16.30.30',
  'www.cloudflare.com': '104.16.30.31',
  'www.cloudflarestatus.com': '104.16.30.32',
  'yh6f0r4529hb.statuspage.io': '198.51.100.82',
  'api.globalping.io': '198.51.100.80',
} as const

export type ApiHost = keyof typeof API_ADDRESSES

/** The origin's name, which only the bastion can resolve. */
export const INTERNAL_NAME = 'web-7.internal'

/** The bastion's name, for OpenSSH's client. */
export const BASTION = 'jump.acme.internal'

/** The site. */
export const HOST = 'www.shop.example'
export const SITE = `https://${HOST}/`
