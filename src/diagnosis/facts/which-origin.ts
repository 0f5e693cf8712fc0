import type { ChosenAddress, WhichOrigin } from '../../domain/address.ts'
import type { CheckRequest } from '../../domain/evidence.ts'
import type { Moment } from '../../domain/cause.ts'

/** Which origin each exchange of a round is from, and which address of its name. In the order of the evidence. */
export function whichOrigins(
  { origins }: Pick<CheckRequest, 'origins'>,
  count = origins.length,
): readonly WhichOrigin[] {
  let of = 0
  const all = Array.from({ length: count }, (_, index) => {
    const address = origins[index]?.address
    if (address === undefined || address.position === 1) of += 1
    return { position: of, address }
  })
  return all.map(({ position, address }) => whichOf({ position, of, address }))
}

/** The index in the evidence of an origin, or of one address of its name. */
export function indexOfOrigin(
  { origins }: Pick<CheckRequest, 'origins'>,
  which: WhichOrigin | undefined,
): number {
  if (which === undefined) return 0
  const { position, address } = which
  const later = (address?.position ?? 1) - 1
  const count = Math.max(origins.length, position)
  let reached = 0
  for (let index = 0; index < count; index += 1) {
    const own = origins[index]?.address
    if (own === undefined || own.position === 1) reached += 1
    if (reached === position) return index + later
  }
  return later
}

/** `the origin`, `origin 2 of 3`, `one of 2 addresses of origin 1 (IPv6)`, `2 of 4 addresses of origin 1`. */
export function originName({ position, of, address, alike = 1, site }: WhichOrigin): string {
  if (address === undefined) return of > 1 ? `origin ${position} of ${of}` : 'the origin'
  return `${shortOriginName({ position, of, address, alike, ...(site && { site }) })}${alike === 1 ? ` (${addressDetails(address)})` : ''}`
}

/** The origin that a moment is about. */
export function originNameIn({ dialedOrigin }: Moment): string {
  return dialedOrigin === undefined ? 'the origin' : originName(dialedOrigin)
}

/** What responds to this runner while that origin doesn't. */
export function respondingName({ dialedOrigin }: Moment): string {
  return dialedOrigin?.siblingResponds === true ? 'another of its addresses' : 'another origin'
}

/** Whether there are several origins, or several addresses of which this is one. */
export function oneOfSeveral({ of, address }: Pick<WhichOrigin, 'of' | 'address'>): boolean {
  return of > 1 || address !== undefined
}

export function whichOf({
  position,
  of,
  address,
  alike,
  site,
}: { readonly [K in keyof WhichOrigin]: WhichOrigin[K] | undefined } & Pick<
  WhichOrigin,
  'position' | 'of'
>): WhichOrigin {
  return {
    position,
    of,
    ...(address !== undefined && { address }),
    ...(alike !== undefined && { alike }),
    ...(site !== undefined && { site }),
  }
}

/** The same in a few words, for a headline or a hop; empty for the only origin. */
export function shortOriginName({ position, of, address, alike = 1, site }: WhichOrigin): string {
  if (address === undefined) return of > 1 ? `origin ${position} of ${of}` : ''
  if (address.outside === true && site === true)
    return `${alike === 1 ? 'an address' : `${alike} addresses`} of the site outside Cloudflare`
  return `${alike === 1 ? 'one' : alike} of ${address.of} addresses of ${site === true ? 'the site' : `origin ${position}`}`
}

export function hasAddresses({ origins }: Pick<CheckRequest, 'origins'>): boolean {
  return origins.some(({ address }) => address !== undefined)
}

/** The name of a row: `origin 2`, `the IPv6 address`, `the second IPv4 address of origin 1`. */
export function entryName(which: WhichOrigin | undefined, several: boolean): string {
  const { position = 1, address } = which ?? {}
  if (address === undefined) return `origin ${position}`
  const { family, ofFamily } = address
  const name =
    ofFamily === undefined ? `the IPv${family} address` : `the ${ORDINALS[ofFamily - 1]} IPv${family} address`
  return several ? `${name} of origin ${position}` : name
}

/** `IPv6`, `IPv4, the second in numerical order`. */
function addressDetails({ family, ofFamily, shown }: ChosenAddress): string {
  const order = ofFamily === undefined ? '' : `, the ${ORDINALS[ofFamily - 1]} in numerical order`
  return `IPv${family}${order}${shown === undefined ? '' : `, ${shown}`}`
}

const ORDINALS = ['first', 'second', 'third', 'fourth']
