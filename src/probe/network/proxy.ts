import { BlockList } from 'node:net'
import { isIP } from '../../shared/ip.ts'
import { portOf, unbracketed } from '../../shared/authority.ts'
import { includes, typeOf } from '../../shared/ip.ts'

/** The runner's proxy, from the environment. */
export interface Proxy {
  readonly host: string
  readonly port: number
  /** Whether the connection to the proxy itself uses TLS. */
  readonly tls: boolean
  /** Value of the `Proxy-Authorization` header. Secret. */
  readonly authorization?: string
}

/** The proxy for a destination; undefined to connect directly. `unusable`: the variable's value is not supported. */
export type ProxyFor = (host: string, port: number, tls: boolean) => Proxy | 'unusable' | undefined

/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, also in lower case, as curl and the Actions toolkit do.
 * Connections to loopback never use a proxy.
 */
export function proxiesOf(env: Readonly<Record<string, string | undefined>>): ProxyFor {
  const variable = (name: string): string => (env[name.toLowerCase()] || env[name] || '').trim()
  const [secure, plain] = [parseProxy(variable('HTTPS_PROXY')), parseProxy(variable('HTTP_PROXY'))]
  const bypasses = noProxyMatcher(variable('NO_PROXY'))
  return (host, port, tls) => {
    const proxy = tls ? secure : plain
    return proxy === undefined || bypasses(host.toLowerCase(), port) ? undefined : proxy
  }
}

function parseProxy(text: string): Proxy | 'unusable' | undefined {
  if (text === '') return
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '')
    return 'unusable'
  const tls = url.protocol === 'https:'
  const credentials = url.username === '' ? undefined : percentDecoded(`${url.username}:${url.password}`)
  return {
    host: unbracketed(url.hostname),
    port: portOf(url),
    tls,
    ...(credentials !== undefined && {
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
    }),
  }
}

/** Returns the text itself if it has an unescaped percent sign. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
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
