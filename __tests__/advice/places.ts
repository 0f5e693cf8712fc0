import type { Checked } from './checkers.ts'

/** A configuration that is valid with the snippet in its place. */
export interface Place {
  readonly configuration: (snippet: string) => string
  /** The oldest version that knows it, such as 1_025_001 for 1.25.1. */
  readonly since?: number
  /**
   * The snippet with a mistake. Absent: the first word of three letters or more gets another letter. `none`: the server
   * accepts any word here.
   */
  readonly typo?: string
}

type Template = (snippet: string) => string

/** `@` is the snippet. Longer names of directives become complete. */
const place = (template: Template, line = '@', more: Omit<Place, 'configuration'> = {}): Place => ({
  configuration: (snippet) => template(line.replaceAll('@', () => snippet)),
  ...more,
})

export const nginxWith = ({
  http = '',
  listen = '127.0.0.1:8443 ssl',
  server = '',
  location = 'return 204;',
}): string => `
pid nginx.pid;
error_log stderr;
events {
  worker_connections 64;
}
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  ssl_certificate /etc/ssl/fullchain.pem;
  ssl_certificate_key /etc/ssl/key.pem;
  ${http}
  server {
    listen ${listen};
    ${server}
    location / {
      ${location}
    }
  }
}
`
const inHttp: Template = (http) => nginxWith({ http })
const inServer: Template = (server) => nginxWith({ server })
const inLocation: Template = (location) => nginxWith({ location })
const GEO = 'geo $realip_remote_addr $cloudflare { default 0; }'
const MAP = `${GEO} map $cloudflare $visitor_scheme { default $scheme; }`

const NGINX: Readonly<Record<string, Place>> = {
  proxy_pass: place(inLocation, '@ http://127.0.0.1:9000;'),
  fastcgi_pass: place(inLocation, '@ 127.0.0.1:9000;'),
  upstream: place(inHttp, '@ app { server 127.0.0.1:9000; }'),
  'proxy_read_timeout 120s;': place(inLocation),
  'fastcgi_read_timeout 120s;': place(inLocation),
  'ssl_certificate /etc/ssl/fullchain.pem;': place(inServer, '@ ssl_certificate_key /etc/ssl/key.pem;'),
  'ssl_client_certificate /etc/ssl/origin-pull-ca.pem;': place(inServer, '@ ssl_verify_client on;'),
  'ssl_verify_client optional_no_ca;': place(inServer),
  'set_real_ip_from 173.245.48.0/20;': place(inServer),
  'real_ip_header CF-Connecting-IP;': place(inServer),
  'geo $realip_remote_addr $cloudflare { default 0; 173.245.48.0/20 1; }': place(inHttp),
  'map $cloudflare$http_x_forwarded_proto $visitor_scheme { default $scheme; 1https https; }': place(
    inHttp,
    `${GEO} @`,
  ),
  'proxy_set_header X-Forwarded-Proto $visitor_scheme;': place((location) =>
    nginxWith({ http: MAP, location }),
  ),
  'http2 off;': place(inServer, '@', { since: 1_025_001 }),
  'http2 on;': place(inServer, '@', { since: 1_025_001 }),
  http2: place((word) => nginxWith({ listen: `127.0.0.1:8443 ssl ${word}` })),
  'listen 443 ssl http2;': place(inServer, '@', { typo: 'listen 443 ssl http22;' }),
  'listen 443 ssl;': place(inServer),
  'listen 80;': place(inServer),
  ssl: place((word) => nginxWith({ listen: `127.0.0.1:8443 ${word}` })),
  'large_client_header_buffers 4 32k;': place(inServer),
  'client_header_timeout 60s;': place(inServer),
  'autoindex off;': place(inServer),
  'keepalive_timeout 905s;': place(inServer),
  'ssl_protocols TLSv1.2 TLSv1.3;': place(inServer),
  ssl_ciphers: place(inServer, '@ HIGH;'),
  ssl_ecdh_curve: place(inServer, '@ X25519:prime256v1;'),
  server_name: place(inServer, '@ www.shop.example;'),
  ssl_certificate: place(inServer, '@ /etc/ssl/fullchain.pem; ssl_certificate_key /etc/ssl/key.pem;'),
  ssl_reject_handshake: place(inServer, '@ on;'),
  limit_req: place(
    (server) => nginxWith({ http: 'limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s;', server }),
    '@ zone=a;',
  ),
  limit_conn: place(
    (server) => nginxWith({ http: 'limit_conn_zone $binary_remote_addr zone=a:1m;', server }),
    '@ a 1;',
  ),
  worker_connections: place((word) => nginxWith({}).replace('worker_connections', word)),
  'return 444;': place(inLocation),
  'gzip off;': place(inServer),
}

