import type { Feature } from '../../scripts/witness/features.ts'
import type { Disagreement } from '../../scripts/witness/verdicts.ts'

export interface RightVerdict {
  /** The RFC and section of the sentence. */
  readonly rfc: string
  /** The sentence or grammar rule that shows that our judgment is right. */
  readonly sentence: string
  readonly kinds: readonly Disagreement[]
}

/**
 * The responses that we judge otherwise than nginx and HAProxy do, for good reasons. Any other fails
 * `npm run lab -- witnesses`. Seen with nginx 1.22.1 and HAProxy 2.6.12.
 */
export const RIGHT_VERDICTS: Readonly<Partial<Record<Feature, RightVerdict>>> = {
  // Proxies forward a compressed body as it is. Cloudflare and browsers decompress it.
  'damaged-content-coding': {
    rfc: '9110 8.4',
    sentence:
      'The "Content-Encoding" header field indicates what content codings have been applied to the representation, beyond those inherent in the media type, and thus what decoding mechanisms have to be applied in order to obtain data in the media type referenced by the Content-Type header field.',
    kinds: ['alarm'],
  },
  // Proxies forward what a browser does not show.
  'reset-content': {
    rfc: '9110 15.3.6',
    sentence:
      'Since the 205 status code implies that no additional content will be provided, a server MUST NOT generate content in a 205 response.',
    kinds: ['alarm'],
  },
}
