import { parseBoolean } from './values/scalars.ts'
import { type Files, isPem, NO_FILES, PEM_INPUTS } from './files/pem-files.ts'
import { type ReferencedFiles, inputsOf, sitesOf } from './files/referenced.ts'
import { bracketed, unbracketed } from '../shared/authority.ts'
import { isIP } from '../shared/ip.ts'
import { secretsInUrl, unescaped } from '../shared/secrets-in-url.ts'
import { TOKEN } from '../shared/tokens.ts'
import { canonicalHost, splitPort } from './values/hosts.ts'
import { type InputName, type InputReader, INPUTS } from './inputs/inputs.ts'
import { withinLimits } from './parser/limits.ts'
import { itemsOf } from './parser/lists.ts'
import { valueOf } from './parser/parser.ts'
import { keyLinesOf } from './values/pem.ts'
import { parseUrl } from './values/urls.ts'

/** Shorter values are not masked: every `1` in the log would become `***`. */
const MIN_LENGTH = 3

/**
 * Words and numbers in our outputs, which are not masked. The runner drops a job output that contains a masked word, so
 * `X-Debug: true` would remove `promote`.
 */
const PUBLIC_WORDS =
  /^(?:\d{3}|true|false|healthy|unhealthy|inconclusive|error|certain|likely|possible|steady|intermittent|recovered|origin|http|https|tls|dns|firewall|cloudflare|content|runner)$/u

/**
 * The values that must never be printed, longest first, so that no part of one is masked before the whole. Invalid
 * inputs count too, because errors about them are printed. The caller masks the values before it prints anything.
 */
export function secretsOf(
  input: InputReader,
  given: ReferencedFiles = { files: NO_FILES },
  urlParser = parseUrl,
): readonly string[] {
  const reads = [input, ...sitesOf(given.listed).map(inputsOf)].map(withinLimits)
  const shown = showsOrigin(input)
  const named = reads.some((read) => read('origin') !== '')
  const open = new Set(named ? reads.flatMap((read) => publicHosts(read('url'), urlParser)) : [])
  const found = [
    ...(shown ? [] : reads.flatMap((read) => originSecrets(read, open))),
    ...reads.flatMap((read) => commandSecrets(read, open)),
    ...reads.flatMap((read) => keySecrets(read, given.files)),
    ...reads.flatMap((read) => urlSecrets(read('url'))),
    ...reads.flatMap((read) => headerSecrets(read('headers'))),
    ...reads.flatMap((read) => TOKENS.map((name) => read(name).trim())),
    ...reads.flatMap(misplacedSecrets),
  ]
  return [...new Set(found)]
    .filter((secret) => secret.length >= MIN_LENGTH && !PUBLIC_WORDS.test(secret))
    .toSorted((a, b) => b.length - a.length)
}

const TOKENS = [
  'access-client-id',
  'access-client-secret',
  'cloudflare-api-token',
  'globalping-token',
  'github-token',
] as const satisfies readonly InputName[]

/** Tokens and keys in an input that isn't secret: a message about its value would quote it. */
function misplacedSecrets(input: InputReader): readonly string[] {
  const zoneId = input('cloudflare-zone-id').trim()
  // A name or the address of a page is quoted, so that the typo can be seen.
  const swapped = /^[\w+/=-]{24,}$/u.test(zoneId) && !/\b[\da-f]{32}\b/iu.test(zoneId) ? [zoneId] : []
  const texts = INPUTS.map(({ name }) => input(name)).filter((text) => text !== '')
  return [...swapped, ...texts.flatMap((text) => text.match(TOKEN) ?? []), ...texts.flatMap(keyLinesOf)]
}

export function showsOrigin(input: InputReader): boolean {
  return valueOf(parseBoolean(input('show-origin').trim())) === true
}

/**
 * @param open the sites' own hosts: an origin with one of these names is not secret, and masking it would hide the
 * site
 */
