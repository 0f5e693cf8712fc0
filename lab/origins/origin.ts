import type { Endpoint } from '../network/network.ts'
import type { Authorities } from '../tls/authorities.ts'
import type { Credentials } from '../tls/certificates.ts'

/** Settings of an origin. */
export interface OriginOptions {
  readonly https: Endpoint
  readonly http: Endpoint
  /** The site's host name. */
  readonly host: string
  /** The certificate for its TLS port, valid or not. */
  readonly credentials: Credentials
  /** For other certificates it needs: that of another site, or the CA of its clients. */
  readonly authorities: Authorities
  /** Milliseconds that a proxy waits for its application, and that a slow response takes. */
  readonly upstreamTimeout: number
  /** An empty folder for configuration and temporary files. The caller removes it. */
  readonly folder: string
}

export interface RunningOrigin {
  /** Frees the ports, closes every connection and ends its processes. */
  readonly close: () => Promise<void>
}

/** A kind of origin. */
export interface OriginDefinition {
  /** A clause that describes it. */
  readonly sentence: string
  readonly start: (options: OriginOptions) => Promise<RunningOrigin>
  /** Debian packages that it needs. Absent: none. */
  readonly packages?: readonly ServerPackage[]
  /** Distinguishes clients by address, which doesn't work on loopback. */
  readonly network?: 'namespace'
}

export type ServerPackage = 'nginx-light' | 'haproxy' | 'apache2-bin' | 'varnish' | 'caddy'
