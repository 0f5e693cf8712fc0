import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ADDRESSES, HOST, type Host } from '../network/addresses.ts'
import { certificateOf, type Authorities, type CertificateKind } from '../tls/authorities.ts'
import type { Ground } from '../network/network.ts'
import { startOrigin, type Origin, type OriginMode } from '../origins/default-server.ts'
import { originOf, type OriginKind, type RunningOrigin } from '../origins/index.ts'

/** Whatever lives at one address: one server at a time, on ports 443 and 80. */
export interface House {
  /** The resident of the plain kinds. It keeps a log of its requests. */
  readonly origin: Origin
  /** Lets another server move in, unless it is the one that lives there. */
  readonly turn: (kind: OriginKind, certificate: CertificateKind) => Promise<void>
  readonly close: () => Promise<void>
}

/** What the resident can be; whatever else lives at an address is a lodger. */
const MODES: { readonly [mode in OriginMode]: true } = {
  up: true,
  slow: true,
  'app-down': true,
  'app-timeout': true,
  'app-error': true,
  'not-found': true,
  silent: true,
  empty: true,
  reset: true,
  stopped: true,
}

const isMode = (kind: OriginKind): kind is OriginMode & OriginKind => Object.hasOwn(MODES, kind)

export interface HouseOptions {
  readonly ground: Ground
  readonly host: Host
  readonly authorities: Authorities
  /** Milliseconds that a proxy waits for its application, and that a slow answer takes. */
  readonly patience: number
}

export async function startHouse({ ground, host, authorities, patience }: HouseOptions): Promise<House> {
  const address = ADDRESSES[host]
  const shown = (certificate: CertificateKind): ReturnType<typeof certificateOf> =>
    certificateOf(certificate, HOST, authorities)
  const resident = await startOrigin({
    credentials: shown('valid'),
    mode: 'stopped',
    patience,
    listen: (server, port) => ground.listen(server, address, port),
  })
  let lodger: RunningOrigin | undefined
  let present = ''

  const leave = async (): Promise<void> => {
    await Promise.all([resident.turn('stopped'), lodger?.close()])
    lodger = undefined
  }
  const moveIn = async (kind: OriginKind, certificate: CertificateKind): Promise<RunningOrigin> => {
    const [https, http, folder] = await Promise.all([
      ground.place(address, 443),
      ground.place(address, 80),
      mkdtemp(join(tmpdir(), 'origin-gate-origin-')),
    ])
    const credentials = shown(certificate)
    const running = await originOf(kind).start({
      https,
      http,
      host: HOST,
      credentials,
      by: authorities,
      patience,
      folder,
    })
    return {
      close: async () => {
        await running.close()
        await rm(folder, { recursive: true, force: true })
      },
    }
  }
  return {
    origin: resident,
    turn: async (kind, certificate) => {
      const next = `${kind} ${certificate}`
      if (next === present) return
      present = next
      if (isMode(kind)) {
        await lodger?.close()
        lodger = undefined
        resident.show(shown(certificate))
        await resident.turn(kind)
        return
      }
      await leave()
      lodger = await moveIn(kind, certificate)
    },
    close: async () => {
      await leave()
    },
  }
}
