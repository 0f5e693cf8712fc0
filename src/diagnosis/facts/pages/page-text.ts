import type { Exchange } from '../../../domain/exchange.ts'
import { isShownPlaceholder, shownWall, wallWords } from './intercepted.ts'
import { shownStandIn } from './stand-in.ts'

/** Follows the status of a response that is not the site's: ` with a challenge from Vercel`. Otherwise empty. */
export function replacementText(exchange: Exchange | undefined): string {
  const wall = shownWall(exchange)
  if (wall !== undefined) return ` with ${wallWords(wall)}`
  if (isShownPlaceholder(exchange)) return " with Cloudflare's placeholder for a missing Worker"
  const standIn = shownStandIn(exchange)
  return standIn === undefined ? '' : ` with ${standIn.page}`
}
