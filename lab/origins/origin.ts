import type { Authorities } from '../tls/authorities.ts'
import type { Credentials } from '../tls/certificates.ts'

/** Where a server listens, in truth. */
export interface Endpoint {
  readonly host: string
  readonly port: number
}

/** What an origin is told when it is started. */
export interface OriginOptions {
  readonly https: Endpoint
  readonly http: Endpoint
  /** The name of the site. */
  readonly host: string
  /** What the site shows on its TLS port, as right or wrong as the stage has it. */
  readonly credentials: Credentials
  /** Who signs whatever else it needs: a certificate of another site, the authority of its clients. */
  readonly authorities: Authorities
  /** Milliseconds that a proxy waits for its application, and that a slow answer takes. */
  readonly upstreamTimeout: number
  /** An empty folder for its configuration and its temporary files. Who made it removes it. */
  readonly folder: string
}

export interface RunningOrigin {
  /** Frees the ports and cuts every connection. No process is left. */
  readonly close: () => Promise<void>
}

/** Something that an origin may be. */
export interface OriginDefinition {
  /** Completes "The lab stages that …". */
  readonly sentence: string
  readonly start: (order: OriginOptions) => Promise<RunningOrigin>
  /** The Debian packages without which it cannot start. Absent: node is enough. */
  readonly packages?: readonly ServerPackage[]
  /** It tells visitors apart by address, which takes addresses: on loopback everybody is 127.0.0.1. */
  readonly network?: 'namespace'
}

export type ServerPackage = 'nginx-light' | 'haproxy' | 'apache2-bin' | 'varnish' | 'caddy'
