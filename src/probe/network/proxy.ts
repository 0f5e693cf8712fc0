import { portOf, unbracketed } from '../../shared/authority.ts'
import { includes, typeOf } from '../../shared/ip.ts'
import { BlockList, isIP } from 'node:net'

/** A proxy of the runner's, as the environment names it. */
export interface Proxy {
  readonly host: string
  readonly port: number
  /** TLS is spoken to the proxy itself. */
  readonly tls: boolean
  /** The value of `Proxy-Authorization`. Secret. */
  readonly authorization?: string
}

/**
 * The proxy for a destination; undefined: none, it is dialed directly. `unusable` is a variable that holds no proxy that we
 * know how to ask.
 */
export type ProxyFor = (host: string, port: number, tls: boolean) => Proxy | 'unusable' | undefined

/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, also in lower case, as curl and the Actions toolkit do. Loopback is never
 * asked for through a proxy.
 */
export function proxiesOf(env: Readonly<Record<string, string | undefined>>): ProxyFor {
  const named = (name: string): string => (env[name.toLowerCase()] || env[name] || '').trim()
  const [secure, plain] = [proxyOf(named('HTTPS_PROXY')), proxyOf(named('HTTP_PROXY'))]
  const direct = exceptions(named('NO_PROXY'))
  return (host, port, tls) => {
    const proxy = tls ? secure : plain
    return proxy === undefined || direct(host.toLowerCase(), port) ? undefined : proxy
  }
}

function proxyOf(text: string): Proxy | 'unusable' | undefined {
  if (text === '') return
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '')
    return 'unusable'
  const tls = url.protocol === 'https:'
  const credentials = url.username === '' ? undefined : decoded(`${url.username}:${url.password}`)
  return {
    host: unbracketed(url.hostname),
    port: portOf(url),
    tls,
    ...(credentials !== undefined && {
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
    }),
  }
}

/** A password may hold a percent sign that nobody escaped. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const LOOPBACK = ['localhost', '127.0.0.0/8', '::1']

/** `*`, names with all below them, addresses, networks in CIDR; each with a port if it has one. */
function exceptions(text: string): (host: string, port: number) => boolean {
  const rules = [...LOOPBACK, ...text.split(/[\s,]+/)].filter((rule) => rule !== '').map(exception)
  return (host, port) => rules.some((rule) => rule(host, port))
}

function exception(rule: string): (host: string, port: number) => boolean {
  if (rule === '*') return () => true
  const [, bracketed, plain, onPort] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/.exec(rule) ?? []
  const name = (bracketed ?? plain ?? unbracketed(rule)).toLowerCase().replace(/^\*?\./, '')
  const covers = networkOf(name) ?? ((host: string) => host === name || host.endsWith(`.${name}`))
  return (host, port) => (onPort === undefined || Number(onPort) === port) && covers(host)
}

/** The addresses of `192.0.2.1`, `192.0.2.0/24` or `2001:db8::/32`; undefined when it is a name. */
function networkOf(text: string): ((host: string) => boolean) | undefined {
  const [address = '', length] = text.split('/')
  const version = isIP(address)
  if (version === 0) return
  const bits = length === undefined ? (version === 4 ? 32 : 128) : Number(length)
  if (!Number.isInteger(bits) || bits < 0 || bits > (version === 4 ? 32 : 128)) return
  const list = new BlockList()
  list.addSubnet(address, bits, typeOf(address))
  return (host) => includes(list, host)
}
