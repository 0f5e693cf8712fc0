import type { Site } from '../domain/config.ts'
import { redactNothing, redactorOf, type Redactor } from './redact.ts'
import { secretRedactorOf } from './secrets.ts'

/** A site whose origins and secrets are hidden. */
export interface SensitiveSite {
  readonly site: Site
  /** What the names of its origins resolved to. */
  readonly addresses: readonly string[]
}

/** One redactor for the origins' addresses, one for secrets. */
export interface Redactors {
  readonly origin: Redactor
  readonly secrets: Redactor
}

/** Covers all sites together, because one site's response may name another's origin or secret. */
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
