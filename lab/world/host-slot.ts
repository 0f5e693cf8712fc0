import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ADDRESSES, HOST, type Host } from '../network/addresses.ts'
import { makeCertificate, type Authorities, type CertificateKind } from '../tls/authorities.ts'
import type { LabNetwork } from '../network/network.ts'
import { startDefaultServer, type DefaultServer, type DefaultServerMode } from '../origins/default-server.ts'
import { findOrigin, type OriginKind, type RunningOrigin } from '../origins/index.ts'

/** Whatever lives at one address: one server at a time, on ports 443 and 80. */
export interface HostSlot {
  /** The resident of the plain kinds. It keeps a log of its requests. */
  readonly origin: DefaultServer
  /** Lets another server move in, unless it is the one that lives there. */
  readonly replace: (kind: OriginKind, certificate: CertificateKind) => Promise<void>
  readonly close: () => Promise<void>
}

/** What the resident can be; whatever else lives at an address is a lodger. */
const DEFAULT_SERVER_MODES: { readonly [mode in DefaultServerMode]: true } = {
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

const isMode = (kind: OriginKind): kind is DefaultServerMode & OriginKind =>
  Object.hasOwn(DEFAULT_SERVER_MODES, kind)

export interface HostSlotOptions {
  readonly network: LabNetwork
  readonly host: Host
  readonly authorities: Authorities
  /** Milliseconds that a proxy waits for its application, and that a slow answer takes. */
  readonly upstreamTimeout: number
}

export async function openHostSlot({
  network,
  host,
  authorities,
  upstreamTimeout,
}: HostSlotOptions): Promise<HostSlot> {
  const address = ADDRESSES[host]
  const shown = (certificate: CertificateKind): ReturnType<typeof makeCertificate> =>
    makeCertificate(certificate, HOST, authorities)
  const resident = await startDefaultServer({
    credentials: shown('valid'),
    mode: 'stopped',
    upstreamTimeout,
    listen: (server, port) => network.listen(server, address, port),
  })
  let lodger: RunningOrigin | undefined
  let present = ''

  const leave = async (): Promise<void> => {
    await Promise.all([resident.setMode('stopped'), lodger?.close()])
    lodger = undefined
  }
  const moveIn = async (kind: OriginKind, certificate: CertificateKind): Promise<RunningOrigin> => {
    const [https, http, folder] = await Promise.all([
      network.listenEndpoint(address, 443),
      network.listenEndpoint(address, 80),
      mkdtemp(join(tmpdir(), 'origin-gate-origin-')),
    ])
    const credentials = shown(certificate)
    const running = await findOrigin(kind).start({
      https,
      http,
      host: HOST,
      credentials,
      authorities: authorities,
      upstreamTimeout,
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
    replace: async (kind, certificate) => {
      const next = `${kind} ${certificate}`
      if (next === present) return
      present = next
      if (isMode(kind)) {
        await lodger?.close()
        lodger = undefined
        resident.setCredentials(shown(certificate))
        await resident.setMode(kind)
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
