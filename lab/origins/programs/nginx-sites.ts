import { startNginxOrigin, type NginxSetup } from './nginx.ts'
import type { OriginDefinition } from '../origin.ts'

const nginx = (
  sentence: string,
  setup: NginxSetup = {},
  more: Partial<OriginDefinition> = {},
): OriginDefinition => ({
  sentence,
  packages: ['nginx-light'],
  start: (order) => startNginxOrigin(order, setup),
  ...more,
})

export const NGINX = {
  'nginx-up': nginx('nginx serves the site'),
  'nginx-http2': nginx('nginx serves the site, by HTTP/2 for who wants it', { tls: 'ssl http2' }),
  'nginx-gzip': nginx('nginx serves the site compressed', {
    server: 'gzip on; gzip_min_length 1; gzip_proxied any;',
  }),
  'nginx-slow-app': nginx('nginx serves the site, whose application takes its time', { application: 'slow' }),
  'nginx-app-down': nginx('nginx answers 502: the application is not running', { application: 'refusing' }),
  'nginx-app-crashing': nginx('nginx answers 502: the application hangs up on it', {
    application: 'crashing',
  }),
  'nginx-app-babbling': nginx(
    'nginx passes on an answer that begins with a warning of PHP and has no headers',
    {
      application: 'babbling',
    },
  ),
  'nginx-app-big-headers': nginx('nginx answers 502: the headers of the application are too big for it', {
    application: 'big-headers',
  }),
  'nginx-app-leaking': nginx('nginx serves the site until the application dies of it', {
    application: 'leaking',
  }),
  'nginx-app-timeout': nginx('nginx answers 504: the application takes too long', { application: 'silent' }),
  'nginx-app-error': nginx('nginx passes on the 500 of the application', { application: 'failing' }),
  'nginx-custom-502': nginx('nginx answers 502 with a page of the shop', {
    application: 'refusing',
    server: 'error_page 502 /error.html;',
  }),
  'nginx-502-as-200': nginx('nginx hides its 502 behind a 200', {
    application: 'refusing',
    server: 'error_page 502 =200 /error.html;',
  }),
  'nginx-maintenance': nginx('nginx answers 503 and says when to come again', {
    location: 'add_header Retry-After 600 always; return 503;',
  }),
  'nginx-444': nginx('nginx closes without an answer, by `return 444`', { location: 'return 444;' }),
  'nginx-rejects-handshake': nginx('nginx knows no such site, and rejects the handshake', {
    tls: 'ssl default_server',
    server: 'ssl_reject_handshake on;',
  }),
  'nginx-client-certificate': nginx('nginx demands a client certificate, and says so by 400', {
    server: 'ssl_verify_client on; ssl_client_certificate clients.pem;',
  }),
  'nginx-only-cloudflare': nginx(
    'nginx lets in nobody but Cloudflare, and answers 403 to others',
    { server: 'if ($cloudflare = 0) { return 403; }' },
    { network: 'namespace' },
  ),
  'nginx-denies-cloudflare': nginx(
    "nginx answers 403 to Cloudflare's addresses, and serves everybody else",
    { server: 'if ($cloudflare) { return 403; }' },
    { network: 'namespace' },
  ),
  'nginx-closes-on-cloudflare': nginx(
    "nginx hangs up on Cloudflare's addresses, and serves everybody else",
    { server: 'if ($cloudflare) { return 444; }' },
    { network: 'namespace' },
  ),
  'nginx-limits-503': nginx('nginx lets in two requests of a visitor a minute, and answers 503 to more', {
    http: 'limit_req_zone $binary_remote_addr zone=visitors:1m rate=1r/m;',
    server: 'limit_req zone=visitors burst=1 nodelay;',
  }),
  'nginx-limits-429': nginx('nginx lets in two requests of a visitor a minute, and answers 429 to more', {
    http: 'limit_req_zone $binary_remote_addr zone=visitors:1m rate=1r/m; limit_req_status 429;',
    server: 'limit_req zone=visitors burst=1 nodelay;',
  }),
  'nginx-default-server': nginx('nginx has no such site, and shows the first it has, with its certificate', {
    server: 'ssl_certificate other-cert.pem; ssl_certificate_key other-key.pem; add_header X-Site default;',
    location: 'return 200 "<!DOCTYPE html><title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>";',
  }),
  'nginx-keepalive-short': nginx('nginx closes idle connections much sooner than Cloudflare does', {
    server: 'keepalive_timeout 100ms;',
  }),
  'nginx-http-on-443': nginx('the TLS port of nginx lacks the word `ssl`', { tls: '' }),
  'nginx-tls-on-80': nginx('the plain port of nginx has the word `ssl`, hence its 400', { plain: 'ssl' }),
  'nginx-forces-https': nginx('nginx sends plain HTTP to HTTPS', {
    server: 'if ($scheme = http) { return 301 https://$host$request_uri; }',
  }),
} as const satisfies Readonly<Record<string, OriginDefinition>>
