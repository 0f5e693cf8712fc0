import type { Site } from '../domain/config.ts'
import { redactNothing, redactorOf, type Redactor } from './redact.ts'
import { secretRedactorOf } from './secrets.ts'

/** What is known of a site and must not be told. */
export interface SensitiveSite {
  readonly site: Site
  /** What the names of its origins resolved to. */
  readonly addresses: readonly string[]
}

/** What takes the origins' addresses, and what takes secrets out of a text. */
export interface Redactors {
  readonly origin: Redactor
  readonly secrets: Redactor
}

/** One site's origin or secret may be named in another site's answer: so each hides those of all. */
export function redactorsOf(
  sites: readonly SensitiveSite[],
  { showOrigin, tokens }: { readonly showOrigin: boolean; readonly tokens: readonly string[] },
): Redactors {
  const urls = sites.map(({ site }) => site.url)
  return {
    origin: showOrigin
      ? redactNothing
      : redactorOf(
          sites.flatMap(({ site, addresses }) => [...site.origins.map(({ host }) => host), ...addresses]),
          urls.map((url) => new URL(url).hostname),
        ),
    secrets: secretRedactorOf([...sites.flatMap(({ site }) => secretsOf(site)), ...tokens], urls),
  }
}

function secretsOf({ headers, access, zone }: Site): readonly string[] {
  return [
    ...headers.map(([, value]) => value),
    ...(access === undefined ? [] : [access.id, access.secret]),
    ...(zone === undefined ? [] : [zone.token]),
  ]
}
