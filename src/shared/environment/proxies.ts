/** The variables that name a proxy: for https, for http, and for a scheme without its own. */
export const PROXY_VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'] as const

type Env = Readonly<Record<string, string | undefined>>

/** The variable in lower case, or else in upper case. */
export function proxyVariable(env: Env, name: (typeof PROXY_VARIABLES)[number] | 'NO_PROXY'): string {
  return (env[name.toLowerCase()] || env[name] || '').trim()
}

/** A proxy's URL, whose scheme is optional. */
export function proxyUrl(text: string): URL | null {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`)
  return url === null || url.hostname === '' ? null : url
}

/** Returns the text itself if it has an unescaped percent sign. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The passwords of the proxies: as given, decoded, and as an HTTP proxy gets them. */
export function proxySecretsIn(env: Env): readonly string[] {
  const found = PROXY_VARIABLES.flatMap((name) => {
    const { username = '', password = '' } = proxyUrl(proxyVariable(env, name)) ?? {}
    if (password === '') return []
    const credentials = percentDecoded(`${username}:${password}`)
    return [password, percentDecoded(password), Buffer.from(credentials).toString('base64')]
  })
  return [...new Set(found)].filter((secret) => secret.length >= MIN_LENGTH)
}

/** A shorter one would hide single letters everywhere. */
const MIN_LENGTH = 3