function originSecrets(input: InputReader, open: ReadonlySet<string>): readonly string[] {
  const given = input('origin')
  if (given === '') return []
  const lines = itemsOf(given).map(({ text }) => text)
  const hosts = lines.flatMap((line) => line.split(/[\s,;()<>"']+/u)).flatMap(hostsIn)
  return [...lines, ...hosts].filter((origin) => !open.has(origin))
}

/** The kinds of addresses that socat connects to, as in `TCP:bastion.example:22`. They name no host. */
const SOCAT_ADDRESS = /^(?:TCP|OPENSSL|SSL|SOCKS|PROXY|UNIX|ABSTRACT|EXEC|SYSTEM)[\w-]*:(?!\/\/)/iu

/** The command as a whole, and its words that name a host, a user or a file. */
function commandSecrets(input: InputReader, open: ReadonlySet<string>): readonly string[] {
  const command = input('origin-proxy-command').trim()
  if (command === '') return []
  const words = command
    .split(/[\s"'`=;|&<>()$,]+/u)
    .map((word) => word.replace(SOCAT_ADDRESS, ''))
    .filter((word) => /[@.:/]/u.test(word) && !word.includes('%'))
  return [command, ...words, ...words.flatMap(hostsIn)].filter((word) => !open.has(word))
}

/** The spellings of a host in one word of an origin's line, with and without port and brackets. */
function hostsIn(word: string): readonly string[] {
  // Other words of a line with a comment after the address are not secret.
  if (!/[.:]/u.test(word)) return []
  if (isIP(word) === 4) return [word]
  const authority = word
    .replace(/^[^/]*:\/\//u, '')
    .replace(/[/?#].*$/su, '')
    .replace(/^.*@/su, '')
  const [name] = splitPort(authority)
  const host = canonicalHost(name)
  const spellings = [authority, name, unbracketed(name)]
  return host === undefined ? spellings : [...spellings, host, bracketed(host)]
}

/** Line by line, as OpenSSL and our messages quote keys. A key in the wrong input counts too. */
function keySecrets(input: InputReader, files: Files): readonly string[] {
  if (PEM_INPUTS.every((name) => input(name) === '')) return []
  const key = input('origin-client-key').trim()
  // A key without its first line or its line breaks is still secret.
  const whole = files.get(key)?.ok === true || keyLinesOf(key).length > 0
  const damaged = whole ? [] : (key.match(/[A-Za-z0-9+/=]{16,}/gu) ?? [])
  const texts = PEM_INPUTS.map((name) => input(name).trim()).flatMap((text) => {
    const file = files.get(text)
    return file?.ok === true ? [text, file.text] : [text]
  })
  const misplaced = PEM_INPUTS.map((name) => input(name).trim())
    .filter((text) => !isPem(text) && files.get(text)?.ok !== true)
    .flatMap((text) => (isEncodedKey(text) ? (text.match(/[\w+/=-]{16,}/gu) ?? []) : []))
  return [...texts.flatMap(keyLinesOf), ...damaged, ...misplaced]
}

/** Whether a text may be a key without its first line, or in base64 or hexadecimal. A path rarely looks like this. */
function isEncodedKey(text: string): boolean {
  const runs = text.match(/[\w+/=-]{32,}/gu) ?? []
  return runs.some((run) => run.length >= 200 || (/[A-Z]/.test(run) && /[a-z]/.test(run) && /\d/.test(run)))
}

function publicHosts(urls: string, parse: typeof parseUrl): readonly string[] {
  const parsed = itemsOf(urls).map(({ text }) => valueOf(parse(text)))
  return parsed.flatMap((url) => (url === undefined ? [] : [new URL(url).hostname]))
}

/** Secrets in the URLs: as given, as sent, and unescaped. */
function urlSecrets(urls: string): readonly string[] {
  if (!/[?;]/u.test(urls)) return []
  const spellings = itemsOf(urls).flatMap(({ text }) => [text, URL.parse(text)?.href ?? text])
  return spellings.flatMap(secretsInUrl).flatMap((secret) => [secret, unescaped(secret)])
}

function headerSecrets(headers: string): readonly string[] {
  if (headers === '') return []
  const written = headers.split(/\r?\n/u).map((line) => line.trim())
  // Trailing commas are removed before the header is sent.
  const lines = [...written, ...itemsOf(headers).map(({ text }) => text)]
  return lines.flatMap((line) => [line.slice(line.indexOf(':') + 1).trim(), credentialIn(line)])
}

/** The `x` of `Authorization: Bearer x` and similar: a server may echo it without the scheme. */
function credentialIn(line: string): string {
  const scheme = /^(?:(?:proxy-)?authorization\s*:\s*\S+|[^:]*:\s*(?:basic|bearer|token))\s+(?=\S)/iu
  const [before] = scheme.exec(line) ?? []
  return before === undefined ? '' : line.slice(before.length)
}
