import { openDoors, plainDoor, tlsDoor } from './listeners.ts'
import { http1, type Conduct } from './http1.ts'
import type { OriginEntry, OriginOrder, RunningOrigin } from '../origin.ts'

/** Both ports, the one with the order's certificate, and the same conduct behind both. */
export const openWeb = (order: OriginOrder, conduct: Conduct): Promise<RunningOrigin> =>
  openDoors(order, {
    https: tlsDoor(order.credentials, http1(conduct)),
    http: plainDoor(http1(conduct)),
  })

/** An origin that behaves to every request as `conduct` says. */
export const web = (sentence: string, conduct: (order: OriginOrder) => Conduct): OriginEntry => ({
  sentence,
  start: (order) => openWeb(order, conduct(order)),
})
