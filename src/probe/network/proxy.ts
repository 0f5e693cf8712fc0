import { BlockList } from 'node:net'
import { isIP } from '../../shared/ip.ts'
import { portOf, unbracketed } from '../../shared/authority.ts'
import { percentDecoded, PROXY_VARIABLES, proxyUrl, proxyVariable } from '../../shared/environment/proxies.ts'
import { includes, typeOf } from '../../shared/ip.ts'

/** The runner's proxy, from the environment. */
export type Proxy = HttpProxy | SocksProxy

export interface HttpProxy {
  readonly protocol: 'http'
  readonly host: string
  readonly port: number
  /** Whether the connection to the proxy itself uses TLS. */
  readonly tls: boolean
  /** Value of the `Proxy-Authorization` header. Secret. */
  readonly authorization?: string
}

/** A SOCKS5 proxy (RFC 1928). It resolves the names that it connects to. */
export interface SocksProxy {
  readonly protocol: 'socks5'
  readonly host: string
  readonly port: number
  /** 255 bytes each at most (RFC 1929). Secret. */
  readonly login?: { readonly user: string; readonly password: string }
}

/** The proxy for a destination; undefined to connect directly. `unusable`: the variable's value is not supported. */
export type ProxyFor = (host: string, port: number, tls: boolean) => Proxy | 'unusable' | undefined

/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, also in lower case, as curl does. Connections to
 * loopback never use a proxy.
 */
export function proxiesOf(env: Readonly<Record<string, string | undefined>>): ProxyFor {
  const [secure, plain, any] = PROXY_VARIABLES.map((name) => parseProxy(proxyVariable(env, name)))
  const bypasses = noProxyMatcher(proxyVariable(env, 'NO_PROXY'))
  return (host, port, tls) => {
    const proxy = (tls ? secure : plain) ?? any
    return proxy === undefined || bypasses(host.toLowerCase(), port) ? undefined : proxy
  }
}

/** Whether a variable names a SOCKS proxy, whose client then has to be loaded. */
export function namesSocksProxy(env: Readonly<Record<string, string | undefined>>): boolean {
  return PROXY_VARIABLES.some((name) => SOCKS.test(proxyVariable(env, name)))
}

/** With both forms, the proxy resolves names. `socks:` is what GNOME sets. */
const SOCKS = /^socks(?:5h?)?:/i
/** Bytes of a user name or a password (RFC 1929). */
const MAX_LOGIN = 255

function parseProxy(text: string): Proxy | 'unusable' | undefined {
  if (text === '') return
  const url = proxyUrl(text)
  if (url === null) return 'unusable'
  const host = unbracketed(url.hostname)
  if (SOCKS.test(url.protocol)) return socksProxyOf(url, host)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'unusable'
  const credentials = url.username === '' ? undefined : percentDecoded(`${url.username}:${url.password}`)
  return {
    protocol: 'http',
    host,
    port: portOf(url),
    tls: url.protocol === 'https:',
    ...(credentials !== undefined && {
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
    }),
  }
}

function socksProxyOf({ port, username, password }: URL, host: string): SocksProxy | 'unusable' {
  const login = { user: percentDecoded(username), password: percentDecoded(password) }
  if (Object.values(login).some((text) => Buffer.byteLength(text) > MAX_LOGIN)) return 'unusable'
  return {
    protocol: 'socks5',
    host: percentDecoded(host),
    port: port === '' ? 1080 : Number(port),
    ...(username !== '' && { login }),
  }
}

const LOOPBACK = ['localhost', '127.0.0.0/8', '::1']

/** A list of `*`, domains (with their subdomains), addresses and CIDR ranges, each with an optional port. */
function noProxyMatcher(text: string): (host: string, port: number) => boolean {
  const rules = [...LOOPBACK, ...text.split(/[\s,]+/)].filter((rule) => rule !== '').map(ruleMatcher)
  return (host, port) => rules.some((rule) => rule(host, port))
}

function ruleMatcher(rule: string): (host: string, port: number) => boolean {
  if (rule === '*') return () => true
  const [, bracketed, plain, rulePort] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/.exec(rule) ?? []
  const name = (bracketed ?? plain ?? unbracketed(rule)).toLowerCase().replace(/^\*?\./, '')
  const matches = rangeMatcher(name) ?? ((host: string) => host === name || host.endsWith(`.${name}`))
  return (host, port) => (rulePort === undefined || Number(rulePort) === port) && matches(host)
}

/** Matches the addresses in `192.0.2.1`, `192.0.2.0/24` or `2001:db8::/32`. Undefined for a name. */
function rangeMatcher(text: string): ((host: string) => boolean) | undefined {
  const [address = '', length] = text.split('/')
  const version = isIP(address)
  if (version === 0) return
  const bits = length === undefined ? (version === 4 ? 32 : 128) : Number(length)
  if (!Number.isInteger(bits) || bits < 0 || bits > (version === 4 ? 32 : 128)) return
  const list = new BlockList()
  list.addSubnet(address, bits, typeOf(address))
  return (host) => includes(list, host)
}
