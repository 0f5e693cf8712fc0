/**
 * What a vantage point got, as far as it says something about the site:
 * - `good`: what the user expects. `unjudged`: a good status, but not everything that is expected can be decided.
 *   `lacking`: a good status without the expected content.
 * - `challenged`, `blocked`, `rate-limited`: Cloudflare rejected this client. `wall`: another product did.
 * - `access`, `queued`: Cloudflare Access, a waiting room. Visitors get them too.
 * - `error`: an error response, from Cloudflare or the origin.
 * - `unreached`: no complete response, which may be a fault of the client's own network.
 */
export const PLACE_RESULTS = [
  'good',
  'unjudged',
  'lacking',
  'challenged',
  'blocked',
  'rate-limited',
  'wall',
  'access',
  'queued',
  'error',
  'unreached',
] as const

export type PlaceResult = (typeof PLACE_RESULTS)[number]