const MODULES = [
  'mpm_event',
  'authz_core',
  'alias',
  'rewrite',
  'headers',
  'env',
  'setenvif',
  'remoteip',
  'http2',
  'reqtimeout',
  'autoindex',
  'proxy',
  'proxy_http',
  'ssl',
  'socache_shmcb',
]
export const apache: Template = (line) => `
${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
ServerRoot FOLDER
DefaultRuntimeDir FOLDER
Mutex file:FOLDER
PidFile apache.pid
ErrorLog error.log
ServerName www.shop.example
Listen 127.0.0.1:8443
<VirtualHost 127.0.0.1:8443>
  SSLCertificateFile /etc/ssl/fullchain.pem
  SSLCertificateKeyFile /etc/ssl/key.pem
  ${line}
</VirtualHost>
`
const APACHE: Readonly<Record<string, Place>> = {
  ProxyPass: place(apache, '@ / http://127.0.0.1:9000/'),
  'ProxyTimeout 120': place(apache),
  'SSLCertificateFile /etc/ssl/fullchain.pem': place(apache),
  'SSLCACertificateFile /etc/ssl/origin-pull-ca.pem': place(apache),
  'SSLVerifyClient none': place(apache),
  'RemoteIPHeader CF-Connecting-IP': place(apache),
  'RemoteIPTrustedProxy 173.245.48.0/20': place(apache),
  'RequestHeader unset X-Forwarded-Proto "expr=! %{CONN_REMOTE_ADDR} -ipmatch \'173.245.48.0/20\'"':
    place(apache),
  '&& ! %{CONN_REMOTE_ADDR} -ipmatch': place(
    apache,
    "RequestHeader unset X-Forwarded-Proto \"expr=! %{CONN_REMOTE_ADDR} -ipmatch '173.245.48.0/20' @ '2400:cb00::/32'\"",
    { typo: '&& ! %{CONN_REMOTE_ADDR} -ipmatchx' },
  ),
  'Protocols http/1.1': place(apache),
  'Protocols h2 http/1.1': place(apache),
  'LimitRequestFieldSize 32768': place(apache),
  'RequestReadTimeout header=60 body=60': place(apache),
  'Options -Indexes': place(apache, '<Directory /srv>\n@\n</Directory>'),
  'KeepAliveTimeout 905': place(apache),
  'SSLProtocol -all +TLSv1.2 +TLSv1.3': place(apache),
  SSLCipherSuite: place(apache, '@ HIGH'),
  'Listen 443': place((line) => `${line}\n${apache('')}`),
  'SSLEngine on': place(apache),
  'SSLEngine off': place(apache),
  ServerName: place(apache, '@ www.shop.example'),
  ServerAlias: place(apache, '@ www.shop.example'),
  SSLCertificateFile: place(apache, '@ /etc/ssl/fullchain.pem'),
  MaxRequestWorkers: place((line) => `${apache('')}\n${line}`, '@ 150'),
  'SetEnv no-gzip 1': place(apache),
}

export const haproxyWith = ({
  global = '',
  frontend = '',
  bind = '127.0.0.1:8443 ssl crt /etc/ssl/site.pem',
  backend = '',
}): string => `
global
  ${global}
defaults
  mode http
  timeout client 20s
  timeout connect 5s
  timeout server 20s
frontend site
  bind ${bind}
  ${frontend}
  default_backend app
backend app
  ${backend}
  server app1 127.0.0.1:9000
`
const inGlobal: Template = (global) => haproxyWith({ global })
const inFrontend: Template = (frontend) => haproxyWith({ frontend })
const onBind: Template = (words) => haproxyWith({ bind: `127.0.0.1:8443 ssl crt /etc/ssl/site.pem ${words}` })

