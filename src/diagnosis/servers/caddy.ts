import type { Server } from './server.ts'

/** Directives: https://caddyserver.com/docs/caddyfile. Service and paths are those of its Debian package. */
export const CADDY: Server = {
  name: 'Caddy',
  unit: 'caddy',
  how: {
    errorLog: '`journalctl -u caddy --since -15min`',
    // Caddy keeps the old configuration if the new one is invalid. `caddy validate` as root may create log files that
    // Caddy then can't write to.
    reload: '`systemctl reload caddy`',
    restart: '`caddy validate --config /etc/caddy/Caddyfile && systemctl restart caddy`',
    sites: '`caddy adapt --config /etc/caddy/Caddyfile --pretty | grep -A 3 host`',
    certificateFile: '`grep -nw tls /etc/caddy/Caddyfile`',
    // Caddy issues and renews by itself. It waits for hours after failures, and a restart makes it try at once.
    renew: '`caddy validate --config /etc/caddy/Caddyfile && systemctl restart caddy`',
    issue: "`systemctl reload caddy`, after adding the name to the site's address",
    upstream: '`reverse_proxy` or `php_fastcgi`',
    readTimeout: '`response_header_timeout 120s` in `transport http` of `reverse_proxy` (default: no limit)',
    fullChain: '`tls /etc/ssl/fullchain.pem /etc/ssl/key.pem`',
    clientCa: '`trusted_ca_cert_file /etc/ssl/origin-pull-ca.pem` in `client_auth`',
    clientOptional: '`mode request` in `client_auth` of `tls`',
    realIp:
      '`trusted_proxies static 173.245.48.0/20` with each range, and `client_ip_headers CF-Connecting-IP`, in the global option `servers` (2.7 and later)',
    forwardedProto: '`trusted_proxies 173.245.48.0/20` with each range, in `reverse_proxy`',
    httpOnly1: '`protocols h1` in the global option `servers`',
    alpn: '`protocols h1 h2` in the global option `servers`',
    requestHeaders: '`max_header_size 64KB` in the global option `servers`',
    requestTimeout: '`read_header 60s` in `timeouts` of the global option `servers`',
    noListing: '`file_server` without the word `browse`',
    keepAlive: '`idle 905s` in `timeouts` of the global option `servers`',
    tlsVersions: '`protocols tls1.2 tls1.3` in `tls`',
    ciphers: '`ciphers` and `curves` in `tls`',
    tlsPort: '`https://` in the site address',
    plainPort: '`http://` in the site address',
    site: 'the site address',
    silentClose: '`abort`',
    uncompressed: 'no `encode` line',
  },
}
