/** Names of the machine itself: RFC 6761, and what Debian and Red Hat write to `/etc/hosts`. */
const LOCAL = ['localhost', 'localdomain', 'ip6-localhost', 'ip6-loopback']

/**
 * Top-level domains, and domains below `arpa`, that no public name server has. Sources: IANA's registry of special-use
 * domain names (https://www.iana.org/assignments/special-use-domain-names/) without `example` and what other protocols
 * than DNS use, `internal` (reserved by ICANN in 2024), RFC 6762 appendix G, `home` and `mail` (never delegated because
 * of collisions), and the names of clusters: Kubernetes, Consul, Docker.
 */
const PRIVATE =
  'local test invalid internal intranet private corp home lan mail localnet svc default consul docker arpa'.split(
    ' ',
  )

/** Names of metadata services. Behind a proxy only the name is known; elsewhere their addresses are link-local. */
const METADATA: ReadonlySet<string> = new Set([
  'metadata',
  'metadata.google.internal',
  'metadata.goog',
  'instance-data',
  'instance-data.ec2.internal',
  'metadata.tencentyun.com',
  'metadata.azure.internal',
])

/** Public services whose names resolve to an address in the name, or to the machine itself. */
const ANY_ADDRESS = 'nip.io sslip.io xip.io traefik.me localtest.me lvh.me vcap.me lacolhost.com'.split(' ')

/** A name as it is compared: in lower case, without the root's dots. */
function plain(name: string): string {
  return name.toLowerCase().replace(/\.+$/, '')
}

export function isMetadataName(name: string): boolean {
  return METADATA.has(plain(name))
}

/** Whether the address of a name depends on the name, so that a private address may hide in it. */
export function mayHaveAnyAddress(name: string): boolean {
  return ANY_ADDRESS.some((service) => isBelow(plain(name), service))
}

/**
 * The network in which a name has its meaning, whatever it resolves to: the machine itself, or the network around it.
 * Undefined for a name of the public DNS: it has a dot, and its last label is of letters only, or in Punycode.
 */
export function networkOfName(name: string): 'metadata' | 'local' | 'private' | undefined {
  const compared = plain(name)
  if (METADATA.has(compared)) return 'metadata'
  if (LOCAL.some((local) => isBelow(compared, local))) return 'local'
  const last = compared.slice(compared.lastIndexOf('.') + 1)
  const delegated = last !== compared && /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/.test(last)
  return delegated && !PRIVATE.includes(last) ? undefined : 'private'
}

export function isBelow(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`)
}
