import type { Server } from './server.ts'

/** Options: https://doc.traefik.io/traefik/reference/install-configuration/entrypoints/, …/routing-configuration/. */
export const TRAEFIK: Server = {
  name: 'Traefik',
  how: {
    errorLog: '`docker logs --since 15m traefik`',
    // It applies changed routers and certificates by itself, but not changed entry points.
    reload: '`docker restart traefik`',
    restart: '`docker restart traefik`',
    renew: '`docker restart traefik`',
    issue: "`docker restart traefik`, after adding the name to the router's rule",
    upstream:
      '`loadBalancer` in `services`, or the label `traefik.http.services.APP.loadbalancer.server.port`',
    readTimeout: '`forwardingTimeouts.responseHeaderTimeout: 120s` in `serversTransport` (default: no limit)',
    fullChain: '`certFile: /etc/ssl/fullchain.pem` in `tls.certificates`',
    clientCa: '`clientAuth.caFiles` in `tls.options`',
    clientOptional: '`clientAuthType: NoClientCert` in `clientAuth` of `tls.options`',
    realIp: "`forwardedHeaders.trustedIPs` of the entry point, with Cloudflare's IP ranges",
    forwardedProto: "`forwardedHeaders.trustedIPs` of the entry point, with Cloudflare's IP ranges",
    httpOnly1: '`alpnProtocols: [http/1.1]` in `tls.options`',
    alpn: '`alpnProtocols: [h2, http/1.1]` in `tls.options`',
    keepAlive: '`transport.respondingTimeouts.idleTimeout: 905s` of the entry point',
    tlsVersions: '`minVersion: VersionTLS12` in `tls.options`',
    ciphers: '`cipherSuites` and `curvePreferences` in `tls.options`',
    tlsPort: '`tls` of the router or of the entry point',
    plainPort: 'no `tls` at the router or the entry point',
    site: 'a router with the rule `Host` for this name, and `tls`',
    limits: 'the middlewares `rateLimit` and `inFlightReq`',
    uncompressed: 'no middleware `compress`',
  },
}
