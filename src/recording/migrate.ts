/** Evidence keys of recording format 1, and their names in format 2. */
const RENAMED: Readonly<Record<string, string>> = {
  asked: 'request',
  control: 'trace',
  trail: 'redirectChain',
  took: 'elapsed',
  over: 'transport',
  bare: 'withoutCloudflareHeaders',
  again: 'repeated',
  kept: 'keepAlive',
  families: 'addressFamilies',
  greeting: 'tlsInspection',
  speaks: 'protocol',
  finished: 'handshakeCompleted',
  asksCertificate: 'requestsCertificate',
  outdated: 'legacy',
  figures: 'analytics',
  neutral: 'connectivity',
  reuses: 'idleConnections',
  held: 'survived',
  leadsTo: 'pointsToOrigins',
  down: 'downtime',
  flaps: 'transitions',
  standing: 'health',
  alike: 'identical',
}

const KINDS: Readonly<Record<string, string>> = { answered: 'completed', broken: 'failed' }

/** The evidence of a version 1 recording with the keys of version 2. Header names come from the server and stay. */
export function migrateEvidence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(migrateEvidence)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]: [string, unknown]): [string, unknown][] => {
      if (key === 'headers') return migrateHeaders(inner)
      if (key === 'kind') return [[key, KINDS[String(inner)] ?? inner]]
      return [[RENAMED[key] ?? key, migrateEvidence(inner)]]
    }),
  )
}

/**
 * Version 1 has the `Set-Cookie` headers among the others, joined with `, `. A date has a comma too, but no `name=`
 * after it.
 */
function migrateHeaders(headers: unknown): [string, unknown][] {
  if (typeof headers !== 'object' || headers === null) return [['headers', headers]]
  const { 'set-cookie': joined, ...others }: { readonly 'set-cookie'?: unknown } = headers
  if (typeof joined !== 'string') return [['headers', headers]]
  return [
    ['headers', others],
    ['setCookie', joined.split(/,\s*(?=[^\s=;,]+=)/)],
  ]
}
