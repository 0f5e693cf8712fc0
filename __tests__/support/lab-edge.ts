import type { Server } from 'node:net'
import { requestThroughLab, type ClientResponse } from '../../lab/http/client.ts'
import { makeCertificate, makeAuthorities } from '../../lab/tls/authorities.ts'
import { startEdge, type EdgeOptions, type Zone } from '../../lab/edge/edge.ts'
import { listen } from '../../lab/network/listen.ts'
import type { LabFile, Route } from '../../lab/network/routes.ts'

export const HOST = 'www.shop.example'
export const SITE = `https://${HOST}/`
export const ORIGIN = '203.0.113.10'
export const authorities = makeAuthorities()
export const credentials = makeCertificate('valid', HOST, authorities)

export interface Site {
  readonly visit: (
    headers?: Readonly<Record<string, string>>,
    url?: string,
    colo?: 'SJC' | 'AMS',
  ) => Promise<ClientResponse>
  /** Changes settings of the zone. */
  readonly set: (settings: Partial<Zone>) => void
  readonly labFile: LabFile
  readonly close: () => Promise<void>
}

/** An edge with two data centers. `server` is the origin at 203.0.113.10; 203.0.113.20 refuses connections. */
export async function startSite(
  server: Server | undefined,
  settings: Partial<Zone> = {},
  options: Partial<EdgeOptions> = {},
): Promise<Site> {
  let zone: Zone = { host: HOST, ssl: 'full', origin: { address: ORIGIN }, behavior: 'proxy', ...settings }
  const origin = server && (await listen(server))
  const routes: Record<string, Route> = {}
  const edge = await startEdge({
    credentials,
    zoneFor: (host) => (host === HOST ? zone : undefined),
    routes: () => ({
      '203.0.113.10:443': origin?.port ?? 'ECONNREFUSED',
      '203.0.113.10:80': origin?.port ?? 'ECONNREFUSED',
      '203.0.113.20:443': 'ECONNREFUSED',
    }),
    trusted: [authorities.root.certificate, authorities.cloudflareOriginCa.certificate],
    limits: { connect: 400, read: 400 },
    visitor: '198.51.100.7',
    dataCenters: [
      { address: '104.16.10.10', colo: 'SJC' },
      { address: '104.16.20.20', colo: 'AMS' },
    ],
    ports: { https: [443, 8443], http: [80] },
    listen: async (each, address, port) => {
      const listening = await listen(each)
      routes[`${address}:${port}`] = listening.port
      return listening
    },
    ...options,
  })
  const labFile = { names: { [HOST]: ['104.16.10.10'] }, routes }
  return {
    visit: (headers = {}, url = SITE, colo = 'SJC') =>
      requestThroughLab(labFile, {
        url,
        headers,
        limit: 3000,
        trusted: [authorities.root.certificate],
        address: colo === 'SJC' ? '104.16.10.10' : '104.16.20.20',
      }),
    set: (next) => {
      zone = { ...zone, ...next }
    },
    labFile,
    close: async () => {
      await Promise.all([edge.close(), origin?.close()])
    },
  }
}
