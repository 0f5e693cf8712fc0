import { identifiesPage, ofSuccess } from '../success.ts'
import type { BotProtection, WallSign } from './row.ts'
import { SERVICES } from './services.ts'
import { SOFTWARE } from './software.ts'

/** A block page that may have the status of a success. */
const mayBeSuccess = (sign: WallSign): boolean =>
  sign.kind === 'block' && sign.sure === true && identifiesPage(sign)

/** A challenge has something to solve. */
const asShown = (sign: WallSign): WallSign =>
  sign.kind === 'challenge' && sign.title !== undefined ? { ...sign, interactive: true } : sign

/** Every known product, specific before general: the first sign that matches decides. */
export const BOT_PROTECTIONS: readonly BotProtection[] = [...SERVICES, ...SOFTWARE].map(
  ({ name, signs, admit, reference }) => ({
    name,
    signs: [asShown(signs[0]), ...signs.slice(1).map(asShown), ...signs.filter(mayBeSuccess).map(ofSuccess)],
    admit,
    reference,
  }),
)
export type { BotProtection, WallSign } from './row.ts'
