/** Hosts and ports as URLs write them (RFC 3986, section 3.2). */

/** An IPv6 address in brackets; any other host as it is. */
export function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

export function unbracketed(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1')
}

/** `203.0.113.10:443`, `[2001:db8::1]:443`. */
export function hostAndPort(host: string, port: number): string {
  return `${bracketed(host)}:${port}`
}

/** 443 for https, 80 for http. */
export function defaultPort(tls: boolean): number {
  return tls ? 443 : 80
}

/** The port of an http or https URL, written or not. */
export function portOf({ port, protocol }: Pick<URL, 'port' | 'protocol'>): number {
  return port === '' ? defaultPort(protocol === 'https:') : Number(port)
}
