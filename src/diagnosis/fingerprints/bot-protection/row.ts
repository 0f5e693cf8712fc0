import type { Admission } from '../../rules/admit.ts'
import type { Sign } from '../sign.ts'

/** A sign of bot protection or a WAF that responded instead of the site. */
export interface WallSign extends Sign {
  /** `challenge`: a browser may pass it. `block`: it rejects the request. */
  readonly kind: 'challenge' | 'block'
  /** What the response has, to complete "It has …". */
  readonly shows: string
  /** The vendor documents the sign, or only its product sends it. Otherwise another explanation remains. */
  readonly sure?: true
}

/** A product that challenges or blocks clients in front of an origin, or at it. */
export interface BotProtection {
  /** Completes "a challenge from …". */
  readonly name: string
  /** Any of them. What the product adds to every response, or to pages of the site, is not one. */
  readonly signs: readonly [WallSign, ...WallSign[]]
  /** How to let a check through, by the product's own means. */
  readonly admit: Admission
  /** The page about it. */
  readonly reference: string
}

/** The statuses with which such products reject a request. */
export const ERRORS = [401, 403, 405, 406, 429, 503] as const
