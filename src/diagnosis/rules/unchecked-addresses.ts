import type { UncheckedAddresses } from '../../domain/address.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { plural } from '../../shared/text.ts'
import { cluesOf } from '../clues/clues.ts'
import { whichOrigins } from '../facts/which-origin.ts'

/** A note about addresses of a name that were not requested, so that health is not claimed for them. */
export function uncheckedAddressMatch(moment: Moment): Match | undefined {
  const sentences = sentencesOf(moment)
  if (sentences.length === 0) return
  return { outcome: 'note', confidence: 'certain', because: sentences.join(' '), clues: cluesOf(moment) }
}

function sentencesOf({ request, unroutedOrigins = [] }: Moment): readonly string[] {
  // Most origins have no such addresses, and this runs for each of them.
  const which = request.origins.some(({ unchecked }) => unchecked !== undefined) ? whichOrigins(request) : []
  return [
    ...reasonsOf(request.siteUnchecked ?? {}, "the site's name"),
    ...which.flatMap(({ position }, index) =>
      reasonsOf(request.origins[index]?.unchecked ?? {}, `origin ${position}`),
    ),
    ...unroutedOrigins.flatMap(({ position, count }) => familySentence(6, count, `origin ${position}`)),
  ]
}

/** @param name completes "the IPv6 address of …" */
function reasonsOf(
  { withoutIpv6, withoutIpv4, overLimit, byProxy }: UncheckedAddresses,
  name: string,
): readonly string[] {
  return [
    ...familySentence(6, withoutIpv6, name),
    ...familySentence(4, withoutIpv4, name),
    ...(overLimit === undefined
      ? []
      : [
          `${plural(overLimit, 'address', 'addresses')} of ${name} ${were(overLimit)} not checked, because a check requests at most 4.`,
        ]),
    ...(byProxy === undefined
      ? []
      : [
          `Only one of ${byProxy + 1} addresses of ${name} was checked, because the runner's proxy chooses the address.`,
        ]),
  ]
}

function familySentence(family: 4 | 6, count: number | undefined, name: string): readonly string[] {
  if (count === undefined) return []
  const addresses = count === 1 ? `The IPv${family} address` : `The ${count} IPv${family} addresses`
  return [
    `${addresses} of ${name} ${were(count)} not checked, because this runner has no IPv${family} connectivity.`,
  ]
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were'
}
