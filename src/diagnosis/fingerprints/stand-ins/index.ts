import { DATA } from './data.ts'
import { PLATFORMS } from './platforms.ts'
import { FAILURE_PAGES } from './failures.ts'
import type { StandIn } from './row.ts'
import { PARKING_PAGES, START_PAGES, SUSPENDED_PAGES } from './servers.ts'

/** Every known page that a server or a platform serves in place of a site. The first that matches decides. */
export const STAND_INS: readonly StandIn[] = [
  ...PLATFORMS,
  ...START_PAGES,
  ...SUSPENDED_PAGES,
  ...PARKING_PAGES,
  ...FAILURE_PAGES,
  ...DATA,
]
export { LISTINGS } from './listings.ts'
export { PLATFORMS } from './platforms.ts'
export type { Platform, StandIn, StandInKind } from './row.ts'
