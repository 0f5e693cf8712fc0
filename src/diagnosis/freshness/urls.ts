/** The path of a URL; empty for text that isn't one. */
export function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? ''
}

/** Host and path of a URL: what it names, whatever its scheme and query are. */
export function placeOf(url: string): string {
  const parsed = URL.parse(url)
  return parsed === null ? url : `${parsed.host}${parsed.pathname}`
}

/** Characters of a URL or path to print. */
const MAX_PRINTED = 120

export function shortened(url: string): string {
  return url.length <= MAX_PRINTED ? url : `${url.slice(0, MAX_PRINTED - 1)}…`
}
