/** A cookie that a site set during redirects (RFC 6265). All text in it is hostile. */
export interface Cookie {
  readonly name: string
  readonly value: string
  readonly domain: string
  /** Whether subdomains of `domain` receive it too. */
  readonly includesSubdomains: boolean
  readonly path: string
  readonly secure: boolean
}

/** Characters of one `Set-Cookie` header, and cookies in the jar: the limits of browsers. */
const MAX_COOKIE = 4096
export const MAX_COOKIES = 50

/**
 * The jar after a response from that URL. Some sites set a cookie, redirect back, and loop for clients that don't
 * send it.
 *
 * @param setCookie the response's `Set-Cookie` headers
 */
export function updateJar(
  jar: readonly Cookie[],
  { hostname, pathname }: URL,
  setCookie: readonly string[],
): readonly Cookie[] {
  const received = setCookie.flatMap((header) => {
    const cookie = isStored(header) ? parseCookie(header, hostname, pathname) : undefined
    return cookie === undefined ? [] : [cookie]
  })
  // A response may set the same cookie twice: PHP does when it renews a session. The last one counts.
  const latest = new Map([...jar, ...received].map((cookie) => [keyOf(cookie), cookie]))
  return [...latest.values()].filter(({ value }) => value !== '').slice(-MAX_COOKIES)
}

/** Whether a `Set-Cookie` header is short enough to be sent back. */
export function isStored(setCookie: string): boolean {
  return setCookie.length <= MAX_COOKIE
}

/** The Cookie header for a request to that URL, longer paths first; empty if there are none to send. */
export function cookiesFor(jar: readonly Cookie[], { hostname, pathname, protocol }: URL): string {
  return jar
    .filter(
      ({ domain, includesSubdomains, path, secure }) =>
        (hostname === domain || (includesSubdomains && hostname.endsWith(`.${domain}`))) &&
        isWithin(pathname, path) &&
        (!secure || protocol === 'https:'),
    )
    .toSorted((a, b) => b.path.length - a.path.length)
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')
}

function parseCookie(header: string, hostname: string, pathname: string): Cookie | undefined {
  const [pair = '', ...rest] = header.split(';').map((part) => part.trim())
  const [name, value] = splitAtEquals(pair)
  // Other characters would make the next request's header invalid.
  if (name === '' || !/^[\x20-\x7e]*$/.test(pair)) return
  const attributes = new Map(rest.map(splitAtEquals).map(([key, text]) => [key.toLowerCase(), text]))
  const domain = (attributes.get('domain') ?? '').toLowerCase().replace(/^\./, '')
  // A host may set cookies for itself and its parent domains, but not for a top-level domain.
  const includesSubdomains = domain.includes('.') && (hostname === domain || hostname.endsWith(`.${domain}`))
  const path = attributes.get('path') ?? ''
  const expired = isExpired(attributes.get('max-age'), attributes.get('expires'))
  return {
    name,
    value: expired ? '' : value,
    domain: includesSubdomains ? domain : hostname,
    includesSubdomains,
    path: path.startsWith('/') ? path : pathname.replace(/\/[^/]*$/, '') || '/',
    secure: attributes.has('secure'),
  }
}

function splitAtEquals(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=')
  return at === -1 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

/** Sites delete a cookie by setting it with a time in the past. */
function isExpired(maxAge: string | undefined, expires: string | undefined): boolean {
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Number(maxAge) <= 0
  return expires !== undefined && Date.parse(expires) <= Date.UTC(2000, 0)
}

/** Equal for cookies that replace each other. */
function keyOf({ name, domain, path }: Cookie): string {
  return JSON.stringify([name, domain, path])
}

function isWithin(pathname: string, path: string): boolean {
  return (
    pathname === path || (pathname.startsWith(path) && (path.endsWith('/') || pathname[path.length] === '/'))
  )
}
