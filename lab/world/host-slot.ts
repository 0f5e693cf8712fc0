import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ADDRESSES, HOST, type Host } from '../network/addresses.ts'
import { makeCertificate, type Authorities, type CertificateKind } from '../tls/authorities.ts'
import type { LabNetwork } from '../network/network.ts'
import { startDefaultServer, type DefaultServer, type DefaultServerMode } from '../origins/default-server.ts'
import { findOrigin, type OriginSetup, type RunningOrigin } from '../origins/index.ts'

/** The server at one address, on ports 443 and 80. Only one runs at a time. */
export interface HostSlot {
  /** Serves the simple origin kinds and logs its requests. */
  readonly defaultServer: DefaultServer
  /** Starts the server of this kind in place of the current one. Does nothing if it already runs. */
  readonly replace: (kind: OriginSetup, certificate: CertificateKind) => Promise<void>
  readonly close: () => Promise<void>
}

/** Kinds that the default server implements. Every other kind starts a server of its own. */
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

const isMode = (kind: OriginSetup): kind is DefaultServerMode & OriginSetup =>
  typeof kind === 'string' && Object.hasOwn(DEFAULT_SERVER_MODES, kind)

export interface HostSlotOptions {
  readonly network: LabNetwork
  readonly host: Host
  readonly authorities: Authorities
  /** Milliseconds that a proxy waits for its application, and that a slow response takes. */
  readonly upstreamTimeout: number
}

export async function openHostSlot({
  network,
  host,
  authorities,
  upstreamTimeout,
}: HostSlotOptions): Promise<HostSlot> {
  const address = ADDRESSES[host]
  const credentialsFor = (certificate: CertificateKind): ReturnType<typeof makeCertificate> =>
    makeCertificate(certificate, HOST, authorities)
  const defaultServer = await startDefaultServer({
    credentials: credentialsFor('valid'),
    mode: 'stopped',
    upstreamTimeout,
    listen: (server, port) => network.listen(server, address, port),
  })
  let otherServer: RunningOrigin | undefined
  let current: { readonly kind: OriginSetup; readonly certificate: CertificateKind } | undefined

  const stopAll = async (): Promise<void> => {
    await Promise.all([defaultServer.setMode('stopped'), otherServer?.close()])
    otherServer = undefined
  }
  const startOther = async (kind: OriginSetup, certificate: CertificateKind): Promise<RunningOrigin> => {
    const [https, http, folder] = await Promise.all([
      network.listenEndpoint(address, 443),
      network.listenEndpoint(address, 80),
      mkdtemp(join(tmpdir(), 'origin-gate-origin-')),
    ])
    const credentials = credentialsFor(certificate)
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
    defaultServer,
    replace: async (kind, certificate) => {
      if (kind === current?.kind && certificate === current.certificate) return
      current = { kind, certificate }
      if (isMode(kind)) {
        await otherServer?.close()
        otherServer = undefined
        defaultServer.setCredentials(credentialsFor(certificate))
        await defaultServer.setMode(kind)
        return
      }
      await stopAll()
      otherServer = await startOther(kind, certificate)
    },
    close: async () => {
      await stopAll()
    },
  }
}
