import { MAX_SHOWN } from '../shown-text.ts'
import { SUCCESS } from '../stand-ins/row.ts'
import type { BotProtection, WallSign } from './row.ts'
import { SERVICES } from './services.ts'
import { SOFTWARE } from './software.ts'

/** Titles of block pages; they may have none. */
const BLOCKED =
  /^\W{0,3}(?:(?:HTTP |Error )?4\d\d\W{0,3})?(?:(?:Access|Request) (?:Forbidden|Denied|Blocked|Rejected)|Blocked|Forbidden|Not Acceptable|Unauthorized|Security Check|Web Page Blocked)?\W{0,3}$/i

/**
 * The same block page with the status of a success, as a Worker or a proxy may send it. A page of the site may quote
 * it, so the title must be a block page's own.
 */
function withSuccess({ status, ...sign }: WallSign): readonly WallSign[] {
  const { kind, sure, body, title } = sign
  if (status === undefined || kind !== 'block' || sure !== true) return []
  if (body === undefined && title === undefined) return []
  return [{ title: BLOCKED, atMost: MAX_SHOWN, ...sign, status: SUCCESS }]
}

/** Every known product, specific before general: the first sign that matches decides. */
export const BOT_PROTECTIONS: readonly BotProtection[] = [...SERVICES, ...SOFTWARE].map(
  ({ name, signs, admit, reference }) => ({
    name,
    signs: [signs[0], ...signs.slice(1), ...signs.flatMap(withSuccess)],
    admit,
    reference,
  }),
)
export type { BotProtection, WallSign } from './row.ts'
