import { startNginxOrigin, type NginxSetup } from './nginx.ts'
import type { OriginDefinition } from '../origin.ts'

const nginx = (
  sentence: string,
  setup: NginxSetup = {},
  overrides: Partial<OriginDefinition> = {},
): OriginDefinition => ({
  sentence,
  packages: ['nginx-light'],
  start: (options) => startNginxOrigin(options, setup),
  ...overrides,
})

export const NGINX = {
  'nginx-up': nginx('nginx serves the site'),
  'nginx-http2': nginx('nginx serves the site and offers HTTP/2', { tls: 'ssl http2' }),
  'nginx-gzip': nginx('nginx serves the site compressed', {
    server: 'gzip on; gzip_min_length 1; gzip_proxied any;',
  }),
  'nginx-slow-app': nginx('nginx serves the site from a slow application', { application: 'slow' }),
  'nginx-app-down': nginx('nginx returns 502: the application is not running', { application: 'refusing' }),
  'nginx-app-crashing': nginx('nginx returns 502: the application closes the connection', {
    application: 'crashing',
  }),
  'nginx-app-prints-warning': nginx(
    'nginx forwards a response that starts with a PHP warning and has no headers',
    {
      application: 'prints-warning',
    },
  ),
  'nginx-app-big-headers': nginx("nginx returns 502: the application's headers are too large", {
    application: 'big-headers',
  }),
  'nginx-app-dies': nginx('nginx serves the site until the application dies', {
    application: 'dies',
  }),
  'nginx-app-timeout': nginx('nginx returns 504: the application takes too long', { application: 'silent' }),
  'nginx-app-error': nginx("nginx forwards the application's 500", { application: 'failing' }),
  'nginx-custom-502': nginx("nginx returns 502 with the shop's own page", {
    application: 'refusing',
    server: 'error_page 502 /error.html;',
  }),
  'nginx-502-as-200': nginx('nginx returns its 502 page with status 200', {
    application: 'refusing',
    server: 'error_page 502 =200 /error.html;',
  }),
  'nginx-maintenance': nginx('nginx returns 503 with Retry-After', {
    location: 'add_header Retry-After 600 always; return 503;',
  }),
  'nginx-444': nginx('nginx closes without a response (`return 444`)', { location: 'return 444;' }),
  'nginx-rejects-handshake': nginx('nginx has no such site and rejects the handshake', {
    tls: 'ssl default_server',
    server: 'ssl_reject_handshake on;',
  }),
  'nginx-client-certificate': nginx('nginx requires a client certificate and returns 400 without one', {
    server: 'ssl_verify_client on; ssl_client_certificate clients.pem;',
  }),
  'nginx-only-cloudflare': nginx(
    'nginx allows only Cloudflare and returns 403 to other clients',
    { server: 'if ($cloudflare = 0) { return 403; }' },
    { network: 'namespace' },
  ),
  'nginx-444-for-others': nginx(
    'nginx closes the connection of every client except Cloudflare (`return 444`)',
    { http: 'ssl_protocols TLSv1.2;', server: 'if ($cloudflare = 0) { return 444; }' },
    { network: 'namespace' },
  ),
  'nginx-denies-cloudflare': nginx(
    "nginx returns 403 to Cloudflare's addresses and serves other clients",
    { server: 'if ($cloudflare) { return 403; }' },
    { network: 'namespace' },
  ),
  'nginx-closes-on-cloudflare': nginx(
    "nginx closes connections from Cloudflare's addresses and serves other clients",
    { server: 'if ($cloudflare) { return 444; }' },
    { network: 'namespace' },
  ),
  'nginx-limits-503': nginx('nginx allows two requests per client and minute and returns 503 to more', {
    http: 'limit_req_zone $binary_remote_addr zone=visitors:1m rate=1r/m;',
    server: 'limit_req zone=visitors burst=1 nodelay;',
  }),
  'nginx-limits-429': nginx('nginx allows two requests per client and minute and returns 429 to more', {
    http: 'limit_req_zone $binary_remote_addr zone=visitors:1m rate=1r/m; limit_req_status 429;',
    server: 'limit_req zone=visitors burst=1 nodelay;',
  }),
  'nginx-default-server': nginx(
    'nginx has no such site and serves its default server, with that certificate',
    {
      server: 'ssl_certificate other-cert.pem; ssl_certificate_key other-key.pem; add_header X-Site default;',
      location: 'return 200 "<!DOCTYPE html><title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>";',
    },
  ),
  'nginx-keepalive-short': nginx('nginx closes idle connections much sooner than Cloudflare does', {
    server: 'keepalive_timeout 100ms;',
  }),
  'nginx-http-on-443': nginx("nginx's TLS port is missing the `ssl` parameter", { tls: '' }),
  'nginx-tls-on-80': nginx("nginx's plain port has the `ssl` parameter and returns 400", { plain: 'ssl' }),
  'nginx-forces-https': nginx('nginx redirects plain HTTP to HTTPS', {
    server: 'if ($scheme = http) { return 301 https://$host$request_uri; }',
  }),
} as const satisfies Readonly<Record<string, OriginDefinition>>
