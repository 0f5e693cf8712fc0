import type { Site } from '../domain/config.ts'
import type { Evidence } from '../domain/evidence.ts'
import { namesFoundIn } from '../redact/certificate-names.ts'
import { visible } from '../redact/visible.ts'
import { redactorOfSites, type SensitiveSite } from '../redact/redactors.ts'
import { cookiesIn, withoutCookie, withoutCookies } from '../redact/response/cookies.ts'
import { valueRecorder } from '../redact/response/fields.ts'
import { hostsIn } from '../redact/response/hosts.ts'
import { recordedTrace } from '../redact/response/trace.ts'
import { runnerAddresses } from '../redact/runner-addresses.ts'
import { quotableOutput } from '../shared/route/quotable-output.ts'
import { shownUrl } from '../shared/secrets-in-url.ts'
import { atOnce } from '../shared/turns.ts'
import { pseudonymsOf } from './pseudonyms.ts'
import type { RecordedSite, Recording } from './recording.ts'

/** The parts of a site's configuration that are recorded. Credentials never are. */
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
  originProxyCommand: false,
  originCa: true,
  clientCertificate: false,
  access: false,
  expectedBody: true,
  expectedHeader: true,
  checkAssets: true,
  maxResponseTime: true,
  followRedirects: true,
  certificateDays: true,
  resolvers: true,
  zone: false,
  vantage: false,
  schedule: true,
}

const RECORDED_KEYS: ReadonlySet<string> = new Set(
  Object.entries(RECORDED).flatMap(([key, kept]) => (kept ? [key] : [])),
)

/** Keys whose values are words of ours. They reveal no secret, even if a secret is one of these words. */
const OWN_VOCABULARY: ReadonlySet<string> = new Set([
  'kind',
  'phase',
  'reason',
  'coding',
  'ending',
  'method',
  'sslMode',
  'scheme',
  'stopped',
  'problem',
  'target',
  'resolvedTo',
])

type RunRecord = Omit<Recording, 'recording'>

interface RecordingOptions {
  readonly showOrigin: boolean
  readonly tokens: readonly string[]
}

/**
 * The recording of a run, without secrets and cookies. A pseudonym replaces each origin address, unless `showOrigin` is
 * set. Of a header's value, only what is judged stays. Of a page's text, everything else stays.
 */
export function recordingOf(run: RunRecord, options: RecordingOptions): Recording {
  return atOnce(recordingSteps(run, options))
}

/** The same in steps, about one for each round. */
export function* recordingSteps(run: RunRecord, options: RecordingOptions): Generator<void, Recording> {
  const { sites, ...whole } = run
  const sensitive: SensitiveSite[] = []
  const cookies = new Set<string>()
  for (const { site, history, addresses } of sites) {
    const hosts: string[] = []
    for (const evidence of history) {
      hosts.push(...hostsIn(evidence))
      for (const cookie of cookiesIn(evidence)) cookies.add(cookie)
      yield
    }
    const runner = history.flatMap(runnerAddresses)
    sensitive.push({ site, addresses: [...addresses, ...hosts], ...namesFoundIn(history), runner })
  }
  const hide = redactorOfSites(sensitive, { ...options, tokens: [...options.tokens, ...cookies] })
  const pseudonym = options.showOrigin ? () => undefined : pseudonymsOf(sensitive)
  const rewritten = new Map<string, string>()
  // Rounds repeat the same texts, and a page may be long.
  const rewrite = (text: string): string => {
    const known = rewritten.get(text) ?? pseudonym(text) ?? redacted(withoutCookies(text), hide)
    rewritten.set(text, known)
    return known
  }
  const recordedValue = valueRecorder()
  const recorded = (part: object): string =>
    JSON.stringify(part, (key, value: unknown) => {
      if (key === 'opening') return rewrite(statusLineOf(String(value)))
      if (key === 'url' && typeof value === 'string') return rewrite(shownUrl(value))
      if (key === 'text' && typeof value === 'string') return rewrite(recordedTrace(value))
      // It may name hosts, users and files that no one has listed. A report quotes no more of it.
      if (key === 'commandOutput') return quotableOutput(rewrite(String(value)))
      if (typeof value === 'string') return OWN_VOCABULARY.has(key) ? value : rewrite(value)
      if (key === 'setCookie' && Array.isArray(value))
        return value.map((cookie) => withoutCookie(String(cookie)))
      return key === 'headers' && isFields(value) ? recordedFields(value, recordedValue, rewrite) : value
    })
  const recordedSites: RecordedSite[] = []
  for (const {
    site,
    history: [first, ...later],
    ...rest
  } of sites) {
    const described: Site = JSON.parse(recorded(withoutCredentials(site)))
    const history: [Evidence, ...Evidence[]] = [JSON.parse(recorded(first))]
    yield
    for (const evidence of later) {
      history.push(JSON.parse(recorded(evidence)))
      yield
    }
    const others: typeof rest = JSON.parse(recorded(rest))
    recordedSites.push({ site: described, history, ...others })
  }
  const [one, ...more] = recordedSites
  if (one === undefined) throw new RangeError('A recording needs at least one site')
  const described: typeof whole = JSON.parse(recorded(whole))
  return { recording: 3, ...described, sites: [one, ...more] }
}

/** A recording as a file has it, in pieces. */
export function* recordingText({ sites, ...run }: Recording): Iterable<string> {
  yield `${JSON.stringify(run, null, 2).slice(0, -2)},\n  "sites": [`
  for (const [index, site] of sites.entries()) {
    const text = JSON.stringify(site, null, 2).replaceAll('\n', '\n    ')
    yield `${index === 0 ? '' : ','}\n    ${text}`
  }
  yield '\n  ]\n}'
}

/** Hides also what invisible characters split. Otherwise the text is unchanged. */
function redacted(text: string, hide: (text: string) => string): string {
  const plain = visible(text)
  const raw = hide(text)
  if (plain === text) return raw
  const seen = visible(raw)
  return hide(seen) === seen ? raw : hide(plain)
}

/**
 * A site without its credentials. Of its headers only the names remain, and of a token for Access that there was one.
 */
function withoutCredentials(site: Site): object {
  const parts = Object.entries(site).filter(([key]) => RECORDED_KEYS.has(key))
  return {
    ...Object.fromEntries(parts),
    headers: site.headers.map(([name]) => [name, '***']),
    ...(site.access && { access: { id: '***', secret: '***' } }),
  }
}

function isFields(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Header fields without what isn't judged. Their names come from the server, so they are rewritten too. */
function recordedFields(
  headers: Readonly<Record<string, string>>,
  recordedValue: (name: string, value: string) => string,
  rewrite: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [rewrite(name), recordedValue(name, value)]),
  )
}

/** Earlier versions kept headers with the status line. */
function statusLineOf(opening: string): string {
  return /^http\//i.test(opening) ? opening.replace(/[\r\n].*/s, '') : opening
}
