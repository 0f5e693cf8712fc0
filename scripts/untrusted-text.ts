/**
 * What the compiler accepts although it makes a plain string of untrusted text: `String(text)`, `[text].join()`,
 * `JSON.stringify({ text })`. A string may then be cut before it is redacted.
 */
const ESCAPES = /\.join\(|JSON\.stringify\(|\bString\((?![\w.]*(?:status|code|got|length|port)\))/g

/** The code that holds untrusted text before it is redacted. */
const HOLDERS = /^src\/(?:diagnosis|cloudflare|report\/(?:build|baseline|progress))\//

/** How many of them a file has. Each was read: it joins our own words or numbers, or makes a key for a comparison. */
const KNOWN: ReadonlyMap<string, number> = new Map([
  ['src/cloudflare/api/analytics.ts', 1],
  ['src/cloudflare/api/zone.ts', 1],
  ['src/diagnosis/causes/advice/zone-misconfigured.ts', 2],
  ['src/diagnosis/causes/cloudflare-zone-misconfigured.ts', 1],
  ['src/diagnosis/clues/exchange.ts', 1],
  ['src/diagnosis/clues/zone.ts', 1],
  ['src/diagnosis/facts/dns.ts', 1],
  ['src/diagnosis/fingerprints/script-includes.ts', 2],
  ['src/diagnosis/history/history.ts', 1],
  ['src/diagnosis/moments.ts', 2],
  ['src/diagnosis/rules/unchecked-addresses.ts', 1],
  ['src/diagnosis/servers/index.ts', 1],
  ['src/diagnosis/trim-evidence.ts', 1],
  ['src/report/baseline/diff.ts', 1],
  ['src/report/build/probes.ts', 1],
  ['src/report/build/reproduce.ts', 2],
  ['src/report/build/sentences.ts', 2],
  ['src/report/build/sharing.ts', 1],
  ['src/report/build/timeline.ts', 1],
  ['src/report/progress/details.ts', 1],
  ['src/report/progress/line.ts', 2],
  ['src/report/progress/many-sites.ts', 2],
  ['src/report/progress/status-line.ts', 1],
])

/** The probes send text back to the site, or parse it. The redactor hides the names in certificates. */
const MAY_READ_RAW =
  /^src\/(?:probe\/|cloudflare\/api\/|domain\/untrusted\.ts$|redact\/certificate-names\.ts$)/

/**
 * Lines of a file in which untrusted text may become a plain string.
 *
 * @param path from the top of the repository
 */
export function escapesIn(path: string, source: string): readonly string[] {
  const lines = source.split('\n').map((line) => line.trim())
  const raw = MAY_READ_RAW.test(path) ? [] : lines.filter((line) => line.includes('rawTextOf'))
  const escaping = HOLDERS.test(path) ? lines.filter((line) => line.search(ESCAPES) >= 0) : []
  const count = escaping.flatMap((line) => line.match(ESCAPES) ?? []).length
  const unknown = count > (KNOWN.get(path) ?? 0) ? escaping : []
  return [...raw, ...unknown].map((line) => `${path}: ${line}`)
}
