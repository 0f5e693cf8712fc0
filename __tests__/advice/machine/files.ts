import type { Credentials } from '../../../lab/tls/certificates.ts'
import { hostAndPort } from '../../../src/shared/authority.ts'

/** Addresses of the origin, which has a self-signed certificate. */
export const ORIGINS = ['127.0.0.1', '[::1]'] as const

/** Where the application has the issuer of the origin's certificate. */
export const ISSUER_URL = 'http://127.0.0.1/issuer.der'

/** The application behind the origin's server. */
export const APP_PORT = 3000
/** Where the server accepts TLS and plain HTTP alike, so that it is right in every example. */
export const OTHER_PORT = 8080

const LOOPBACK = ['127.0.0.1', '::1']
const listen = (port: number, words = ''): string =>
  LOOPBACK.map((address) => `listen ${hostAndPort(address, port)} ${words};`).join(' ')

const NGINX = `
user root;
worker_processes 1;
error_log /var/log/nginx/error.log;
pid /run/nginx.pid;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path /run/nginx-body; proxy_temp_path /run/nginx-proxy; fastcgi_temp_path /run/nginx-fastcgi;
  uwsgi_temp_path /run/nginx-uwsgi; scgi_temp_path /run/nginx-scgi;
  ssl_certificate /etc/nginx/cert.pem;
  ssl_certificate_key /etc/nginx/key.pem;
  server {
    ${listen(443, 'ssl http2')}
    ${listen(80)}
    server_name www.shop.example;
    location / { proxy_pass http://127.0.0.1:${APP_PORT}; proxy_set_header Host $host; }
    location /down { proxy_pass http://127.0.0.1:1; }
  }
}
`

const APACHE_MODULES = ['mpm_event', 'authz_core', 'alias', 'proxy', 'proxy_http', 'ssl']

const APACHE = `
${APACHE_MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
PidFile /run/apache2.pid
ErrorLog /var/log/apache2/error.log
ServerName www.shop.example
StartServers 1
Listen 127.0.0.1:8446
ServerRoot /etc/apache2
Include sites-enabled/*.conf
`

const APACHE_SITE = `
<VirtualHost 127.0.0.1:8446>
  ServerName www.shop.example
  SSLEngine on
  SSLCertificateFile /etc/nginx/cert.pem
  SSLCertificateKeyFile /etc/nginx/key.pem
  ProxyPass /down http://127.0.0.1:1/
  ProxyPass / http://127.0.0.1:${APP_PORT}/
</VirtualHost>
`

const HAPROXY = `
defaults
  mode http
  timeout client 5s
  timeout connect 5s
  timeout server 5s
frontend site
  bind 127.0.0.1:8444 ssl crt /etc/haproxy/site.pem
  use_backend app if { hdr(host) www.shop.example }
  default_backend app
backend app
  server app1 127.0.0.1:${APP_PORT}
`

const CADDY = `
{
  auto_https off
}
https://www.shop.example:8445 {
  bind 127.0.0.1
  tls /etc/caddy/cert.pem /etc/caddy/key.pem
  reverse_proxy 127.0.0.1:${APP_PORT}
}
`

const JAIL = `
[DEFAULT]
banaction = nftables
backend = polling
[sshd]
enabled = false
[nginx-limit-req]
enabled = true
logpath = /var/log/nginx/error.log
`

/** The units, and their TLS ports. */
export const SERVICES = [
  { name: 'nginx', port: 443, configuration: '/etc/nginx/nginx.conf' },
  { name: 'apache2', port: 8446, configuration: '/etc/apache2/apache2.conf' },
  { name: 'haproxy', port: 8444, configuration: '/etc/haproxy/haproxy.cfg' },
  { name: 'caddy', port: 8445, configuration: '/etc/caddy/Caddyfile' },
] as const

/** Origins that are broken, and how. */
export const BROKEN_ORIGINS = {
  truncated: '127.0.0.3',
  'not-gzip': '127.0.0.4',
  'large-headers': '127.0.0.5',
  'client-certificate': '127.0.0.6',
} as const

/** The machine's own files, by path. */
export const machineFiles = ({ cert, key }: Credentials): Readonly<Record<string, string>> => ({
  '/etc/nginx/nginx.conf': NGINX,
  '/etc/nginx/cert.pem': cert,
  '/etc/nginx/key.pem': key,
  '/etc/apache2/apache2.conf': APACHE,
  '/etc/apache2/sites-enabled/shop.conf': APACHE_SITE,
  '/etc/haproxy/haproxy.cfg': HAPROXY,
  '/etc/haproxy/site.pem': cert + key,
  '/etc/ssl/site.pem': cert + key,
  '/etc/ssl/fullchain.pem': cert,
  '/etc/caddy/Caddyfile': CADDY,
  '/etc/caddy/cert.pem': cert,
  '/etc/caddy/key.pem': key,
  '/etc/fail2ban/jail.d/shop.local': JAIL,
})
