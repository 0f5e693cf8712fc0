import type { Site } from '../domain/config.ts'
import type { Evidence } from '../domain/evidence.ts'
import { inCloudflareRanges } from '../cloudflare/ranges.ts'
import { addressOf } from '../redact/address.ts'
import { shown } from '../redact/visible.ts'
import { redactorsOf } from '../redact/redactors.ts'
import { pseudonymsOf } from './pseudonyms.ts'
import type { Recording } from './recording.ts'

/** Which parts of a site's configuration a recording has. Credentials are in none. */
const RECORDED: Readonly<Record<keyof Site, boolean>> = {
  url: true,
  origins: true,
  originHost: true,
  originSni: true,
  headers: true,
  expectedStatus: true,
  timeout: true,
  method: true,
  sslMode: true,
  originCa: true,
  clientCertificate: false,
  access: false,
  expectedBody: true,
  expectedHeader: true,
  maxResponseTime: true,
  followRedirects: true,
  certificateDays: true,
  resolvers: true,
  zone: false,
  schedule: true,
}

const KEPT: ReadonlySet<string> = new Set(
  Object.entries(RECORDED).flatMap(([key, kept]) => (kept ? [key] : [])),
)

/** Our own words in evidence. A secret that is one of them is told by none of them. */
const OURS: ReadonlySet<string> = new Set([
  'kind',
  'phase',
  'reason',
  'coding',
  'method',
  'sslMode',
  'scheme',
])

type Seen = Omit<Recording, 'recording'>

/**
 * The recording of a run. No secret is in it, and no cookie; nor is an origin's address, unless it may be shown: something
 * of the same kind stands in for it. What pages say is in it as they said it.
 */
export function recordingOf(
  seen: Seen,
  told: { readonly showOrigin: boolean; readonly tokens: readonly string[] },
): Recording {
  const guarded = seen.sites.map(({ site, history, addresses }) => ({
    site,
    addresses: [...addresses, ...history.flatMap(placesIn)],
  }))
  const { origin, secrets } = redactorsOf(guarded, told)
  const standIn = told.showOrigin ? () => undefined : pseudonymsOf(guarded)
  const hide = (text: string): string => origin(secrets(text))
  const rewritten = new Map<string, string>()
  // One look sees what the other saw, and a page may be long.
  const rewrite = (text: string): string => {
    const known = rewritten.get(text) ?? standIn(text) ?? hidden(text, hide)
    rewritten.set(text, known)
    return known
  }
  const sites = seen.sites.map(({ site, ...rest }) => ({ site: open(site), ...rest }))
  return JSON.parse(
    JSON.stringify({ recording: 2, ...seen, sites }, (key, value: unknown) => {
      if (typeof value === 'string') return OURS.has(key) ? value : rewrite(value)
      if (key === 'setCookie' && Array.isArray(value))
        return value.map((cookie) => withoutValues(String(cookie)))
      return key === 'headers' && isFields(value) ? fields(value, rewrite) : value
    }),
  )
}

/** What a name led to beside Cloudflare may be an origin, whether or not that was given: addresses, and names on the way. */
function placesIn(evidence: Evidence): readonly string[] {
  const found: string[] = []
  JSON.stringify(evidence, (key, value: unknown) => {
    if (typeof value === 'string' && key !== 'server' && isElsewhere(value, evidence.ranges))
      found.push(value)
    if (key === 'aliases' && Array.isArray(value)) found.push(...value.map(String))
    return value
  })
  return found
}

function isElsewhere(text: string, ranges: Evidence['ranges']): boolean {
  return addressOf(text) !== undefined && !inCloudflareRanges(text, ranges)
}

/** An address may be hidden between invisible letters: text is changed only where it has something to hide. */
function hidden(text: string, hide: (text: string) => string): string {
  const plain = shown(text)
  const raw = hide(text)
  if (plain === text) return raw
  const visible = shown(raw)
  return hide(visible) === visible ? raw : hide(plain)
}

/** A site without its credentials; of its headers the names are left. */
function open(site: Site): object {
  const parts = Object.entries(site).filter(([key]) => KEPT.has(key))
  return { ...Object.fromEntries(parts), headers: site.headers.map(([name]) => [name, '***']) }
}

function isFields(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Header fields of an answer. Their names are the server's too. */
function fields(
  headers: Readonly<Record<string, string>>,
  rewrite: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      rewrite(name),
      name === 'set-cookie' ? withoutValues(value) : value,
    ]),
  )
}

/** `id=7; Path=/` → `id=***; Path=***`. */
function withoutValues(setCookie: string): string {
  return setCookie.replaceAll(/=[^;]*/g, '=***')
}
