/** A cookie that a site has set on the way (RFC 6265). All text in it is hostile. */
export interface Cookie {
  readonly name: string
  readonly value: string
  /** Of whom it is; `wide` with all hosts below that. */
  readonly domain: string
  readonly wide: boolean
  readonly path: string
  readonly secure: boolean
}

/** Bytes that one may have, and how many are kept: what browsers allow each, and plenty for one way. */
const LARGEST = 4096
const MOST = 50

/**
 * The jar after an answer of that URL. A site may set a cookie, redirect to where the visitor comes from, and loop for
 * whoever does not send it back. `setCookie` is the header with its lines joined by `, `.
 */
export function updateJar(
  jar: readonly Cookie[],
  { hostname, pathname }: URL,
  setCookie: string | undefined,
): readonly Cookie[] {
  const set = linesOf(setCookie ?? '').flatMap((line) => {
    const cookie = line.length > LARGEST ? undefined : cookieIn(line, hostname, pathname)
    return cookie === undefined ? [] : [cookie]
  })
  const replaced = jar.filter((old) => !set.some((cookie) => isSame(old, cookie)))
  return [...replaced, ...set].filter(({ value }) => value !== '').slice(-MOST)
}

/** The Cookie header for a request to that URL; empty when there is nothing to send. */
export function cookiesFor(jar: readonly Cookie[], { hostname, pathname, protocol }: URL): string {
  return jar
    .filter(
      ({ domain, wide, path, secure }) =>
        (hostname === domain || (wide && hostname.endsWith(`.${domain}`))) &&
        isWithin(pathname, path) &&
        (!secure || protocol === 'https:'),
    )
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')
}

/** Dates have a comma too, but what follows it is no `name=`. */
function linesOf(setCookie: string): readonly string[] {
  return setCookie.slice(0, LARGEST * MOST).split(/,(?=\s*[^\s=;,]+=)/)
}

function cookieIn(line: string, hostname: string, pathname: string): Cookie | undefined {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const [name, value] = halves(pair)
  // What no request may have in a header would break the next one.
  if (name === '' || !/^[\x20-\x7e]*$/.test(pair)) return
  const known = new Map(attributes.map(halves).map(([key, text]) => [key.toLowerCase(), text]))
  const domain = (known.get('domain') ?? '').toLowerCase().replace(/^\./, '')
  // A host speaks for itself and for what is above it, never for a whole top-level domain.
  const wide = domain.includes('.') && (hostname === domain || hostname.endsWith(`.${domain}`))
  const path = known.get('path') ?? ''
  const gone = isPast(known.get('max-age'), known.get('expires'))
  return {
    name,
    value: gone ? '' : value,
    domain: wide ? domain : hostname,
    wide,
    path: path.startsWith('/') ? path : pathname.replace(/\/[^/]*$/, '') || '/',
    secure: known.has('secure'),
  }
}

function halves(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=')
  return at === -1 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

/** Whether a cookie is taken back by what it is set to. */
function isPast(maxAge: string | undefined, expires: string | undefined): boolean {
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Number(maxAge) <= 0
  return expires !== undefined && Date.parse(expires) <= Date.UTC(2000, 0)
}

function isSame(a: Cookie, b: Cookie): boolean {
  return a.name === b.name && a.domain === b.domain && a.path === b.path
}

function isWithin(pathname: string, path: string): boolean {
  return (
    pathname === path || (pathname.startsWith(path) && (path.endsWith('/') || pathname[path.length] === '/'))
  )
}
