import type { BotProtection } from './row.ts'
import { SERVICES } from './services.ts'
import { SOFTWARE } from './software.ts'

/** Every known product, specific before general: the first sign that matches decides. */
export const BOT_PROTECTIONS: readonly BotProtection[] = [...SERVICES, ...SOFTWARE]
export type { BotProtection, WallSign } from './row.ts'
