import { MAX_SHOWN } from '../shown-text.ts'
import { SUCCESS } from '../stand-ins/row.ts'
import type { BotProtection, WallSign } from './row.ts'
import { SERVICES } from './services.ts'
import { SOFTWARE } from './software.ts'

/** The same block page with the status of a success, as a Worker or a proxy may send it. */
function withSuccess({ status, ...sign }: WallSign): readonly WallSign[] {
  const { kind, sure, body, title } = sign
  if (status === undefined || kind !== 'block' || sure !== true) return []
  if (body === undefined && title === undefined) return []
  return [{ atMost: MAX_SHOWN, ...sign, status: SUCCESS }]
}

/** A challenge has something to solve. */
const asShown = (sign: WallSign): WallSign =>
  sign.kind === 'challenge' && sign.title !== undefined ? { ...sign, interactive: true } : sign

/** Every known product, specific before general: the first sign that matches decides. */
export const BOT_PROTECTIONS: readonly BotProtection[] = [...SERVICES, ...SOFTWARE].map(
  ({ name, signs, admit, reference }) => ({
    name,
    signs: [asShown(signs[0]), ...signs.slice(1).map(asShown), ...signs.flatMap(withSuccess)],
    admit,
    reference,
  }),
)
export type { BotProtection, WallSign } from './row.ts'
