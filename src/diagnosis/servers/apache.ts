import type { Server } from './server.ts'

/** Directives: https://httpd.apache.org/docs/2.4/mod/directives.html. Names and paths are those of Debian. */
export const APACHE: Server = {
  name: 'Apache',
  unit: 'apache2',
  how: {
    errorLog: '`tail -n 50 /var/log/apache2/error.log`',
    reload: '`apachectl -t && systemctl reload apache2`',
    restart: '`apachectl -t && systemctl restart apache2`',
    sites: '`apachectl -S`',
    certificateFile: '`grep -rn SSLCertificateFile /etc/apache2/sites-enabled`',
    issue: '`certbot --apache --expand -d NAMES,HOST`',
    upstream: '`ProxyPass`',
    readTimeout: '`ProxyTimeout 120`',
    fullChain: '`SSLCertificateFile /etc/ssl/fullchain.pem` (2.4.8 and later)',
    clientCa: '`SSLCACertificateFile /etc/ssl/origin-pull-ca.pem`',
    clientOptional: '`SSLVerifyClient none`',
    // An address in `RemoteIPTrustedProxy` can't claim a private address, unlike one in `RemoteIPInternalProxy`.
    realIp:
      '`RemoteIPHeader CF-Connecting-IP` and `RemoteIPTrustedProxy 173.245.48.0/20` with each range, after `a2enmod remoteip`',
    // CONN_REMOTE_ADDR is Cloudflare's address, even after mod_remoteip has replaced the client's.
    forwardedProto:
      '`RequestHeader unset X-Forwarded-Proto "expr=! %{CONN_REMOTE_ADDR} -ipmatch \'173.245.48.0/20\'"`, with `&& ! %{CONN_REMOTE_ADDR} -ipmatch` for each further range',
    httpOnly1: '`Protocols http/1.1`',
    alpn: '`Protocols h2 http/1.1`',
    requestHeaders: '`LimitRequestFieldSize 32768`',
    requestTimeout: '`RequestReadTimeout header=60 body=60`',
    noListing: '`Options -Indexes`',
    // In seconds.
    keepAlive: '`KeepAliveTimeout 905`',
    tlsVersions: '`SSLProtocol -all +TLSv1.2 +TLSv1.3`',
    ciphers: '`SSLCipherSuite`',
    tlsPort: '`Listen 443` and `SSLEngine on`',
    plainPort: '`SSLEngine off`',
    site: '`ServerName` or `ServerAlias`, and `SSLCertificateFile`',
    limits: '`MaxRequestWorkers`, and mod_evasive or mod_qos',
    silentClose: 'mod_security with `drop`',
    uncompressed: '`SetEnv no-gzip 1`',
  },
}