const HAPROXY: Readonly<Record<string, Place>> = {
  server: place((backend) => haproxyWith({ backend }), '@ app2 127.0.0.1:9001'),
  backend: place((word) => `${haproxyWith({})}\n${word} other\n`),
  bind: place(inFrontend, '@ 127.0.0.1:8080', { typo: 'bindd' }),
  global: place((word) => haproxyWith({}).replace('global', word)),
  'timeout server 120s': place((backend) => haproxyWith({ backend })),
  'crt /etc/ssl/fullchain.pem': place((words) => haproxyWith({ bind: `127.0.0.1:8443 ssl ${words}` })),
  'verify required ca-file /etc/ssl/origin-pull-ca.pem': place(onBind),
  'verify none': place(onBind),
  'http-request set-src req.hdr(CF-Connecting-IP) if { src -f /etc/haproxy/cloudflare.lst }':
    place(inFrontend),
  'http-request del-header X-Forwarded-Proto unless { src -f /etc/haproxy/cloudflare.lst }':
    place(inFrontend),
  'http-request set-src': place(inFrontend, '@ req.hdr(CF-Connecting-IP)'),
  'alpn http/1.1': place(onBind),
  'alpn h2,http/1.1': place(onBind),
  'tune.bufsize 65536': place(inGlobal),
  'timeout http-request 60s': place(inFrontend),
  'timeout http-keep-alive 905s': place(inFrontend),
  'ssl-min-ver TLSv1.2': place(onBind),
  ciphers: place(onBind, '@ HIGH'),
  ciphersuites: place(onBind, '@ TLS_AES_128_GCM_SHA256'),
  curves: place(onBind, '@ X25519:P-256'),
  'bind :443 ssl crt /etc/ssl/site.pem': place(inFrontend),
  'bind :80': place(inFrontend),
  ssl: place((word) => haproxyWith({ bind: `127.0.0.1:8443 ${word} crt /etc/ssl/site.pem` })),
  crt: place((word) => haproxyWith({ bind: `127.0.0.1:8443 ssl ${word} /etc/ssl/site.pem` })),
  'strict-sni': place(onBind),
  maxconn: place(inFrontend, '@ 100'),
  'timeout queue': place((backend) => haproxyWith({ backend }), '@ 5s'),
  'http-request deny deny_status 429': place(inFrontend),
  'http-request silent-drop': place(inFrontend),
  'http-request reject': place(inFrontend),
  'http-request del-header Accept-Encoding': place(inFrontend),
  compression: place(inFrontend, '@ algo gzip'),
}

export const caddyWith = ({
  options = '',
  site = '',
  address = 'https://www.shop.example:8443',
  tls = '',
}): string => `
{
  admin off
  auto_https off
  ${options}
}
${address} {
  ${tls === '' ? 'tls /etc/ssl/fullchain.pem /etc/ssl/key.pem' : tls}
  ${site}
}
`
const inServers: Template = (line) => caddyWith({ options: `servers {\n${line}\n}` })
const inSite: Template = (site) => caddyWith({ site })
const inTls: Template = (line) =>
  caddyWith({ tls: `tls /etc/ssl/fullchain.pem /etc/ssl/key.pem {\n${line}\n}` })
const inClientAuth: Template = (line) => inTls(`client_auth {\n${line}\n}`)
const proxyWith: Template = (line) => inSite(`reverse_proxy 127.0.0.1:9000 {\n${line}\n}`)
const CLIENT_CA = 'trusted_ca_cert_file /etc/ssl/origin-pull-ca.pem'

const CADDY: Readonly<Record<string, Place>> = {
  reverse_proxy: place(inSite, '@ 127.0.0.1:9000'),
  php_fastcgi: place(inSite, '@ 127.0.0.1:9000'),
  'response_header_timeout 120s': place(proxyWith, 'transport http {\n@\n}'),
  'transport http': place(proxyWith, '@ {\n}'),
  'tls /etc/ssl/fullchain.pem /etc/ssl/key.pem': place((tls) => caddyWith({ tls })),
  [CLIENT_CA]: place(inClientAuth),
  client_auth: place(inTls, `@ {\n${CLIENT_CA}\n}`),
  'mode request': place(inClientAuth),
  tls: place((tls) => caddyWith({ tls }), '@ /etc/ssl/fullchain.pem /etc/ssl/key.pem'),
  'trusted_proxies static 173.245.48.0/20': place(inServers, '@', { since: 2_006_003 }),
  'client_ip_headers CF-Connecting-IP': place(inServers, '@', { since: 2_007_000 }),
  servers: place((word) => caddyWith({ options: `${word} {\n}` })),
  'trusted_proxies 173.245.48.0/20': place(proxyWith),
  'protocols h1': place(inServers),
  'protocols h1 h2': place(inServers),
  'max_header_size 64KB': place(inServers),
  'read_header 60s': place(inServers, 'timeouts {\n@\n}'),
  file_server: place(inSite),
  browse: place(inSite, 'file_server @'),
  'idle 905s': place(inServers, 'timeouts {\n@\n}'),
  timeouts: place(inServers, '@ {\nidle 905s\n}'),
  'protocols tls1.2 tls1.3': place(inTls),
  ciphers: place(inTls, '@ TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'),
  curves: place(inTls, '@ x25519'),
  'https://': place((word) => caddyWith({ address: `${word}www.shop.example:8443` }), '@', { typo: 'none' }),
  'http://': place(
    (word) => caddyWith({ address: `${word}www.shop.example:8080`, tls: 'respond 204' }),
    '@',
    {
      typo: 'none',
    },
  ),
  abort: place(inSite),
  encode: place(inSite, '@ gzip'),
}

export const PLACES: Readonly<Record<Checked, Readonly<Record<string, Place>>>> = {
  nginx: NGINX,
  Apache: APACHE,
  HAProxy: HAPROXY,
  Caddy: CADDY,
}
