import type { Site } from '../domain/config.ts'
import { publicPartsOf, secretPairsIn, secretsInUrl } from '../shared/secrets-in-url.ts'
import { isOfHosts, type FoundNames } from './certificate-names.ts'
import { redactorFor, type Redactor } from './redact.ts'

/** A site whose origins and secrets are hidden. */
export interface SensitiveSite extends Partial<FoundNames> {
  readonly site: Site
  /** What the names of its origins resolved to. */
  readonly addresses: readonly string[]
  /** This runner's own public addresses, as far as they are known. Also hidden if the origin is shown. */
  readonly runner?: readonly string[]
}

/** What stands in for a text that can't be redacted. */
export const WITHHELD = '[withheld]'

/** For a run whose redactor can't be made. The verdict doesn't depend on texts, so it still stands. */
export const withhold: Redactor = () => WITHHELD

/**
 * Hides the origins and secrets of all sites together, because one site's response may name another's. Texts that can't
 * be redacted are withheld.
 *
 * @returns `withhold` if the redactor can't be made
 */
export function redactorOfSites(
  sites: readonly SensitiveSite[],
  { showOrigin, tokens }: { readonly showOrigin: boolean; readonly tokens: readonly string[] },
): Redactor {
  try {
    const urls = sites.map(({ site }) => site.url)
    const redact = redactorFor({
      hosts: showOrigin ? [] : originHosts(sites),
      names: showOrigin ? [] : originNames(sites),
      runner: sites.flatMap(({ runner = [] }) => runner),
      shownHosts: urls.map((url) => new URL(url).hostname),
      secrets: [
        ...sites.flatMap(({ site, redirectSecrets = [] }) => [...secretsOf(site), ...redirectSecrets]),
        ...tokens,
      ],
      shownTexts: urls.flatMap(publicPartsOf),
    })
    const pairs = [...new Set(urls.flatMap(secretPairsIn))].slice(0, MAX_PAIRS)
    return orWithheld(pairs.length === 0 ? redact : (text) => redact(withoutValues(text, pairs)))
  } catch {
    return withhold
  }
}

/** Beyond these, the name of a parameter is hidden with its value. */
const MAX_PAIRS = 100

/** Hides the values of these parameters where they are written as in the URL, and keeps the names. */
function withoutValues(text: string, pairs: readonly string[]): string {
  return pairs.reduce(
    (shown, pair) => shown.replaceAll(pair, `${pair.slice(0, pair.indexOf('=') + 1)}***`),
    text,
  )
}

/** The names and addresses of all origins. */
export function originHosts(sites: readonly SensitiveSite[]): readonly string[] {
  return sites.flatMap(({ site, addresses }) => [...site.origins.map(({ host }) => host), ...addresses])
}

/** The names in the origins' certificates. What is public because of one site is public in the reports of all. */
export function originNames(sites: readonly SensitiveSite[]): readonly string[] {
  const shown = sites.flatMap(({ site: { url, originHost, originSni } }) => [
    new URL(url).hostname,
    originHost,
    originSni,
  ])
  const isPublic = isOfHosts([...shown, ...sites.flatMap(({ visibleNames = [] }) => visibleNames)])
  const names = new Set(sites.flatMap(({ certificateNames = [] }) => certificateNames))
  const hidden = new Set([...names].filter((name) => !isPublic(name)))
  // A name below a hidden one is hidden with it.
  return [...hidden].filter((name) => !isBelowOneOf(name, hidden)).slice(0, MAX_NAMES)
}

/** Five for each of 10,000 sites. More would delay the report by seconds. */
const MAX_NAMES = 50_000

function isBelowOneOf(name: string, names: ReadonlySet<string>): boolean {
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1))
    if (names.has(name.slice(dot + 1))) return true
  return false
}

/** A text that makes the redactor throw, such as one that is too long for a string, is withheld. */
function orWithheld(redact: Redactor): Redactor {
  return (text) => {
    try {
      return redact(text)
    } catch {
      return WITHHELD
    }
  }
}

function secretsOf({ url, headers, access, zone, vantage }: Site): readonly string[] {
  return [
    ...secretsInUrl(url),
    ...headers.flatMap(([name, value]) => [value, ...credentialsOf(name, value)]),
    ...(access === undefined ? [] : [access.id, access.secret]),
    ...(zone === undefined ? [] : [zone.token]),
    ...(vantage?.token === undefined ? [] : [vantage.token]),
  ]
}

/** What follows the scheme, whatever the scheme is: `x` of `Authorization: Sesame x`. */
function credentialsOf(name: string, value: string): readonly string[] {
  const credentials = /^(?:proxy-)?authorization$/i.test(name)
    ? /\s(.*)/s.exec(value.trim())?.[1]?.trim()
    : undefined
  return credentials === undefined ? [] : [credentials, ...credentials.split(/\s+/)]
}
