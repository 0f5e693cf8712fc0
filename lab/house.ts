import type { Credentials } from './certificates.ts'
import type { Ground } from './ground.ts'
import { startOrigin, type Origin } from './origin.ts'
import type { OriginKind } from './stage.ts'

/** Whatever lives at one address: one server at a time, on ports 443 and 80. */
export interface House {
  /** The requests it got, oldest first, and where it listens in truth. */
  readonly origin: Origin
  /** Lets another server move in. */
  readonly turn: (kind: OriginKind, credentials: Credentials) => Promise<void>
  readonly close: () => Promise<void>
}

export interface HouseOptions {
  readonly ground: Ground
  readonly address: string
  readonly credentials: Credentials
  /** Milliseconds that a proxy waits for its application, and that a slow answer takes. */
  readonly patience: number
}

export async function startHouse({ ground, address, ...options }: HouseOptions): Promise<House> {
  const origin = await startOrigin({
    ...options,
    mode: 'stopped',
    listen: (server, port) => ground.listen(server, address, port),
  })
  return {
    origin,
    turn: async (kind, credentials) => {
      origin.show(credentials)
      await origin.turn(kind)
    },
    close: origin.close,
  }
}
