import { parseBoolean } from './values/booleans.ts'
import { type Files, NO_FILES, PEM_INPUTS } from './files/pem-files.ts'
import { type ReferencedFiles, readOf, sitesOf } from './files/referenced.ts'
import { bracketed } from '../shared/authority.ts'
import { hostOf, splitPort } from './values/hosts.ts'
import type { InputName } from './inputs/inputs.ts'
import { itemsOf } from './parser/lists.ts'
import { valueOf } from './parser/parser.ts'
import { keyLinesOf } from './values/pem.ts'
import { parseUrl } from './values/urls.ts'

type Read = (name: InputName) => string

/** Masking less would ruin the log: every `1` in it would become `***`. */
const SHORTEST = 3

/**
 * Words and numbers that our outputs consist of. A job output with a masked word in it is dropped by the runner, so a
 * harmless `X-Debug: true` would cost the caller `promote`.
 */
const OURS =
  /^(?:\d{3}|true|false|healthy|unhealthy|inconclusive|error|certain|likely|possible|steady|intermittent|recovered|origin|http|https|tls|dns|firewall|cloudflare|content|runner)$/u

/**
 * The values that must never be printed, longest first, so that no piece of one is masked before the whole. They are
 * found in bad inputs too, since these are reported. The caller masks them before it prints anything.
 */
export function secretsOf(input: Read, given: ReferencedFiles = { files: NO_FILES }): readonly string[] {
  const reads = [input, ...sitesOf(given.listed).map(readOf)]
  const shown = showsOrigin(input)
  const open = new Set(reads.flatMap((read) => publicHosts(read('url'))))
  const found = [
    ...(shown ? [] : reads.flatMap((read) => originSecrets(read, open))),
    ...reads.flatMap((read) => keySecrets(read, given.files)),
    ...reads.flatMap((read) => headerSecrets(read('headers'))),
    ...reads.flatMap((read) => TOKENS.map((name) => read(name).trim())),
  ]
  return [...new Set(found)]
    .filter((secret) => secret.length >= SHORTEST && !OURS.test(secret))
    .toSorted((a, b) => b.length - a.length)
}

const TOKENS = [
  'access-client-id',
  'access-client-secret',
  'cloudflare-api-token',
  'github-token',
] as const satisfies readonly InputName[]

export function showsOrigin(input: Read): boolean {
  return valueOf(parseBoolean(input('show-origin').trim())) === true
}

/** @param open the sites' own names: an origin under one of them hides nothing, and masking it would hide the site */
function originSecrets(input: Read, open: ReadonlySet<string>): readonly string[] {
  const lines = itemsOf(input('origin')).map(({ text }) => text)
  const hosts = lines.flatMap((line) => line.split(/[\s,;()<>"']+/u)).flatMap(hostsIn)
  return [...lines, ...hosts].filter((origin) => !open.has(origin))
}

/** The spellings of a host in one word of an origin's line, with and without its port and brackets. */
function hostsIn(word: string): readonly string[] {
  // In a line with a remark after the address, only what looks like an address is one.
  if (!/[.:]/u.test(word)) return []
  const authority = word
    .replace(/^[^/]*:\/\//u, '')
    .replace(/[/?#].*$/su, '')
    .replace(/^.*@/su, '')
  const [name] = splitPort(authority)
  const host = hostOf(name)
  const spellings = [authority, name, name.replaceAll(/^\[|\]$/gu, '')]
  return host === undefined ? spellings : [...spellings, host, bracketed(host)]
}

/** Line by line, as OpenSSL and our own messages would quote it. A key in the place of a certificate is one too. */
function keySecrets(input: Read, files: Files): readonly string[] {
  const key = input('origin-client-key').trim()
  // What has lost its first line, or its line breaks, is a key all the same.
  const whole = files.get(key)?.ok === true || keyLinesOf(key).length > 0
  const damaged = whole ? [] : (key.match(/[A-Za-z0-9+/=]{16,}/gu) ?? [])
  const texts = PEM_INPUTS.map((name) => input(name).trim()).flatMap((text) => {
    const file = files.get(text)
    return file?.ok === true ? [text, file.text] : [text]
  })
  return [...texts.flatMap(keyLinesOf), ...damaged]
}

function publicHosts(urls: string): readonly string[] {
  const parsed = itemsOf(urls).map(({ text }) => valueOf(parseUrl(text)))
  return parsed.flatMap((url) => (url === undefined ? [] : [new URL(url).hostname]))
}

function headerSecrets(headers: string): readonly string[] {
  const written = headers.split(/\r?\n/u).map((line) => line.trim())
  // The comma at a line's end is dropped before the header is sent.
  const lines = [...written, ...itemsOf(headers).map(({ text }) => text)]
  return lines.flatMap((line) => [line.slice(line.indexOf(':') + 1).trim(), credentialIn(line)])
}

/** The `x` of `Authorization: Bearer x` and its like: a server that echoes it may leave out the scheme. */
function credentialIn(line: string): string {
  const scheme = /^(?:(?:proxy-)?authorization\s*:\s*\S+|[^:]*:\s*(?:basic|bearer|token))\s+(?=\S)/iu
  const [before] = scheme.exec(line) ?? []
  return before === undefined ? '' : line.slice(before.length)
}
