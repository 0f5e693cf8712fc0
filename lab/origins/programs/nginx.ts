import { CLOUDFLARE_RANGES } from '../../../src/cloudflare/ranges.ts'
import { makeCertificate } from '../../tls/authorities.ts'
import { proxyTimeout, startApplication, type ApplicationState } from './application.ts'
import type { OriginOptions, RunningOrigin } from '../origin.ts'
import { closeTogether, hostPort, startProgram } from './program.ts'

/** Differences from an nginx that serves the site from a healthy application. */
export interface NginxSetup {
  readonly application?: ApplicationState
  /** Directives of the http block and of the site's server block. */
  readonly http?: string
  readonly server?: string
  /** Directives of the location. Absent: forwards every request to the application. */
  readonly location?: string
  /** Parameters of the listen directives, after the address. */
  readonly tls?: string
  readonly plain?: string
}

/** A real nginx, as one unprivileged process in the foreground. */
export async function startNginxOrigin(options: OriginOptions, setup: NginxSetup): Promise<RunningOrigin> {
  const state = setup.application ?? 'up'
  const application = await startApplication(state)
  const { cert, key } = options.credentials
  const nginx = startProgram({
    command: 'nginx',
    args: ['-p', options.folder, '-c', 'nginx.conf', '-e', 'stderr'],
    folder: options.folder,
    files: {
      'cert.pem': cert,
      'key.pem': key,
      'clients.pem': options.authorities.originPull.certificate,
      ...otherSiteCertificate(options),
      'nginx.conf': configuration(
        { ...options, upstreamTimeout: proxyTimeout(state, options.upstreamTimeout) },
        setup,
        hostPort(application.endpoint),
      ),
    },
    endpoints: [options.https, options.http],
  })
  return closeTogether(application, nginx)
}

const configuration = (options: OriginOptions, setup: NginxSetup, application: string): string => `
daemon off;
master_process off;
pid nginx.pid;
error_log stderr warn;
events { worker_connections 512; }
http {
  access_log off;
  server_tokens off;
  default_type text/html;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  # For keys that OpenSSL finds too weak.
  ssl_ciphers DEFAULT@SECLEVEL=0;
  ssl_certificate cert.pem;
  ssl_certificate_key key.pem;
  geo $cloudflare { default 0; ${CLOUDFLARE_RANGES.map((range) => `${range} 1;`).join(' ')} }
  ${setup.http ?? ''}
  server {
    listen ${hostPort(options.https)} ${setup.tls ?? 'ssl'};
    listen ${hostPort(options.http)} ${setup.plain ?? ''};
    server_name ${options.host};
    ${setup.server ?? ''}
    location / {
      ${setup.location ?? 'proxy_pass http://app;'}
    }
    location = /error.html { internal; return 502 "<!DOCTYPE html><title>Oops</title><h1>We will be right back</h1>"; }
  }
  upstream app { server ${application}; keepalive 4; }
  proxy_http_version 1.1;
  proxy_set_header Connection "";
  proxy_set_header Host $host;
  proxy_connect_timeout ${options.upstreamTimeout}ms;
  proxy_read_timeout ${options.upstreamTimeout}ms;
}
`

/** The certificate of another site on the same server. */
function otherSiteCertificate({ host, authorities }: OriginOptions): Readonly<Record<string, string>> {
  const { cert, key } = makeCertificate('wrong-name', host, authorities)
  return { 'other-cert.pem': cert, 'other-key.pem': key }
}
