import type { HowTo, Server } from './server.ts'

/** Directives: https://nginx.org/en/docs/dirindex.html. Paths are those of Debian's package and of nginx.org's. */
const HOW = {
  errorLog: '`tail -n 50 /var/log/nginx/error.log`',
  reload: '`nginx -t && systemctl reload nginx`',
  restart: '`nginx -t && systemctl restart nginx`',
  sites: '`nginx -T | grep server_name`',
  certificateFile: '`nginx -T | grep ssl_certificate`',
  issue: '`certbot --nginx --expand -d NAMES,HOST`',
  upstream: '`proxy_pass` or `fastcgi_pass`, and `upstream`',
  readTimeout: '`proxy_read_timeout 120s;` (`fastcgi_read_timeout 120s;` for PHP)',
  fullChain: '`ssl_certificate /etc/ssl/fullchain.pem;`',
  clientCa: '`ssl_client_certificate /etc/ssl/origin-pull-ca.pem;`',
  // `optional` still rejects an untrusted certificate.
  clientOptional: '`ssl_verify_client optional_no_ca;`',
  realIp: '`set_real_ip_from 173.245.48.0/20;` for each range, and `real_ip_header CF-Connecting-IP;`',
  // $realip_remote_addr is Cloudflare's address, even after `real_ip_header` has replaced the client's.
  forwardedProto:
    '`geo $realip_remote_addr $cloudflare { default 0; 173.245.48.0/20 1; }` with each range, `map $cloudflare$http_x_forwarded_proto $visitor_scheme { default $scheme; 1https https; }` and `proxy_set_header X-Forwarded-Proto $visitor_scheme;`',
  httpOnly1: '`http2 off;` (1.25.1 and later), and no `http2` in `listen 443 ssl http2;`',
  alpn: '`listen 443 ssl http2;`, or `http2 on;` (1.25.1 and later)',
  requestHeaders: '`large_client_header_buffers 4 32k;`',
  requestTimeout: '`client_header_timeout 60s;`',
  noListing: '`autoindex off;`',
  keepAlive: '`keepalive_timeout 905s;`',
  tlsVersions: '`ssl_protocols TLSv1.2 TLSv1.3;`',
  ciphers: '`ssl_ciphers` and `ssl_ecdh_curve`',
  tlsPort: '`listen 443 ssl;` with the word `ssl`',
  plainPort: '`listen 80;` without the word `ssl`',
  site: '`server_name` and `ssl_certificate` (`ssl_reject_handshake` rejects other names)',
  limits: '`limit_req`, `limit_conn` and `worker_connections`',
  silentClose: '`return 444;`',
  uncompressed: '`gzip off;`',
} as const satisfies HowTo

export const NGINX: Server = { name: 'nginx', unit: 'nginx', how: HOW }

/** Built on nginx, with its directives. Paths: https://openresty.org/en/linux-packages.html. */
export const OPENRESTY: Server = {
  name: 'OpenResty',
  unit: 'openresty',
  how: {
    ...HOW,
    errorLog: '`tail -n 50 /usr/local/openresty/nginx/logs/error.log`',
    reload: '`openresty -t && systemctl reload openresty`',
    restart: '`openresty -t && systemctl restart openresty`',
    sites: '`openresty -T | grep server_name`',
    certificateFile: '`openresty -T | grep ssl_certificate`',
  },
}

/** A fork of nginx: https://en.angie.software/angie/docs/installation/. */
export const ANGIE: Server = {
  name: 'Angie',
  unit: 'angie',
  how: {
    ...HOW,
    errorLog: '`tail -n 50 /var/log/angie/error.log`',
    reload: '`angie -t && systemctl reload angie`',
    restart: '`angie -t && systemctl restart angie`',
    sites: '`angie -T | grep server_name`',
    certificateFile: '`angie -T | grep ssl_certificate`',
  },
}

/** A fork of nginx without packages: https://tengine.taobao.org/download.html. */
export const TENGINE: Server = {
  name: 'Tengine',
  how: {
    ...HOW,
    errorLog: '`tail -n 50 /usr/local/nginx/logs/error.log`',
    reload: '`nginx -t && nginx -s reload`',
    restart: '`nginx -t && nginx -s reload`',
  },
}
