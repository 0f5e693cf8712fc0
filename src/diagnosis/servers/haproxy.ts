import type { Server } from './server.ts'

/** Keywords: https://docs.haproxy.org/2.8/configuration.html. */
export const HAPROXY: Server = {
  name: 'HAProxy',
  unit: 'haproxy',
  how: {
    errorLog: '`journalctl -u haproxy --since -15min`',
    reload: '`haproxy -c -f /etc/haproxy/haproxy.cfg && systemctl reload haproxy`',
    restart: '`haproxy -c -f /etc/haproxy/haproxy.cfg && systemctl restart haproxy`',
    sites: "`grep -nE 'bind|crt|hdr|use_backend' /etc/haproxy/haproxy.cfg`",
    certificateFile: '`grep -nw crt /etc/haproxy/haproxy.cfg`',
    // HAProxy's file also has the key, and certbot doesn't write it.
    renew: '`certbot renew`, then `cat CERT/fullchain.pem CERT/privkey.pem > /etc/ssl/site.pem`',
    issue:
      '`certbot certonly --expand -d NAMES,HOST`, then `cat CERT/fullchain.pem CERT/privkey.pem > /etc/ssl/site.pem`',
    // The copy is in another folder, because HAProxy loads all files of a folder that `crt` names.
    joinChain: '`cp -p /etc/ssl/site.pem ~/site.pem.old`, then `cat intermediate.pem >> /etc/ssl/site.pem`',
    upstream: '`server` in the `backend` section',
    readTimeout: '`timeout server 120s`',
    fullChain: '`crt /etc/ssl/fullchain.pem` with certificate, intermediates and key in this file',
    clientCa: '`verify required ca-file /etc/ssl/origin-pull-ca.pem` on the `bind` line',
    clientOptional: '`verify none` on the `bind` line',
    realIp:
      "`http-request set-src req.hdr(CF-Connecting-IP) if { src -f /etc/haproxy/cloudflare.lst }`, with Cloudflare's IP ranges in that file",
    // Before `set-src`, which replaces Cloudflare's address.
    forwardedProto:
      "`http-request del-header X-Forwarded-Proto unless { src -f /etc/haproxy/cloudflare.lst }` before `http-request set-src`, with Cloudflare's IP ranges in that file",
    // Without `alpn`, an HTTPS `bind` offers h2 since 2.8.
    httpOnly1: '`alpn http/1.1` on the `bind` line',
    alpn: '`alpn h2,http/1.1` on the `bind` line',
    requestHeaders: '`tune.bufsize 65536` in the `global` section',
    requestTimeout: '`timeout http-request 60s`',
    keepAlive: '`timeout http-keep-alive 905s`',
    tlsVersions: '`ssl-min-ver TLSv1.2` on the `bind` line',
    ciphers: '`ciphers`, `ciphersuites` and `curves` on the `bind` line',
    tlsPort: '`bind :443 ssl crt /etc/ssl/site.pem`',
    plainPort: '`bind :80` without the word `ssl`',
    site: '`crt` on the `bind` line (`strict-sni` rejects other names)',
    limits: '`maxconn`, `timeout queue` and `http-request deny deny_status 429`',
    silentClose: '`http-request silent-drop` or `http-request reject`',
    uncompressed: '`http-request del-header Accept-Encoding`, and no `compression` line',
  },
}
